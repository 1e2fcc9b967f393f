import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CookieJar } from 'tough-cookie';
import { onTestFinished } from 'vitest';

/** A request as a target got it. */
export interface Got {
  readonly side: 'baseline' | 'candidate';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<IncomingMessage['headers']>;
  readonly body: string;
  /** Of all that came to both, in order. */
  readonly number: number;
}

export interface Targets {
  readonly baselineUrl: URL;
  readonly candidateUrl: URL;
  readonly requests: readonly Got[];
}

/** Two real servers that record what they are asked and answer with `answer`; it must end the response, or never does. */
export async function startTargets(
  answer: (request: Got, response: ServerResponse) => void = (_, response) => void response.end(),
): Promise<Targets> {
  const requests: Got[] = [];
  const start = async (side: Got['side']) => {
    const server = createServer(async (request, response) => {
      const number = requests.length;
      const { method = '', url = '', headers } = request;
      const got: Got = { side, method, path: url, headers, number, body: '' };
      requests.push(got);
      const whole = { ...got, body: await text(request) };
      requests[number] = whole;
      answer(whole, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  };
  return { baselineUrl: await start('baseline'), candidateUrl: await start('candidate'), requests };
}

/** Loads a processor and runs its slots as Artillery's HTTP engine does; `told` is what Artillery counts of it. */
export async function loadProcessor(processor: string) {
  const told: (readonly unknown[])[] = [];
  // A module of its own each time: processors count what has arrived.
  const source = `${processor}\n// ${modules++}`;
  const module = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`
  );
  const context = () => ({ vars: {}, _jar: new CookieJar() });
  const events = { emit: (...event: readonly unknown[]) => void told.push(event) };
  return { told, slot: (): Promise<void> => module.slot(context(), events) };
}

let modules = 0;

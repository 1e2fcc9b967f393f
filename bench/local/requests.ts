import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { quantile } from 'simple-statistics';
import { rounded } from '../timing.js';

const agent = new Agent({ keepAlive: true });

/** The answer of an operation as it came: to read it is no work of the server. Throws where it is an error. */
export async function ask(api: string, path: string, fields: object): Promise<string> {
  const body = JSON.stringify(fields);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const asked = request(api + path, { method: 'POST', agent, headers });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const read = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`${path} was answered with ${answer.statusCode}: ${read}`);
  return read;
}

/** Of many calls one after the other, by the client's clock. */
export interface CallFigures {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly calls: number;
}

const WARM_UP_CALLS = 200;

/** After some calls that are not counted. `call` gets the number of the call. */
export async function timedCalls(
  calls: number,
  call: (number: number) => unknown,
  warmUp = WARM_UP_CALLS,
): Promise<CallFigures> {
  for (let number = 0; number < warmUp; number++) await call(number);
  const ms: number[] = [];
  for (let number = 0; number < calls; number++) {
    const startMs = performance.now();
    await call(warmUp + number);
    ms.push(performance.now() - startMs);
  }
  return { medianMs: rounded(quantile(ms, 0.5)), p99Ms: rounded(quantile(ms, 0.99)), calls };
}

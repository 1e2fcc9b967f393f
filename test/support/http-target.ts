import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type HttpSettings, httpTransport } from '../../src/adapters/http-transport.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import type { Outcome, OutgoingRequest, Transport } from '../../src/drive/transport.js';

export type Answered = Extract<Outcome, { kind: 'answered' }>;

export interface Target {
  readonly base: URL;
  readonly transport: Transport;
  readonly send: (overrides?: Partial<OutgoingRequest> & { readonly path?: string }) => Promise<Outcome>;
  /** As `send`, for what must be answered. */
  readonly ask: (overrides?: Partial<OutgoingRequest> & { readonly path?: string }) => Promise<Answered>;
  /** Of connections that the server has seen. */
  readonly connections: readonly Socket[];
}

/** Listens on a free port until the test has finished, with a transport to ask it. */
export async function listening(
  server: Server | HttpServer,
  { scheme = 'http', ...settings }: HttpSettings & { readonly scheme?: 'http' | 'https' } = {},
): Promise<Target> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => connections.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = httpTransport(systemClock, settings);
  onTestFinished(async () => {
    await transport.close();
    for (const socket of connections) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });
  const base = new URL(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const send: Target['send'] = ({ path = '/', ...overrides } = {}) =>
    transport.send({
      url: new URL(path, base),
      method: 'GET',
      headers: { 'user-agent': 'xray-gate/test' },
      body: null,
      timeoutMs: 5000,
      keepsAnswer: false,
      ...overrides,
    });
  const ask: Target['ask'] = async (overrides) => {
    const outcome = await send(overrides);
    if (outcome.kind === 'answered') return outcome;
    throw new Error(`${outcome.kind}: ${'error' in outcome ? outcome.error : ''}`);
  };
  return { base, transport, send, ask, connections };
}

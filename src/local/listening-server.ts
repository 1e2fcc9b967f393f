import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Longer than SDKs wait between two requests, so that a kept connection is not closed under one. */
const KEEP_ALIVE_MS = 120_000;

/** Rejects with the system's error when the port cannot be had; port 0 takes a free one. */
export async function listen(
  address: string,
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, onRequest);
  const listening = once(server, 'listening');
  server.listen({ host: address, port, exclusive: true });
  await listening;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

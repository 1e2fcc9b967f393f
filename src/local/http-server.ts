import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Api, tooLarge } from './api.js';

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Above what the daemon sends at once: 50 documents of 64 kB. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;
/** Longer than SDKs wait between two polls, so that a kept connection is not closed under a request. */
const KEEP_ALIVE_MS = 120_000;

/** Serves the API. Rejects with the system's error when the port cannot be had; port 0 takes a free one. */
export async function startHttpServer(address: string, port: number, api: Api): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    readBody(request, (body) => {
      const answer = body === null ? tooLarge(MAX_BODY_BYTES) : api.answer(operationOf(request), body);
      send(response, answer, body === null);
    });
  });
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

/** Calls back once, with null where the body is too large; never when the client goes away in the middle. */
function readBody(request: IncomingMessage, onBody: (body: string | null) => void): void {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  request.on('data', (chunk: Buffer) => {
    if (sizeBytes > MAX_BODY_BYTES) return;
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES) {
      chunks.length = 0;
      onBody(null);
    } else {
      chunks.push(chunk);
    }
  });
  request.on('end', () => {
    if (sizeBytes <= MAX_BODY_BYTES) onBody(Buffer.concat(chunks).toString('utf8'));
  });
}

function operationOf(request: IncomingMessage): string {
  return `${request.method} ${request.url?.split('?', 1)[0]}`;
}

function send(response: ServerResponse, answer: Answer, thenClose: boolean): void {
  const headers = { ...answer.headers, ...(thenClose ? { connection: 'close' } : {}) };
  response.writeHead(answer.status, headers).end(answer.body);
}

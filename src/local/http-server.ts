import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type AnsweringApi, fromWebPage, tooLarge } from './api.js';
import { type HttpServer, listen } from './listening-server.js';
import { pathOf, readBody } from './request-body.js';

/** Above what the daemon sends at once: 50 documents of 64 kB. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** Serves the API. Rejects with the system's error when the port cannot be had; port 0 takes a free one. */
export function startHttpServer(address: string, port: number, api: AnsweringApi): Promise<HttpServer> {
  return listen(address, port, (request, response) => {
    readBody(request, MAX_BODY_BYTES, (body) => {
      send(response, answerTo(request, body, api), body === null);
    });
  });
}

function answerTo(request: IncomingMessage, body: Buffer | null, api: AnsweringApi): Answer {
  const { origin } = request.headers;
  if (origin !== undefined) return fromWebPage(origin);
  if (body === null) return tooLarge(MAX_BODY_BYTES);
  return api.answer(operationOf(request), body.toString('utf8'));
}

function operationOf(request: IncomingMessage): string {
  return `${request.method} ${pathOf(request)}`;
}

function send(response: ServerResponse, answer: Answer, thenClose: boolean): void {
  const headers = { ...answer.headers, ...(thenClose ? { connection: 'close' } : {}) };
  response.writeHead(answer.status, headers).end(answer.body);
}

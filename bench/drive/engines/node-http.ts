import http from 'node:http';
import type { Send } from '../open-loop.js';
import { headersFor } from './headers.js';

/** Node's own client with its keep-alive agent. */
export function nodeHttp(url: URL): Send {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 });
  return (traceId, ended) => {
    const request = http.request(url, { agent, headers: headersFor(traceId) });
    request.on('response', (response) => {
      response.on('end', () => ended(true));
      response.resume();
    });
    request.on('error', () => ended(false));
    request.end();
  };
}

import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../drive/clock.js';
import type { Outcome, OutgoingRequest, Transport } from '../drive/transport.js';

/** Errors that say something of this machine, not of the target. */
const LOCAL_ERRORS = new Set(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Idle connections are given up after this long, before servers do (Node's after 5 s): a request that meets a closing
 * connection could not be told from one that the server broke, and nothing is sent twice.
 */
const IDLE_MS = 4000;

/**
 * Requests over kept-alive HTTP/1.1 connections. Redirects are answers, not followed: what was asked is what is
 * measured. Nothing is tried again: what breaks is an outcome.
 */
export function httpTransport(clock: Clock): Transport {
  const options = { keepAlive: true, timeout: IDLE_MS, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return {
    send: (request) => exchange(request, agents, clock),
    close: async () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function exchange(
  { url, method, headers, body, timeoutMs }: OutgoingRequest,
  agents: { readonly 'http:': http.Agent; readonly 'https:': https.Agent },
  clock: Clock,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const departedMs = clock.nowMs();
    const secure = url.protocol === 'https:';
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = (secure ? https : http).request(url, {
      method,
      headers: { ...headers, ...length },
      agent: secure ? agents['https:'] : agents['http:'],
    });
    const end = (outcome: { kind: 'answered'; status: number; sizeBytes: number } | { kind: 'timed out' }): void => {
      clearTimeout(timer);
      resolve({ ...outcome, departedMs, endedMs: clock.nowMs() });
    };
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      const kind = LOCAL_ERRORS.has(error.code ?? '') ? 'not sent' : 'failed';
      resolve({ kind, error: describe(error), departedMs, endedMs: clock.nowMs() });
    };
    const timer = setTimeout(() => {
      end({ kind: 'timed out' });
      request.destroy();
    }, timeoutMs);
    request.on('error', fail);
    request.on('response', (response) => {
      let sizeBytes = 0;
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length;
      });
      response.on('end', () => end({ kind: 'answered', status: response.statusCode ?? 0, sizeBytes }));
      response.on('error', fail);
    });
    request.end(body ?? undefined);
  });
}

function describe(error: NodeJS.ErrnoException): string {
  // Several addresses were tried, and each failed: Node's message is then empty.
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error.message || error.code || 'the connection failed';
}

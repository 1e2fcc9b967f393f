import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../drive/clock.js';
import type { Outcome, OutgoingRequest, Transport } from '../drive/transport.js';

/** Errors that say something of this machine, not of the target. */
const LOCAL_ERRORS = new Set(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Requests over kept-alive HTTP/1.1 connections. Redirects are answers, not followed: what was asked is what is
 * measured. A connection that the server had closed while it was idle is tried once more on a fresh one.
 */
export function httpTransport(clock: Clock): Transport {
  const options = { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, maxFreeSockets: 256 };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return {
    send: async (request) => {
      const departedMs = clock.nowMs();
      const first = await attempt(request, agents, clock, departedMs, request.timeoutMs);
      if (first.kind !== 'stale') return first;
      const leftMs = request.timeoutMs - (clock.nowMs() - departedMs);
      const second = await attempt(request, agents, clock, departedMs, leftMs);
      return second.kind === 'stale' ? { ...second, kind: 'failed' } : second;
    },
    close: async () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

type Attempt = Outcome | { kind: 'stale'; error: string; departedMs: number; endedMs: number };

function attempt(
  { url, method, headers, body }: OutgoingRequest,
  agents: { readonly 'http:': http.Agent; readonly 'https:': https.Agent },
  clock: Clock,
  departedMs: number,
  timeoutMs: number,
): Promise<Attempt> {
  return new Promise((resolve) => {
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
      const stale = request.reusedSocket && error.code === 'ECONNRESET';
      const kind = stale ? 'stale' : LOCAL_ERRORS.has(error.code ?? '') ? 'not sent' : 'failed';
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

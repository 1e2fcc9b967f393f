import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import {
  createSecureServer,
  type Http2Session,
  type IncomingHttpHeaders,
  type SecureServerOptions,
  type ServerHttp2Stream,
} from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ANSWER_LIMIT } from '../../../src/drive/transport.js';
import { listening } from '../../support/http-target.js';
import { LOCALHOST } from '../../support/tls-fixture.js';

type Answer = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

const OVER_TLS = { scheme: 'https', ca: LOCALHOST.cert } as const;

async function target(answer: Answer, { http2 = true, ...options }: SecureServerOptions & { http2?: boolean } = {}) {
  const server = createSecureServer({ ...LOCALHOST, allowHTTP1: true, ...options }, (request, response) => {
    if (request.httpVersion !== '2.0') response.end(request.httpVersion);
  });
  const sessions: Http2Session[] = [];
  server.on('session', (session) => sessions.push(session.on('error', () => {})));
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    answer(stream, headers);
  });
  return { ...(await listening(server, { ...OVER_TLS, http2 })), sessions };
}

const ok: Answer = (stream) => {
  stream.respond({ ':status': 200 });
  stream.end('2.0');
};

describe('the transport, where HTTP/2 is wanted', () => {
  it('speaks it to a target that offers it, and keeps the connection', async () => {
    const { ask, sessions } = await target(ok);
    const [first, second] = [await ask({ keepsAnswer: true }), await ask()];
    expect(first).toMatchObject({ status: 200, sizeBytes: 3, answer: { body: '2.0' } });
    expect(first.connectedMs).toBeGreaterThan(first.departedMs);
    expect(first.firstByteMs).toBeGreaterThan(first.connectedMs!);
    expect(second.connectedMs).toBeNull();
    expect(sessions).toHaveLength(1);
  });

  it('speaks HTTP/1.1 to a target that has only that, over TLS or without', async () => {
    const overTls = await listening(
      createHttpsServer(LOCALHOST, (request, response) => response.end(request.httpVersion)),
      {
        ...OVER_TLS,
        http2: true,
      },
    );
    expect((await overTls.ask({ keepsAnswer: true })).answer?.body).toBe('1.1');
    await overTls.ask();
    expect(overTls.connections).toHaveLength(1);
    const plain = await listening(
      createHttpServer((request, response) => response.end(request.httpVersion)),
      { http2: true },
    );
    expect((await plain.ask({ keepsAnswer: true })).answer?.body).toBe('1.1');
  });

  it('speaks HTTP/1.1 where HTTP/2 is not wanted, though the target offers it', async () => {
    const { ask } = await target(ok, { http2: false });
    expect((await ask({ keepsAnswer: true })).answer?.body).toBe('1.1');
  });

  it('sends method, path, host, headers and body, and none that belong to a connection', async () => {
    let seen: IncomingHttpHeaders = {};
    let body = '';
    const { base, ask } = await target(async (stream, headers) => {
      seen = headers;
      for await (const chunk of stream) body += chunk;
      stream.respond({ ':status': 201 });
      stream.end();
    });
    const headers = { 'x-id': '7', connection: 'keep-alive', 'content-type': 'application/json' };
    expect(await ask({ method: 'POST', path: '/orders?x=1', headers, body: '{"é":1}' })).toMatchObject({ status: 201 });
    expect(seen).toMatchObject({
      ':method': 'POST',
      ':path': '/orders?x=1',
      ':authority': base.host,
      'x-id': '7',
      'content-length': '8',
    });
    expect(seen).not.toHaveProperty('connection');
    expect(body).toBe('{"é":1}');
    await ask({ headers: { host: 'localhost' } });
    expect(seen[':authority']).toBe('localhost');
  });

  it.each([
    ['that HTTP/2 has no place for', { te: 'gzip' }],
    ['with a line break', { 'x-id': '1\r\nx-other: 2' }],
    ['whose name is none', { 'x id': '1' }],
  ])('does not send a header %s', async (_, headers) => {
    const { send } = await target(ok);
    expect(await send({ headers })).toMatchObject({ kind: 'not sent' });
    expect(await send()).toMatchObject({ kind: 'answered', connectedMs: null });
  });

  it.each(['HEAD', 'DELETE'])('takes an answer without a body to %s', async (method) => {
    const { ask } = await target((stream) => stream.respond({ ':status': 204 }, { endStream: true }));
    for (let i = 0; i < 2; i++) expect(await ask({ method })).toMatchObject({ status: 204, sizeBytes: 0 });
  });

  it('keeps headers with all their values and the start of the body, and counts the whole', async () => {
    const { ask } = await target((stream) => {
      stream.respond({ ':status': 200, 'set-cookie': ['a=1', 'b=2'], 'x-one': '1' });
      stream.end('x'.repeat(3 * ANSWER_LIMIT));
    });
    const { answer, sizeBytes } = await ask({ keepsAnswer: true });
    expect(answer?.headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-one': ['1'] });
    expect(answer?.headers).not.toHaveProperty(':status');
    expect(answer?.body).toHaveLength(ANSWER_LIMIT);
    expect(sizeBytes).toBe(3 * ANSWER_LIMIT);
  });

  it('tells the first byte of an answer from its last', async () => {
    const { ask } = await target(async (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('slow');
      await sleep(60);
      stream.end('er');
    });
    const { firstByteMs, endedMs } = await ask();
    expect(endedMs - firstByteMs).toBeGreaterThan(50);
  });

  it('sends many requests at once over one connection', async () => {
    const waiting: ServerHttp2Stream[] = [];
    const { ask, sessions } = await target((stream, headers) => {
      if (headers[':path'] === '/first') return ok(stream, headers);
      waiting.push(stream);
      if (waiting.length === 50) for (const each of waiting) ok(each, {});
    });
    await ask({ path: '/first' });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(sessions).toHaveLength(1);
    expect(outcomes.every(({ connectedMs }) => connectedMs === null)).toBe(true);
  });

  it('opens another connection for what is more than the target takes at once', async () => {
    const waiting: ServerHttp2Stream[] = [];
    const { ask, sessions } = await target(
      (stream, headers) => {
        if (headers[':path'] === '/first') return ok(stream, headers);
        waiting.push(stream);
        if (waiting.length === 12) for (const each of waiting) ok(each, {});
      },
      { settings: { maxConcurrentStreams: 4 } },
    );
    await ask({ path: '/first' });
    await Promise.all(Array.from({ length: 12 }, () => ask()));
    expect(sessions.length).toBeGreaterThanOrEqual(3);
    const before = sessions.length;
    for (let i = 0; i < 12; i++) await ask({ path: '/first' });
    expect(sessions).toHaveLength(before);
  });
});

describe('an HTTP/2 connection that ends', () => {
  it('after GOAWAY lets end what is under way, and the next request opens another', async () => {
    const waiting: ServerHttp2Stream[] = [];
    const { ask, sessions } = await target((stream, headers) => {
      if (headers[':path'] === '/slow') waiting.push(stream);
      else ok(stream, headers);
    });
    await ask();
    const slow = ask({ path: '/slow' });
    while (waiting.length === 0) await sleep(1);
    sessions[0]!.goaway();
    await sleep(20);
    expect(await ask()).toMatchObject({ status: 200, connectedMs: expect.any(Number) });
    ok(waiting[0]!, {});
    expect(await slow).toMatchObject({ status: 200 });
    expect(sessions).toHaveLength(2);
  });

  it('is replaced when the target has closed it', async () => {
    const { ask, sessions } = await target(ok);
    await ask();
    sessions[0]!.close();
    await once(sessions[0]!, 'close');
    await sleep(20);
    expect(await ask()).toMatchObject({ status: 200 });
    expect(sessions).toHaveLength(2);
  });

  it('is given up after four idle seconds, and not while an answer is awaited', async () => {
    const { ask, sessions } = await target(async (stream, headers) => {
      await sleep(4500);
      ok(stream, headers);
    });
    expect(await ask({ timeoutMs: 10_000 })).toMatchObject({ status: 200 });
    await once(sessions[0]!, 'close');
    expect(await ask({ timeoutMs: 10_000 })).toMatchObject({ status: 200 });
    expect(sessions).toHaveLength(2);
  });

  it.each<[string, (stream: ServerHttp2Stream) => void, RegExp]>([
    ['the connection is cut', (stream) => stream.session?.socket.destroy(), /./],
    ['the session is destroyed with an error', (stream) => stream.session?.destroy(new Error('boom')), /./],
    ['the stream is refused', (stream) => stream.close(7), /REFUSED_STREAM/],
    ['the stream is cancelled', (stream) => stream.close(8), /CANCEL/],
  ])('fails what is under way when %s, and nothing is sent twice', async (_, breaks, error) => {
    const paths: (string | undefined)[] = [];
    const { send, ask } = await target((stream, headers) => {
      paths.push(headers[':path']);
      if (headers[':path'] === '/breaks') breaks(stream);
      else ok(stream, headers);
    });
    await ask();
    expect(await send({ path: '/breaks' })).toMatchObject({ kind: 'failed', error: expect.stringMatching(error) });
    expect(await ask()).toMatchObject({ status: 200 });
    expect(paths).toEqual(['/', '/breaks', '/']);
  });

  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['the connection is cut', (stream) => stream.session?.socket.destroy()],
    ['the stream breaks with an error', (stream) => stream.destroy(new Error('boom'))],
    ['the session is destroyed', (stream) => stream.session?.destroy()],
  ])('in the middle of an answer is a failure: %s', async (_, breaks) => {
    const { send } = await target((stream) => {
      stream.respond({ ':status': 200 });
      stream.write('half');
      setTimeout(() => breaks(stream), 30);
    });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('only cancels the stream of what timed out', async () => {
    const codes: number[] = [];
    const { send, ask, sessions } = await target((stream, headers) => {
      if (headers[':path'] === '/never') stream.on('close', () => codes.push(stream.rstCode!));
      else ok(stream, headers);
    });
    await ask();
    expect(await send({ path: '/never', timeoutMs: 30 })).toMatchObject({ kind: 'timed out' });
    expect(await ask()).toMatchObject({ connectedMs: null });
    expect(sessions).toHaveLength(1);
    expect(codes).toEqual([8]);
  });
});

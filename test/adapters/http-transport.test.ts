import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpTransport } from '../../src/adapters/http-transport.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { ANSWER_LIMIT } from '../../src/drive/transport.js';
import { listening } from '../support/http-target.js';

const target = (answer: RequestListener) => listening(createServer({ keepAliveTimeout: 60_000 }, answer));

/** A server that reads bytes and writes bytes; each request ends with an empty line. */
const rawTarget = (answer: (socket: Socket, request: string) => void) =>
  listening(
    createTcpServer((socket) => {
      let read = '';
      socket.on('error', () => {});
      socket.setEncoding('latin1').on('data', (text: string) => {
        read += text;
        const end = read.indexOf('\r\n\r\n');
        if (end < 0) return;
        const request = read.slice(0, end);
        read = read.slice(end + 4);
        answer(socket, request);
      });
    }),
  );

const CLOSES_AFTER_10_MS = `
  const server = require('node:net').createServer((socket) => {
    socket.on('error', () => {}).on('data', () => {
      socket.write('HTTP/1.1 204 No Content\\r\\n\\r\\n');
      setTimeout(() => socket.end(), 10);
    });
  });
  server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port));
`;

describe('the HTTP transport', () => {
  it('reports status, size and when the request left and was answered', async () => {
    const { send } = await target((_, response) => response.writeHead(503).end('busy'));
    const outcome = await send();
    expect(outcome).toMatchObject({ kind: 'answered', status: 503, sizeBytes: 4, answer: null });
    expect(outcome.endedMs).toBeGreaterThan(outcome.departedMs);
  });

  it('sends method, headers and body', async () => {
    let seen = '';
    const { send } = await target(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen = `${request.method} ${request.url} ${request.headers['user-agent']} ${request.headers['content-length']} ${body}`;
      response.end();
    });
    await send({ method: 'POST', path: '/orders?x=1', body: '{"é":1}' });
    expect(seen).toBe('POST /orders?x=1 xray-gate/test 8 {"é":1}');
  });

  it('sends the host of the URL, or the one that is given, and other headers as they are', async () => {
    const heads: string[] = [];
    const { base, ask } = await rawTarget((socket, request) => {
      heads.push(request);
      socket.write('HTTP/1.1 204 No Content\r\n\r\n');
    });
    await ask({ headers: { 'x-note': 'a:  b, é' } });
    await ask({ method: 'PUT', headers: { host: 'shop.example.com', connection: 'close', 'content-length': '99' } });
    expect(heads).toEqual([
      `GET / HTTP/1.1\r\nhost: ${base.host}\r\nconnection: keep-alive\r\nx-note: a:  b, é`,
      'PUT / HTTP/1.1\r\nhost: shop.example.com\r\nconnection: close\r\ncontent-length: 0',
    ]);
  });

  it('sends user and password of the URL as authorization, unless another is given', async () => {
    const seen: (string | undefined)[] = [];
    const { base, ask } = await target((request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    });
    const url = new URL(base);
    url.username = 'me';
    url.password = 'a b:c';
    await ask({ url });
    await ask({ url, headers: { authorization: 'Bearer token' } });
    expect(seen).toEqual([`Basic ${btoa('me:a b:c')}`, 'Bearer token']);
  });

  it.each([
    ['a line break in a value', { headers: { 'x-id': '1\r\nx-other: 2' } }, 'invalid x-id header'],
    ['a name that is none', { headers: { 'x id': '1' } }, 'invalid header key'],
    ['a letter that HTTP has not', { headers: { 'x-name': '名' } }, 'invalid x-name header'],
    ['a method that is none', { method: 'GET / HTTP/1.1\r\nx: ' }, 'invalid request method'],
    ['a framing of its own', { headers: { 'transfer-encoding': 'chunked' } }, 'cannot be chosen'],
  ])('does not send %s', async (_, wrong, error) => {
    let requests = 0;
    const { send } = await target((_request, response) => {
      requests += 1;
      response.end();
    });
    expect(await send()).toMatchObject({ kind: 'answered' });
    expect(await send(wrong)).toMatchObject({ kind: 'not sent', error: expect.stringContaining(error) });
    expect(await send()).toMatchObject({ kind: 'answered' });
    expect(requests).toBe(2);
  });

  it('does not follow a redirect: that is the answer', async () => {
    const { send } = await target((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await send()).toMatchObject({ kind: 'answered', status: 302 });
  });

  it.each([
    ['HEAD', { method: 'HEAD' }, 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n', 200],
    ['204', {}, 'HTTP/1.1 204 No Content\r\n\r\n', 204],
    ['304', {}, 'HTTP/1.1 304 Not Modified\r\n\r\n', 304],
    [
      'an interim answer before the one',
      {},
      'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n',
      200,
    ],
  ])('knows that %s has no body, and keeps the connection', async (_, overrides, answer, status) => {
    const { ask, connections } = await rawTarget((socket) => socket.write(answer));
    for (let i = 0; i < 3; i++) expect(await ask(overrides)).toMatchObject({ status, sizeBytes: 0 });
    expect(connections).toHaveLength(1);
  });
});

describe('an answer without a body', () => {
  it.each([204, 304])('may say how long it would have been: %i', async (status) => {
    const { ask } = await rawTarget((socket) =>
      socket.write(`HTTP/1.1 ${status} -\r\ncontent-length: 5\r\netag: a\r\n\r\n`),
    );
    for (let i = 0; i < 2; i++) {
      const { sizeBytes, answer } = await ask({ keepsAnswer: true });
      expect({ sizeBytes, etag: answer?.headers.etag }).toEqual({ sizeBytes: 0, etag: ['a'] });
    }
  });
});

describe('its times', () => {
  it('name the moment when a connection stood that was opened for the request, and none for one that was kept', async () => {
    const { ask } = await target((_, response) => response.end('ok'));
    const [first, second] = [await ask(), await ask()];
    expect(first.connectedMs).toBeGreaterThan(first.departedMs);
    expect(first.firstByteMs).toBeGreaterThan(first.connectedMs!);
    expect(second.connectedMs).toBeNull();
  });

  it('tell the first byte of an answer from its last', async () => {
    const { ask } = await target(async (_, response) => {
      response.writeHead(200).write('slow');
      await sleep(60);
      response.end('er');
    });
    const { departedMs, firstByteMs, endedMs, sizeBytes } = await ask();
    expect(firstByteMs).toBeGreaterThan(departedMs);
    expect(endedMs - firstByteMs).toBeGreaterThan(50);
    expect(sizeBytes).toBe(6);
  });

  it('count the first byte from the status line of the final answer, though its headers come late', async () => {
    const { ask } = await rawTarget(async (socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\n');
      await sleep(60);
      socket.write('HTTP/1.1 200 OK\r\ncontent-le');
      await sleep(60);
      socket.write('ngth: 0\r\n\r\n');
    });
    const { departedMs, firstByteMs, endedMs } = await ask();
    expect(firstByteMs - departedMs).toBeGreaterThan(50);
    expect(endedMs - firstByteMs).toBeGreaterThan(50);
  });

  it('cover the connection too: one that the target never takes is timed out', async () => {
    const server = createTcpServer().on('connection', (socket) => socket.on('error', () => {}));
    const { base, transport } = await listening(server);
    // TLS is asked of a server that never says anything.
    const url = new URL(base.href.replace('http:', 'https:'));
    const request = { url, method: 'GET', headers: {}, body: null, timeoutMs: 50, keepsAnswer: false };
    const outcome = await transport.send(request);
    expect(outcome).toMatchObject({ kind: 'timed out', connectedMs: null });
    expect(outcome.endedMs - outcome.departedMs).toBeGreaterThanOrEqual(49);
  });
});

describe('its connections', () => {
  it('are kept for the next request', async () => {
    const { ask, connections } = await target((_, response) => response.end('ok'));
    for (let i = 0; i < 5; i++) await ask();
    expect(connections).toHaveLength(1);
  });

  it('are as many as requests are under way: none waits for another', async () => {
    const waiting: (() => void)[] = [];
    const { ask, connections } = await target((_, response) => {
      waiting.push(() => response.end('ok'));
      if (waiting.length === 50) for (const answer of waiting) answer();
    });
    await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(connections).toHaveLength(50);
  });

  it.each([
    ['says so', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'],
    ['speaks HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok'],
    ['says that it waits a second', 'HTTP/1.1 200 OK\r\nkeep-alive: timeout=1\r\ncontent-length: 2\r\n\r\nok'],
    ['sends more than the answer', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok HTTP/1.1 200 OK'],
  ])('are not kept where the target %s', async (_, answer) => {
    const { ask, connections } = await rawTarget((socket) => socket.write(answer));
    for (let i = 0; i < 2; i++) expect(await ask()).toMatchObject({ status: 200, sizeBytes: 2 });
    expect(connections).toHaveLength(2);
  });

  it('are given up after four idle seconds', async () => {
    const { ask, connections } = await target((_, response) => response.end('ok'));
    await ask();
    const closedAfterMs = await new Promise<number>((resolve) => {
      const start = performance.now();
      connections[0]!.once('end', () => resolve(performance.now() - start));
    });
    expect(closedAfterMs).toBeGreaterThan(3500);
    expect(await ask()).toMatchObject({ connectedMs: expect.any(Number) });
  });

  it('are not given up while an answer is awaited, however long it takes', async () => {
    const { ask } = await target(async (_, response) => {
      await sleep(4500);
      response.end('ok');
    });
    expect(await ask({ timeoutMs: 10_000 })).toMatchObject({ status: 200 });
  });

  it('are left when the target has closed them, without a request going astray', async () => {
    const { ask, connections } = await target((_, response) => response.end('ok'));
    await ask();
    connections[0]!.end();
    await once(connections[0]!, 'close');
    expect(await ask()).toMatchObject({ status: 200, connectedMs: expect.any(Number) });
  });

  it('are left when the target has closed them and nobody has noticed yet: the request goes over another', async () => {
    // In a thread of its own, so that it closes while this one stands still.
    const worker = new Worker(CLOSES_AFTER_10_MS, { eval: true });
    onTestFinished(async () => void (await worker.terminate()));
    const [port] = await once(worker, 'message');
    const transport = httpTransport(systemClock);
    const url = new URL(`http://127.0.0.1:${port}/`);
    const ask = () =>
      transport.send({ url, method: 'POST', headers: {}, body: '{}', timeoutMs: 5000, keepsAnswer: false });
    await ask();
    // As the driver does: from a timer.
    await sleep(1);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    expect(await ask()).toMatchObject({ kind: 'answered', connectedMs: expect.any(Number) });
    await transport.close();
  });

  it('are left when something comes that nobody asked for', async () => {
    const { ask, connections } = await target((_, response) => response.end('ok'));
    await ask();
    connections[0]!.write('HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n');
    await once(connections[0]!, 'close');
    expect(await ask()).toMatchObject({ status: 200 });
  });
});

describe('a request that asks for its connection to be closed', () => {
  it('is the last on it, whatever the target says', async () => {
    const { ask, connections } = await rawTarget((socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
    for (let i = 0; i < 2; i++) await ask({ headers: { connection: 'close' } });
    expect(connections).toHaveLength(2);
  });
});

describe('an answer that was asked for', () => {
  it('is kept, with every value of a header that came several times', async () => {
    const { ask } = await target((_, response) => {
      response.writeHead(201, { Location: '/orders/1', 'Set-Cookie': ['a=1; Path=/', 'b=2'] }).end('{"é":1}');
    });
    const { answer, sizeBytes } = await ask({ keepsAnswer: true });
    expect(answer?.headers).toMatchObject({ location: ['/orders/1'], 'set-cookie': ['a=1; Path=/', 'b=2'] });
    expect(answer?.body).toBe('{"é":1}');
    expect(sizeBytes).toBe(8);
  });

  it('is cut off at its limit, between letters, and its size is the whole', async () => {
    const { ask } = await target((_, response) => response.end(`a${'é'.repeat(ANSWER_LIMIT)}`));
    const { answer, sizeBytes } = await ask({ keepsAnswer: true });
    expect(sizeBytes).toBe(2 * ANSWER_LIMIT + 1);
    expect(answer?.body).toBe(`a${'é'.repeat(ANSWER_LIMIT / 2 - 1)}`);
  });

  it('is text again where it was compressed, and its size is what was sent', async () => {
    const text = JSON.stringify({ token: 'x'.repeat(10_000) });
    const compressed = gzipSync(text);
    const { ask } = await target((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(compressed),
    );
    const { answer, sizeBytes } = await ask({ keepsAnswer: true, headers: { 'accept-encoding': 'gzip' } });
    expect(answer?.body).toBe(text);
    expect(sizeBytes).toBe(compressed.length);
  });
});

describe('what goes wrong', () => {
  it('calls an answer that does not come in time timed out', async () => {
    const { send } = await target(() => {});
    expect(await send({ timeoutMs: 30 })).toMatchObject({ kind: 'timed out', connectedMs: expect.any(Number) });
  });

  it('calls an answer that starts and never ends timed out', async () => {
    const { send } = await target((_, response) => response.writeHead(200, { 'content-length': '9' }).write('half'));
    expect(await send({ timeoutMs: 50 })).toMatchObject({ kind: 'timed out' });
  });

  it('leaves the connection of what timed out: its late answer is nobody else’s', async () => {
    const { send, ask, connections } = await target(async (request, response) => {
      if (request.url === '/slow') await sleep(60);
      response.end(request.url);
    });
    expect(await send({ path: '/slow', timeoutMs: 30 })).toMatchObject({ kind: 'timed out' });
    expect((await ask({ path: '/quick', keepsAnswer: true })).answer?.body).toBe('/quick');
    expect(connections).toHaveLength(2);
  });

  it('calls a connection that the target breaks failed', async () => {
    const { send } = await target((request) => request.socket.destroy());
    expect(await send()).toMatchObject({
      kind: 'failed',
      error: expect.stringMatching(/before it answered.*ECONNRESET/),
    });
  });

  it('calls an answer that breaks off failed', async () => {
    const { send } = await target((_, response) => {
      response.writeHead(200, { 'content-length': '9' }).write('half', () => response.destroy());
    });
    expect(await send()).toMatchObject({
      kind: 'failed',
      error: expect.stringContaining('in the middle of its answer'),
    });
  });

  it('calls a body in chunks that breaks off failed, and one without a length that ends answered', async () => {
    const { send, ask } = await rawTarget((socket, request) => {
      const framing = request.startsWith('GET /chunked') ? 'transfer-encoding: chunked\r\n\r\n4\r\nhalf' : '\r\nwhole';
      socket.end(`HTTP/1.1 200 OK\r\n${framing}`);
    });
    expect(await send({ path: '/chunked' })).toMatchObject({ kind: 'failed' });
    expect(await ask()).toMatchObject({ status: 200, sizeBytes: 5 });
  });

  it('calls an answer that is no HTTP failed, and says what came', async () => {
    const { send } = await rawTarget((socket) => socket.write('220 mail.example.com ESMTP\r\n'));
    expect(await send()).toMatchObject({
      kind: 'failed',
      error: 'what came is not an answer in HTTP/1.1: Expected HTTP/ (HPE_INVALID_CONSTANT)',
    });
  });

  it('calls a refused connection failed', async () => {
    const server = createServer();
    const { send } = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await send()).toMatchObject({ kind: 'failed', error: expect.stringContaining('ECONNREFUSED') });
  });

  it('says of a name that cannot be resolved that nothing was sent', async () => {
    const { send } = await target(() => {});
    expect(await send({ url: new URL('http://no-such-host.invalid/') })).toMatchObject({ kind: 'not sent' });
  });

  it('calls a kept connection that the target breaks failed as well, and sends nothing twice', async () => {
    let requests = 0;
    const { send } = await target((request, response) => {
      requests += 1;
      if (requests === 2) request.socket.resetAndDestroy();
      else response.end('ok');
    });
    await send();
    expect(await send({ method: 'POST', body: '{}' })).toMatchObject({ kind: 'failed' });
    expect(requests).toBe(2);
  });

  it('settles what is under way when it is closed', async () => {
    const { send, transport } = await target(() => void transport.close());
    expect(await send()).toMatchObject({ kind: 'failed' });
  });
});

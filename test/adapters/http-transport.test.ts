import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpTransport } from '../../src/adapters/http-transport.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import type { OutgoingRequest, Transport } from '../../src/drive/transport.js';

const opened: { server: Server; transport: Transport }[] = [];

afterEach(async () => {
  for (const { server, transport } of opened.splice(0)) {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function target(answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = httpTransport(systemClock);
  opened.push({ server, transport });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = (overrides: Partial<OutgoingRequest> & { path?: string } = {}) =>
    transport.send({
      url: new URL(overrides.path ?? '/', base),
      method: 'GET',
      headers: { 'user-agent': 'xray-gate/test' },
      body: null,
      timeoutMs: 5000,
      ...overrides,
    });
  return { server, send, transport };
}

describe('the HTTP transport', () => {
  it('reports status, size and when the request left and was answered', async () => {
    const { send } = await target((_, response) => response.writeHead(503).end('busy'));
    const outcome = await send();
    expect(outcome).toMatchObject({ kind: 'answered', status: 503, sizeBytes: 4 });
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

  it('keeps its connection for the next request', async () => {
    const ports = new Set<number | undefined>();
    const { send } = await target((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    for (let i = 0; i < 5; i++) await send();
    expect(ports.size).toBe(1);
  });

  it('does not follow a redirect: that is the answer', async () => {
    const { send } = await target((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await send()).toMatchObject({ kind: 'answered', status: 302 });
  });

  it('calls an answer that does not come in time timed out', async () => {
    const { send } = await target(() => {});
    expect(await send({ timeoutMs: 30 })).toMatchObject({ kind: 'timed out' });
  });

  it('calls an answer that starts and never ends timed out', async () => {
    const { send } = await target((_, response) => response.writeHead(200, { 'content-length': '9' }).write('half'));
    expect(await send({ timeoutMs: 50 })).toMatchObject({ kind: 'timed out' });
  });

  it('calls a connection that the target breaks failed', async () => {
    const { send } = await target((request) => request.socket.destroy());
    expect(await send()).toMatchObject({ kind: 'failed', error: expect.stringMatching(/hang up|ECONNRESET/) });
  });

  it('calls an answer that breaks off failed', async () => {
    const { send } = await target((_, response) => {
      response.writeHead(200, { 'content-length': '9' }).write('half', () => response.destroy());
    });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('calls a refused connection failed', async () => {
    const { send, server } = await target(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await send()).toMatchObject({ kind: 'failed', error: expect.stringContaining('ECONNREFUSED') });
  });

  it('says of a name that cannot be resolved that nothing was sent', async () => {
    const { transport } = await target(() => {});
    const url = new URL('http://no-such-host.invalid/');
    expect(await transport.send({ url, method: 'GET', headers: {}, body: null, timeoutMs: 5000 })).toMatchObject({
      kind: 'not sent',
    });
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
});

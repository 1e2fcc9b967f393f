import { createServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listening } from '../../support/http-target.js';
import { EXPIRED, LOCALHOST } from '../../support/tls-fixture.js';

const target = (certificate: { readonly key: string; readonly cert: string }, ca?: string) =>
  listening(
    createServer(certificate, (_, response) => response.end('ok')),
    { scheme: 'https', ...(ca === undefined ? {} : { ca }) },
  );

describe('the transport over TLS', () => {
  it('trusts the authority that is given, and times the connection with its handshake', async () => {
    const { ask, connections } = await target(LOCALHOST, LOCALHOST.cert);
    const [first, second] = [await ask(), await ask()];
    expect(first).toMatchObject({ status: 200, sizeBytes: 2 });
    expect(first.connectedMs).toBeGreaterThan(first.departedMs);
    expect(second.connectedMs).toBeNull();
    expect(connections).toHaveLength(1);
  });

  it('calls a certificate that nobody vouches for a failure, and says what would help', async () => {
    const { send } = await target(LOCALHOST);
    const outcome = await send();
    expect(outcome).toMatchObject({
      kind: 'failed',
      connectedMs: null,
      error: expect.stringMatching(/^this runner does not trust its certificate: .*NODE_EXTRA_CA_CERTS/),
    });
  });

  it('calls an expired certificate a failure', async () => {
    const { send } = await target(EXPIRED, EXPIRED.cert);
    expect(await send()).toMatchObject({
      kind: 'failed',
      error: 'its certificate is not valid: certificate has expired',
    });
  });

  it('asks for the certificate of the host header, and calls one for another name a failure', async () => {
    const { send } = await target(LOCALHOST, LOCALHOST.cert);
    expect(await send({ headers: { host: 'localhost:1234' } })).toMatchObject({ kind: 'answered' });
    expect(await send({ headers: { host: 'shop.example.com' } })).toMatchObject({
      kind: 'failed',
      error: expect.stringMatching(/^its certificate is for another name: .*shop\.example\.com/),
    });
  });

  it('says so when the target does not speak TLS on that port', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { send } = await listening(server, { scheme: 'https' });
    expect(await send()).toMatchObject({
      kind: 'failed',
      error: expect.stringContaining('it does not agree on TLS: '),
    });
  });
});

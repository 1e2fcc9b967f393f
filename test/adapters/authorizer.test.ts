import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { authorizer } from '../../src/adapters/authorizer.js';
import type { ClientCredentials } from '../../src/adapters/oauth-token.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { GateError } from '../../src/errors.js';

const REQUEST: OutgoingRequest = {
  url: new URL('https://api.example.com/orders'),
  method: 'GET',
  headers: { accept: '*/*' },
  body: null,
  timeoutMs: 5000,
  keepsAnswer: false,
};

/** What a token server was asked. */
interface Asked {
  readonly basic: string | null;
  readonly form: Record<string, string>;
}

interface Answered {
  readonly status?: number;
  readonly body?: object | string;
  readonly headers?: Record<string, string>;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A gate whose tokens come from a server that answers with `answer`; time passes by `setup.nowMs`. */
async function setUp(answer: (asked: Asked, count: number) => Answered | Promise<Answered>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    const { status = 200, body = {}, headers = {} } = await answer(one, asked.length);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const tokenUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth2/token`);
  const masked: string[] = [];
  const clock = { nowMs: () => setup.nowMs };
  const authorizes = authorizer(clock, { variable: () => undefined, mask: (secret) => masked.push(secret) }, null);
  const client = {
    kind: 'oauth',
    tokenUrl,
    clientId: 'gate',
    clientSecret: 'hush',
    scope: null,
    audience: null,
  } as const;
  const authorize = (overrides: Partial<ClientCredentials> = {}) => authorizes({ ...client, ...overrides }, REQUEST);
  const authorized = async (overrides: Partial<ClientCredentials> = {}) =>
    (await authorize(overrides)).headers.authorization;
  const setup = { nowMs: 1_000_000, asked, masked, server, authorize, authorized };
  return setup;
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const [, basic] = /^Basic (.*)$/.exec(request.headers.authorization ?? '') ?? [];
  return {
    basic: basic === undefined ? null : Buffer.from(basic, 'base64').toString(),
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}

const token = (count: number, lifeS?: number | string): Answered => ({
  body: { access_token: `token-${count}`, token_type: 'Bearer', expires_in: lifeS },
});

describe('a request of an OAuth client', () => {
  it('carries the token that its server gave, and the log shows stars for it', async () => {
    const { authorized, asked, masked } = await setUp((_, count) => token(count, 3600));
    expect(await authorized({ scope: 'orders:read orders:write', audience: 'https://api.example.com' })).toBe(
      'Bearer token-1',
    );
    expect(asked).toEqual([
      {
        basic: 'gate:hush',
        form: {
          grant_type: 'client_credentials',
          scope: 'orders:read orders:write',
          audience: 'https://api.example.com',
        },
      },
    ]);
    expect(masked).toEqual(['token-1']);
  });

  it('is otherwise what it was', async () => {
    const { authorize } = await setUp((_, count) => token(count));
    expect(await authorize()).toEqual({ ...REQUEST, headers: { accept: '*/*', authorization: 'Bearer token-1' } });
  });

  it('encodes id and secret in HTTP Basic as a form does', async () => {
    const { authorized, asked } = await setUp((_, count) => token(count));
    await authorized({ clientId: 'my-gate_1.0', clientSecret: 'p:ss w%rd+é' });
    expect(asked[0]?.basic).toBe('my-gate_1.0:p%3Ass+w%25rd%2B%C3%A9');
  });

  it.each([
    [401, { error: 'invalid_client' }],
    [400, { error: 'invalid_client' }],
    [401, 'Unauthorized'],
  ])('is tried with the credentials in the body where HTTP Basic gets %i %j', async (status, body) => {
    const { authorized, asked } = await setUp(({ basic }, count) =>
      basic === null ? token(count) : { status, body, headers: { 'www-authenticate': 'Basic realm="x"' } },
    );
    expect(await authorized({ clientSecret: 'p:ss w%rd' })).toBe('Bearer token-2');
    expect(asked[1]).toEqual({
      basic: null,
      form: { grant_type: 'client_credentials', client_id: 'gate', client_secret: 'p:ss w%rd' },
    });
  });
});

describe('a token', () => {
  it('is asked for once by all who want it at the same time', async () => {
    const { authorized, asked } = await setUp((_, count) => token(count));
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => authorized())))).toEqual(
      new Set(['Bearer token-1']),
    );
    expect(asked).toHaveLength(1);
  });

  it('is one for each client, scope and audience', async () => {
    const { authorized } = await setUp((_, count) => token(count));
    expect(await authorized()).toBe('Bearer token-1');
    expect(await authorized({ scope: 'read' })).toBe('Bearer token-2');
    expect(await authorized({ audience: 'read' })).toBe('Bearer token-3');
    expect(await authorized({ clientId: 'other' })).toBe('Bearer token-4');
    expect(await authorized()).toBe('Bearer token-1');
  });

  it.each([
    ['30 s before it expires', 3600, 3570],
    ['whose life is written as text, as well', '3600', 3570],
    ['after half its life where that is short', 20, 10],
    ['30 s before five minutes are over where nothing is said', undefined, 270],
  ])('is renewed %s', async (_, lifeS, renewedS) => {
    const setup = await setUp((_, count) => token(count, lifeS));
    await setup.authorized();
    setup.nowMs += renewedS * 1000 - 1;
    await setup.authorized();
    expect(setup.asked).toHaveLength(1);
    setup.nowMs += 1;
    await setup.authorized();
    await expect.poll(() => setup.authorized()).toBe('Bearer token-2');
    expect(setup.asked).toHaveLength(2);
    expect(setup.masked).toEqual(['token-1', 'token-2']);
  });

  it('serves while it is renewed, and while that fails, until it expires', async () => {
    let up = true;
    const setup = await setUp((_, count) => (up ? token(count, 3600) : { status: 503, body: 'down' }));
    await setup.authorized();
    up = false;
    setup.nowMs += 3_580_000;
    expect(await setup.authorized()).toBe('Bearer token-1');
    await expect.poll(() => setup.asked.length).toBe(2);
    expect(await setup.authorized()).toBe('Bearer token-1');
    setup.nowMs += 20_000;
    await expect(setup.authorized()).rejects.toThrow('HTTP 503: down');
    up = true;
    expect(await setup.authorized()).toMatch(/^Bearer token-\d$/);
  });
});

describe('a token that does not come', () => {
  it.each([
    [
      'says why, in the words of the server',
      { status: 400, body: { error: 'invalid_scope', error_description: 'Unknown scope "x".\n::error::no' } },
      'gave no access token to client "gate": HTTP 400: invalid_scope: Unknown scope "x". ::error::no.',
    ],
    [
      'shows a page in its place',
      { status: 502, body: '<html>Bad Gateway</html>' },
      'HTTP 502: <html>Bad Gateway</html>.',
    ],
    ['is not taken from a redirect', { status: 302, headers: { location: '/elsewhere' }, body: '' }, 'HTTP 302.'],
    ['is not a page', { body: '<html>Sign in</html>' }, 'HTTP 200: the answer is not a JSON object.'],
    ['is not an empty object', { body: {} }, 'HTTP 200: the answer has no "access_token".'],
    ['has no line break', { body: { access_token: 'a\r\nb' } }, 'the answer has no "access_token".'],
    [
      'is not one for something else',
      { body: { access_token: 'a', token_type: 'DPoP' } },
      'the token is of type "DPoP", and only Bearer is known here.',
    ],
  ])('%s', async (_, answer: Answered, message) => {
    const { authorized } = await setUp(() => answer);
    const failure = authorized();
    await expect(failure).rejects.toBeInstanceOf(GateError);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toHaveProperty('remedy', expect.stringContaining('client-secret'));
  });

  it('tells of both ways where both were refused, and never the secret', async () => {
    const { authorized } = await setUp(({ basic }) =>
      basic === null
        ? { status: 400, body: { error: 'unauthorized_client' } }
        : { status: 401, body: { error: 'invalid_client', error_description: 'Unknown client' } },
    );
    const error = await authorized().catch((thrown: Error) => thrown.message);
    expect(error).toContain(
      'HTTP 401: invalid_client: Unknown client with HTTP Basic; HTTP 400: unauthorized_client with the credentials in the body.',
    );
    expect(error).not.toContain('hush');
  });

  it('is asked for again by the next request', async () => {
    const { authorized } = await setUp((_, count) => (count === 1 ? { status: 500 } : token(count)));
    await expect(authorized()).rejects.toThrow('HTTP 500');
    expect(await authorized()).toBe('Bearer token-2');
  });

  it('says that its server cannot be reached', async () => {
    const { authorized, server } = await setUp(() => ({}));
    await new Promise((resolve) => server.close(resolve));
    const failure = authorized();
    await expect(failure).rejects.toThrow(/No access token could be asked for at .*: .*ECONNREFUSED/);
    await expect(failure).rejects.toHaveProperty('remedy', expect.stringContaining('token-url'));
  });
});

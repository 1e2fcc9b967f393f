import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importHar } from '../../src/import/har/har.js';
import type { ScenarioEntry, StepEntry } from '../../src/import/scenario-document.js';
import { renderJson } from '../../src/scenario/template.js';
import { importFixture, workloadOf } from './imported-workload.js';

interface Recorded {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly mimeType: string; readonly text?: string; readonly params?: readonly object[] };
  readonly status?: number;
  readonly answer?: string;
  readonly resourceType?: string;
  readonly page?: string;
  readonly atMs?: number;
  readonly timeMs?: number;
}

const SHOP = 'https://shop.example.com';

function anEntry(recorded: Recorded = {}): object {
  const { method = 'GET', url = `${SHOP}/orders`, headers = {}, body, status = 200, page, atMs = 0 } = recorded;
  return {
    startedDateTime: new Date(Date.UTC(2025, 9, 2) + atMs).toISOString(),
    time: recorded.timeMs ?? 10,
    ...(page === undefined ? {} : { pageref: page }),
    ...(recorded.resourceType === undefined ? {} : { _resourceType: recorded.resourceType }),
    request: {
      method,
      url,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(body === undefined ? {} : { postData: body }),
    },
    response: { status, content: { mimeType: recorded.answer ?? 'application/json' } },
  };
}

function aHar(entries: readonly Recorded[], pages?: readonly object[]): string {
  return JSON.stringify({
    log: { version: '1.2', ...(pages === undefined ? {} : { pages }), entries: entries.map(anEntry) },
  });
}

async function imported(entries: readonly Recorded[], pages?: readonly object[]) {
  const result = await importHar(aHar(entries, pages), 'shop.har');
  await workloadOf(result.document);
  return result;
}

async function theStep(recorded: Recorded) {
  const { document, leftOut } = await imported([recorded]);
  return { step: document.scenarios[0] as Extract<ScenarioEntry, StepEntry>, document, leftOut };
}

describe("a recording of Chrome's", () => {
  test('is a flow for each page, in the order of sending, with its pauses', async () => {
    const { document } = await importFixture('shop.har');
    const flows = document.scenarios.map((scenario) =>
      'steps' in scenario ? [scenario.name, scenario.steps.map(({ think, request }) => [think, request])] : [],
    );
    expect(flows).toEqual([
      [
        '/',
        [
          [undefined, 'GET /me'],
          ['100ms', 'GET /products'],
          ['2400ms', 'GET /products/8841'],
          ['100ms', 'POST /cart/items'],
        ],
      ],
      ['/login', [[undefined, 'POST /sessions']]],
    ]);
  });

  test('holds no secret of the recording any more', async () => {
    const text = JSON.stringify(await importFixture('shop.har'));
    for (const secret of ['eyJhbGci', 'k-3141592653', 'tok_visa', 'wonder', 'session=', 'theme=dark', 'utm_source']) {
      expect(text).not.toContain(secret);
    }
  });

  test('names what is left out and why, and what must be given', async () => {
    expect((await importFixture('shop.har')).leftOut).toEqual([
      '1 request is left out: no method or no http(s) address.',
      '3 requests are left out: images, styles, scripts and fonts are no work of the service.',
      '3 requests are left out: to other origins than https://api.shop.example.com: https://shop.example.com, https://analytics.example.net.',
      '2 requests are left out: OPTIONS and WebSocket, which only prepare for others.',
      '1 request is left out: failed when recorded: GET /recommendations (500).',
      'The value of "bearer-token" looks like a secret and is left out: the environment variable BEARER_TOKEN gives it.',
      'The value of "x-api-key" looks like a secret and is left out: the environment variable X_API_KEY gives it.',
      'The value of "token" looks like a secret and is left out: the environment variable TOKEN gives it.',
      'The value of "password" looks like a secret and is left out: the environment variable PASSWORD gives it.',
      'These requests change something each time they are sent; take out what the deployment must not get: POST /cart/items, POST /sessions.',
    ]);
  });

  test('has headers that all requests share said once', async () => {
    const { document } = await importFixture('shop.har');
    expect(document.headers).toEqual({ accept: 'application/json', 'accept-language': 'en-GB,en;q=0.9' });
  });
});

describe('a recording without pages', () => {
  test('is a scenario for each method and path, as often as recorded', async () => {
    const { document, leftOut } = await imported([
      { url: `${SHOP}/orders?page=1` },
      { url: `${SHOP}/orders?page=2` },
      { url: `${SHOP}/orders?page=2` },
      { url: `${SHOP}/health` },
    ]);
    expect(document.scenarios).toEqual([
      { weight: 3, request: 'GET /orders', query: { page: '2' }, expect: 200 },
      { request: 'GET /health', expect: 200 },
    ]);
    expect(leftOut).toEqual(['The most frequent query and body is taken where several were recorded: GET /orders.']);
  });

  test('keeps its proportions where something was recorded more than a thousand times', async () => {
    const many = Array<Recorded>(2000).fill({ url: `${SHOP}/a` });
    const { document } = await imported([...many, ...Array<Recorded>(500).fill({ url: `${SHOP}/b` })]);
    expect(document.scenarios.map(({ weight }) => weight)).toEqual([1000, 250]);
  });
});

describe('a recorded request', () => {
  test('loses what belongs to the connection, to the browser and to the trace', async () => {
    const { step } = await theStep({
      headers: {
        ':authority': 'shop.example.com',
        Host: 'shop.example.com',
        Connection: 'keep-alive',
        Cookie: 'sid=1',
        'User-Agent': 'Mozilla/5.0',
        'Sec-Fetch-Mode': 'cors',
        'If-None-Match': '"a"',
        'X-Amzn-Trace-Id': 'Root=1-67891233-abcdef012345678912345678',
        traceparent: '00-67891233abcdef012345678912345678-0123456789abcdef-01',
        Referer: SHOP,
        'X-Tenant': 'acme',
      },
    });
    expect(step.headers).toEqual({ 'x-tenant': 'acme' });
  });

  test.each([
    ['JSON', { mimeType: 'application/json', text: '{"a":[1,"{{b}}"]}' }, { json: { a: [1, '\\{{b}}'] } }],
    [
      'a patch, which says its type',
      { mimeType: 'application/merge-patch+json; charset=utf-8', text: '{"a":1}' },
      { json: { a: 1 }, headers: { 'content-type': 'application/merge-patch+json; charset=utf-8' } },
    ],
    [
      'a form',
      { mimeType: 'application/x-www-form-urlencoded', text: 'a=1&b=x+y&a=2' },
      { form: { a: ['1', '2'], b: 'x y' } },
    ],
    [
      "a form as Firefox's parameters",
      { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: 'x y' }] },
      { form: { a: 'x y' } },
    ],
    ['text', { mimeType: 'text/plain', text: 'hello' }, { body: 'hello', headers: { 'content-type': 'text/plain' } }],
    [
      'JSON that is none as text',
      { mimeType: 'application/json', text: '{"a":' },
      { body: '{"a":', headers: { 'content-type': 'application/json' } },
    ],
    [
      'JSON with a number too long for a number as text',
      { mimeType: 'application/json', text: '{"a":12345678901234567890}' },
      { body: '{"a":12345678901234567890}', headers: { 'content-type': 'application/json' } },
    ],
  ])('sends its body as %s', async (_, body, expected) => {
    const { step } = await theStep({ method: 'POST', body, status: 201 });
    expect(step).toEqual({ request: 'POST /orders', ...expected, expect: 201 });
  });

  test('that the browser answered from its cache is expected to be answered whole', async () => {
    expect((await theStep({ status: 304 })).step.expect).toBe(200);
  });

  test.each([
    ['a bearer token', { authorization: 'Bearer abc' }, { auth: { bearer: '{{bearer-token}}' } }],
    [
      'a user and a password',
      { authorization: `Basic ${Buffer.from('alice:wonder').toString('base64')}` },
      { auth: { basic: { user: '{{basic-user}}', password: '{{basic-password}}' } } },
    ],
    [
      'a signature of AWS, which is made anew',
      {
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20251002/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=0a',
        'x-amz-date': '20251002T091400Z',
        'x-amz-security-token': 'secret',
      },
      { auth: { sigv4: { service: 'execute-api', region: 'eu-west-1' } } },
    ],
    ['another scheme', { authorization: 'Token abc' }, { headers: { authorization: '{{authorization}}' } }],
    ['an API key', { 'X-API-Key': 'abc' }, { headers: { 'x-api-key': '{{x-api-key}}' } }],
  ])('gets %s from the environment', async (_, headers, expected) => {
    const { step, document } = await theStep({ headers });
    expect(step).toEqual({ request: 'GET /orders', ...expected, expect: 200 });
    expect(JSON.stringify(document)).not.toMatch(/abc|wonder|AKID/);
  });

  test('gets secrets of its path, query and body from the environment, equal ones once', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';
    const { step, document } = await theStep({
      method: 'POST',
      url: `${SHOP}/reset/${token}?key=k1&key=k2&page=1&broken=%ZZ&sig=s%2F1`,
      body: {
        mimeType: 'application/json',
        text: JSON.stringify({
          user: 'alice',
          password: 'wonder',
          again: { password: 'wonder', credentials: { a: 'x1', b: ['x2'] } },
          otp: 123456,
          max_tokens: 100,
          note: `see ${token} there`,
        }),
      },
    });
    expect(step.request).toBe('POST /reset/{{token}}?key={{key}}&key={{key-2}}&page=1&broken=%ZZ&sig={{sig}}');
    expect(step.json).toEqual({
      user: 'alice',
      password: '{{password}}',
      again: { password: '{{password}}', credentials: { a: '{{credentials}}', b: ['{{credentials-2}}'] } },
      otp: '{{otp}}',
      max_tokens: 100,
      note: 'see {{token}} there',
    });
    expect(JSON.stringify(document)).not.toMatch(/eyJ|wonder|123456|k1|x1/);
  });

  test('is sent as it was recorded, whatever is in its body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('{', '}', '\\', 'a', '"', ' ', '.') }), async (text) => {
        const body = { mimeType: 'application/json', text: JSON.stringify({ a: text }) };
        const { document } = await theStep({ method: 'POST', body });
        const [scenario] = (await workloadOf(document)).scenarios;
        const sent = scenario?.steps[0]?.body;
        expect(sent?.kind === 'json' ? renderJson(sent.value, new Map()) : sent).toEqual({ a: text });
      }),
    );
  });
});

describe('the service', () => {
  const page = { resourceType: 'document', answer: 'text/html' };
  const call = { resourceType: 'xhr' };
  const requestsOf = async (entries: readonly Recorded[]) =>
    (await imported(entries)).document.scenarios.map((scenario) => ('request' in scenario ? scenario.request : ''));

  test("is the API on the page's site, even where a tracker is asked more often", async () => {
    const tracker = { ...call, url: 'https://tracker.example.net/collect', method: 'POST' };
    expect(
      await requestsOf([
        { ...page, url: 'https://www.example.co.uk/' },
        { ...call, url: 'https://api.example.co.uk/orders' },
        { ...call, url: 'https://api.example.co.uk/carts' },
        tracker,
        tracker,
        tracker,
      ]),
    ).toEqual(['GET /orders', 'GET /carts']);
  });

  test('is the page itself where it renders its answers', async () => {
    expect(
      await requestsOf([
        { ...page, url: `${SHOP}/` },
        { ...page, url: `${SHOP}/cart` },
        { ...call, url: 'https://consent.example.net/a' },
        { ...call, url: 'https://consent.example.net/b' },
        { ...call, url: 'https://consent.example.net/c' },
      ]),
    ).toEqual(['GET /', 'GET /cart']);
  });

  test('is on another site where the page alone has nothing but itself', async () => {
    expect(
      await requestsOf([
        { ...page, url: 'https://d111111abcdef8.cloudfront.net/' },
        { ...call, url: 'https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod/orders' },
        { ...call, url: 'https://tracker.example.net/collect', answer: 'image/x', method: 'POST' },
      ]),
    ).toEqual(['GET /prod/orders']);
  });

  test('is what was asked most often where there is no page', async () => {
    expect(await requestsOf([{ url: 'https://a.example.com/a' }, { url: 'https://b.example.com/b' }])).toEqual([
      'GET /a',
    ]);
  });
});

test('a pause is at most 5 s, and none where requests overlap', async () => {
  const entries = [
    { page: 'p', atMs: 0, timeMs: 1000 },
    { page: 'p', atMs: 500, timeMs: 10 },
    { page: 'p', atMs: 60_000 },
  ];
  const { document } = await imported(entries, [{ id: 'p', title: 'Shop' }]);
  const [flow] = document.scenarios;
  expect(flow?.name).toBe('Shop');
  expect(flow !== undefined && 'steps' in flow ? flow.steps.map(({ think }) => think) : null).toEqual([
    undefined,
    undefined,
    '5000ms',
  ]);
});

test.each([
  ['cut off', '{"log": {"entries": [', /is not a HAR file: .*JSON/],
  ['without entries', '{"log": {}}', /has no "log" with a list of "entries"/],
  [
    'of assets alone',
    aHar([{ url: `${SHOP}/a.png`, answer: 'image/png' }]),
    /holds no request .* 1 request is left out: images/,
  ],
  ['of failures alone', aHar([{ status: 0 }]), /failed when recorded: GET \/orders \(no answer\)/],
  ['with a body where none is sent', aHar([{ body: { mimeType: 'text/plain', text: 'a' } }]), /GET with a body/],
])('a recording %s says what is wrong', async (_, text, message) => {
  await expect(importHar(text, 'shop.har')).rejects.toThrow(message);
});

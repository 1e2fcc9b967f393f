import { describe, expect, test } from 'vitest';
import { type Driven, drive } from '../../src/drive/driver.js';
import type { Slot } from '../../src/drive/plan.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { GateError } from '../../src/errors.js';
import { parseTemplate } from '../../src/scenario/template.js';
import type { Step } from '../../src/scenario/workload.js';
import { aSlot, aStep } from '../support/exchange-builder.js';
import { FakeTransport, type Reply } from '../support/fake-transport.js';
import { EPOCH_MS } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

type Script = (request: OutgoingRequest, number: number) => Reply;

const says = (body: unknown, headers: Record<string, string[]> = {}, status = 200): Reply => ({
  kind: 'answered',
  afterMs: 10,
  status,
  answer: { headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
});

async function driven(
  slot: Slot,
  script: Script,
  authorize = async (_: unknown, request: OutgoingRequest) => request,
  candidateUrl = 'https://green.example.com/prod',
) {
  const clock = new VirtualClock();
  const transport = new FakeTransport(clock, script);
  const settings = {
    candidateUrl: new URL(candidateUrl),
    baselineUrl: new URL('https://blue.example.com'),
    userAgent: 'gate',
    warmUpAgent: 'warm-up',
    timeoutMs: 10_000,
    pairWaitMs: 1000,
    inFlightCap: 500,
    mustAnswer: false,
  };
  const randomBytes = (count: number) => new Uint8Array(count).fill(7);
  const result: Driven = await clock.run(drive([slot], settings, { transport, clock, randomBytes, authorize }));
  const sent = transport.departures.map(({ request: { method, url, body } }) => {
    const host = url.host.split('.')[0];
    return `${host} ${method} ${url.pathname}${url.search}${body === null ? '' : ` ${body}`}`;
  });
  return { ...result, exchanges: [...result.exchanges], sent, departures: transport.departures };
}

function flow(...steps: Step[]): Slot {
  return aSlot({ scenario: { name: 'flow', weight: 1, steps } });
}

const field = (name: string, value: string) => ({ name, value: parseTemplate(value) });
const template = (path: string) => ({ path: parseTemplate(path) });
const keepsOrder = { name: 'order', from: { kind: 'json', pointer: '/order/id' } } as const;
const byOrder: Step = { ...aStep(), ...template('/orders/{{order}}') };
const placesOrder = aStep({ method: 'POST', keeps: [keepsOrder] });

describe('a scenario of several steps', () => {
  test('goes on with what an answer said, percent-encoded in the path', async () => {
    const { sent, exchanges } = await driven(flow(placesOrder, byOrder), (_, n) =>
      n === 0 ? says({ order: { id: 'a/1 b' } }) : says(''),
    );
    expect(sent).toEqual(['green POST /prod/orders', 'green GET /prod/orders/a%2F1%20b']);
    expect(exchanges.map(({ step, unexpected }) => [step, unexpected])).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  test('keeps a header, and a number as a number', async () => {
    const slot = flow(
      aStep({
        keeps: [
          { name: 'place', from: { kind: 'header', name: 'location' } },
          { name: 'count', from: { kind: 'json', pointer: '/a~1b/0' } },
        ],
      }),
      aStep({
        method: 'PUT',
        body: {
          kind: 'json',
          value: {
            kind: 'object',
            members: [
              ['at', { kind: 'text', text: parseTemplate('{{place}}') }],
              ['n', { kind: 'text', text: parseTemplate('{{count}}') }],
            ],
          },
        },
      }),
    );
    const { sent } = await driven(slot, () => says({ 'a/b': [3] }, { location: ['/o/1'] }));
    expect(sent[1]).toBe('green PUT /prod/orders {"at":"/o/1","n":3}');
  });

  test.each([
    ['there is nothing to keep', says({}), 'nothing to keep as "order" at /order/id'],
    ['the answer is no JSON', says('<html>'), 'nothing to keep as "order" at /order/id'],
    ['the answer is an error', says({ order: { id: 1 } }, {}, 404), null],
    ['no answer came', { kind: 'timed out', afterMs: 10_000 } as const, null],
  ])(
    'ends where %s',
    async (_, reply, unexpected) => {
      const slot = flow(placesOrder, byOrder);
      const { exchanges, sent } = await driven({ ...slot, sides: ['candidate'] }, (__, n) =>
        n === 0 ? reply : says(''),
      );
      expect(sent).toHaveLength(1);
      expect(exchanges[0]?.unexpected).toBe(unexpected);
    },
    5000,
  );

  test('says which status was not expected, and ends; one that was goes on, whatever it is', async () => {
    const slot = flow(
      aStep({ expected: [{ from: 404, to: 404 }] }),
      aStep({ expected: [{ from: 200, to: 299 }] }),
      aStep(),
    );
    const { exchanges } = await driven(slot, (_, n) => says('', {}, n === 0 ? 404 : 302));
    expect(exchanges.map(({ unexpected }) => unexpected)).toEqual([null, 'status 302']);
  });

  test('thinks between its steps', async () => {
    const { departures, exchanges } = await driven(flow(aStep(), aStep({ thinkMs: 400 })), () => says(''));
    expect(departures.map(({ atMs }) => atMs - EPOCH_MS - 20)).toEqual([0, 410]);
    expect(exchanges.map(({ plannedMs, outcome }) => outcome.departedMs - plannedMs)).toEqual([0, 0]);
  });

  test('has cookies of its own', async () => {
    const { departures } = await driven(flow(aStep(), aStep(), aStep()), (_, n) =>
      n === 0
        ? says('', { 'set-cookie': ['session=1; Path=/; HttpOnly', 'gone=1; Path=/'] })
        : says('', { 'set-cookie': ['gone=; Path=/; Max-Age=0'] }),
    );
    expect(departures.map(({ request }) => request.headers.cookie)).toEqual([
      undefined,
      'session=1; gone=1',
      'session=1',
    ]);
  });

  test('sends the cookies of its own headers too, and of the same name the one that an answer set', async () => {
    const steps = [aStep(), aStep(), aStep({ headers: [field('cookie', 'a=0')] })].map((step, i) =>
      i === 2 ? step : { ...step, headers: [field('cookie', 'consent=all; theme=dark=er; session=0')] },
    );
    const { departures } = await driven(flow(...steps), (_, n) =>
      says('', n === 0 ? { 'set-cookie': ['session=1; Path=/', 'theme=; Path=/; Max-Age=0'] } : {}),
    );
    expect(departures.map(({ request }) => request.headers.cookie)).toEqual([
      'consent=all; theme=dark=er; session=0',
      'consent=all; theme=dark=er; session=1',
      'a=0; session=1',
    ]);
  });

  test('side by side: each step on both sides before the next, each with what its own side said', async () => {
    const slot: Slot = { ...flow(placesOrder, byOrder), sides: ['candidate', 'baseline'] };
    const { sent } = await driven(slot, ({ url }) => says({ order: { id: url.host.startsWith('green') ? 1 : 2 } }));
    expect(sent).toEqual([
      'green POST /prod/orders',
      'blue POST /orders',
      'green GET /prod/orders/1',
      'blue GET /orders/2',
    ]);
  });

  test('goes on alone on the side that can', async () => {
    const slot: Slot = { ...flow(placesOrder, byOrder), sides: ['candidate', 'baseline'] };
    const { sent } = await driven(slot, ({ url }) =>
      url.host.startsWith('green') ? says({}, {}, 500) : says({ order: { id: 2 } }),
    );
    expect(sent).toEqual(['green POST /prod/orders', 'blue POST /orders', 'blue GET /orders/2']);
  });
});

describe('a link in an answer', () => {
  const keepsPlace = aStep({
    method: 'POST',
    path: '/orders?x=1',
    keeps: [{ name: 'place', from: { kind: 'header', name: 'location' } }],
  });
  const follows: Step = { ...aStep(), ...template('{{place}}') };

  test.each([
    ['/prod/orders/7', '/prod/orders/7'],
    ['/else/7?full=1#top', '/else/7?full=1'],
    ['https://green.example.com/orders/a%2Fb', '/orders/a%2Fb'],
    ['HTTPS://Green.example.com:443', '/'],
    ['//green.example.com/a', '/a'],
    ['7', '/prod/7'],
    ['../7', '/7'],
    ['?page=2', '/prod/orders?page=2'],
    ['/a b/é', '/a%20b/%C3%A9'],
  ])('is followed where it leads to the same host: %s', async (location, path) => {
    const { sent } = await driven(flow(keepsPlace, follows), () => says('', { location: [location] }, 201));
    expect(sent[1]).toBe(`green GET ${path}`);
  });

  test.each([
    ['https://blue.example.com/orders/7', 'header location leads to another host, https://blue.example.com'],
    ['http://green.example.com/orders/7', 'header location leads to another host, http://green.example.com'],
    ['//cdn.example.com', 'header location leads to another host, https://cdn.example.com'],
    ['mailto:shop@green.example.com', 'header location leads to another host, mailto:'],
    ['https://', 'header location is no address'],
  ])('is an error where it leads elsewhere: %s', async (location, unexpected) => {
    const { sent, exchanges } = await driven(flow(keepsPlace, follows), () => says('', { location: [location] }));
    expect(exchanges.map((exchange) => exchange.unexpected)).toEqual([unexpected]);
    expect(sent).toHaveLength(1);
  });

  test('may stand in JSON, and have fields of the query added; a number is none', async () => {
    const keeps = [{ name: 'place', from: { kind: 'json', pointer: '/links/self' } } as const];
    const steps = [aStep({ keeps }), { ...follows, query: [field('full', '1')] }];
    const said = await driven(flow(...steps), () => says({ links: { self: '/orders/7?a=1' } }));
    expect(said.sent[1]).toBe('green GET /orders/7?a=1&full=1');
    const { exchanges } = await driven(flow(...steps), () => says({ links: { self: 7 } }));
    expect(exchanges.map((exchange) => exchange.unexpected)).toEqual(['/links/self is no address']);
  });

  test('that no step follows is kept as it is', async () => {
    const step = aStep({ headers: [field('x-place', '{{place}}')] });
    const { departures } = await driven(flow(keepsPlace, step), () =>
      says('', { location: ['https://else.example.com/a'] }),
    );
    expect(departures[1]?.request.headers['x-place']).toBe('https://else.example.com/a');
  });

  test('to a function is what it says: it has no paths', async () => {
    const { exchanges } = await driven(
      flow(keepsPlace, follows),
      () => says('', { location: ['https://else/1'] }),
      undefined,
      'lambda:shop',
    );
    expect(exchanges.map((exchange) => exchange.unexpected)).toEqual([null, null]);
  });
});

describe('a request', () => {
  const values = new Map<string, string | number>([
    ['sku', 'a b&c'],
    ['n', 2],
  ]);
  test('has its query encoded, its headers filled in, and ours beside them', async () => {
    const step = aStep({ query: [field('sku', '{{sku}}'), field('n', '{{n}}')], headers: [field('x-sku', '{{sku}}')] });
    const { sent, departures } = await driven({ ...flow(step), values }, () => says(''));
    expect(sent).toEqual(['green GET /prod/orders?sku=a+b%26c&n=2']);
    expect(departures[0]?.request.headers).toMatchObject({ 'x-sku': 'a b&c', 'user-agent': 'gate', accept: '*/*' });
  });

  test('may be a form', async () => {
    const step = aStep({ method: 'POST', body: { kind: 'form', fields: [field('sku', '{{sku}}')] } });
    const { sent, departures } = await driven({ ...flow(step), values }, () => says(''));
    expect(sent).toEqual(['green POST /prod/orders sku=a+b%26c']);
    expect(departures[0]?.request.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('that would have a line break in a header is not sent, and says so', async () => {
    const step = aStep({ headers: [field('x-sku', '{{sku}}')] });
    const slot = { ...flow(aStep(), step), values: new Map([['sku', 'a\nb']]) };
    const { exchanges, sent } = await driven(slot, () => says(''));
    expect(sent).toHaveLength(1);
    expect(exchanges[1]?.outcome).toMatchObject({
      kind: 'not sent',
      error: 'header "x-sku" would have a line break or a character beyond Latin 1',
    });
  });

  test('whose path an answer would lead elsewhere is not sent; one that no URL can hold is mended', async () => {
    const ask = async (x: string) => driven({ ...flow(byOrder), values: new Map([['order', x]]) }, () => says(''));
    expect((await ask('..')).exchanges[0]?.outcome).toMatchObject({
      kind: 'not sent',
      error: 'its path would have the part "..", which leads elsewhere',
    });
    expect((await ask('\ud800')).sent).toEqual(['green GET /prod/orders/%EF%BF%BD']);
  });

  test('is authorized at the moment of sending', async () => {
    const auth = { kind: 'sigv4', service: 'execute-api', region: null } as const;
    const { departures } = await driven(
      flow(aStep({ auth })),
      () => says(''),
      async (_, request) => ({
        ...request,
        headers: { ...request.headers, authorization: 'signed' },
      }),
    );
    expect(departures[0]?.request.headers.authorization).toBe('signed');
  });

  test('that cannot be authorized ends the run with that error', async () => {
    const auth = { kind: 'sigv4', service: 'execute-api', region: null } as const;
    const refused = driven(
      flow(aStep({ auth })),
      () => says(''),
      async () => {
        throw new GateError('No credentials.', 'Configure them.');
      },
    );
    await expect(refused).rejects.toThrow('No credentials.');
  });
});

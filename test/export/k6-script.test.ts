import { describe, expect, test } from 'vitest';
import { parseExternalAgent } from '../../src/collect/external-agent.js';
import { readLink } from '../../src/drive/link.js';
import { k6Script } from '../../src/export/k6-script.js';
import type { Scenario, Step } from '../../src/scenario/workload.js';
import { aScenario, aStep } from '../support/exchange-builder.js';
import { anExport, field, RUN_ID, workloadOf } from './exported-builder.js';
import { type K6Reply, type K6Request, type K6Run, loadK6Script } from './fake-k6.js';

const agentOf = ({ params }: K6Request) => parseExternalAgent(params.headers['user-agent'] ?? '');
const hostOf = ({ url }: K6Request) => new URL(url).host.split('.')[0];
const shown = (request: K6Request) => `${hostOf(request)} ${request.method} ${new URL(request.url).pathname}`;

function flow(...steps: Step[]): Scenario {
  return { name: 'flow', weight: 1, steps };
}

function loaded(scenarios: readonly Scenario[], reply?: (request: K6Request, number: number) => K6Reply): K6Run {
  return loadK6Script(k6Script(anExport({ workload: workloadOf(scenarios) })), reply);
}

function ran(scenario: Scenario, reply?: (request: K6Request, number: number) => K6Reply): readonly K6Request[] {
  const run = loaded([scenario], reply);
  run.slot();
  return run.requests;
}

describe('a slot of a k6 script', () => {
  test('sends one request to each side, under an agent that tells run, side, slot and step', () => {
    const [first, second, ...more] = ran(aScenario());
    expect(more).toEqual([]);
    const agents = [agentOf(first!), agentOf(second!)];
    expect(new Set(agents.map((agent) => agent?.side))).toEqual(new Set(['baseline', 'candidate']));
    expect(agents[0]?.slot).toBe(agents[1]?.slot);
    expect(agents[0]).toMatchObject({ runId: RUN_ID, scenario: 0, step: 0 });
    for (const request of [first!, second!]) {
      const green = agentOf(request)?.side === 'candidate';
      expect(request.url).toBe(green ? 'https://green.example.com/prod/orders' : 'https://blue.example.com/orders');
      expect(request.params).toMatchObject({ redirects: 0, timeout: 10_000, responseType: 'none' });
    }
  });

  test('sends to the candidate alone where there is no baseline', () => {
    const { slot, requests } = loadK6Script(k6Script(anExport({ baselineUrl: null })));
    slot();
    expect(requests.map((request) => agentOf(request)?.side)).toEqual(['candidate']);
  });

  test('has ids of its own for each request, the same in both headers', () => {
    const { slot, requests } = loaded([aScenario()]);
    const beforeS = Math.floor(Date.now() / 1000);
    for (let i = 0; i < 20; i += 1) slot(i);
    const ids = requests.map(({ params: { headers } }) => {
      const { epoch, random, parent } =
        /^Root=1-(?<epoch>[0-9a-f]{8})-(?<random>[0-9a-f]{24});Parent=(?<parent>[0-9a-f]{16});Sampled=1$/.exec(
          headers['x-amzn-trace-id'] ?? '',
        )?.groups ?? {};
      expect(headers.traceparent).toBe(`00-${epoch}${random}-${parent}-01`);
      expect(Number.parseInt(epoch ?? '', 16) - beforeS).toBeLessThanOrEqual(1);
      expect(parent).not.toBe('0'.repeat(16));
      return random;
    });
    expect(new Set(ids).size).toBe(40);
    expect(new Set(requests.map((request) => agentOf(request)?.slot)).size).toBe(20);
  });

  test('asks each side first about half of the time', () => {
    const { slot, requests } = loaded([aScenario()]);
    for (let i = 0; i < 1000; i += 1) slot(i % 20);
    const baselineFirst = requests.filter((request, i) => i % 2 === 0 && hostOf(request) === 'blue').length;
    // Six standard deviations of 1000 fair coins.
    expect(Math.abs(baselineFirst - 500)).toBeLessThan(95);
  });

  test('draws scenarios by their weights', () => {
    const { slot, requests } = loaded([aScenario({ path: '/a' }, { weight: 3 }), aScenario({ path: '/b' })]);
    for (let i = 0; i < 1000; i += 1) slot(i % 20);
    const asked = requests
      .filter((request) => hostOf(request) === 'blue')
      .map((request) => new URL(request.url).pathname);
    expect(Math.abs(asked.filter((path) => path === '/a').length - 750)).toBeLessThan(83);
    for (const request of requests) {
      expect(agentOf(request)?.scenario).toBe(request.url.endsWith('/a') ? 0 : 1);
    }
  });

  test('gives both sides the same values, drawn anew for each slot', () => {
    const step = aStep({ headers: [field('x-n', '{{n}}'), field('x-sku', '{{sku.id}}')] });
    const workload = workloadOf([flow(step)], {
      n: { kind: 'range', from: 1, to: 3 },
      sku: { kind: 'one of', values: [{ id: 'a' }, { id: 'b' }] },
    });
    const { slot, requests } = loadK6Script(k6Script(anExport({ workload })));
    for (let i = 0; i < 200; i += 1) slot(i % 20);
    const drawn = requests.map(({ params: { headers } }) => `${headers['x-n']}${headers['x-sku']}`);
    for (let i = 0; i < drawn.length; i += 2) expect(drawn[i]).toBe(drawn[i + 1]);
    expect(new Set(drawn)).toEqual(new Set(['1a', '1b', '2a', '2b', '3a', '3b']));
  });

  test('beyond what was planned does nothing', () => {
    const { slot, warmUp, requests } = loadK6Script(k6Script(anExport({ warmUpSlots: 5 })));
    slot(20);
    warmUp(5);
    expect(requests).toEqual([]);
    slot(19);
    warmUp(4);
    expect(requests).toHaveLength(4);
  });

  test('of warm-up has another agent', () => {
    const { warmUp, requests } = loadK6Script(k6Script(anExport({ warmUpSlots: 5 })));
    warmUp();
    const agents = requests.map(({ params }) => params.headers['user-agent']);
    expect(agents).toEqual(Array(2).fill(`xray-gate-warm-up/1.4.0 run-${RUN_ID}`));
  });
});

describe('a scenario of several steps in k6', () => {
  const keepsOrder = { name: 'order', from: { kind: 'json', pointer: '/order/a~1b/0' } } as const;
  const placesOrder = aStep({ method: 'POST', keeps: [keepsOrder] });
  const byOrder = { ...aStep(), path: field('', '/orders/{{order}}').value };
  const says = (order: unknown): K6Reply => ({ body: JSON.stringify({ order: { 'a/b': [order] } }) });

  test('goes step by step over both sides, each with what its own side said', () => {
    const sent = ran(flow(placesOrder, byOrder), (request) => says(hostOf(request) === 'green' ? 1 : 'x y'));
    expect(new Set(sent.slice(0, 2).map(shown))).toEqual(new Set(['green POST /prod/orders', 'blue POST /orders']));
    expect(new Set(sent.slice(2).map(shown))).toEqual(new Set(['green GET /prod/orders/1', 'blue GET /orders/x%20y']));
    expect(sent.map((request) => agentOf(request)?.step)).toEqual([0, 0, 1, 1]);
    expect(new Set(sent.map((request) => agentOf(request)?.slot)).size).toBe(1);
    expect(sent.slice(0, 2).map(hostOf)).toEqual(sent.slice(2).map(hostOf));
    expect(sent[0]?.params.responseType).toBe('text');
  });

  test('keeps a header', () => {
    const step = aStep({ keeps: [{ name: 'order', from: { kind: 'header', name: 'location' } }] });
    const sent = ran(flow(step, byOrder), () => ({ headers: { Location: '7' } }));
    expect(sent.slice(2).map(shown).toSorted()).toEqual(['blue GET /orders/7', 'green GET /prod/orders/7']);
    expect(sent[0]?.params.responseType).toBe('none');
  });

  const keepsPlace = aStep({
    path: '/orders?x=1',
    keeps: [{ name: 'place', from: { kind: 'header', name: 'location' } }],
  });
  const follows: Step = { ...aStep(), path: field('', '{{place}}').value };

  test.each([
    ['/prod/orders/7', '/prod/orders/7'],
    ['/else/7?full=1#top', '/else/7?full=1'],
    ['https://green.example.com/orders/a%2Fb', '/orders/a%2Fb'],
    ['HTTPS://me@Green.example.com:443', '/'],
    ['//green.example.com/a', '/a'],
    ['7', '/prod/7'],
    ['../a/./7', '/a/7'],
    ['?page=2', '/prod/orders?page=2'],
    ['', '/prod/orders?x=1'],
    ['/a b/é{}^"?é\'"', '/a%20b/%C3%A9%7B%7D%5E%22?%C3%A9%27%22'],
  ])('follows a link to the same host, as the gate itself does: %s', (location, path) => {
    expect(readLink(location, new URL('https://green.example.com/prod/orders?x=1'))).toEqual({ kind: 'within', path });
    const sent = ran(flow(keepsPlace, follows), () => ({ headers: { Location: location } }));
    expect(sent.find((request, i) => i > 1 && hostOf(request) === 'green')?.url).toBe(
      `https://green.example.com${path}`,
    );
  });

  test.each([
    ['https://cdn.example.com/orders/7'],
    ['http://green.example.com/orders/7'],
    ['//green.example.com:8443/orders/7'],
    ['mailto:shop@green.example.com'],
  ])('ends where a link leads to another host: %s', (location) => {
    const sent = ran(flow(keepsPlace, follows), () => ({ headers: { Location: location } }));
    expect(sent).toHaveLength(2);
  });

  test.each<[string, K6Reply, Partial<Step>]>([
    ['there is nothing to keep', { body: '{}' }, {}],
    ['the answer is no JSON', { body: '<html>' }, {}],
    ['the answer is an error', { ...says(1), status: 404, errorCode: 1404 }, {}],
    ['no answer came', { status: 0, errorCode: 1050 }, {}],
    ['the answer broke off', { ...says(1), errorCode: 1220 }, {}],
    ['the status is not expected', { ...says(1), status: 302 }, { expected: [{ from: 200, to: 299 }] }],
  ])('ends on the side where %s, and goes on where it can', (_, reply, overrides) => {
    const sent = ran(flow({ ...placesOrder, ...overrides }, byOrder), (request) =>
      hostOf(request) === 'green' ? reply : says(2),
    );
    expect(sent.slice(2).map(shown)).toEqual(['blue GET /orders/2']);
  });

  test('goes on where an error is expected, and tells k6 what is', () => {
    const step = aStep({
      expected: [
        { from: 404, to: 404 },
        { from: 200, to: 299 },
      ],
    });
    const sent = ran(flow(step, aStep()), () => ({ status: 404, errorCode: 1404 }));
    expect(sent).toHaveLength(4);
    expect(sent[0]?.params.responseCallback).toEqual([
      { min: 404, max: 404 },
      { min: 200, max: 299 },
    ]);
    expect(sent[2]?.params.responseCallback).toEqual([{ min: 200, max: 399 }]);
  });

  test('has cookies of its own on each side, and none of the slot before', () => {
    const { slot, requests } = loaded([flow(aStep(), aStep())], (request) => ({
      cookies: [`side=${hostOf(request)}; Path=/`],
    }));
    slot(0);
    slot(1);
    for (const request of requests) {
      expect(request.cookie).toBe(agentOf(request)?.step === 0 ? '' : `side=${hostOf(request)}`);
    }
  });

  test('sends the cookies of its own headers too, and of the same name the one that an answer set', () => {
    const step = aStep({ headers: [field('cookie', 'consent=all; session=0')] });
    const sent = ran(flow(step, step), () => ({ cookies: ['session=1; Path=/'] }));
    expect(sent.map(({ cookie }) => cookie)).toEqual([
      ...Array(2).fill('consent=all; session=0'),
      ...Array(2).fill('consent=all; session=1'),
    ]);
  });

  test('thinks once for both sides, and not for a flow that has ended', () => {
    const run = loaded([flow(aStep({ thinkMs: 250 }), aStep(), aStep({ thinkMs: 5000 }))], (_, n) => ({
      status: n < 2 ? 200 : 500,
    }));
    run.slot();
    expect(run.sleptS).toEqual([0.25]);
    expect(run.requests).toHaveLength(4);
  });

  test('sends no header with a line break', () => {
    const workload = workloadOf([flow(aStep(), aStep({ headers: [field('x-sku', '{{sku}}')] }))], {
      sku: { kind: 'one of', values: ['a\nb'] },
    });
    const { slot, requests } = loadK6Script(k6Script(anExport({ workload })));
    slot();
    expect(requests).toHaveLength(2);
  });
});

import { describe, expect, test } from 'vitest';
import type { Collected } from '../../src/collect/collected.js';
import { profileDriven, profileFound, unversionedSides } from '../../src/collect/profiles.js';
import { NO_SHORTCOMINGS } from '../../src/collect/shortcomings.js';
import type { Exchange } from '../../src/drive/exchange.js';
import type { ClientWord } from '../../src/trace/client-segment.js';
import type { Trace } from '../../src/trace/trace.js';
import {
  anExchange,
  answered,
  aScenario,
  aSlot,
  aStep,
  failed,
  notSent,
  timedOut,
  traceIdOf,
} from '../support/exchange-builder.js';
import { aSegment, aTrace, told } from '../support/segment-builder.js';

const PAIRED = { id: 'run-1', inPairs: true };
const ALONE = { id: 'run-1', inPairs: false };

interface Held {
  readonly version?: string | null;
  readonly complete?: boolean;
  readonly trace?: Trace;
  readonly client?: ClientWord;
}

/** What was collected: trace number `n` as `held[n]` says; null: never found. */
function collectedOf(held: readonly (Held | null)[]): Collected {
  const traces = held.flatMap((one, number) => {
    if (one === null) return [];
    const { version = 'v2', complete = true, client = null } = one;
    const segment = aSegment({ startMs: number, endMs: number + 80, annotations: version === null ? {} : { version } });
    return [
      [
        traceIdOf(number),
        {
          told: told(one.trace ?? aTrace({ segments: [segment] })),
          client,
          complete,
          missing: null,
          settled: complete,
        },
      ] as const,
    ];
  });
  return { traces: new Map(traces), calls: 1, elapsedMs: 1, quietMs: 0, shortcomings: NO_SHORTCOMINGS };
}

const exchangesOf = (...overrides: readonly Partial<Exchange>[]) => overrides.map((each, n) => anExchange(n, each));
const withUrl = (url: string, startMs = 0) =>
  aTrace({
    segments: [
      aSegment({
        startMs,
        http: { method: 'GET', url, userAgent: null, clientIp: null, status: 200, contentLengthBytes: null },
      }),
    ],
  });

describe('the profile of a driven run', () => {
  test('accounts for every request', () => {
    const exchanges = exchangesOf(
      {},
      { outcome: answered(500) },
      { outcome: timedOut() },
      { outcome: failed() },
      { outcome: notSent() },
      { slot: aSlot({ warmUp: true }) },
      {},
      {},
    );
    const collected = collectedOf([{}, { complete: false }, {}, null, {}, {}, { version: 'v1' }, null]);
    const { coverage, requests } = profileDriven(exchanges, collected, null, PAIRED);
    const reached = { sent: 6, answered: 4, traced: 4, complete: 2, otherVersion: 1 };
    expect(coverage).toEqual({ ...reached, operations: [{ operation: 'GET /orders', ...reached }] });
    expect(requests.map(({ traceId }) => traceId)).toEqual([0, 1, 2, 3, 7].map(traceIdOf));
    expect(requests.map(({ traced }) => traced)).toEqual([true, false, true, false, false]);
  });

  test('leaves out what the runner could not send: it is no fault of the target', () => {
    const profile = profileDriven(exchangesOf({ outcome: notSent() }), collectedOf([]), null, PAIRED);
    expect(profile.requests).toEqual([]);
    expect(profile.coverage.sent).toBe(0);
  });

  const outcomes: { name: string; outcome: Exchange['outcome']; flags: string[]; responseMs: number | null }[] = [
    { name: 'a 200', outcome: answered(200), flags: [], responseMs: null },
    { name: 'a 302', outcome: answered(302), flags: [], responseMs: null },
    { name: 'a 404', outcome: answered(404), flags: ['error'], responseMs: null },
    { name: 'a 429', outcome: answered(429), flags: ['error', 'throttle'], responseMs: null },
    { name: 'a 500', outcome: answered(500), flags: ['fault'], responseMs: null },
    { name: 'a 503', outcome: answered(503), flags: ['fault'], responseMs: null },
    { name: 'a broken connection', outcome: failed(), flags: ['fault'], responseMs: null },
    { name: 'a time-out', outcome: timedOut(7000), flags: ['fault'], responseMs: 7000 },
  ];
  test.each(outcomes)('tells of $name without a trace', ({ outcome, flags, responseMs }) => {
    const [request] = profileDriven(exchangesOf({ outcome }), collectedOf([]), null, PAIRED).requests;
    expect((['error', 'fault', 'throttle'] as const).filter((flag) => request?.[flag])).toEqual(flags);
    expect(request?.responseMs).toBe(responseMs);
  });

  test('orders requests by their slot and keeps when they departed', () => {
    const [request] = profileDriven(
      exchangesOf({ slot: aSlot({ number: 42 }) }),
      collectedOf([]),
      null,
      PAIRED,
    ).requests;
    expect(request).toMatchObject({ order: 42, startMs: answered().departedMs });
  });

  test('keeps its run only when it was driven in pairs', () => {
    const profileOfRun = (run: typeof PAIRED) => profileDriven(exchangesOf({}), collectedOf([{}]), null, run);
    expect(profileOfRun(PAIRED).run).toBe('run-1');
    expect(profileOfRun(ALONE).run).toBeNull();
  });

  const operations: { name: string; run: typeof PAIRED; held: Held | null; operation: string }[] = [
    {
      name: 'in pairs after the request',
      run: PAIRED,
      held: { trace: withUrl('http://h/internal/7') },
      operation: 'POST /orders/{id}',
    },
    {
      name: 'alone after the root segment',
      run: ALONE,
      held: { trace: withUrl('http://h/internal/7') },
      operation: 'GET /internal/{id}',
    },
    { name: 'alone without a trace after the request', run: ALONE, held: null, operation: 'POST /orders/{id}' },
    { name: 'alone after the request where the root has no URL', run: ALONE, held: {}, operation: 'POST /orders/{id}' },
  ];
  test.each(operations)('names operations $name', ({ run, held, operation }) => {
    const slot = aSlot({ scenario: aScenario({ method: 'post', path: '/orders/7?full=1' }) });
    const [request] = profileDriven(exchangesOf({ slot }), collectedOf([held]), null, run).requests;
    expect(request?.operation).toBe(operation);
  });
});

describe('a flow', () => {
  const slot = aSlot({
    number: 3,
    order: 6,
    scenario: { name: 'flow', weight: 1, steps: [aStep({ method: 'POST' }), aStep({ path: '/orders/7' })] },
  });

  test('is a request for each step, under its own operation, with the place and the slot that pair it', () => {
    const exchanges = [anExchange(0, { slot }), anExchange(1, { slot, step: 1 })];
    const { requests } = profileDriven(exchanges, collectedOf([null, null]), null, PAIRED);
    expect(requests.map(({ order, slot, operation }) => [order, slot, operation])).toEqual([
      [6, 3, 'POST /orders'],
      [7, 3, 'GET /orders/{id}'],
    ]);
  });

  test('whose answer was not what its scenario expects is an error, whatever the trace says', () => {
    const exchanges = [anExchange(0, { unexpected: 'status 302' }), anExchange(1)];
    const { requests } = profileDriven(exchanges, collectedOf([{}, {}]), null, PAIRED);
    expect(requests.map(({ error, fault }) => [error, fault])).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

test('a status that the scenario expects is no error', () => {
  const expecting = aScenario({ expected: [{ from: 404, to: 404 }] });
  const exchanges = [404, 500].map((status, number) =>
    anExchange(number, { slot: aSlot({ number, scenario: expecting }), outcome: answered(status) }),
  );
  const { requests } = profileDriven(exchanges, collectedOf([{}, {}]), null, PAIRED);
  expect(requests.map(({ error, fault }) => [error, fault])).toEqual([
    [false, false],
    [false, true],
  ]);
});

describe('a request without a trace', () => {
  const scenario = aScenario({ path: '/orders/42' });
  const exchanges = [0, 1, 2].map((number) =>
    anExchange(number, { slot: aSlot({ number, scenario }), ...(number === 2 ? { outcome: answered(503) } : {}) }),
  );
  const behindAStage = [
    { trace: withUrl('http://api/prod/orders/42') },
    { trace: withUrl('http://api/prod/orders/42') },
    null,
  ];

  test('belongs to the operation that its kind has in the traces, when versions run one after the other', () => {
    const { requests } = profileDriven(exchanges, collectedOf(behindAStage), null, ALONE);
    expect(requests.map(({ operation, fault }) => [operation, fault])).toEqual([
      ['GET /prod/orders/{id}', false],
      ['GET /prod/orders/{id}', false],
      ['GET /prod/orders/{id}', true],
    ]);
  });

  test('is named as it was asked for, side by side', () => {
    const { requests } = profileDriven(exchanges, collectedOf(behindAStage), null, PAIRED);
    expect(new Set(requests.map(({ operation }) => operation))).toEqual(new Set(['GET /orders/{id}']));
  });
});

describe('the version of a driven run', () => {
  test('is the one expected, and traces of another are set aside', () => {
    const held = [{ version: 'v1' }, { version: 'v1' }, { version: 'v2' }];
    const profile = profileDriven(exchangesOf({}, {}, {}), collectedOf(held), 'v2', PAIRED);
    expect(profile).toMatchObject({ version: 'v2', coverage: { traced: 3, complete: 1, otherVersion: 2 } });
    expect(profile.requests.map(({ traceId }) => traceId)).toEqual([traceIdOf(2)]);
  });

  test('is the one that most traces name where none is expected', () => {
    const held = [{ version: 'v1' }, { version: 'v2' }, { version: 'v2' }, { version: null }, null];
    const profile = profileDriven(exchangesOf({}, {}, {}, {}, {}), collectedOf(held), null, PAIRED);
    expect(profile).toMatchObject({ version: 'v2', coverage: { otherVersion: 1, complete: 3 } });
  });

  test('is not guessed from the warm-up', () => {
    const warmUp = { slot: aSlot({ warmUp: true }) };
    const held = [{ version: 'v1' }, { version: 'v1' }, { version: 'v2' }];
    const profile = profileDriven(exchangesOf(warmUp, warmUp, {}), collectedOf(held), null, PAIRED);
    expect(profile).toMatchObject({ version: 'v2', coverage: { otherVersion: 0 } });
  });

  test('is unknown where no trace names one, and nothing is set aside', () => {
    const profile = profileDriven(exchangesOf({}), collectedOf([{ version: null }]), null, PAIRED);
    expect(profile).toMatchObject({ version: null, coverage: { complete: 1, otherVersion: 0 } });
  });

  test('of a trace that names none is taken to be the one expected', () => {
    const profile = profileDriven(exchangesOf({}), collectedOf([{ version: null }]), 'v2', PAIRED);
    expect(profile).toMatchObject({ version: 'v2', coverage: { complete: 1, otherVersion: 0 } });
  });

  test('sets an incomplete trace of another version aside, too', () => {
    const held = [{ version: 'v1', complete: false }];
    const profile = profileDriven(exchangesOf({}), collectedOf(held), 'v2', PAIRED);
    expect(profile).toMatchObject({ coverage: { traced: 1, complete: 0, otherVersion: 1 }, requests: [] });
  });
});

describe('the profile of traces that were found', () => {
  test('accounts for them', () => {
    const held = [{}, { complete: false }, { version: 'v1' }, null, { trace: aTrace({ segments: [] }) }];
    const { coverage, run, version } = profileFound(collectedOf(held), 5, null);
    expect(coverage).toEqual({
      ...{ sent: 5, answered: 5, traced: 4, complete: 1, otherVersion: 1 },
      operations: [
        { operation: 'api', sent: 3, answered: 3, traced: 3, complete: 1, otherVersion: 1 },
        { operation: null, sent: 2, answered: 2, traced: 1, complete: 0, otherVersion: 0 },
      ],
    });
    expect({ run, version }).toEqual({ run: null, version: 'v2' });
  });

  test('is in the order of time, numbered from 0', () => {
    const traces = [
      { trace: withUrl('http://h/c', 30) },
      { trace: withUrl('http://h/a', 10) },
      { trace: withUrl('http://h/b', 20) },
    ];
    const { requests } = profileFound(collectedOf(traces), 3, null);
    expect(requests.map(({ order, operation }) => `${order} ${operation}`)).toEqual([
      '0 GET /a',
      '1 GET /b',
      '2 GET /c',
    ]);
    expect(requests.map(({ startMs }) => startMs)).toEqual([10, 20, 30]);
  });

  test('has the version that is expected, whatever most traces name', () => {
    const held = [{ version: 'v1' }, { version: 'v1' }, { version: 'v2' }];
    const profile = profileFound(collectedOf(held), 3, 'v2');
    expect(profile).toMatchObject({ version: 'v2', coverage: { complete: 1, otherVersion: 2 } });
  });

  test('takes response times and faults from the root segments', () => {
    const segments = [aSegment({ fault: true })];
    const [request] = profileFound(collectedOf([{ trace: aTrace({ segments }) }]), 1, null).requests;
    expect(request).toMatchObject({ responseMs: 100, fault: true, traced: true });
  });

  test('of nothing is empty', () => {
    expect(profileFound(collectedOf([]), 0, null)).toMatchObject({ version: null, nodes: [], requests: [] });
  });
});

describe('the word of the gate’s own segment', () => {
  const said = (version: string | null): ClientWord => ({ run: '0a1b2c3d', version });

  test('is the version of a trace of which the application names none, and tells the run', () => {
    const held = [{ version: null, client: said('v2') }];
    const profile = profileFound(collectedOf(held), 1, null);
    expect(profile).toMatchObject({ version: 'v2', coverage: { complete: 1, otherVersion: 0 } });
    expect(profile.requests[0]?.run).toBe('0a1b2c3d');
  });

  test('gives way to the application’s: a deployment that was not finished is seen, then and later', () => {
    const held = [{ version: 'v1', client: said('v2') }, { client: said('v2') }];
    const driven = profileDriven(exchangesOf({}, {}), collectedOf(held), 'v2', PAIRED);
    expect(driven.coverage).toMatchObject({ traced: 2, complete: 1, otherVersion: 1 });
    expect(profileFound(collectedOf(held), 2, 'v2').coverage).toMatchObject({ complete: 1, otherVersion: 1 });
  });

  test('does not check which build answered', () => {
    const exchanges = exchangesOf({}, { side: 'baseline' });
    const held = [
      { version: null, client: said('v2') },
      { version: 'v1', client: said('v1') },
    ];
    expect(unversionedSides(exchanges, collectedOf(held))).toEqual(['candidate']);
  });
});

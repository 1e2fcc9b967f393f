import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { type Examples, examplesOf, examplesOfChange } from '../../src/compare/examples.js';
import type { Metric, Place } from '../../src/compare/place.js';
import type { RequestProfile } from '../../src/trace/profile.js';
import { anEdge } from '../support/report-builder.js';
import { aCall, aNode, aProfile, aRequest, aWork, OPERATION, simulatedPairs } from '../support/simulated-run.js';
import { aReplay, changesOf } from './samples.js';

const NODES = ['api', 'orders'].map(aNode);
const STEPS = [
  { parent: null, node: 0, name: 'own code' },
  { parent: 0, node: 0, name: 'retry' },
];
const WHOLE: Place = { operation: OPERATION, node: null, edge: null };
const ORDERS: Place = { operation: OPERATION, node: aNode('orders'), edge: null };
const CALLS: Place = { operation: OPERATION, node: null, edge: { from: aNode('api'), to: aNode('orders') } };
const RETRY: Place = { operation: OPERATION, node: aNode('api'), edge: null, step: 'retry' };

type Requests = readonly RequestProfile[];

const SOME_CHANGE = changesOf(simulatedPairs({ requests: 30 }))[0]!;

function profilesOf(candidate: Requests, baseline: Requests) {
  const profile = (requests: Requests) => aProfile({ nodes: NODES, steps: STEPS, requests });
  return { candidate: profile(candidate), baseline: profile(baseline) };
}

function examples(metric: Metric, place: Place, candidate: Requests, baseline: Requests = []): Examples | null {
  return examplesOfChange({ ...SOME_CHANGE, metric, place }, profilesOf(candidate, baseline));
}

/** The candidate's ids: the typical one, and the worst. */
function chosen(metric: Metric, place: Place, candidate: Requests): readonly (string | undefined)[] {
  const found = examples(metric, place, candidate);
  return [found?.typical.candidate, found?.worst.candidate];
}

/** 101 requests in no order, each made from its rank. */
function ranked(of: (rank: number) => Partial<RequestProfile>, prefix = 'rank'): Requests {
  return Array.from({ length: 101 }, (_, order) => {
    const rank = (order * 37) % 101;
    return aRequest({ order, traceId: `${prefix} ${rank}`, ...of(rank) });
  });
}

describe('the candidate’s traces that show a change', () => {
  test.each([
    ['typical', 'rank 50'],
    ['p95', 'rank 95'],
  ] as const)('are of a time the one at the quantile that it is about, and the longest: %s', (metric, typical) => {
    expect(
      chosen(
        metric,
        WHOLE,
        ranked((rank) => ({ responseMs: 1 + rank })),
      ),
    ).toEqual([typical, 'rank 100']);
  });

  test('are of a self time by that of the node, however long the request', () => {
    const requests = ranked((rank) => ({
      responseMs: 2000 - rank,
      work: [aWork({ node: 0, selfMs: 1000 - rank }), aWork({ node: 1, selfMs: 1 + rank })],
    }));
    expect(chosen('p95', ORDERS, requests)).toEqual(['rank 95', 'rank 100']);
  });

  test('are of an edge’s time by its slowest call', () => {
    const requests = ranked((rank) => ({
      calls: [
        aCall({ durationMs: 1 }),
        aCall({ durationMs: 1 + rank }),
        aCall({ from: 1, to: 0, durationMs: 1000 - rank }),
      ],
    }));
    expect(chosen('p95', CALLS, requests)).toEqual(['rank 95', 'rank 100']);
  });

  const calling = (count: number, responseMs: number) =>
    aRequest({
      order: responseMs,
      traceId: `${count} in ${responseMs} ms`,
      responseMs,
      calls: Array.from({ length: count }, () => aCall()),
    });

  test('are of more calls one with as many as most and one with most; of several the one that took as long as most, and the longest', () => {
    const requests = [calling(0, 5), calling(2, 90), calling(2, 10), calling(2, 30), calling(4, 40), calling(4, 70)];
    expect(chosen('calls', CALLS, requests)).toEqual(['2 in 30 ms', '4 in 70 ms']);
  });

  test('are of retries by their number', () => {
    const requests = [0, 1, 3].map((retries) =>
      aRequest({ traceId: `${retries}`, order: retries, calls: [aCall({ retries })] }),
    );
    expect(chosen('retries', CALLS, requests)).toEqual(['1', '3']);
  });

  test('are of a step by how often it was done', () => {
    const requests = [0, 2, 5].map((count) =>
      aRequest({
        traceId: `${count}`,
        order: count,
        steps: [
          { step: 0, count: 9, pathMs: 1 },
          { step: 1, count, pathMs: 1 },
        ],
      }),
    );
    expect(chosen('calls', RETRY, requests)).toEqual(['2', '5']);
  });

  test.each([
    ['faults', { fault: true }],
    ['errors', { error: true }],
    ['throttles', { throttle: true }],
  ] as const)('are of an operation’s %s any that have one, cold or not', (metric, failed) => {
    const requests = [
      aRequest({ traceId: 'fine', order: 1, responseMs: 5000 }),
      aRequest({ traceId: 'lost', order: 2, ...failed, traced: false, responseMs: 9000 }),
      aRequest({ traceId: 'cold', order: 3, ...failed, cold: true, responseMs: 900 }),
      aRequest({ traceId: 'warm', order: 4, ...failed }),
    ];
    expect(chosen(metric, WHOLE, requests)).toEqual(['warm', 'cold']);
  });

  test.each([
    ['faults', { fault: true }, { ownFault: true }],
    ['errors', { error: true }, { ownError: true }],
    ['throttles', { throttle: true }, { ownThrottle: true }],
  ] as const)(
    'are of %s below the operation those in which the edge, or the node, has one, cold or warm',
    (metric, call, work) => {
      const failing = [
        aRequest({ traceId: 'elsewhere', order: 1, calls: [aCall({ from: 1, to: 0, ...call })], work: [aWork(work)] }),
        aRequest({ traceId: 'cold', order: 2, cold: true, calls: [aCall(call)], work: [aWork({ node: 1, ...work })] }),
        aRequest({ traceId: 'warm', order: 3, calls: [aCall(), aCall(call)], work: [aWork({ node: 1, ...work })] }),
      ];
      expect(chosen(metric, CALLS, failing)).toEqual(['cold', 'warm']);
      expect(chosen(metric, ORDERS, failing)).toEqual(['cold', 'warm']);
    },
  );

  test('leave cold starts out of times', () => {
    const requests = [
      aRequest({ traceId: 'warm' }),
      aRequest({ traceId: 'cold', order: 1, cold: true, responseMs: 9000 }),
    ];
    expect(chosen('p95', WHOLE, requests)).toEqual(['warm', 'warm']);
  });

  test('of two, the smaller is the typical one', () => {
    const requests = [100, 300].map((responseMs) =>
      aRequest({ order: responseMs, traceId: `${responseMs}`, responseMs }),
    );
    expect(chosen('typical', WHOLE, requests)).toEqual(['100', '300']);
  });

  test('are none where no whole trace has it', () => {
    expect(examples('faults', WHOLE, [aRequest(), aRequest({ fault: true, traced: false })])).toBeNull();
    expect(examples('p95', ORDERS, [aRequest()])).toBeNull();
    expect(examples('p95', WHOLE, [aRequest({ operation: 'GET /other' })])).toBeNull();
  });
});

describe('the baseline’s trace beside them', () => {
  const beside = (found: Examples | null) => [found?.typical.baseline, found?.worst.baseline];
  const ofBaseline = (of: (rank: number) => Partial<RequestProfile>) => ranked(of, 'before');

  test('is at the same quantile of the same time', () => {
    const work = (rank: number) => ({ responseMs: 500 - rank, work: [aWork({ node: 1, selfMs: 1 + rank })] });
    expect(beside(examples('p95', ORDERS, ranked(work), ofBaseline(work)))).toEqual(['before 95', 'before 100']);
    expect(beside(examples('typical', ORDERS, ranked(work), ofBaseline(work)))).toEqual(['before 50', 'before 100']);
  });

  test('is a typical one for what is counted: with as much of it as most have, which may be none', () => {
    const failing = [aRequest({ fault: true, responseMs: 700 }), aRequest({ order: 1, fault: true, responseMs: 900 })];
    const baseline = ofBaseline((rank) => ({ responseMs: 1 + rank, fault: rank > 90 }));
    expect(beside(examples('faults', WHOLE, failing, baseline))).toEqual(['before 45', 'before 45']);
  });

  test('is a typical one where the baseline never took that way', () => {
    const candidate = [aRequest({ calls: [aCall({ durationMs: 30 })] })];
    const baseline = ofBaseline((rank) => ({ responseMs: 1 + rank }));
    expect(beside(examples('p95', CALLS, candidate, baseline))).toEqual(['before 50', 'before 50']);
  });

  test('is of the same operation, warm and whole, or there is none', () => {
    const candidate = [aRequest({ responseMs: 300 })];
    const baseline = [
      aRequest({ operation: 'GET /other' }),
      aRequest({ order: 1, cold: true }),
      aRequest({ order: 2, traced: false }),
    ];
    expect(beside(examples('p95', WHOLE, candidate, baseline))).toEqual([null, null]);
  });
});

describe('examples of what is no change of a measurement', () => {
  const stages = (screened: BothSides<Requests>, deciding: BothSides<Requests>) =>
    [profilesOf(deciding.candidate, deciding.baseline), profilesOf(screened.candidate, screened.baseline)] as const;
  const nothing = { candidate: [], baseline: [] };
  const edge = anEdge(aNode('api'), aNode('orders'), { change: 'new', certain: true });
  const crossing = (count: number, order: number, overrides: Partial<RequestProfile> = {}) =>
    aRequest({
      order,
      traceId: `${count} of ${order}`,
      calls: Array.from({ length: count }, () => aCall()),
      ...overrides,
    });

  test('are of a new edge traces that have it, beside the baseline’s of the same operation', () => {
    const candidate = [
      crossing(0, 1),
      crossing(1, 2),
      crossing(1, 3),
      crossing(5, 4, { operation: 'GET /other', cold: true }),
    ];
    const baseline = [crossing(0, 5, { operation: 'GET /other' }), crossing(0, 6)];
    expect(examplesOf({ kind: 'new edge', edge }, ...stages(nothing, { candidate, baseline }))).toEqual({
      typical: { candidate: '1 of 2', baseline: '0 of 6' },
      worst: { candidate: '5 of 4', baseline: '0 of 5' },
    });
  });

  test('are of an edge that only the first stage saw from there', () => {
    const [deciding, screened] = stages({ candidate: [crossing(1, 1)], baseline: [] }, nothing);
    const found = examplesOf({ kind: 'new edge', edge }, deciding, screened);
    expect(found?.typical).toEqual({ candidate: '1 of 1', baseline: null });
  });

  test('are of a replayed request those of the first stage that failed in the same way', () => {
    const failing = (order: number, node: number, responseMs: number) =>
      aRequest({ order, responseMs, fault: true, failure: { node, status: 500, exception: null } });
    const replay = { ...aReplay(), operation: OPERATION, exampleTraceId: 'trace-1' };
    const candidate = [
      aRequest({ order: 9 }),
      failing(1, 1, 20),
      failing(2, 1, 80),
      failing(3, 1, 40),
      failing(4, 0, 900),
    ];
    const screened = { candidate, baseline: [aRequest({ traceId: 'fine' })] };
    expect(examplesOf({ kind: 'replay', replay }, ...stages(screened, nothing))).toEqual({
      typical: { candidate: 'trace-3', baseline: 'fine' },
      worst: { candidate: 'trace-2', baseline: 'fine' },
    });
    const unknown = { ...replay, exampleTraceId: 'trace-77' };
    expect(examplesOf({ kind: 'replay', replay: unknown }, ...stages(screened, nothing))).toBeNull();
  });
});

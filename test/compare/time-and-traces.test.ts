import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import { exampleTraceId } from '../../src/compare/example-trace.js';
import type { Metric, Place } from '../../src/compare/place.js';
import { whereTimeWent } from '../../src/compare/where-time-went.js';
import type { RequestProfile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, aWork, OPERATION, simulatedPairs } from '../support/simulated-run.js';
import { changesOf } from './samples.js';

const NODES = ['api', 'orders'].map(aNode);
const WHOLE: Place = { operation: OPERATION, node: null, edge: null };
const ORDERS: Place = { operation: OPERATION, node: aNode('orders'), edge: null };
const CALLS: Place = { operation: OPERATION, node: null, edge: { from: aNode('api'), to: aNode('orders') } };

describe('where the time went', () => {
  test.each(['log-normal', 'whole milliseconds'] as const)('adds up to the mean response time: %s', (scatter) => {
    const profiles = simulatedPairs({ requests: 80, scatter, slower: { node: 'bank', ratio: 2 } });
    const time = whereTimeWent(profiles, OPERATION);
    for (const side of ['baseline', 'candidate'] as const) {
      const responses = profiles[side].requests.map(({ responseMs }) => responseMs ?? 0);
      const mean = responses.reduce((sum, ms) => sum + ms, 0) / responses.length;
      expect(time?.parts.reduce((sum, part) => sum + part.meanMs[side], 0)).toBeCloseTo(mean, 8);
      expect(time?.meanMs[side]).toBeCloseTo(mean, 8);
    }
  });

  test('names the largest change first', () => {
    const profiles = simulatedPairs({ requests: 80, slower: { node: 'bank', ratio: 2 } });
    expect(whereTimeWent(profiles, OPERATION)?.parts[0]).toMatchObject({ node: { name: 'bank' }, step: 'call' });
  });

  test('counts a step that one side alone has as 0 ms on the other', () => {
    const step = (name: string) =>
      aProfile({
        nodes: NODES,
        steps: [{ parent: null, node: 1, name }],
        requests: [aRequest({ steps: [{ step: 0, count: 1, pathMs: 30 }] })],
      });
    const time = whereTimeWent({ baseline: step('GetItem'), candidate: step('Scan') }, OPERATION);
    expect(time?.parts.map(({ step, meanMs }) => [step, meanMs])).toEqual([
      ['GetItem', { baseline: 30, candidate: 0 }],
      ['Scan', { baseline: 0, candidate: 30 }],
    ]);
  });

  test('leaves out cold starts and requests without a whole trace', () => {
    const path = (pathMs: number) => ({ steps: [{ step: 0, count: 1, pathMs }] });
    const requests = [
      aRequest({ order: 0, ...path(10) }),
      aRequest({ order: 1, ...path(9000), cold: true }),
      aRequest({ order: 2, ...path(700), traced: false }),
    ];
    const profile = aProfile({ nodes: NODES, steps: [{ parent: null, node: 0, name: '' }], requests });
    expect(whereTimeWent({ baseline: profile, candidate: profile }, OPERATION)?.meanMs).toEqual({
      baseline: 10,
      candidate: 10,
    });
  });

  test('is null where a side has no whole trace of the operation', () => {
    const some = aProfile({ nodes: NODES, requests: [aRequest()] });
    expect(whereTimeWent({ baseline: aProfile(), candidate: some }, OPERATION)).toBeNull();
    expect(whereTimeWent({ baseline: some, candidate: some }, 'GET /other')).toBeNull();
  });
});

describe('the trace that shows a change', () => {
  const changed = (metric: Metric, place: Place): Change => ({
    ...changesOf(simulatedPairs({ requests: 30 }))[0]!,
    metric,
    place,
  });
  const exampleOf = (metric: Metric, place: Place, requests: readonly RequestProfile[]) =>
    exampleTraceId(changed(metric, place), aProfile({ nodes: NODES, requests }));
  const hundred = (of: (i: number) => Partial<RequestProfile>) =>
    Array.from({ length: 101 }, (_, order) => aRequest({ order, ...of((order * 37) % 101) }));

  test.each(['typical', 'p95'] as const)('of a response time is the one at its 95th percentile: %s', (metric) => {
    expect(
      exampleOf(
        metric,
        WHOLE,
        hundred((i) => ({ responseMs: 1 + i, traceId: `rank-${i}` })),
      ),
    ).toBe('rank-95');
  });

  test('of a self time is the one at the 95th percentile of that node’s', () => {
    const requests = hundred((i) => ({
      traceId: `rank-${i}`,
      work: [aWork({ node: 0, selfMs: 1000 - i }), aWork({ node: 1, selfMs: 1 + i })],
    }));
    expect(exampleOf('p95', ORDERS, requests)).toBe('rank-95');
  });

  test('of an edge’s time is the one at the 95th percentile of its slowest calls', () => {
    const requests = hundred((i) => ({
      traceId: `rank-${i}`,
      calls: [aCall({ durationMs: 1 }), aCall({ durationMs: 1 + i }), aCall({ from: 1, to: 0, durationMs: 1000 - i })],
    }));
    expect(exampleOf('p95', CALLS, requests)).toBe('rank-95');
  });

  test('of more calls is the one with most', () => {
    const requests = [1, 4, 2].map((count) =>
      aRequest({ traceId: `${count} calls`, calls: Array.from({ length: count }, () => aCall()) }),
    );
    expect(exampleOf('calls', CALLS, requests)).toBe('4 calls');
  });

  test.each([
    ['faults', { fault: true }],
    ['errors', { error: true }],
    ['throttles', { throttle: true }],
  ] as const)('of an operation’s %s is the first that has one, cold or not', (metric, failed) => {
    const requests = [
      aRequest({ traceId: 'fine' }),
      aRequest({ traceId: 'lost', ...failed, traced: false }),
      aRequest({ traceId: 'first', ...failed, cold: true }),
      aRequest({ traceId: 'second', ...failed }),
    ];
    expect(exampleOf(metric, WHOLE, requests)).toBe('first');
  });

  test.each([
    ['faults', { fault: true }],
    ['errors', { error: true }],
    ['throttles', { throttle: true }],
  ] as const)('of an edge’s %s is the first warm one with such a call', (metric, failed) => {
    const requests = [
      aRequest({ traceId: 'other edge', calls: [aCall({ from: 1, to: 0, ...failed }), aCall()] }),
      aRequest({ traceId: 'cold', calls: [aCall(failed)], cold: true }),
      aRequest({ traceId: 'warm', calls: [aCall(), aCall(failed)] }),
    ];
    expect(exampleOf(metric, CALLS, requests)).toBe('warm');
  });

  test('of a node’s faults is the first in which it failed by itself', () => {
    const requests = [false, true, true].map((ownFault, order) =>
      aRequest({ order, fault: true, work: [aWork({ node: 1, ownFault })] }),
    );
    expect(exampleOf('faults', ORDERS, requests)).toBe('trace-1');
  });

  test('is null where no whole trace has it', () => {
    expect(exampleOf('faults', WHOLE, [aRequest(), aRequest({ fault: true, traced: false })])).toBeNull();
    expect(exampleOf('p95', ORDERS, [aRequest()])).toBeNull();
    expect(exampleOf('p95', WHOLE, [aRequest({ operation: 'GET /other' })])).toBeNull();
  });
});

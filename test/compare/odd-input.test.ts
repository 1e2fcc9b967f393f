import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import type { Change } from '../../src/compare/change.js';
import { type Comparison, compareProfiles } from '../../src/compare/comparison.js';
import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import { aNode, aProfile, aRequest, simulatedPairs, simulatedRuns } from '../support/simulated-run.js';
import { pairs, someSettings, statesOf } from './samples.js';

const jitter = (pair: number) => 100 * 1.003 ** ((pair * 37) % 101);

function verdictOf(profiles: BothSides<Profile>): { verdict: string; reasons: string[]; comparison: Comparison } {
  const comparison = outcomeOf(oneStage(profiles), { ...someSettings(), failOnNewEdges: true });
  const { verdict, reasons } = decide(comparison, { minimumCoverage: 0.9, failOnNewEdges: true });
  for (const change of comparison.changes) expectNumbers(change);
  return { verdict, reasons: reasons.map(({ kind }) => kind), comparison };
}

function expectNumbers({ baseline, candidate, ratio, interval, p, detectable, needs }: Change): void {
  for (const value of [baseline, candidate, ratio, ...interval, p, detectable, needs]) {
    if (value !== null) expect(value).not.toBeNaN();
  }
  expect(interval[0]).toBeLessThanOrEqual(interval[1]);
  expect(p).toBeGreaterThan(0);
  expect(p).toBeLessThanOrEqual(1);
}

describe('a comparison of', () => {
  test.each(['baseline', 'candidate'] as const)('a run whose %s has no requests is inconclusive', (side) => {
    const profiles = {
      ...pairs(
        60,
        () => ({}),
        () => ({}),
      ),
      [side]: aProfile(),
    };
    expect(verdictOf(profiles)).toMatchObject({
      verdict: 'inconclusive',
      reasons: ['coverage', 'too few traces'],
      comparison: { changes: [] },
    });
  });

  test('two empty runs is inconclusive', () => {
    const { verdict, reasons } = verdictOf({ baseline: aProfile(), candidate: aProfile({ run: null }) });
    expect(verdict).toBe('inconclusive');
    expect(reasons).toEqual(['coverage', 'coverage', 'too few traces']);
  });

  test('requests that all took the same time passes', () => {
    const { verdict, comparison } = verdictOf(
      pairs(
        100,
        () => ({}),
        () => ({}),
      ),
    );
    expect(verdict).toBe('passed');
    expect(comparison.changes.map(({ metric, state, p }) => [metric, state, p])).toEqual([
      ['typical', 'unchanged', 1],
      ['p95', 'unchanged', 1],
      ['faults', 'unchanged', 1],
    ]);
  });

  test('requests that all took the same time, and half as long again on the candidate, is regressed', () => {
    expect(
      verdictOf(
        pairs(
          100,
          () => ({}),
          () => ({ responseMs: 150 }),
        ),
      ).verdict,
    ).toBe('regressed');
  });

  test('requests that all failed on both sides is inconclusive: their times say nothing', () => {
    const failed = () => ({ fault: true });
    expect(verdictOf(pairs(100, failed, failed)).verdict).toBe('inconclusive');
  });

  test('a candidate that always fails is regressed', () => {
    const profiles = pairs(
      60,
      () => ({}),
      () => ({ fault: true }),
    );
    expect(verdictOf(profiles).verdict).toBe('regressed');
    expect(statesOf(profiles)).toMatchObject({ faults: 'regressed', typical: 'unchanged' });
  });

  test('a candidate that never fails any more is improved', () => {
    expect(
      statesOf(
        pairs(
          60,
          () => ({ fault: true }),
          () => ({}),
        ),
      ),
    ).toMatchObject({ faults: 'improved' });
  });

  test('durations of 0 passes', () => {
    const nothing = () => ({ responseMs: 0 });
    expect(verdictOf(pairs(100, nothing, nothing)).verdict).toBe('passed');
  });

  test('durations of 0 that became 50 ms is regressed', () => {
    const profiles = pairs(
      100,
      () => ({ responseMs: 0 }),
      () => ({ responseMs: 50 }),
    );
    expect(verdictOf(profiles).verdict).toBe('regressed');
  });

  test('fewer traces than the minimum is inconclusive and judges nothing', () => {
    const { verdict, reasons, comparison } = verdictOf(
      pairs(
        29,
        () => ({}),
        () => ({ responseMs: 900 }),
      ),
    );
    expect([verdict, reasons]).toEqual(['inconclusive', ['too few traces']]);
    expect(comparison.changes).toEqual([]);
    expect(comparison.operations).toMatchObject([{ comparable: 29, judged: false }]);
  });

  test('fewer response times than the minimum is inconclusive, though the requests are more', () => {
    const untraced = (pair: number) => (pair < 20 ? {} : { responseMs: null, traced: false });
    const { verdict, comparison } = verdictOf(pairs(60, () => ({}), untraced));
    expect(verdict).toBe('inconclusive');
    expect(comparison.operations).toMatchObject([{ comparable: 20, judged: false }]);
  });

  test('a single pair is inconclusive, also where one would be enough', () => {
    const profiles = pairs(
      1,
      () => ({}),
      () => ({ responseMs: 900 }),
    );
    const comparison = compareProfiles(profiles, someSettings({ minimumTraces: 1 }));
    comparison.changes.forEach(expectNumbers);
    expect(comparison.changes.map(({ state }) => state)).toEqual(['inconclusive', 'inconclusive', 'inconclusive']);
    expect(comparison.changes.every(({ testable, metric }) => testable === (metric === 'faults'))).toBe(true);
  });

  test('operations of one side only judges none of them', () => {
    const profiles = pairs(
      60,
      () => ({ operation: 'GET /old' }),
      () => ({ operation: 'GET /new' }),
    );
    const { verdict, comparison } = verdictOf(profiles);
    expect(verdict).toBe('inconclusive');
    expect(comparison.operations.map(({ operation, requests, judged }) => [operation, requests, judged])).toEqual([
      ['GET /new', { baseline: 0, candidate: 60 }, false],
      ['GET /old', { baseline: 60, candidate: 0 }, false],
    ]);
  });

  test('more than 500 hypotheses still finds the one that got worse', () => {
    const nodes = Array.from({ length: 250 }, (_, i) => aNode(`n${i}`));
    const work = (pair: number, shift: number) =>
      nodes.map((_, node) => ({
        node,
        selfMs: jitter(pair * 13 + node * 7 + shift) * (node === 77 && shift === 5 ? 1.5 : 1),
        ownFault: false,
        ownError: false,
        ownThrottle: false,
      }));
    const side = (shift: number) =>
      aProfile({
        nodes,
        requests: Array.from({ length: 40 }, (_, order) => aRequest({ order, work: work(order, shift) })),
      });
    const { comparison } = verdictOf({ baseline: side(0), candidate: side(5) });
    expect(comparison.changes).toHaveLength(503);
    const worse = comparison.changes.filter(({ state }) => state === 'regressed');
    expect(new Set(worse.map(({ place }) => place.node?.name))).toEqual(new Set(['n77']));
  });

  test('100,000 samples a side finds a shift of a tenth', () => {
    const side = (ratio: number) =>
      aProfile({
        requests: Array.from({ length: 100_000 }, (_, order) =>
          aRequest({ order, responseMs: jitter(order + (ratio === 1 ? 0 : 50)) * ratio }),
        ),
      });
    const { verdict, comparison } = verdictOf({ baseline: side(1), candidate: side(1.1) });
    expect(verdict).toBe('regressed');
    const typical = comparison.changes.find(({ metric }) => metric === 'typical');
    expect(typical?.ratio).toBeCloseTo(1.1, 2);
    expect(typical?.interval[0]).toBeGreaterThan(1.09);
    expect(typical?.interval[1]).toBeLessThan(1.11);
  });

  test('times that are not numbers throws, and names the request: a profile holds none', () => {
    const broken = pairs(
      60,
      () => ({}),
      (pair) => ({ responseMs: pair === 7 ? Number.NaN : 100 }),
    );
    expect(() => verdictOf(broken)).toThrow('POST /orders: a time of NaN ms in trace trace-7');
  });

  test('negative times throws as well', () => {
    const broken = pairs(
      60,
      (pair) => ({ responseMs: pair === 3 ? -5 : 100 }),
      () => ({}),
    );
    expect(() => verdictOf(broken)).toThrow('POST /orders: a time of -5 ms in trace trace-3');
  });

  test('sequential runs of unequal size passes', () => {
    const { verdict, comparison } = verdictOf({
      baseline: simulatedRuns({ seed: 3, requests: 1200 }).baseline,
      candidate: simulatedRuns({ seed: 3, requests: 400 }).candidate,
    });
    expect(comparison.design).toBe('sequential');
    expect(verdict).toBe('passed');
  });
});

describe('a pair is compared whole or not at all', () => {
  const slowOnCold = (pair: number) => ({ cold: pair % 3 === 0, responseMs: pair % 3 === 0 ? 5000 : jitter(pair) });

  test('a cold start takes its partner along, and its faults still count', () => {
    const profiles = pairs(120, (pair) => ({ responseMs: jitter(pair) }), slowOnCold);
    const { comparison } = verdictOf(profiles);
    expect(comparison.operations).toMatchObject([{ comparable: 80, coldStarts: { baseline: 0, candidate: 40 } }]);
    expect(comparison.changes.map(({ metric, state, samples }) => [metric, state, samples])).toEqual(
      expect.arrayContaining([
        ['typical', 'unchanged', { baseline: 80, candidate: 80 }],
        ['faults', 'unchanged', { baseline: 120, candidate: 120 }],
      ]),
    );
  });

  test('a request without a whole trace takes its partner’s self times along', () => {
    const { baseline, candidate } = simulatedPairs({ requests: 90 });
    const missing = candidate.requests.map((request, i) => (i % 3 === 0 ? { ...request, traced: false } : request));
    const { comparison } = verdictOf({ baseline, candidate: { ...candidate, requests: missing } });
    const self = comparison.changes.find(({ place }) => place.node?.name === 'payments');
    expect(self?.samples).toEqual({ baseline: 60, candidate: 60 });
  });

  test('a time-out counts as the largest time', () => {
    const timedOut = (pair: number) =>
      pair < 20 ? { responseMs: 30_000, fault: true, traced: false } : { responseMs: jitter(pair + 3) };
    const profiles = pairs(120, (pair) => ({ responseMs: jitter(pair) }), timedOut);
    expect(statesOf(profiles)).toMatchObject({ p95: 'regressed', faults: 'regressed' });
  });
});

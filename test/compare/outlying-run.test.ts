import { describe, expect, test } from 'vitest';
import { align } from '../../src/compare/alignment.js';
import { grubbsCritical, outlyingRuns, runsToKeep, sizeableRuns } from '../../src/compare/outlying-run.js';
import { type SimulatedHistory, simulatedHistory } from '../support/simulated-history.js';
import { aRequest } from '../support/simulated-run.js';

const USUAL = [0.01, -0.02, 0.03, 0, -0.01];
const places = (runs: readonly number[]) => [0.5, 1, 1.5].map((k) => runs.map((shift) => k * shift));
const calm = { common: 0.01, own: 0.02, runs: 6, requests: 100 };
const outlyingIn = (overrides: Partial<SimulatedHistory>) =>
  outlyingRuns(simulatedHistory({ ...calm, ...overrides }).baseline.requests);

describe('a run that is off as a whole', () => {
  // Grubbs & Beck 1972, Technometrics 14:847, table 1: one-sided 2.5 %, which is two-sided 5 %.
  test.each([
    [5, 1.715],
    [6, 1.887],
    [10, 2.29],
    [20, 2.709],
  ])('is told from %i runs by the printed limit %d', (runs, limit) => {
    expect(grubbsCritical(runs)).toBeCloseTo(limit, 2);
  });

  test('is set aside, whether slow or fast', () => {
    expect(runsToKeep(places([...USUAL, 0.4]))).toEqual([0, 1, 2, 3, 4]);
    expect(runsToKeep(places([-0.4, ...USUAL]))).toEqual([1, 2, 3, 4, 5]);
  });

  test('is not one where a single place of several is off', () => {
    expect(runsToKeep([...places(USUAL), [9, 0, 0, 0, 0]])).toEqual([0, 1, 2, 3, 4]);
  });

  test('is one in five at most', () => {
    expect(runsToKeep(places([...USUAL, 0.4, 8]))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('does not exist where nothing varies', () => {
    expect(runsToKeep(places([1, 1, 1, 1, 1]))).toHaveLength(5);
  });

  test('is found by the times of its requests', () => {
    expect([...outlyingIn({ outlier: 1.5 })]).toEqual(['run 0']);
    expect([...outlyingIn({ outlier: 1 })]).toEqual([]);
  });

  test('cannot be told from four', () => {
    expect([...outlyingIn({ outlier: 1.5, runs: 4 })]).toEqual([]);
  });

  test('has its requests left out of the comparison, and is counted', () => {
    const alignment = align(simulatedHistory({ ...calm, outlier: 1.5 }));
    expect(alignment.setAside).toBe(1);
    expect(alignment.earlierRuns.map(({ run }) => run)).toEqual(['run 1', 'run 2', 'run 3', 'run 4', 'run 5']);
    expect(alignment.requests.baseline).toHaveLength(500);
  });
});

test('a run that was cut off is no earlier run; requests of nobody knows which are none', () => {
  const of = (run: string | null, count: number) =>
    Array.from({ length: count }, (_, order) => aRequest({ run, order, traceId: `${run}-${order}` }));
  expect([...sizeableRuns([...of('a', 100), ...of('b', 90), ...of('c', 40), ...of(null, 100)]).keys()]).toEqual([
    'a',
    'b',
  ]);
  expect(sizeableRuns(of(null, 10)).size).toBe(0);
});

import { describe, expect, test } from 'vitest';
import { grubbsCritical, runsToKeep } from '../../src/compare/outlying-run.js';

const USUAL = [0.01, -0.02, 0.03, 0, -0.01];
const places = (runs: readonly number[]) => [0.5, 1, 1.5].map((k) => runs.map((shift) => k * shift));

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
});

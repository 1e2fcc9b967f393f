import { describe, expect, test } from 'vitest';
import { pairsDesign, sequentialDesign } from '../../src/compare/design.js';
import { differenceInterval, ratioInterval, Z_95 } from '../../src/compare/interval.js';
import { wilson } from '../../src/compare/proportion.js';
import { addScores, TAIL, TYPICAL } from '../../src/compare/score.js';
import values from '../fixtures/statistics.json' with { type: 'json' };
import { aSample } from './samples.js';

describe('Wilson’s interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is printed as %f to %f', (count, of, low, high) => {
    expect(wilson(count, of, 1.96)).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  test.each(values.wilson)('$count of $of has the roots of its quadratic for ends', ({ count, of, z, interval }) => {
    expect(wilson(count, of, z)).toEqual(interval.map((end) => expect.closeTo(end, 12)));
  });
});

describe('Newcombe’s interval of a difference of shares', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10, examples (a) to (h).
  test.each([
    ['56/70 − 48/80', [56, 70], [48, 80], 0.0524, 0.3339],
    ['9/10 − 3/10', [9, 10], [3, 10], 0.1705, 0.809],
    ['6/7 − 2/7', [6, 7], [2, 7], 0.0582, 0.8062],
    ['5/56 − 0/29', [5, 56], [0, 29], -0.0381, 0.1926],
    ['0/10 − 0/20', [0, 10], [0, 20], -0.1611, 0.2775],
    ['0/10 − 0/10', [0, 10], [0, 10], -0.2775, 0.2775],
    ['10/10 − 0/20', [10, 10], [0, 20], 0.6791, 1],
    ['10/10 − 0/10', [10, 10], [0, 10], 0.6075, 1],
  ] as const)('%s', (_, [count, of], [otherCount, otherOf], low, high) => {
    const [from, to] = differenceInterval({ count: otherCount, of: otherOf }, { count, of }, 1.959964);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  test('with the sides swapped is its mirror', () => {
    const [low, high] = differenceInterval({ count: 3, of: 300 }, { count: 21, of: 290 });
    const [mirroredLow, mirroredHigh] = differenceInterval({ count: 21, of: 290 }, { count: 3, of: 300 });
    expect([mirroredLow, mirroredHigh]).toEqual([expect.closeTo(-high, 12), expect.closeTo(-low, 12)]);
  });
});

describe('the interval of a ratio of times', () => {
  const jittered = Array.from({ length: 60 }, (_, i) => 20 * 1.04 ** ((i * 17) % 60));
  const shuffled = Array.from({ length: 60 }, (_, i) => jittered[(i * 23 + 5) % 60]!);

  test.each([TYPICAL, TAIL])('of pairs moves with the candidate: $name', (score) => {
    const [low, high] = ratioInterval(aSample(jittered), aSample(shuffled), score, pairsDesign(60));
    const slower = aSample(shuffled.map((ms) => 1.5 * ms));
    const [slowerLow, slowerHigh] = ratioInterval(aSample(jittered), slower, score, pairsDesign(60));
    expect(slowerLow / low).toBeCloseTo(1.5, 3);
    expect(slowerHigh / high).toBeCloseTo(1.5, 3);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });

  test.each([TYPICAL, TAIL])(
    'of pairs ends where the test begins to see a difference, to a hundredth of a percent: $name',
    (score) => {
      const [low, high] = ratioInterval(aSample(jittered), aSample(shuffled), score, pairsDesign(60));
      const zAt = (ratio: number) => {
        const sums = new Float64Array(60);
        addScores(sums, aSample(jittered), aSample(shuffled), score, Math.log(ratio), -1);
        return sums.reduce((sum, x) => sum + x, 0) / Math.sqrt(sums.reduce((sum, x) => sum + x * x, 0));
      };
      expect(zAt(low * 0.9999)).toBeGreaterThan(Z_95);
      expect(zAt(low * 1.0001)).toBeLessThanOrEqual(Z_95);
      expect(zAt(high * 0.9999)).toBeGreaterThan(-Z_95);
      expect(zAt(high * 1.0001)).toBeLessThanOrEqual(-Z_95);
    },
  );

  test('of pairs that differ by one factor is that factor alone', () => {
    const tripled = aSample(jittered.map((ms) => 3 * ms));
    const [low, high] = ratioInterval(aSample(jittered), tripled, TYPICAL, pairsDesign(60));
    expect(low).toBeCloseTo(3, 2);
    expect(high).toBeCloseTo(3, 2);
  });

  test('of blocks holds the factor between two equal runs', () => {
    const blocks = (from: number) => jittered.map((_, i) => from + Math.floor(i / 6));
    const doubled = aSample(
      shuffled.map((ms) => 2 * ms),
      blocks(10),
    );
    const [low, high] = ratioInterval(aSample(jittered, blocks(0)), doubled, TYPICAL, sequentialDesign(10, 10));
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(2);
  });

  test('of a single pair is unbounded', () => {
    expect(ratioInterval(aSample([10]), aSample([20]), TYPICAL, pairsDesign(1))).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  test('of nothing but zeros is unbounded', () => {
    const zeros = aSample(Array(40).fill(0));
    expect(ratioInterval(zeros, zeros, TYPICAL, pairsDesign(40))).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});

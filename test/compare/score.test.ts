import { describe, expect, test } from 'vitest';
import { addScores, PooledScores, TAIL, TYPICAL } from '../../src/compare/score.js';
import { aSample } from './samples.js';

function scoresOf(baseline: readonly number[], candidate: readonly number[], score = TYPICAL, ratio = 1): number[] {
  const sums = new Float64Array(baseline.length + candidate.length);
  const units = candidate.map((_, i) => baseline.length + i);
  addScores(sums, aSample(baseline), aSample(candidate, units), score, Math.log(ratio), 1);
  return [...sums];
}

const closeTo = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

describe('scores', () => {
  test('typical ones are mid-ranks less one half', () => {
    expect(scoresOf([10, 30], [20, 40])).toEqual(closeTo([-3 / 8, 1 / 8, -1 / 8, 3 / 8]));
  });

  test('ties share the mean of their ranks', () => {
    expect(scoresOf([10, 20], [20, 20])).toEqual(closeTo([-3 / 8, 1 / 8, 1 / 8, 1 / 8]));
  });

  test('zeros are ties below everything else', () => {
    expect(scoresOf([0, 5], [0, 0.001])).toEqual(closeTo([-1 / 4, 3 / 8, -1 / 4, 1 / 8]));
  });

  test('tail ones rise from the 90th percentile, by a ramp that ends at the 99th and a logarithm that goes on', () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => 1 + i);
    const scores = scoresOf(thousand, [], TAIL);
    const mean = 0.09 / 2 + 0.01 + 0.1 / 4;
    const at = (u: number) => Math.min(1, (u - 0.9) / 0.09) + Math.log(0.1 / (1 - u)) / 4;
    expect(scores.slice(0, 900)).toEqual(closeTo(Array(900).fill(-mean)));
    expect(scores[925]! + mean).toBeCloseTo(at(0.9255), 5);
    expect(scores[949]! + mean).toBeCloseTo(at(0.9495), 5);
    expect(scores[989]! + mean).toBeCloseTo(at(0.9895), 3);
    // The last rank's mean of ln(0.1/(1 − u)) is ln(0.1·n) + 1.
    expect(scores[999]! + mean).toBeCloseTo(1 + (Math.log(100) + 1) / 4, 12);
  });

  test.each([TYPICAL, TAIL])(
    '$name ones of an outlier are those of the largest rank, however far out it lies',
    (score) => {
      const usual = Array.from({ length: 199 }, (_, i) => 10 + (i % 40));
      const withLargest = (ms: number) => scoresOf(usual, [...usual, ms], score);
      expect(withLargest(1e9)).toEqual(withLargest(50));
    },
  );

  test.each([0.9, 0.93, 0.99, 0.999, 1])('the tail’s antiderivative up to %f is the integral of the scores', (to) => {
    const steps = 200_000;
    let area = 0;
    for (let i = 0; i < steps; i++) {
      const u = 0.9 + ((i + 0.5) / steps) * (to - 0.9);
      area += ((to - 0.9) / steps) * (Math.min(1, (u - 0.9) / 0.09) + Math.log(0.1 / (1 - u)) / 4);
    }
    expect(TAIL.antiderivative(to)).toBeCloseTo(area, 6);
  });

  test.each([TYPICAL, TAIL])('$name ones add up to 0 whatever the ties', (score) => {
    const scores = scoresOf([1, 1, 1, 2, 2, 9, 9, 9, 9, 9], [1, 2, 2, 2, 9, 9, 9, 30], score);
    expect(scores.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
  });

  test('the candidate is divided by the ratio first', () => {
    expect(scoresOf([10, 30], [22, 44], TYPICAL, 1.1)).toEqual(closeTo([-3 / 8, 1 / 8, -1 / 8, 3 / 8]));
  });

  test('within a pair the baseline’s is taken from the candidate’s', () => {
    const sums = new Float64Array(2);
    addScores(sums, aSample([10, 30]), aSample([20, 40]), TYPICAL, 0, -1);
    expect([...sums]).toEqual(closeTo([-1 / 8 + 3 / 8, 3 / 8 - 1 / 8]));
  });

  test('several spans of one trace are added up in its unit', () => {
    const sums = new Float64Array(1);
    addScores(sums, aSample([]), aSample([10, 20, 30], [0, 0, 0]), TYPICAL, 0, -1);
    expect(sums[0]).toBeCloseTo(0, 12);
  });

  test('a pair of which neither request is among the slowest contributes exactly nothing to the tail', () => {
    const ms = Array.from({ length: 300 }, (_, i) => 10 * 1.01 ** ((i * 37) % 300));
    const sums = new Float64Array(300);
    addScores(sums, aSample(ms), aSample(ms.toReversed()), TAIL, 0, -1);
    const slowest = ms.toSorted((a, b) => b - a)[60]!;
    const usual = [...sums.keys()].filter((pair) => ms[pair]! < slowest && ms[299 - pair]! < slowest);
    expect(usual.length).toBeGreaterThan(150);
    expect(usual.map((pair) => sums[pair]).filter((sum) => sum !== 0)).toEqual([]);
  });

  test('of one ratio after the other are what they are alone', () => {
    const [baseline, candidate] = [aSample([10, 30, 30, 70]), aSample([20, 33, 40, 60])];
    const scores = new PooledScores(baseline, candidate, TYPICAL, -1, 4);
    const sums = new Float64Array(4);
    const alone = new Float64Array(4);
    for (const ratio of [0.5, 1.1, 3]) {
      scores.fill(sums, Math.log(ratio));
      addScores(alone, baseline, candidate, TYPICAL, Math.log(ratio), -1);
      expect(sums).toEqual(alone);
    }
  });
});

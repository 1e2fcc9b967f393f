import { describe, expect, test } from 'vitest';
import { harrellDavisMs } from '../../src/compare/quantile.js';
import { spreadRounded } from '../../src/compare/rounded.js';
import values from '../fixtures/statistics.json' with { type: 'json' };
import { aSample } from './samples.js';

describe('the Harrell–Davis quantile', () => {
  test.each(values.harrellDavis)(
    'of $sample.length values at $p is what scipy’s Beta weights give',
    ({ sample, p, value }) => {
      expect(harrellDavisMs(aSample(sample).logMs, p)! / value).toBeCloseTo(1, 7);
    },
  );

  test('weighs three values 7 : 13 : 7 for the median, as Beta(2, 2) does', () => {
    const [a, b, c] = [2, 16, 1024];
    const expected = Math.exp((7 * Math.log(a) + 13 * Math.log(b) + 7 * Math.log(c)) / 27);
    expect(harrellDavisMs(aSample([a, b, c]).logMs, 0.5)).toBeCloseTo(expected, 10);
  });

  test('of equal values is that value', () => {
    expect(harrellDavisMs(aSample(Array(57).fill(12.5)).logMs, 0.95)).toBeCloseTo(12.5, 10);
  });

  test('counts a duration of 0 as a tenth of a millisecond', () => {
    expect(harrellDavisMs(aSample([0, 0, 0]).logMs, 0.5)).toBeCloseTo(0.1, 10);
  });

  test('of nothing is null', () => {
    expect(harrellDavisMs(new Float64Array(0), 0.5)).toBeNull();
  });
});

describe('undoing the rounding to milliseconds', () => {
  test('values written as one millisecond are spread evenly over it', () => {
    const { logMs } = spreadRounded(aSample([5, 5, 5, 5, 6]), 0);
    expect([...logMs.map(Math.exp)]).toEqual([4.625, 4.875, 5.125, 5.375, 6].map((ms) => expect.closeTo(ms, 10)));
  });

  test('0 is spread over the half millisecond above it', () => {
    const { logMs } = spreadRounded(aSample([0, 0]), 0);
    expect([...logMs.map(Math.exp)]).toEqual([0.125, 0.375].map((ms) => expect.closeTo(ms, 10)));
  });

  test('a sample with microseconds comes back as it is', () => {
    const sample = aSample([5.1, 5.2, 5.3, 6]);
    expect(spreadRounded(sample, 0)).toBe(sample);
  });

  test('the few values that were not rounded stay in their place in the order', () => {
    const { logMs } = spreadRounded(aSample([...Array(200).fill(5), 5.3]), 0);
    expect([...logMs]).toEqual([...logMs].sort((a, b) => a - b));
  });

  test('where a value goes within its millisecond tells nothing about where its partner goes', () => {
    const ranks = ([0, 1] as const).map((side) => {
      const { unit } = spreadRounded(aSample(Array(2000).fill(5)), side);
      const rankOf = new Float64Array(unit.length);
      unit.forEach((u, rank) => {
        rankOf[u] = rank;
      });
      return rankOf;
    });
    expect(Math.abs(correlation(ranks[0]!, ranks[1]!))).toBeLessThan(3 / Math.sqrt(2000));
  });

  test('the requests of one block are spread over the whole millisecond', () => {
    const { unit } = spreadRounded(
      aSample(
        Array(400).fill(5),
        Array.from({ length: 400 }, (_, i) => Math.floor(i / 20)),
      ),
      0,
    );
    const meanRankOfFirst = [...unit].reduce((sum, u, rank) => (u === 0 ? sum + rank / 20 : sum), 0);
    expect(Math.abs(meanRankOfFirst - 200)).toBeLessThan((3 * 400) / Math.sqrt(12 * 20));
  });
});

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: Float64Array, mx: number, y: Float64Array, my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

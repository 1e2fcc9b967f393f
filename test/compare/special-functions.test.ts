import { describe, expect, test } from 'vitest';
import {
  chanceOfNoneElsewhere,
  digamma,
  incompleteBeta,
  inverseTrigamma,
  logChoose,
  trigamma,
} from '../../src/compare/special-functions.js';
import values from '../fixtures/statistics.json' with { type: 'json' };

describe('the regularised incomplete beta function', () => {
  test.each(values.incompleteBeta)('I_$x($a, $b) is what scipy says', ({ x, a, b, value }) => {
    expect(incompleteBeta(x, a, b) / value).toBeCloseTo(1, 10);
  });

  test('I_1/3(2, 2) is 3/9 − 2/27, the integral of 6t(1 − t)', () => {
    expect(incompleteBeta(1 / 3, 2, 2)).toBeCloseTo(7 / 27, 14);
  });

  test('it is 0 up to 0 and 1 from 1 on', () => {
    expect([-1, 0, 1, 2].map((x) => incompleteBeta(x, 3, 4))).toEqual([0, 0, 1, 1]);
  });
});

describe('the chance that none is seen elsewhere', () => {
  test.each(values.noneElsewhere)('$k of $n here and 0 of $m there is C(n, k) / C(n + m, k)', ({ k, n, m, value }) => {
    expect(chanceOfNoneElsewhere(k, n, m) / value).toBeCloseTo(1, 10);
  });

  test('a lady who tells four cups from four by chance does so once in 70 (Fisher 1935, The Design of Experiments)', () => {
    expect(chanceOfNoneElsewhere(4, 4, 4)).toBeCloseTo(1 / 70, 14);
  });

  test.each([
    ['nothing was seen', 0, 10, 10],
    ['nothing was looked at', 0, 0, 10],
    ['more were seen than there are here', 11, 10, 10],
  ])('it is 1 where %s', (_, k, n, m) => {
    expect(chanceOfNoneElsewhere(k, n, m)).toBe(1);
  });
});

test('ln C(52, 5) is that of the 2 598 960 hands of poker', () => {
  expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 4);
});

describe('the derivatives of ln Γ', () => {
  test.each(values.digamma)('ψ($x) is what scipy says', ({ x, value }) => {
    expect(digamma(x)).toBeCloseTo(value, 11);
  });

  test.each(values.trigamma)('ψ′($x) is what scipy says', ({ x, value }) => {
    expect(trigamma(x) / value).toBeCloseTo(1, 11);
  });

  test('ψ(1) is −γ, and ψ′(1) is π²/6', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 12);
  });

  test.each([0.01, 0.5, 1, 2, 37, 5000])('ψ′ is inverted at ψ′(%d)', (x) => {
    expect(inverseTrigamma(trigamma(x)) / x).toBeCloseTo(1, 8);
  });
});

import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/compare/normal.js';
import { fisherOneSided } from '../../src/compare/special-functions.js';

describe('the normal distribution', () => {
  // scipy.stats.norm.ppf
  test.each([
    [1e-6, -4.753424308822899],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.1, -1.2815515655446004],
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.995, 2.5758293035489004],
  ])('has its %f quantile at %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
    expect(normalCdf(z)).toBeCloseTo(p, 6);
  });
});

describe("Fisher's one-sided exact test", () => {
  // scipy.stats.fisher_exact([[here, of - here], [there, of - there]], 'greater')
  test.each([
    [8, 0, 7.77000777000777e-5],
    [8, 1, 0.0006993006993006993],
    [5, 2, 0.15734265734265734],
    [0, 0, 1],
  ])('of %i among 8 here and %i among 8 there is %f', (here, there, p) => {
    expect(fisherOneSided(here, there, { here: 8, there: 8 })).toBeCloseTo(p, 10);
  });

  test('of unequal sizes: 6 among 7 here and none among 8 there', () => {
    expect(fisherOneSided(6, 0, { here: 7, there: 8 })).toBeCloseTo(0.0013986013986013988, 10);
  });
});

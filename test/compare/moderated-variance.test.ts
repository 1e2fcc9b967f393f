import { describe, expect, test } from 'vitest';
import { meanCorrelation, moderatedVariances, type RunValues } from '../../src/compare/moderated-variance.js';
import { Chance } from '../support/simulated-run.js';

interface Simulated {
  readonly places: number;
  readonly runs: number;
  readonly common: number;
  /** Standard deviation of a place's own shift, place by place. */
  readonly own: (place: number) => number;
  readonly sampling: number;
}

function simulatedPlaces({ places, runs, common, own, sampling }: Simulated): RunValues[] {
  const chance = warmed(11);
  const ofRun = Array.from({ length: runs }, () => common * chance.normal());
  return Array.from({ length: places }, (_, place) => ({
    values: ofRun.map((shift) => shift + Math.hypot(own(place), sampling) * chance.normal()),
    sampling: sampling ** 2,
  }));
}

/** The first numbers of neighbouring seeds are alike. */
function warmed(seed: number): Chance {
  const chance = new Chance(seed);
  for (let i = 0; i < 100; i++) chance.uniform();
  return chance;
}

const ALIKE: Simulated = { places: 200, runs: 5, common: 0, own: () => 0.05, sampling: 0.03 };

describe('the variance between runs', () => {
  test('of places that are alike is the same for all of them: the shift and the sampling', () => {
    const { variances, shift, degrees } = moderatedVariances(simulatedPlaces(ALIKE));
    expect(Math.sqrt(shift)).toBeCloseTo(0.05, 2);
    const deviations = variances.map(Math.sqrt);
    expect(Math.min(...deviations) / Math.hypot(0.05, 0.03)).toBeGreaterThan(0.8);
    expect(Math.max(...deviations) / Math.hypot(0.05, 0.03)).toBeLessThan(1.4);
    expect(degrees).toBeGreaterThan(10);
  });

  test('of places that differ stays closer to their own', () => {
    const restless = (place: number) => (place % 2 === 0 ? 0.01 : 0.2);
    const { variances, degrees } = moderatedVariances(simulatedPlaces({ ...ALIKE, own: restless }));
    const meanOf = (parity: number) =>
      variances.filter((_, place) => place % 2 === parity).reduce((sum, variance) => sum + variance, 0) / 100;
    expect(meanOf(1)).toBeGreaterThan(3 * meanOf(0));
    expect(degrees).toBeLessThan(10);
  });

  test('is never below what sampling alone gives', () => {
    const still = simulatedPlaces(ALIKE).map((place) => ({ ...place, values: place.values.map((x) => x / 1000) }));
    for (const variance of moderatedVariances(still).variances) expect(variance).toBeGreaterThanOrEqual(0.0009);
  });

  test('is hardly surer than one place tells where whole runs are slow', () => {
    const together = simulatedPlaces({ ...ALIKE, common: 0.2, own: () => 0, sampling: 0.01 });
    expect(moderatedVariances(together).degrees).toBeLessThan(8);
  });

  test('of one or two places is their own', () => {
    const [one, two] = simulatedPlaces(ALIKE);
    expect(moderatedVariances([one!, two!]).degrees).toBe(4);
  });
});

describe('the correlation between places', () => {
  const ones = (count: number) => Array.from({ length: count }, () => 1);

  test.each([
    ['none', 0, 0.05, 0],
    ['half', 0.05, 0.05, 0.5],
    ['all', 0.05, 0, 1],
  ])('is found where they share %s of what varies', (_, common, own, expected) => {
    const places = simulatedPlaces({ ...ALIKE, runs: 60, common, own: () => own, sampling: 1e-6 });
    expect(meanCorrelation(places, ones(200))).toBeCloseTo(expected, 1);
  });

  test('of one place is 0', () => {
    expect(meanCorrelation(simulatedPlaces({ ...ALIKE, places: 1 }), ones(1))).toBe(0);
  });
});

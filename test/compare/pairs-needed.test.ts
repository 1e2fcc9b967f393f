import { describe, expect, test } from 'vitest';
import { pairsNeeded, type TimedPair } from '../../src/compare/pairs-needed.js';
import { Chance } from '../support/simulated-run.js';

const WANTED = { resolution: 0.25, tolerance: 0.1, nullMargin: 0.03, minimumTraces: 30 };

/** Pairs whose log ratio has that standard deviation, and some that a cold start threw off. */
function scattered(deviation: number, count = 200, cold = 0, operation = 'GET /'): TimedPair[] {
  const chance = new Chance(3);
  return Array.from({ length: count }, (_, i) => ({
    operation,
    baselineMs: i < cold ? 5000 : 100,
    candidateMs: 100 * Math.exp(deviation * chance.normal()),
  }));
}

const needed = (pairs: readonly TimedPair[], overrides: Partial<typeof WANTED> = {}) =>
  pairsNeeded(pairs, ['GET /'], { ...WANTED, ...overrides })?.[0]?.pairs ?? Number.NaN;

describe('the pairs that a resolution takes', () => {
  test('grow with the square of the scatter, and fall with that of the change that is sought', () => {
    expect(needed(scattered(1)) / needed(scattered(0.5))).toBeCloseTo(4, 1);
    const coarse = { tolerance: 0, nullMargin: 0 };
    const ratio =
      needed(scattered(1), { ...coarse, resolution: 0.1 }) / needed(scattered(1), { ...coarse, resolution: 0.21 });
    expect(ratio).toBeCloseTo(4, 1);
  });

  test('are at least what failures take, and the traces that an operation needs', () => {
    expect(needed(scattered(0.01))).toBeGreaterThan(80);
    expect(needed(scattered(0.01))).toBeLessThan(120);
    expect(needed(scattered(0.01), { minimumTraces: 500 })).toBe(500);
  });

  test('are not thrown off by a few cold starts', () => {
    expect(needed(scattered(0.5, 40, 4)) / needed(scattered(0.5, 40))).toBeLessThan(1.6);
  });

  test('are counted for each operation by its own scatter, by that of all where it was hardly seen', () => {
    const pairs = [...scattered(0.2, 100, 0, 'GET /calm'), ...scattered(1, 100, 0, 'GET /wild')];
    const [calm, wild, unseen] = pairsNeeded(pairs, ['GET /calm', 'GET /wild', 'GET /unseen'], WANTED)!;
    expect(wild!.pairs).toBeGreaterThan(4 * calm!.pairs);
    expect(unseen!.pairs).toBeGreaterThan(calm!.pairs);
    expect(unseen!.pairs).toBeLessThan(wild!.pairs);
  });

  test('are not known from a handful of pairs', () => {
    expect(pairsNeeded(scattered(0.5, 7), ['GET /'], WANTED)).toBeNull();
    expect(pairsNeeded([], ['GET /'], WANTED)).toBeNull();
  });

  test('are without end where the change that is sought is tolerated', () => {
    expect(needed(scattered(0.5), { resolution: 0.1 })).toBe(Number.POSITIVE_INFINITY);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeasuredPlanSettings, planDepartures, planReplays, planWarmUp } from '../../src/drive/plan.js';
import type { Scenario } from '../../src/scenario/workload.js';
import { aScenario, aStep } from '../support/exchange-builder.js';

type Overrides = Partial<Omit<MeasuredPlanSettings, 'workload'>> & { readonly scenarios?: readonly Scenario[] };

function aPlan({ scenarios = [aScenario()], ...overrides }: Overrides = {}) {
  return planDepartures({
    workload: { scenarios, variables: new Map() },
    slotsPerSecond: 10,
    slots: 600,
    arrivals: 'constant',
    sideBySide: true,
    seed: 1,
    ...overrides,
  });
}

describe('a plan', () => {
  test('numbers its slots, none of them warm-up, and departs evenly from 0', () => {
    const plan = aPlan({ slotsPerSecond: 4, slots: 5 });
    expect(plan.map(({ number, atMs, warmUp }) => [number, atMs, warmUp])).toEqual([
      [0, 0, false],
      [1, 250, false],
      [2, 500, false],
      [3, 750, false],
      [4, 1000, false],
    ]);
  });

  test('leaves a place for each request of a flow', () => {
    const flow = aScenario({}, { steps: [aStep(), aStep({ path: '/a' }), aStep({ path: '/b' })] });
    expect(aPlan({ scenarios: [flow], slots: 3 }).map(({ order }) => order)).toEqual([0, 3, 6]);
  });

  const scenarios = [
    aScenario({ method: 'POST' }, { weight: 3 }),
    aScenario({ path: '/a' }),
    aScenario({ path: '/b' }, { weight: 2 }),
  ];

  test("has the mix of requests exact in every block of the weights' sum", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const plan = aPlan({ scenarios, seed });
        for (let from = 0; from < plan.length; from += 6) {
          const block = plan.slice(from, from + 6).map(({ scenario }) => scenario);
          expect(scenarios.map((scenario) => block.filter((one) => one === scenario).length)).toEqual([3, 1, 2]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('shuffles the requests within the blocks', () => {
    const plan = aPlan({ scenarios });
    const orders = new Set(
      Array.from({ length: 100 }, (_, block) =>
        plan
          .slice(block * 6, block * 6 + 6)
          .map(({ scenario }) => scenario.name)
          .join(),
      ),
    );
    expect(orders.size).toBeGreaterThan(20);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(aPlan({ scenarios, seed: 7 })).toEqual(aPlan({ scenarios, seed: 7 }));
    expect(aPlan({ scenarios, seed: 7 })).not.toEqual(aPlan({ scenarios, seed: 8 }));
  });

  test('sends either side first with a fair coin', () => {
    const coins = aPlan({ slots: 20_000 }).map(({ sides }) => sides[0] === 'candidate');
    const heads = coins.filter(Boolean).length;
    const runs = coins.filter((coin, i) => coin !== coins[i - 1]).length;
    // 20,000 tosses: a standard deviation is 71, and three of them are a generous bound for one fixed seed.
    expect(Math.abs(heads - 10_000)).toBeLessThan(213);
    expect(Math.abs(runs - 10_000)).toBeLessThan(213);
  });

  test('tosses the coin whatever the request is', () => {
    const plan = aPlan({ scenarios, slots: 12_000 });
    for (const scenario of scenarios) {
      const coins = plan.filter((slot) => slot.scenario === scenario).map(({ sides }) => sides[0] === 'candidate');
      expect(coins.filter(Boolean).length / coins.length).toBeCloseTo(0.5, 1);
    }
  });

  test('sends to the candidate alone where there is no other side', () => {
    expect(aPlan({ sideBySide: false }).every(({ sides }) => sides.join() === 'candidate')).toBe(true);
  });
});

describe('random arrivals', () => {
  test('keep the number and the time, and are those of a Poisson process', () => {
    const departures = aPlan({ arrivals: 'poisson', slots: 20_000, slotsPerSecond: 100 }).map(({ atMs }) => atMs);
    expect(departures).toEqual(departures.toSorted((a, b) => a - b));
    expect(departures.at(-1)).toBeLessThan(200_000);
    const gaps = departures.slice(1).map((atMs, i) => atMs - departures[i]!);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    expect(mean).toBeCloseTo(10, 1);
    // Gaps of a Poisson process are exponential: their standard deviation is their mean.
    expect(deviation / mean).toBeCloseTo(1, 1);
  });
});

describe('a plan of the warm-up', () => {
  const warmUp = (rampS: number, warmUpS: number) =>
    planWarmUp({
      workload: { scenarios: [aScenario()], variables: new Map() },
      slotsPerSecond: 4,
      rampS,
      warmUpS,
      sideBySide: true,
      seed: 1,
    });

  test('is at the full rate, and never measured', () => {
    const plan = warmUp(0, 1);
    expect(plan.map(({ atMs }) => atMs)).toEqual([0, 250, 500, 750]);
    expect(plan.every((slot) => slot.warmUp)).toBe(true);
  });

  test('climbs to it in a ramp: half as many departures in its time, the gaps ever smaller', () => {
    const departures = warmUp(10, 1).map(({ atMs }) => atMs);
    expect(departures).toHaveLength(24);
    expect(departures.slice(20)).toEqual([10_000, 10_250, 10_500, 10_750]);
    const gaps = departures.slice(1, 20).map((atMs, i) => atMs - departures[i]!);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    // A quarter of the departures in the first half of the time.
    expect(departures.filter((atMs) => atMs <= 5000)).toHaveLength(5);
  });

  test('is nothing where it lasts no time', () => {
    expect(warmUp(0, 0)).toEqual([]);
  });
});

describe('a plan of replays', () => {
  const replayed = [aScenario({ path: '/a' }), aScenario({ path: '/b' })].map((scenario, i) => ({
    scenario,
    values: new Map([['i', i]]),
  }));
  const sides = Array.from({ length: 16 }, (_, i) => (i < 8 ? ('baseline' as const) : ('candidate' as const)));
  const planned = (seed: number) => planReplays(replayed, { sides, slotsPerSecond: 10, seed });

  test('sends each request as often to either side, one at a time, the requests one after the other', () => {
    const plan = planned(1);
    expect(plan.map(({ number, atMs }) => [number, atMs])).toEqual(Array.from({ length: 32 }, (_, i) => [i, i * 100]));
    for (const [i, { scenario, values }] of replayed.entries()) {
      const sends = plan.slice(16 * i, 16 * (i + 1));
      expect(sends.every((slot) => slot.scenario === scenario && slot.values === values)).toBe(true);
      expect(sends.every((slot) => slot.sides.length === 1 && !slot.warmUp)).toBe(true);
      expect(sends.filter(({ sides }) => sides[0] === 'candidate')).toHaveLength(8);
    }
  });

  test('mixes the two sides in an order that depends on the seed alone', () => {
    const order = (seed: number) => planned(seed).map(({ sides }) => sides[0]);
    expect(order(1)).toEqual(order(1));
    const firsts = Array.from({ length: 4000 }, (_, seed) => order(seed)[0]);
    expect(firsts.filter((side) => side === 'candidate').length / 4000).toBeCloseTo(0.5, 1);
  });
});

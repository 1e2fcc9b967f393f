import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlanSettings, planDepartures, planReplays } from '../../src/drive/plan.js';
import { aTemplate } from '../support/exchange-builder.js';

function aPlan(overrides: Partial<PlanSettings> = {}) {
  return planDepartures({
    requests: [aTemplate()],
    slotsPerSecond: 10,
    durationS: 60,
    warmUpS: 0,
    sideBySide: true,
    seed: 1,
    ...overrides,
  });
}

describe('a plan', () => {
  const counts: { name: string; overrides: Partial<PlanSettings>; slots: number; warmUp: number }[] = [
    { name: 'ten a second for a minute', overrides: {}, slots: 600, warmUp: 0 },
    { name: 'with a warm-up of ten seconds', overrides: { warmUpS: 10 }, slots: 700, warmUp: 100 },
    { name: 'one every two seconds', overrides: { slotsPerSecond: 0.5 }, slots: 30, warmUp: 0 },
    { name: 'shorter than one slot', overrides: { slotsPerSecond: 0.5, durationS: 0.1 }, slots: 1, warmUp: 0 },
  ];
  test.each(counts)('$name has $slots slots, $warmUp of them warm-up', ({ overrides, slots, warmUp }) => {
    const plan = aPlan(overrides);
    expect(plan).toHaveLength(slots);
    expect(plan.map(({ number }) => number)).toEqual(plan.map((_, i) => i));
    expect(plan.map(({ warmUp }) => warmUp)).toEqual(plan.map((_, i) => i < warmUp));
  });

  test('departs evenly, the warm-up at the same pace, from 0', () => {
    expect(aPlan({ slotsPerSecond: 4, durationS: 1, warmUpS: 0.5 }).map(({ atMs }) => atMs)).toEqual([
      0, 250, 500, 750, 1000, 1250,
    ]);
  });

  const requests = [
    aTemplate({ weight: 3, method: 'POST' }),
    aTemplate({ weight: 1, path: '/a' }),
    aTemplate({ weight: 2, path: '/b' }),
  ];

  test("has the mix of requests exact in every block of the weights' sum", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const plan = aPlan({ requests, seed });
        for (let from = 0; from < plan.length; from += 6) {
          const block = plan.slice(from, from + 6).map(({ request }) => request);
          expect(requests.map((request) => block.filter((one) => one === request).length)).toEqual([3, 1, 2]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('shuffles the requests within the blocks', () => {
    const plan = aPlan({ requests });
    const orders = new Set(
      Array.from({ length: 100 }, (_, block) =>
        plan
          .slice(block * 6, block * 6 + 6)
          .map(({ request }) => request.path)
          .join(),
      ),
    );
    expect(orders.size).toBeGreaterThan(20);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(aPlan({ requests, seed: 7 })).toEqual(aPlan({ requests, seed: 7 }));
    expect(aPlan({ requests, seed: 7 })).not.toEqual(aPlan({ requests, seed: 8 }));
  });

  test('sends either side first with a fair coin', () => {
    const coins = aPlan({ slotsPerSecond: 1000, durationS: 20 }).map(({ sides }) => sides[0] === 'candidate');
    const heads = coins.filter(Boolean).length;
    const runs = coins.filter((coin, i) => coin !== coins[i - 1]).length;
    // 20,000 tosses: a standard deviation is 71, and three of them are a generous bound for one fixed seed.
    expect(Math.abs(heads - 10_000)).toBeLessThan(213);
    expect(Math.abs(runs - 10_000)).toBeLessThan(213);
  });

  test('tosses the coin whatever the request is', () => {
    const plan = aPlan({ requests, slotsPerSecond: 1000, durationS: 12 });
    for (const request of requests) {
      const coins = plan.filter((slot) => slot.request === request).map(({ sides }) => sides[0] === 'candidate');
      expect(coins.filter(Boolean).length / coins.length).toBeCloseTo(0.5, 1);
    }
  });

  test('sends to the candidate alone where there is no other side', () => {
    expect(aPlan({ sideBySide: false }).every(({ sides }) => sides.join() === 'candidate')).toBe(true);
  });
});

describe('a plan of replays', () => {
  const requests = [aTemplate({ path: '/a' }), aTemplate({ path: '/b' })];
  const sides = Array.from({ length: 16 }, (_, i) => (i < 8 ? ('baseline' as const) : ('candidate' as const)));
  const planned = (seed: number) => planReplays(requests, { sides, slotsPerSecond: 10, seed });

  test('sends each request as often to either side, one at a time, the requests one after the other', () => {
    const plan = planned(1);
    expect(plan.map(({ number, atMs }) => [number, atMs])).toEqual(Array.from({ length: 32 }, (_, i) => [i, i * 100]));
    for (const [i, request] of requests.entries()) {
      const sends = plan.slice(16 * i, 16 * (i + 1));
      expect(sends.every((slot) => slot.request === request && slot.sides.length === 1 && !slot.warmUp)).toBe(true);
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

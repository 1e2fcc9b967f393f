import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MeasuredPlanSettings,
  type Plan,
  planDepartures,
  plannedRequests,
  planWarmUp,
  type Slot,
} from '../../src/drive/plan.js';
import type { Variable } from '../../src/scenario/variable.js';
import type { Scenario } from '../../src/scenario/workload.js';
import { aScenario, aStep } from '../support/exchange-builder.js';

type Overrides = Partial<Omit<MeasuredPlanSettings, 'workload'>> & { readonly scenarios?: readonly Scenario[] };

/** All slots of it. */
function aPlan(overrides: Overrides = {}): Slot[] {
  return [...drawnPlan(overrides)];
}

function drawnPlan({ scenarios = [aScenario()], ...overrides }: Overrides = {}): Plan {
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
  const warmUp = (rampS: number, warmUpS: number) => [
    ...planWarmUp({
      workload: { scenarios: [aScenario()], variables: new Map() },
      slotsPerSecond: 4,
      rampS,
      warmUpS,
      sideBySide: true,
      seed: 1,
    }),
  ];

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

describe('a plan that is drawn', () => {
  const flow = aScenario(
    {},
    {
      name: 'flow',
      weight: 2,
      steps: [aStep(), aStep({ path: '/a', thinkMs: 700 }), aStep({ path: '/b', thinkMs: 50 })],
    },
  );
  const variables = new Map<string, Variable>([
    ['id', { kind: 'range', from: 1, to: 1_000_000 }],
    ['city', { kind: 'one of', values: ['Bern', 'Oslo', { at: 'Rome' }] }],
  ]);
  const scenarios = [aScenario({ method: 'POST' }, { weight: 3 }), aScenario({ path: '/a' }), flow];
  const workload = { scenarios, variables };
  const measured = { workload, slots: 1000, slotsPerSecond: 7 };
  const hashOf = (plan: Plan) => {
    const lines = Array.from(plan, ({ number, order, atMs, scenario, values, warmUp, sides }) =>
      JSON.stringify([number, order, atMs, scenario.name, [...values], warmUp, sides]),
    );
    return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
  };

  // Of plans that were one array, drawn at once: a seed must give the same traffic in all versions of the gate.
  test.each([
    [0, 'constant', true, '54283258c736c399'],
    [0, 'constant', false, 'ade6b742fbed4077'],
    [0, 'poisson', true, '717696d9fc3f15be'],
    [0, 'poisson', false, 'fdabc62f00a8bed4'],
    [1, 'constant', true, '67d44f9c64bba4a4'],
    [1, 'constant', false, 'b44adbeb1fd7c36c'],
    [1, 'poisson', true, '32c8a0ed8b7b1f75'],
    [1, 'poisson', false, 'c0d7ed35e29cadd4'],
    [-7, 'constant', true, 'c64151f93d17b28a'],
    [-7, 'constant', false, '97afa5a2f1eed048'],
    [-7, 'poisson', true, '7676c4755b0ac4f2'],
    [-7, 'poisson', false, '97fb31f355175489'],
    [2 ** 31 + 5, 'constant', true, '96b49f7e7707bfb7'],
    [2 ** 31 + 5, 'constant', false, '3a3f3031f724d25b'],
    [2 ** 31 + 5, 'poisson', true, 'ba08393dd266f273'],
    [2 ** 31 + 5, 'poisson', false, 'efaae6e54f8c4f4c'],
  ] as const)('of seed %i, %s, side by side %s, is that of earlier versions', (seed, arrivals, sideBySide, hash) => {
    expect(hashOf(planDepartures({ ...measured, seed, arrivals, sideBySide }))).toBe(hash);
  });

  test.each([
    [1, '160083809f0e053b'],
    [42, 'b5c4da164686a0b1'],
  ])('of seed %i for the warm-up is that of earlier versions', (seed, hash) => {
    const settings = { workload, rampS: 10, warmUpS: 30, slotsPerSecond: 7, sideBySide: true, seed };
    expect(hashOf(planWarmUp(settings))).toBe(hash);
  });

  test.each(['constant', 'poisson'] as const)(
    'with %s arrivals gives the same slots to all who read it',
    (arrivals) => {
      const plan = planDepartures({ ...measured, seed: 3, arrivals, sideBySide: true });
      const [one, other] = [plan[Symbol.iterator](), plan[Symbol.iterator]()];
      const inTurn = Array.from(plan, (slot) => [slot, one.next().value, other.next().value]);
      expect(inTurn.every(([slot, ...others]) => others.every((each) => isDeepStrictEqual(each, slot)))).toBe(true);
      expect([one.next().done, other.next().done]).toEqual([true, true]);
    },
  );

  test('says how many slots and requests it has', () => {
    const plan = drawnPlan({ scenarios, slots: 601 });
    const slots = [...plan];
    expect([plan.length, slots.length]).toEqual([601, 601]);
    expect(plannedRequests(plan)).toBe(slots.reduce((sum, { scenario }) => sum + 2 * scenario.steps.length, 0));
  });
});

import { describe, expect, test } from 'vitest';
import { planReplays } from '../../src/drive/replay-plan.js';
import { aScenario } from '../support/exchange-builder.js';

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

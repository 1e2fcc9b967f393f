import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/drive/exchange.js';
import { runHealth } from '../../src/drive/run-health.js';
import { anExchange, answered, aSlot, notSent } from '../support/exchange-builder.js';
import { EPOCH_MS } from '../support/segment-builder.js';

const late = (ms: number, overrides: Partial<Exchange> = {}) =>
  anExchange(0, { outcome: { ...answered(), departedMs: EPOCH_MS + ms }, ...overrides });

describe('run health', () => {
  test('is lateness behind the plan, at the middle and at the tail', () => {
    const exchanges = Array.from({ length: 101 }, (_, i) => late(i / 100));
    const { lateP50Ms, lateP99Ms, state } = runHealth(exchanges);
    expect(lateP50Ms).toBeCloseTo(0.5, 2);
    expect(lateP99Ms).toBeCloseTo(0.99, 2);
    expect(state).toBe('on time');
  });

  const punctual = Array.from({ length: 98 }, () => late(0));

  test('tells a generator that is saturated from one request in a hundred that was late', () => {
    expect(runHealth([...punctual, late(10.1), late(10.1)]).state).toBe('generator saturated');
    expect(runHealth([...punctual, ...punctual, late(10.1)]).state).toBe('on time');
    expect(runHealth([...punctual, late(10), late(10)]).state).toBe('on time');
  });

  test('does not blame the runner for waiting at the cap', () => {
    expect(runHealth([late(200, { heldMs: 199 }), late(200, { heldMs: 199 })]).state).toBe('target stalled');
    expect(runHealth([late(200, { heldMs: 150 }), late(200, { heldMs: 150 })]).state).toBe('generator saturated');
  });

  test('counts response times from the planned departure, a side each', () => {
    const { fromPlan } = runHealth([late(0), late(0, { side: 'baseline', plannedMs: EPOCH_MS - 900 })]);
    expect(fromPlan.candidate).toEqual({ p50Ms: 80, p95Ms: 80, p99Ms: 80 });
    expect(fromPlan.baseline?.p99Ms).toBe(980);
  });

  test('leaves the warm-up out', () => {
    const warmUp = { slot: aSlot({ warmUp: true }) };
    expect(runHealth([late(0), late(500, warmUp), late(0, { ...warmUp, outcome: notSent() })])).toMatchObject({
      notSent: 0,
      lateP50Ms: 0,
      lateP99Ms: 0,
      state: 'on time',
    });
  });

  test('does not make up for late departures with early ones', () => {
    expect(runHealth([late(-5)]).lateP50Ms).toBe(0);
  });

  test('counts what the runner could not send', () => {
    expect(runHealth([late(0), anExchange(1, { outcome: notSent() })]).notSent).toBe(1);
  });

  test('of nothing is good', () => {
    expect(runHealth([])).toEqual({
      notSent: 0,
      lateP50Ms: 0,
      lateP99Ms: 0,
      state: 'on time',
      fromPlan: {},
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/drive/driver.js';
import { runHealth } from '../../src/drive/run-health.js';
import { anExchange, answered, aSlot, notSent } from '../support/exchange-builder.js';
import { EPOCH_MS } from '../support/segment-builder.js';

const late = (ms: number, overrides: Partial<Exchange> = {}) =>
  anExchange(0, { outcome: { ...answered(), departedMs: EPOCH_MS + ms }, ...overrides });

describe('run health', () => {
  test('is lateness behind the plan, at the middle and at the tail', () => {
    const exchanges = Array.from({ length: 101 }, (_, i) => late(i / 100));
    const { lateP50Ms, lateP99Ms, saturated } = runHealth(exchanges);
    expect(lateP50Ms).toBeCloseTo(0.5, 2);
    expect(lateP99Ms).toBeCloseTo(0.99, 2);
    expect(saturated).toBe(false);
  });

  test('is saturated when more than one departure in a hundred was more than 10 ms late', () => {
    const punctual = Array.from({ length: 98 }, () => late(0));
    expect(runHealth([...punctual, late(11), late(11)]).saturated).toBe(true);
    expect(runHealth([...punctual, ...punctual, late(11)]).saturated).toBe(false);
    expect(runHealth([...punctual, late(10), late(10)]).saturated).toBe(false);
  });

  test('leaves the warm-up out', () => {
    const warmUp = { slot: aSlot({ warmUp: true }) };
    expect(runHealth([late(0), late(500, warmUp), late(0, { ...warmUp, outcome: notSent() })])).toEqual({
      notSent: 0,
      lateP50Ms: 0,
      lateP99Ms: 0,
      saturated: false,
    });
  });

  test('does not make up for late departures with early ones', () => {
    expect(runHealth([late(-5)]).lateP50Ms).toBe(0);
  });

  test('counts what the runner could not send', () => {
    expect(runHealth([late(0), anExchange(1, { outcome: notSent() })]).notSent).toBe(1);
  });

  test('of nothing is good', () => {
    expect(runHealth([])).toEqual({ notSent: 0, lateP50Ms: 0, lateP99Ms: 0, saturated: false });
  });
});

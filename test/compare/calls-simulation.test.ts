import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import { type MoreOf, simulatedCounts } from '../support/simulated-counts.js';
import { SCATTERS, type Simulated, simulatedRuns } from '../support/simulated-run.js';
import { changesOf } from './samples.js';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function regressed(simulated: Parameters<typeof simulatedCounts>[0], more: MoreOf = {}): readonly Change[] {
  const changes = changesOf(simulatedCounts(simulated, more), { seed: simulated.seed });
  return changes.filter(({ state }) => state === 'regressed');
}

/** Of so many runs of 50 pairs, those in which something is found at the place. */
function foundIn(
  runs: number,
  more: MoreOf,
  isAt: (change: Change) => boolean,
  about: Partial<Simulated> = {},
): number {
  return seeds(runs).filter((seed) => regressed({ ...about, seed, requests: 50 }, more).some(isAt)).length;
}

const numberOf =
  (metric: 'calls' | 'retries', step?: string) =>
  (change: Change): boolean =>
    change.metric === metric && change.place.step === step;

describe('numbers per request in 50 pairs', () => {
  test.each(SCATTERS)('of identical code raise no alarm in 30 reports: %s', (scatter) => {
    expect(seeds(30).filter((seed) => regressed({ seed, requests: 50, scatter }).length > 0)).toEqual([]);
  });

  test('leave the chance of an alarm at 20 % below that, where no time and no fault is tolerated', () => {
    const strict = { alpha: 0.2, nullMargin: 0, tolerances: { typical: 0, p95: 0, faults: 0, floorMs: 0 } };
    const reports = 150;
    const alarms = seeds(reports).filter((seed) => {
      const simulated = simulatedCounts({ seed, requests: 50, scatter: SCATTERS[seed % SCATTERS.length]! });
      return changesOf(simulated, { ...strict, seed }).some(({ state }) => state === 'regressed');
    });
    const error = Math.sqrt((0.2 * 0.8) / reports);
    expect(alarms.length / reports).toBeLessThan(0.2 + 3 * error);
    // Calls keep their tolerance, so that some of what the test rejects is none.
    expect(alarms.length / reports).toBeGreaterThan(0.05);
  });

  test('one more call in each request is found on the edge in every run', () => {
    expect(foundIn(20, { calls: 1 }, numberOf('calls'))).toBe(20);
  });

  test('one more call of one operation is found by its name in every run', () => {
    expect(foundIn(20, { calls: 1 }, numberOf('calls', 'Query'))).toBe(20);
  });

  test('one more call is blamed on no other operation and no local subsegment', () => {
    const other = (change: Change) => numberOf('calls', 'GetItem')(change) || numberOf('calls', 'render-line')(change);
    expect(foundIn(20, { calls: 1 }, other)).toBe(0);
  });

  test('one more repetition of a local subsegment is found in every run', () => {
    expect(foundIn(20, { lines: 1 }, numberOf('calls', 'render-line'))).toBe(20);
  });

  test('retries of a fifth of the calls are found in 9 of 10 runs', () => {
    expect(foundIn(20, { retried: 0.2 }, numberOf('retries'))).toBeGreaterThanOrEqual(18);
  });
});

describe('numbers per request of 50 traces, and 50 one after the other', () => {
  const apart = { apart: true, requests: 50 };

  test('of identical code raise no alarm in 60 reports', () => {
    expect(seeds(60).filter((seed) => regressed({ ...apart, seed }).some(({ metric }) => metric === 'calls'))).toEqual(
      [],
    );
  });

  test('one more call where every request of a version makes as many is found in every run', () => {
    const found = seeds(20).filter((seed) => {
      const constant = { seed, requests: 50, orderLineCalls: 4 };
      const changes = changesOf(simulatedRuns(constant), { seed });
      return changes.some(({ metric, state }) => metric === 'calls' && state === 'regressed');
    });
    expect(found.length).toBe(20);
  });
});

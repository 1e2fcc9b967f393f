import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, type BothSides } from '../../src/compare/alignment.js';
import { edgesOf } from '../../src/compare/edges.js';
import { type History, historyOf } from '../../src/compare/history.js';
import { hypothesesOf } from '../../src/compare/hypotheses.js';
import type { LatencyHypothesis } from '../../src/compare/hypothesis.js';
import type { Profile } from '../../src/trace/profile.js';
import { type SimulatedHistory, simulatedHistory } from '../support/simulated-history.js';
import { aProfile, aRequest } from '../support/simulated-run.js';

const settings = { minimumSamples: 30, alpha: 0.04 };

function latenciesOf(profiles: BothSides<Profile>): LatencyHypothesis[] {
  const tolerances = { floorMs: 2 };
  return hypothesesOf(profiles, align(profiles), edgesOf(profiles, 0.001), { minimumTraces: 30, tolerances }).filter(
    (hypothesis) => hypothesis.kind === 'latency',
  );
}

function historyIn(profiles: BothSides<Profile>): History | null {
  return historyOf(latenciesOf(profiles), align(profiles).earlierRuns, settings);
}

const simulated = (overrides: Partial<SimulatedHistory> = {}) => historyIn(simulatedHistory(overrides));

function smallest(history: History | null, direction: 'worse' | 'better'): { p: number; of: string | undefined } {
  const [first] = [...(history?.tests ?? [])].toSorted(([, a], [, b]) => a[direction] - b[direction]);
  return { p: first?.[1][direction] ?? 1, of: first?.[0].place.node?.name };
}

describe('the history of a baseline', () => {
  test('tells how much unchanged code shifts between runs', () => {
    const shifts = [1, 2, 3].map((seed) => simulated({ seed, runs: 8 })?.shift ?? 0);
    expect(Math.hypot(...shifts) / Math.sqrt(3)).toBeCloseTo(Math.hypot(0.035, 0.035), 1.5);
  });

  test('does not exist where nothing tells which run sent what', () => {
    const { baseline, candidate } = simulatedHistory({ requests: 60 });
    const unnamed = baseline.requests.map((request) => ({ ...request, run: null }));
    expect(historyIn({ baseline: { ...baseline, requests: unnamed }, candidate })).toBeNull();
  });

  test('leaves out a place that not all runs have enough of', () => {
    const { baseline, candidate } = simulatedHistory({ requests: 60 });
    const rare = baseline.requests.map((request) =>
      request.run === 'run 3' ? { ...request, work: request.work.slice(1) } : request,
    );
    const profiles = { baseline: { ...baseline, requests: rare }, candidate };
    const judged = [...(historyIn(profiles)?.tests.keys() ?? [])].map(({ place }) => place.node?.name);
    expect(judged).toContain('orders');
    expect(judged).not.toContain('api');
  });
});

test('whatever times there are, chances are chances', () => {
  const ms = fc.constantFrom(0, 1e-6, 1, 5, 5, 5.0005, 80, 1e9);
  const times = fc.array(ms, { minLength: 30, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(times, { minLength: 6, maxLength: 6 }), (runs) => {
      const requests = runs.map((of, run) =>
        of.map((responseMs, i) =>
          aRequest({
            run: `run ${run}`,
            traceId: `${run}-${i}`,
            order: 100 * run + i,
            startMs: 1e6 * run + i,
            responseMs,
          }),
        ),
      );
      const [candidate = [], ...earlier] = requests;
      const history = historyIn({
        baseline: aProfile({ run: null, requests: earlier.flat() }),
        candidate: aProfile({ run: null, requests: candidate }),
      });
      for (const { worse, better, error, interval } of history?.tests.values() ?? []) {
        for (const chance of [worse, better]) expect(chance >= 0 && chance <= 1).toBe(true);
        expect(error).toBeGreaterThan(0);
        expect(interval[0]).toBeLessThanOrEqual(interval[1]);
      }
    }),
    { numRuns: 60 },
  );
});

describe('the candidate as one run more', () => {
  test('is no surprise where it shifts as earlier runs do', () => {
    expect(smallest(simulated(), 'worse').p).toBeGreaterThan(0.05);
    expect(smallest(simulated(), 'better').p).toBeGreaterThan(0.05);
  });

  test('stands out where one of its nodes takes 1.5 times as long', () => {
    const history = simulated({ slower: { node: 'payments', ratio: 1.5 } });
    const { p, of } = smallest(history, 'worse');
    expect(of).toBe('payments');
    expect(p).toBeLessThan(0.01);
    const [, stood] = [...(history?.tests ?? [])].find(([{ place }]) => place.node?.name === 'payments')!;
    expect(stood.interval[0]).toBeLessThan(1.5);
    expect(stood.interval[1]).toBeGreaterThan(1.5);
  });

  test('stands out on the other side where it is faster', () => {
    const history = simulated({ slower: { node: 'payments', ratio: 1 / 1.5 } });
    expect(smallest(history, 'better')).toMatchObject({ of: 'payments' });
    expect(smallest(history, 'better').p).toBeLessThan(0.01);
    expect(smallest(history, 'worse').p).toBeGreaterThan(0.05);
  });

  test('is known less well with fewer requests', () => {
    const errorOf = (candidateRequests: number) =>
      [...(simulated({ candidateRequests })?.tests.values() ?? [])].reduce((sum, { error }) => sum + error, 0);
    expect(errorOf(60)).toBeGreaterThan(1.2 * errorOf(300));
  });
});

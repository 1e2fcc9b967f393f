import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { compareProfiles } from '../../src/compare/comparison.js';
import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import { simulatedHistory } from '../support/simulated-history.js';
import { simulatedPairs } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

const compared = (profiles: BothSides<Profile>) => compareProfiles(profiles, someSettings());
const regressedIn = (profiles: BothSides<Profile>) =>
  compared(profiles)
    .changes.filter(({ state }) => state === 'regressed')
    .map(({ place }) => place.node?.name ?? place.edge?.to.name ?? 'operation');
const decided = (profiles: BothSides<Profile>) =>
  decide(outcomeOf(oneStage(profiles), { ...someSettings(), failOnNewEdges: true }), {
    minimumCoverage: 0.9,
    failOnNewEdges: true,
  });

const EXTERNAL = ['bank', 'order-lines', 'products', 'sessions'];
const external = (ratio: number) => (node: string) => (EXTERNAL.includes(node) ? ratio : 1);
const CALM = { common: 0.005, own: 0.01, requests: 150 };

describe('one version after the other', () => {
  test.each([
    ['five earlier runs tell how much is usual', 5, 0.03, { runs: 5, setAside: 0, shift: expect.any(Number) }],
    ['with four a wide margin keeps drift out', 4, 0.15, { runs: 4, setAside: 0, shift: null }],
  ])('%s', (_, runs, nullMargin, about) => {
    expect(compared(simulatedHistory({ ...CALM, runs }))).toMatchObject({
      design: 'sequential',
      nullMargin,
      sequential: about,
    });
  });

  test('a slow-down that the wide margin hides is found with a history', () => {
    const slower = { node: 'payments', ratio: 1.25 };
    expect(regressedIn(simulatedHistory({ ...CALM, seed: 4, runs: 4, slower }))).toEqual([]);
    expect(regressedIn(simulatedHistory({ ...CALM, seed: 4, runs: 6, slower }))).toContain('payments');
  });

  test('a shift that is usual is no finding, though the requests alone are sure of it', () => {
    const restless = { seed: 2, requests: 150, common: 0.15, own: 0.05, runs: 6 };
    expect(regressedIn(simulatedHistory({ ...restless, weather: () => 1.2 }))).toEqual([]);
  });

  test('intervals hold the shift between runs', () => {
    const widthOf = (common: number) => {
      const { changes } = compared(simulatedHistory({ ...CALM, runs: 8, common }));
      const [low, high] = changes.find(({ metric, place }) => metric === 'typical' && place.node === null)!.interval;
      return high / low - 1;
    };
    expect(widthOf(0.1)).toBeGreaterThan(2 * widthOf(0.005));
  });

  test('pairs have nothing of this', () => {
    expect(compared(simulatedPairs({ requests: 60 })).sequential).toBeNull();
  });
});

describe('a shift that all controls have in common', () => {
  test('is taken out of the times, so that it is no finding', () => {
    const comparison = compared(simulatedHistory({ ...CALM, weather: () => 1.2 }));
    expect(comparison.sequential?.common).toMatchObject({ controls: 4, ratio: expect.closeTo(1.2, 1) });
    expect(comparison.changes.filter(({ state }) => state === 'regressed')).toEqual([]);
    for (const { ratio, metric } of comparison.changes) if (metric === 'typical') expect(ratio).toBeCloseTo(1, 0.5);
  });

  test('does not hide what got worse besides', () => {
    const slower = { node: 'payments', ratio: 1.4 };
    expect(regressedIn(simulatedHistory({ ...CALM, weather: () => 1.2, slower }))).toContain('payments');
  });

  test('beyond a quarter leaves the verdict open: the environment changed', () => {
    const slower = { node: 'payments', ratio: 2 };
    const { verdict, reasons } = decided(simulatedHistory({ ...CALM, weather: external(1.5), slower }));
    expect(verdict).toBe('inconclusive');
    expect(reasons[0]).toMatchObject({ kind: 'environment changed', common: { controls: 4 } });
  });

  test('beyond a quarter does not hide faults', () => {
    const { verdict, regressions } = decided(
      simulatedHistory({ ...CALM, weather: external(1.5), slower: { node: 'payments', ratio: 2 }, faultShare: 0.2 }),
    );
    expect(verdict).toBe('regressed');
    expect(regressions.flatMap((each) => (each.kind === 'change' ? [each.change.metric] : []))).not.toContain(
      'typical',
    );
  });
});

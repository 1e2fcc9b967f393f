import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import { pairsDesign } from '../../src/compare/design.js';
import { oneStage } from '../../src/compare/evidence.js';
import { ratioInterval } from '../../src/compare/interval.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { spreadRounded } from '../../src/compare/rounded.js';
import { TAIL, TYPICAL } from '../../src/compare/score.js';
import { decide } from '../../src/compare/verdict.js';
import { simulatedHistory } from '../support/simulated-history.js';
import {
  Chance,
  SCATTERS,
  type Simulated,
  scatterFactor,
  simulatedPairs,
  simulatedRuns,
} from '../support/simulated-run.js';
import { aSample, changesOf, someSettings } from './samples.js';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const regressedIn = (changes: readonly Change[]) => changes.filter(({ state }) => state === 'regressed');

describe('identical code in pairs', () => {
  test.each(SCATTERS)('raises no false alarm in 30 reports of 26 hypotheses: %s', (scatter) => {
    const alarms = seeds(30).filter((seed) => {
      const changes = changesOf(simulatedPairs({ seed, requests: 80, scatter }), { seed });
      return changes.some(({ state }) => state === 'regressed' || state === 'improved');
    });
    expect(alarms).toEqual([]);
  });

  test('raises an alarm at 20 % in about a fifth of the reports where nothing is tolerated, whatever was drawn', () => {
    const strict = { alpha: 0.2, nullMargin: 0, tolerances: { typical: 0, p95: 0, faults: 0, floorMs: 0 } };
    const reports = 100;
    const alarms = seeds(reports).filter((seed) => {
      const scatter = SCATTERS[seed % SCATTERS.length]!;
      return regressedIn(changesOf(simulatedPairs({ seed, requests: 60, scatter }), { ...strict, seed })).length > 0;
    });
    const error = Math.sqrt((0.2 * 0.8) / reports);
    expect(alarms.length / reports).toBeLessThan(0.2 + 3 * error);
    expect(alarms.length / reports).toBeGreaterThan(0.2 - 3 * error);
  });

  test('passes', () => {
    const outcome = outcomeOf(oneStage(simulatedPairs({ requests: 300 })), { ...someSettings(), failOnNewEdges: true });
    expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true }).verdict).toBe('passed');
  });
});

describe('what got worse in pairs', () => {
  const found = (count: number, effect: Partial<Simulated>, of: (change: Change) => boolean) =>
    seeds(count).filter((seed) => {
      const scatter = SCATTERS[seed % SCATTERS.length]!;
      return regressedIn(changesOf(simulatedPairs({ seed, scatter, ...effect }), { seed })).some(of);
    }).length;

  test('one node of eight that takes 1.3 times as long is found and named in 9 of 10 runs of 300', () => {
    const slower = { node: 'payments', ratio: 1.3 };
    expect(found(10, { slower }, ({ place }) => place.node?.name === 'payments')).toBeGreaterThanOrEqual(9);
  });

  test('no other node or edge is blamed for it', () => {
    const slower = { node: 'payments', ratio: 1.3 };
    const other = ({ place }: Change) => place.edge !== null || (place.node !== null && place.node.name !== 'payments');
    expect(found(8, { slower }, other)).toBe(0);
  });

  test('a callee without segments that takes 1.3 times as long is named by the edge to it', () => {
    const slower = { node: 'bank', ratio: 1.3 };
    expect(found(8, { slower }, ({ place }) => place.edge?.to.name === 'bank')).toBeGreaterThanOrEqual(7);
  });

  test('calls that doubled are found in every run of 50', () => {
    const doubled = { requests: 50, orderLineCalls: 6 };
    expect(found(15, doubled, ({ metric }) => metric === 'calls')).toBe(15);
  });

  test('6 % faults are found in every run of 300 with some 18 of them', () => {
    const failing = { faultShare: 0.06 };
    expect(
      found(10, failing, ({ metric, place }) => metric === 'faults' && place.node === null),
    ).toBeGreaterThanOrEqual(9);
  });
});

describe('the 90 % interval of a ratio', () => {
  const replicates = 300;
  const pairsOf = 100;
  test.each([
    ['log-normal, typical', 'log-normal', TYPICAL],
    ['log-normal, p95', 'log-normal', TAIL],
    ['whole milliseconds, typical', 'whole milliseconds', TYPICAL],
    ['whole milliseconds, p95', 'whole milliseconds', TAIL],
  ] as const)('holds the true factor in 84 to 95 %% of the runs: %s', (_, scatter, score) => {
    const inside = seeds(replicates).filter((seed) => {
      const chance = new Chance(seed);
      const sampleOf = (ms: number, side: 0 | 1) => {
        const drawn = Array.from({ length: pairsOf }, () => ms * scatterFactor(scatter, chance));
        return spreadRounded(aSample(scatter === 'whole milliseconds' ? drawn.map(Math.round) : drawn), side);
      };
      const [low, high] = ratioInterval(sampleOf(12, 0), sampleOf(12 * 1.2, 1), score, pairsDesign(pairsOf));
      return low <= 1.2 && 1.2 <= high;
    });
    expect(inside.length / replicates).toBeGreaterThan(0.84);
    expect(inside.length / replicates).toBeLessThan(0.95);
  });
});

describe('one version after the other', () => {
  test.each(['log-normal', 'bimodal cache'] as const)('identical code hardly ever raises an alarm: %s', (scatter) => {
    const alarms = seeds(30).filter(
      (seed) => regressedIn(changesOf(simulatedRuns({ seed, requests: 120, scatter }), { seed })).length > 0,
    );
    expect(alarms.length).toBeLessThanOrEqual(1);
  });

  test('a node that takes twice as long is named', () => {
    const found = seeds(5).filter((seed) => {
      const runs = simulatedRuns({ seed, slower: { node: 'payments', ratio: 2 } });
      return regressedIn(changesOf(runs, { seed })).some(({ place }) => place.node?.name === 'payments');
    });
    expect(found.length).toBeGreaterThanOrEqual(4);
  });
});

describe('one version after the other, with a history of five runs that shift by 5 %', () => {
  const shifting = { requests: 120, runs: 5, common: 0.035, own: 0.035 };

  test('identical code raises an alarm in about one report in twenty', () => {
    const alarms = seeds(16).filter(
      (seed) => regressedIn(changesOf(simulatedHistory({ ...shifting, seed }))).length > 0,
    );
    expect(alarms.length).toBeLessThanOrEqual(2);
  });

  test('a node that takes 1.5 times as long is named', () => {
    const slower = { node: 'payments', ratio: 1.5 };
    const found = seeds(8).filter((seed) =>
      regressedIn(changesOf(simulatedHistory({ ...shifting, seed, slower }))).some(
        ({ place }) => place.node?.name === 'payments',
      ),
    );
    expect(found.length).toBeGreaterThanOrEqual(7);
  });
});

import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { CONFIRM, REPLAY, REPORT, SCREEN } from '../../src/compare/error-rate.js';
import { LOOKS, spentBy } from '../../src/compare/spending.js';
import {
  type Evidence,
  NO_LOOKS,
  type Outcome,
  oneStage,
  outcomeOf,
  type Stage,
  screen,
} from '../../src/compare/stages.js';
import type { Profile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, simulatedPairs, simulatedRuns } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

const SETTINGS = { ...someSettings(), failOnNewEdges: true };
const SLOW = { slower: { node: 'payments', ratio: 1.5 } };

function stageOf(profiles: BothSides<Profile>, overrides: Partial<Stage> = {}): Stage {
  return { profiles, share: 1, earlier: NO_LOOKS, ...overrides };
}

function outcome(screened: BothSides<Profile>, confirmed: BothSides<Profile> | null, settings = SETTINGS): Outcome {
  const evidence: Evidence = {
    screen: stageOf(screened),
    confirm: confirmed === null ? null : stageOf(confirmed),
    replays: [],
  };
  return outcomeOf(evidence, settings);
}

const regressed = ({ changes }: Outcome) => changes.filter(({ state }) => state === 'regressed');

describe('the chance of a false alarm', () => {
  test('of the stages and the replays adds up to that of the report', () => {
    expect(SCREEN * CONFIRM + REPLAY).toBeCloseTo(REPORT, 12);
  });

  test('is spent over the looks as Lan and DeMets have it', () => {
    // scipy: 2 * norm.sf(norm.ppf(1 - 0.025 / 2) / sqrt(t)), the formula of their example 1.
    const published = [0.0000073668, 0.0015253228, 0.009649325];
    LOOKS.forEach((share, i) => {
      expect(spentBy(0.025, share)).toBeCloseTo(published[i]!, 6);
    });
    expect(spentBy(0.09, 1)).toBe(0.09);
  });
});

describe('two stages', () => {
  const slow = (seed: number) => simulatedPairs({ seed, requests: 200, ...SLOW });
  const equal = (seed: number) => simulatedPairs({ seed, requests: 200 });

  test('what the first suspects and the second sees again is regressed, with the figures of the second', () => {
    const found = outcome(slow(1), slow(2));
    expect(found.stages.map(({ kind, suspected }) => [kind, suspected > 0])).toEqual([
      ['screen', true],
      ['confirm', true],
    ]);
    const [change] = regressed(found).filter(
      ({ place, metric }) => place.node?.name === 'payments' && metric === 'typical',
    );
    const second = screen(stageOf(slow(2)), SETTINGS).changes.find(
      ({ place, metric }) => place.node?.name === 'payments' && metric === 'typical',
    );
    const first = screen(stageOf(slow(1)), SETTINGS).changes.find(
      ({ place, metric }) => place.node?.name === 'payments' && metric === 'typical',
    );
    expect(change).toMatchObject({ baseline: second?.baseline, candidate: second?.candidate, ratio: second?.ratio });
    expect(change?.first).toMatchObject({ baseline: first?.baseline, ratio: first?.ratio, p: first?.p });
  });

  test('p is of both stages: the chance of the first times the p of the second', () => {
    for (const { p } of regressed(outcome(slow(1), slow(2)))) {
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(SCREEN * CONFIRM);
    }
  });

  test('what the second does not see again is not regressed, and is shown as the second saw it', () => {
    const found = outcome(slow(1), equal(2));
    expect(regressed(found)).toEqual([]);
    const asked = found.changes.filter(({ first }) => first !== null);
    expect(asked.length).toBe(found.stages[0]?.suspected);
    expect(asked.some(({ place }) => place.node?.name === 'payments')).toBe(true);
  });

  test('what only the second would have seen is not asked', () => {
    const found = outcome(equal(1), slow(2));
    expect(found.stages).toHaveLength(1);
    expect(regressed(found)).toEqual([]);
  });

  test('a suspicion that the second has no traffic for is inconclusive', () => {
    const found = outcome(slow(1), simulatedPairs({ seed: 2, requests: 10, ...SLOW }));
    const asked = found.changes.filter(({ first }) => first !== null);
    expect(new Set(asked.map(({ state, p }) => `${state} ${p}`))).toEqual(new Set([`inconclusive ${SCREEN}`]));
  });

  test('a suspicion without a second stage is judged in one, at the chance of the report', () => {
    const found = outcome(slow(1), null);
    expect(found.stages).toMatchObject([{ kind: 'only', alpha: REPORT }]);
    expect(found.alpha).toBe(REPORT);
  });

  test('two profiles that do not come from one run are judged in one', () => {
    const { stages, design } = outcomeOf(oneStage(simulatedRuns({ requests: 120 })), SETTINGS);
    expect([design, stages.map(({ kind }) => kind)]).toEqual(['sequential', ['only']]);
  });
});

describe('a new edge', () => {
  const nodes = [aNode('api'), aNode('fraud')];
  const side = (share: number) =>
    aProfile({
      nodes,
      requests: Array.from({ length: 100 }, (_, order) =>
        aRequest({ order, calls: order < 100 * share ? [aCall({ from: 0, to: 1, onlyWitness: true })] : [] }),
      ),
    });
  const without = side(0);
  const edgeIn = (found: Outcome) => found.edges.find(({ to }) => to.name === 'fraud');

  test('is certain where both stages have it, with the counts of the second', () => {
    const found = outcome({ baseline: without, candidate: side(0.5) }, { baseline: without, candidate: side(0.4) });
    expect(edgeIn(found)).toMatchObject({
      change: 'new',
      certain: true,
      seen: { candidate: 40 },
      first: { seen: { baseline: 0, candidate: 50 } },
    });
  });

  test('is not where the second does not have it, or has it on both sides', () => {
    const first = { baseline: without, candidate: side(0.5) };
    expect(edgeIn(outcome(first, { baseline: without, candidate: without }))).toMatchObject({ certain: false });
    expect(edgeIn(outcome(first, { baseline: side(0.3), candidate: side(0.3) }))).toMatchObject({
      change: 'none',
      certain: false,
    });
  });

  test('needs no second stage where it does not fail the job', () => {
    const profiles = { baseline: without, candidate: side(0.5) };
    const found = outcome(profiles, null, { ...SETTINGS, failOnNewEdges: false });
    expect(found.stages).toMatchObject([{ kind: 'screen', suspected: 0 }]);
    expect(edgeIn(found)).toMatchObject({ certain: true });
  });
});

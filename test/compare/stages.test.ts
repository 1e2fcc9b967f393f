import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { CONFIRM, REPLAY, REPORT, SCREEN } from '../../src/compare/error-rate.js';
import type { Confirmation } from '../../src/compare/evidence.js';
import { NO_LOOKS, oneStage, type Stage } from '../../src/compare/evidence.js';
import { type Outcome, outcomeOf } from '../../src/compare/outcome.js';
import { LOOKS, spentBy } from '../../src/compare/spending.js';
import { confirm, screen } from '../../src/compare/stages.js';
import { changeKey, suspicionsOf } from '../../src/compare/suspicions.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, simulatedPairs, simulatedRuns } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

const SETTINGS = { ...someSettings(), failOnNewEdges: true };
const SLOW = { slower: { node: 'payments', ratio: 1.5 } };

function stageOf(profiles: BothSides<Profile>, overrides: Partial<Stage> = {}): Stage {
  return { profiles, share: 1, earlier: NO_LOOKS, ...overrides };
}

function outcome(screened: BothSides<Profile>, confirmed: BothSides<Profile> | null, settings = SETTINGS): Outcome {
  const confirmation: Confirmation =
    confirmed === null ? { kind: 'not needed' } : { kind: 'measured', stage: stageOf(confirmed) };
  return outcomeOf({ screen: stageOf(screened), confirmation, replays: [] }, settings);
}

const regressed = ({ changes }: Outcome) => changes.filter(({ state }) => state === 'regressed');

describe('the chance of a false alarm', () => {
  test('of the stages and the replays adds up to that of the report at most', () => {
    expect(SCREEN * CONFIRM + REPLAY).toBeLessThanOrEqual(REPORT);
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

  test('what the second does not see again is not regressed, and is shown as the second saw it', () => {
    const found = outcome(slow(1), equal(2));
    expect(regressed(found)).toEqual([]);
    const asked = found.changes.filter(({ first }) => first !== null);
    expect(asked.length).toBe(found.stages[0]?.suspected);
    expect(asked.some(({ place }) => place.node?.name === 'payments')).toBe(true);
  });

  test('what only the second would have seen is not asked', () => {
    const found = outcome(equal(3), slow(2));
    expect(found.stages.map(({ suspected }) => suspected)).toEqual([0, 0]);
    expect(regressed(found)).toEqual([]);
  });

  test('a suspicion that the second has no traces of is not refuted: it is undecided, and told', () => {
    const { baseline, candidate } = slow(2);
    const untraced = (profile: Profile) => ({
      ...profile,
      requests: profile.requests.map((request) => ({ ...request, traced: false })),
    });
    const found = outcome(slow(1), { baseline: untraced(baseline), candidate: untraced(candidate) });
    const payments = found.changes.filter(({ place }) => place.node?.name === 'payments');
    expect(payments.map(({ state }) => state)).toContain('inconclusive');
    expect(found.unasked.changes.map(({ place }) => place.node?.name)).toContain('payments');
    expect(decide(found, { minimumCoverage: 0.9, failOnNewEdges: true })).toMatchObject({
      verdict: 'inconclusive',
      reasons: expect.arrayContaining([expect.objectContaining({ kind: 'not asked again' })]),
    });
  });

  test('one that could not be measured leaves the first, judged at the chance of the report', () => {
    const evidence = {
      screen: stageOf(slow(1)),
      confirmation: { kind: 'failed', because: 'Nothing answered.' } as const,
      replays: [],
    };
    const found = outcomeOf(evidence, SETTINGS);
    expect(found.stages).toMatchObject([{ kind: 'only', alpha: REPORT }]);
    expect(found.notConfirmed).toBe('Nothing answered.');
    expect(regressed(found).length).toBeGreaterThan(0);
    const calm = outcomeOf({ ...evidence, screen: stageOf(equal(1)) }, SETTINGS);
    expect(decide(calm, { minimumCoverage: 0.9, failOnNewEdges: true })).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'not confirmed', because: 'Nothing answered.' }],
    });
  });

  test('two profiles that do not come from one run are judged in one', () => {
    const { stages, design } = outcomeOf(oneStage(simulatedRuns({ requests: 120 })), SETTINGS);
    expect([design, stages.map(({ kind }) => kind)]).toEqual(['sequential', ['only']]);
  });

  test('one alone has what the report has, less what replays may take', () => {
    const { looked } = outcomeOf(oneStage(slow(1)), SETTINGS);
    expect(looked.crossed.length).toBe(Math.floor(0.9 * (REPORT - REPLAY) * 2000) - 1);
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

  test('costs each look what it adds to those before', () => {
    // C(100, 8) / C(200, 8) = 0.34 %, where the whole second stage has 0.4 % for edges, and its last quarter 0.22 %.
    const seen = { baseline: without, candidate: side(0.08) };
    const suspicions = { changes: [], edges: screen(stageOf(seen), SETTINGS).edges };
    const certain = (stage: Stage) => confirm(stage, suspicions, SETTINGS).edges.map((edge) => edge.certain);
    expect(certain(stageOf(seen))).toEqual([true]);
    expect(certain(stageOf(seen, { earlier: { ...NO_LOOKS, share: 0.75 } }))).toEqual([false]);
  });

  test('needs no second stage where it does not fail the job', () => {
    const profiles = { baseline: without, candidate: side(0.5) };
    const found = outcome(profiles, null, { ...SETTINGS, failOnNewEdges: false });
    expect(found.stages).toMatchObject([{ kind: 'screen', suspected: 0 }]);
    expect(edgeIn(found)).toMatchObject({ certain: true });
  });
});

describe('what each stage asks', () => {
  const profiles = simulatedPairs({ seed: 1, requests: 200, ...SLOW });
  const allOf = screen(stageOf(profiles), SETTINGS);
  const suspicions = suspicionsOf(allOf, true);
  const again = (stage: Partial<Stage> = {}) => confirm(stageOf(profiles, stage), suspicions, SETTINGS);

  test('the second asks what was suspected, and nothing else', () => {
    expect(again().changes.map(changeKey).toSorted()).toEqual(suspicions.changes.map(changeKey).toSorted());
    expect(again().edges).toEqual([]);
    expect(allOf.changes.length).toBeGreaterThan(suspicions.changes.length);
  });

  test('the second draws other deals than the first, and more: p can be as small as one in ten thousand', () => {
    expect(again().seed).toBe(SETTINGS.seed + 1);
    expect(Math.min(...again().changes.map(({ p }) => p))).toBe(1 / 10_000);
    expect(Math.min(...allOf.changes.map(({ p }) => p))).toBe(1 / 2000);
  });

  test('deals cross as often as the stage may spend: nine tenths of 20 % and of 4 %', () => {
    expect(allOf.looked.crossed.length).toBe(0.18 * 2000 - 1);
    expect(again().looked.crossed.length).toBe(0.036 * 10_000 - 1);
  });

  test('at a look before the end, as much as may be spent by then, the deals of earlier looks included', () => {
    const half = again({ share: 0.5 });
    expect(half.looked.crossed.length).toBe(Math.floor(0.9 * spentBy(CONFIRM, 0.5) * 10_000) - 1);
    const later = again({ share: 0.75, earlier: { share: 0.5, ...half.looked } });
    expect(later.looked.crossed).toEqual(expect.arrayContaining([...half.looked.crossed]));
    expect(later.looked.crossed.length).toBe(Math.floor(0.9 * spentBy(CONFIRM, 0.75) * 10_000) - 1);
  });

  test('what was rejected at an earlier look stays rejected, with the p of then', () => {
    const [question] = suspicions.changes.map(changeKey);
    const earlier = {
      share: 0.75,
      crossed: Array.from({ length: 300 }, (_, r) => r),
      rejected: [{ question: question!, p: 0.0007 }],
    };
    const found = again({ earlier }).changes;
    expect(found.find((change) => changeKey(change) === question)?.p).toBe(0.0007);
    const others = found.filter((change) => changeKey(change) !== question);
    expect(Math.min(...others.map(({ p }) => p))).toBeGreaterThan(0.03);
  });

  test('the first forgives nothing, the second what two deployments may differ by', () => {
    const twoPercent = { slower: { node: 'payments', ratio: 1.02 } };
    const many = (seed: number) => simulatedPairs({ seed, requests: 2000, ...twoPercent, scatter: 'shared drift' });
    const z = (found: typeof allOf) =>
      found.changes.find(({ place, metric }) => place.node?.name === 'payments' && metric === 'typical')?.p ?? 1;
    const asked = { changes: screen(stageOf(many(1)), SETTINGS).changes, edges: [] };
    expect(z(screen(stageOf(many(1)), SETTINGS))).toBeLessThan(z(confirm(stageOf(many(1)), asked, SETTINGS)));
  });
});

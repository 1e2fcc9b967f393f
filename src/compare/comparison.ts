import type { Coverage } from '../trace/coverage.js';
import type { Profile } from '../trace/profile.js';
import { type Alignment, align, type BothSides, bothSides, narrow, smallerSide } from './alignment.js';
import { assertTimes } from './assert-times.js';
import type { BothTests, Change, DecisionRule } from './change.js';
import { type EdgePolicy, NO_POLICY } from './edge-policy.js';
import { type Edge, edgesOf } from './edges.js';
import * as errorRate from './error-rate.js';
import { hypothesesOf, isTimed } from './hypotheses.js';
import { contributionsOf, type Hypothesis } from './hypothesis.js';
import { judgeCount } from './judge-count.js';
import { judgeLatency } from './judge-latency.js';
import { RESAMPLES, testBothDirections } from './max-t.js';
import { type Pairing, pairingOf } from './pairing.js';
import { placeKey } from './place.js';
import { askSequentially, environmentChanged, type Sequential } from './sequential.js';
import { changeKey, type Questions } from './suspicions.js';

/** What is acceptable, and what no input changes: the rest of a comparison is chance and profiles. */
export interface ComparisonSettings extends Omit<DecisionRule, 'alpha' | 'again'> {
  /** Null margin where the versions ran one after the other, 0.15 = 15 %. */
  readonly sequentialMargin: number;
  /** Fewer traces of an operation than this on either side: it is not judged. */
  readonly minimumTraces: number;
  readonly seed: number;
  /** Edges that are allowed, and edges that are denied. */
  readonly edgePolicy: EdgePolicy;
}

/** The margins that copies of one build differ by, the change that a place is called unchanged without, no policy. */
export const DEFAULT_RULE = {
  improvedAlpha: errorRate.REPORT,
  nullMargin: 0.03,
  sequentialMargin: 0.15,
  resolution: 0.25,
  edgePolicy: NO_POLICY,
} as const satisfies Partial<ComparisonSettings>;

/** What the looks of a stage leave to its next look. */
export interface Looked {
  /** Deals that had crossed. */
  readonly crossed: readonly number[];
  /** Questions that were answered with "worse", and the p at the first look that did. */
  readonly rejected: readonly { readonly question: string; readonly p: number }[];
}

export const NOT_LOOKED: Looked = { crossed: [], rejected: [] };

/** One look at two profiles: how much chance of a false alarm it has, and what it asks. */
export interface Look {
  /** Of the latencies, shares and calls together, up to and with this look. */
  readonly alpha: number;
  /** Of the new edges. */
  readonly edgeAlpha: number;
  /** Null asks everything there is to ask. */
  readonly questions: Questions | null;
  /** Earlier looks of the same stage. */
  readonly looked: Looked;
  /** Random deals that the null distribution is drawn from. */
  readonly resamples: number;
  /** Share of the null margin that applies: 1, or less where a suspicion will be asked again. */
  readonly marginShare: number;
  /** Chance of a false alarm of the look that will ask again, beyond the whole margin; null where this one decides. */
  readonly againAlpha: number | null;
}

/** The only look, with `alpha` for everything. */
export function soleLook(alpha: number, questions: Questions | null = null): Look {
  const edgeAlpha = errorRate.EDGES * alpha;
  return {
    alpha: alpha - edgeAlpha,
    edgeAlpha,
    questions,
    looked: NOT_LOOKED,
    resamples: RESAMPLES,
    marginShare: 1,
    againAlpha: null,
  };
}

/** How many requests of one operation each side has, and whether that was enough to judge it. */
export interface OperationCount {
  readonly operation: string;
  readonly requests: BothSides<number>;
  /** Requests whose times can be compared, without cold starts: of the side that has fewer. */
  readonly comparable: number;
  readonly coldStarts: BothSides<number>;
  readonly judged: boolean;
}

/** What one look found, before anybody says whether that is good or bad for the build. */
export interface Comparison {
  readonly design: 'pairs' | 'sequential';
  readonly units: number;
  readonly seed: number;
  readonly nullMargin: number;
  readonly minimumTraces: number;
  readonly coverage: BothSides<Coverage>;
  readonly operations: readonly OperationCount[];
  /** What the pairs have in common; null where the versions ran one after the other. */
  readonly pairing: Pairing | null;
  /** What is known of the two runs; null for pairs. */
  readonly sequential: Sequential | null;
  /** One for each hypothesis; worst first. */
  readonly changes: readonly Change[];
  /** Of both service graphs together; changed ones first. */
  readonly edges: readonly Edge[];
  readonly looked: Looked;
}

/** Compares two profiles. Pure: the same profiles, settings and look give the same answer. */
export function compareProfiles(
  profiles: BothSides<Profile>,
  settings: ComparisonSettings,
  look: Look = soleLook(errorRate.REPORT),
): Comparison {
  bothSides(profiles, assertTimes);
  const alignment = align(profiles);
  const { design } = alignment;
  const { edgePolicy: policy } = settings;
  const { alpha, questions, looked, resamples, marginShare, againAlpha } = look;
  const edges = edgesOf(profiles, look.edgeAlpha, { policy });
  const asked = hypothesesOf(profiles, alignment, edges, settings, questions).filter(
    (each) => questions?.asks(each) ?? true,
  );
  const sequential = design.kind === 'pairs' ? null : askSequentially(asked, profiles, alignment, settings);
  const hypotheses = sequential?.hypotheses ?? asked;
  const marginOf = (hypothesis: Hypothesis) =>
    sequential === null || sequential.runTests.has(hypothesis) ? settings.nullMargin : settings.sequentialMargin;
  const family = (nullRatio: (margin: number) => number) =>
    hypotheses.map((each) => contributionsOf(each, alignment, nullRatio(marginOf(each))));
  const { worse, better } = testBothDirections(
    { worse: family((margin) => 1 + marginShare * margin), better: family((margin) => 1 / (1 + margin)) },
    design,
    {
      seed: settings.seed,
      resamples,
      worse: { alpha, crossed: looked.crossed },
      better: { alpha: settings.improvedAlpha },
    },
  );
  const doubted = (change: Change): Change =>
    environmentChanged(sequential?.about ?? null) === null || change.state === 'unchanged'
      ? change
      : { ...change, state: 'inconclusive' };
  const rejected = new Map(looked.rejected.map(({ question, p }) => [question, p]));
  const changes = hypotheses.map((hypothesis, k) => {
    const now = worse.tests[k]!;
    // Rejected once, it stays rejected: the looks after the first that did were not for its sake.
    const p = Math.min(now.p, rejected.get(changeKey(hypothesis)) ?? 1);
    if (p <= alpha) rejected.set(changeKey(hypothesis), p);
    const tested: BothTests = { worse: { ...now, p }, better: better.tests[k]!, critical: worse.critical };
    const nullMargin = marginOf(hypothesis);
    const again = againAlpha === null ? null : { alpha: againAlpha, nullMargin };
    const rule = { ...settings, alpha, again, nullMargin: marginShare * nullMargin };
    return hypothesis.kind === 'latency'
      ? doubted(judgeLatency(hypothesis, tested, design, rule, sequential?.runTests.get(hypothesis) ?? null))
      : judgeCount(hypothesis, tested, design, rule);
  });

  return {
    design: design.kind,
    units: design.units,
    seed: settings.seed,
    nullMargin:
      sequential === null || sequential.about.shift !== null ? settings.nullMargin : settings.sequentialMargin,
    minimumTraces: settings.minimumTraces,
    coverage: bothSides(profiles, ({ coverage }) => coverage),
    operations: operationCounts(profiles, alignment, settings.minimumTraces),
    pairing: pairingOf(alignment),
    sequential: sequential?.about ?? null,
    changes: changes.toSorted(worstFirst),
    edges:
      questions === null
        ? edges
        : edgesOf(profiles, look.edgeAlpha, { policy, asksOf: (edge) => questions.asksOf(edge) }),
    looked: { crossed: worse.crossed, rejected: Array.from(rejected, ([question, p]) => ({ question, p })) },
  };
}

function operationCounts(profiles: BothSides<Profile>, alignment: Alignment, minimumTraces: number): OperationCount[] {
  const operations = new Set([...profiles.baseline.requests, ...profiles.candidate.requests].map((r) => r.operation));
  return [...operations].toSorted().map((operation) => {
    const comparable = smallerSide(narrow(alignment, (request) => request.operation === operation && isTimed(request)));
    const of = bothSides(profiles, ({ requests }) => requests.filter((request) => request.operation === operation));
    return {
      operation,
      requests: bothSides(of, ({ length }) => length),
      comparable,
      coldStarts: bothSides(of, (requests) => requests.filter(({ cold }) => cold).length),
      judged: comparable >= minimumTraces,
    };
  });
}

const STATES = ['regressed', 'inconclusive', 'improved', 'unchanged'];

/** Regressed first; in each state the surest first, and of equally sure ones the largest change. */
export function worstFirst(a: Change, b: Change): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    a.p - b.p ||
    severity(b) - severity(a) ||
    compareText(placeKey(a.place), placeKey(b.place)) ||
    compareText(b.metric, a.metric)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function severity({ ratio, candidate, baseline }: Change): number {
  return ratio === null ? candidate - baseline : Math.log(Math.max(ratio, 1e-9));
}

import type { Coverage } from '../trace/coverage.js';
import type { Side } from './alignment.js';
import type { Change } from './change.js';
import type { Comparison, OperationCount } from './comparison.js';
import type { CommonShift } from './controls.js';
import type { EdgeRule } from './edge-policy.js';
import { type Edge, isDenied, isSuspect } from './edges.js';
import { MOSTLY, type MostlyFailing } from './mostly-failing.js';
import type { Outcome, StageOutcome } from './outcome.js';
import type { Place } from './place.js';
import type { Replay } from './replay.js';
import { environmentChanged } from './sequential.js';

export type Verdict = 'passed' | 'regressed' | 'inconclusive' | 'no-baseline';

/** Why a comparison cannot be called. */
export type Reason =
  | {
      readonly kind: 'coverage';
      readonly stage: StageOutcome['kind'];
      readonly side: Side;
      readonly share: number;
      readonly coverage: Coverage;
      readonly minimumCoverage: number;
    }
  | {
      readonly kind: 'too few traces';
      readonly operations: readonly OperationCount[];
      readonly minimumTraces: number;
    }
  | {
      readonly kind: 'undecided';
      readonly change: Change;
      /** The shift between runs is what hides it: more requests would not help. */
      readonly runsDiffer: boolean;
    }
  /** Most requests of an operation fail, and not only with the candidate: what was measured is the failure. */
  | { readonly kind: 'failing'; readonly stage: StageOutcome['kind']; readonly failing: MostlyFailing }
  /** The second stage could not be measured. */
  | { readonly kind: 'not confirmed'; readonly because: string }
  /** The second stage could not be asked about these: they are not refuted. */
  | { readonly kind: 'not asked again'; readonly changes: readonly Change[] }
  /** The first stage ended early for suspicions that the second refuted: what else it would have seen is not known. */
  | { readonly kind: 'ended early'; readonly share: number }
  /** Places that the change cannot have touched moved together, and far: the two runs were made in two worlds. */
  | { readonly kind: 'environment changed'; readonly common: CommonShift };

export type Regression =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'new edge'; readonly edge: Edge }
  /** A rule of the users' denies it, whether the baseline had it or not. */
  | { readonly kind: 'denied edge'; readonly edge: Edge; readonly rule: EdgeRule }
  /** A request that failed at each of many tries with the candidate, and surely not so with the baseline. */
  | { readonly kind: 'replay'; readonly replay: Replay };

/** What to make of a comparison. */
export interface Decision {
  readonly verdict: Exclude<Verdict, 'no-baseline'>;
  /** Why nothing can be said; empty unless inconclusive. */
  readonly reasons: readonly Reason[];
  /** What got worse, worst first. */
  readonly regressions: readonly Regression[];
}

interface DecisionSettings {
  /** Share of the requests, 0–1, whose whole trace must have been found, and whose operations must be judged. */
  readonly minimumCoverage: number;
  /** Whether a certain new edge of the service graph is a regression. */
  readonly failOnNewEdges: boolean;
}

/**
 * Regressed where anything surely got worse. Inconclusive where too little was measured to say so: too few traces, or
 * an operation that may well have got worse. Passed otherwise.
 */
export function decide(comparison: Outcome, settings: DecisionSettings): Decision {
  const worse = comparison.changes.filter(({ state }) => state === 'regressed');
  const newEdges = comparison.edges.filter(isSuspect);
  const regressions: Regression[] = [
    ...worse.map((change) => ({ kind: 'change' as const, change })),
    ...(settings.failOnNewEdges ? newEdges.map((edge) => ({ kind: 'new edge' as const, edge })) : []),
    ...comparison.edges.flatMap((edge) =>
      isDenied(edge) && edge.rule !== null ? [{ kind: 'denied edge' as const, edge, rule: edge.rule }] : [],
    ),
    ...comparison.replays.filter(({ certain }) => certain).map((replay) => ({ kind: 'replay' as const, replay })),
  ];
  const reasons = [
    ...thinCoverage(comparison, settings),
    ...unjudged(comparison, settings),
    ...environment(comparison),
    ...failing(comparison),
    ...unconfirmed(comparison),
    ...undecided(comparison),
  ];
  // A regression that was surely seen stays one however little else was seen.
  if (regressions.length > 0) return { verdict: 'regressed', reasons: [], regressions };
  return { verdict: reasons.length > 0 ? 'inconclusive' : 'passed', reasons, regressions };
}

/** Of each stage: what was suspected and then not measured is not refuted. */
function thinCoverage({ stages }: Pick<Outcome, 'stages'>, { minimumCoverage }: DecisionSettings): Reason[] {
  return stages.flatMap(({ kind, coverage }) =>
    (['candidate', 'baseline'] as const).flatMap((side): Reason[] => {
      const share = coverage[side].sent === 0 ? 0 : coverage[side].complete / coverage[side].sent;
      return share >= minimumCoverage
        ? []
        : [{ kind: 'coverage', stage: kind, side, share, coverage: coverage[side], minimumCoverage }];
    }),
  );
}

function unjudged({ operations, minimumTraces }: Comparison, { minimumCoverage }: DecisionSettings): Reason[] {
  const all = operations.reduce((sum, { requests }) => sum + requests.candidate, 0);
  const tooFew = operations.filter(({ judged, requests }) => !judged && requests.candidate > 0);
  const missed = tooFew.reduce((sum, { requests }) => sum + requests.candidate, 0);
  return all > 0 && 1 - missed / all >= minimumCoverage
    ? []
    : [{ kind: 'too few traces', operations: tooFew, minimumTraces }];
}

function environment({ sequential }: Comparison): Reason[] {
  const common = environmentChanged(sequential);
  return common === null ? [] : [{ kind: 'environment changed', common }];
}

/** With the second stage it matters on either side: whatever it did not see worse, it did not see at all. */
function failing({ stages, operations }: Outcome): Reason[] {
  const judged = new Set(operations.filter((operation) => operation.judged).map(({ operation }) => operation));
  return stages.flatMap(({ kind, failing }) =>
    failing
      .filter(({ operation, failed }) => judged.has(operation) && (kind === 'confirm' || failed.candidate >= MOSTLY))
      .map((each) => ({ kind: 'failing' as const, stage: kind, failing: each })),
  );
}

function unconfirmed({ stages, notConfirmed, unasked }: Outcome): Reason[] {
  const [first, second] = stages;
  const refuted = first !== undefined && second !== undefined && second.suspected < first.suspected;
  return [
    ...(notConfirmed === null ? [] : [{ kind: 'not confirmed' as const, because: notConfirmed }]),
    ...(unasked.changes.length === 0 ? [] : [{ kind: 'not asked again' as const, changes: unasked.changes }]),
    ...(refuted && first.share < 1 ? [{ kind: 'ended early' as const, share: first.share }] : []),
  ];
}

function ofOperation({ node, edge }: Place): boolean {
  return node === null && edge === null;
}

/**
 * An operation leaves the report undecided when its typical response time might be worse by more than the resolution,
 * or when anything else of it looks worse by more than its tolerance, only not surely. That p95 or a rare fault cannot
 * be pinned down by a short run is no reason: the report says what would have been caught.
 */
function undecided({ changes, sequential }: Comparison): Reason[] {
  const history = (sequential?.shift ?? null) !== null;
  return changes
    .filter(({ state, place }) => state === 'inconclusive' && ofOperation(place))
    .filter((change) => change.metric === 'typical' || looksWorse(change))
    .map((change) => ({ kind: 'undecided', change, runsDiffer: history && change.intervalOf === 'ratio' }));
}

/** Beyond the tolerance, and with a 90 % interval that lies on the worse side: only the whole family is not convinced. */
function looksWorse({ baseline, candidate, ratio, interval, intervalOf, tolerance }: Change): boolean {
  return intervalOf === 'ratio'
    ? ratio !== null && ratio > 1 + tolerance && interval[0] > 1
    : candidate - baseline > tolerance && interval[0] > 0;
}

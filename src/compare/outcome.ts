import type { Coverage } from '../trace/coverage.js';
import { type BothSides, inPairs } from './alignment.js';
import type { Change } from './change.js';
import { type Comparison, type ComparisonSettings, compareProfiles, soleLook, worstFirst } from './comparison.js';
import { type Edge, edgesOf, isDenied } from './edges.js';
import * as errorRate from './error-rate.js';
import type { Evidence, Stage } from './evidence.js';
import { type MostlyFailing, mostlyFailing } from './mostly-failing.js';
import { edgeKey, type Metric } from './place.js';
import type { Replay } from './replay.js';
import { confirm, screen } from './stages.js';
import { changeKey, countConfirmed, countOf, Questions, type Suspicions, suspicionsOf } from './suspicions.js';

export interface OutcomeSettings extends ComparisonSettings {
  readonly failOnNewEdges: boolean;
}

/** What became of a stage, for the report. */
export interface StageOutcome {
  /** `only`: one stage decides, at the whole report's chance of a false alarm. */
  readonly kind: 'screen' | 'confirm' | 'only';
  readonly alpha: number;
  readonly units: number;
  readonly share: number;
  /** Measurements that looked worse; in the second stage, that did so again. */
  readonly suspected: number;
  readonly coverage: BothSides<Coverage>;
  /** Operations of which most requests failed on a side. */
  readonly failing: readonly MostlyFailing[];
}

/** The comparison that decides: everything as the first stage saw it, but what it suspected as the second saw it. */
export interface Outcome extends Comparison {
  /** Chance of any false alarm in the whole report, where two deployments of one build are equally fast. */
  readonly alpha: number;
  /** …and where they differ by up to the null margin. */
  readonly alphaAtMargin: number;
  readonly stages: readonly StageOutcome[];
  /** Suspicions that the second stage could not be asked about, and so did not refute. */
  readonly unasked: Suspicions;
  /** Why there is no second stage though there should be one; else null. */
  readonly notConfirmed: string | null;
  readonly replays: readonly Replay[];
}

/**
 * What the evidence says. In pairs: nothing is worse that the screen did not suspect, and what it suspected is worse
 * where the second stage finds it again. Where there was to be no second stage, or it could not be measured, one look at
 * the whole report's chance of a false alarm decides. Pure.
 */
export function outcomeOf(evidence: Evidence, settings: OutcomeSettings): Outcome {
  const { screen: first, confirmation, replays } = evidence;
  if (confirmation.kind === 'none' || confirmation.kind === 'failed') return soleOutcome(evidence, settings);
  const screened = screen(first, settings);
  const suspicions = suspicionsOf(screened, settings.failOnNewEdges);
  const stages = [stageOutcome('screen', errorRate.SCREEN, screened, first, countOf(suspicions))];
  const common = {
    alpha: errorRate.REPORT,
    alphaAtMargin: errorRate.CONFIRM + errorRate.REPLAY,
    unasked: NOTHING,
    notConfirmed: null,
    replays,
  };
  if (confirmation.kind === 'not needed') return { ...screened, ...common, stages, edges: surely(screened.edges) };
  const again = confirm(confirmation.stage, suspicions, settings, first.profiles);
  const confirmed = countConfirmed(suspicions, suspicionsOf(again, settings.failOnNewEdges));
  const instead = askedInstead(screened.changes, again.changes, first, settings);
  return {
    ...screened,
    ...common,
    stages: [...stages, stageOutcome('confirm', errorRate.CONFIRM, again, confirmation.stage, confirmed)],
    changes: [...replaceSuspected(screened.changes, suspicions.changes, again.changes), ...instead].toSorted(
      worstFirst,
    ),
    edges: withDeniedLater(
      replaceEdges(surely(screened.edges), suspicions.edges, again.edges),
      confirmation.stage,
      settings,
    ),
    unasked: unaskedOf(suspicions, again),
  };
}

const NOTHING: Suspicions = { changes: [], edges: [] };

function soleOutcome({ screen: only, confirmation, replays }: Evidence, settings: OutcomeSettings): Outcome {
  const ofPairs = inPairs(only.profiles);
  const sole = compareProfiles(only.profiles, settings, soleLook(ofPairs ? errorRate.SOLE : errorRate.REPORT));
  const alpha = sole.sequential?.shift == null ? errorRate.REPORT : errorRate.SEQUENTIAL;
  const found = countOf(suspicionsOf(sole, settings.failOnNewEdges));
  return {
    ...sole,
    alpha,
    alphaAtMargin: alpha,
    stages: [stageOutcome('only', alpha, sole, only, found)],
    unasked: NOTHING,
    notConfirmed: confirmation.kind === 'failed' ? confirmation.because : null,
    replays,
  };
}

function stageOutcome(
  kind: StageOutcome['kind'],
  alpha: number,
  { units, coverage }: Comparison,
  { share, profiles }: Stage,
  suspected: number,
): StageOutcome {
  return { kind, alpha, units, share, suspected, coverage, failing: mostlyFailing(profiles) };
}

/** Suspected changes as the second stage saw them. Those that it could not be asked about stay as they were, undecided. */
function replaceSuspected(all: readonly Change[], suspected: readonly Change[], again: readonly Change[]): Change[] {
  const seenAgain = new Map(again.map((change) => [changeKey(change), change]));
  const keys = new Set(suspected.map(changeKey));
  return all.map((change): Change => {
    if (!keys.has(changeKey(change))) return change;
    const fresh = seenAgain.get(changeKey(change));
    return fresh === undefined ? { ...change, state: 'inconclusive' } : { ...fresh, first: change };
  });
}

/** Calls along suspected edges that turned out not to be new, beside what the first stage had seen of them. */
function askedInstead(
  all: readonly Change[],
  again: readonly Change[],
  { profiles }: Stage,
  settings: OutcomeSettings,
): Change[] {
  const known = new Set(all.map(changeKey));
  const later = again.filter((change) => !known.has(changeKey(change)));
  if (later.length === 0) return [];
  const look = soleLook(errorRate.SCREEN, new Questions({ changes: later, edges: [] }));
  const shown = new Map(compareProfiles(profiles, settings, look).changes.map((change) => [changeKey(change), change]));
  return later.map((change) => ({ ...change, first: shown.get(changeKey(change)) ?? null }));
}

function replaceEdges(all: readonly Edge[], suspected: readonly Edge[], again: readonly Edge[]): Edge[] {
  const seenAgain = new Map(again.map((edge) => [edgeKey(edge), edge]));
  const keys = new Set(suspected.map(edgeKey));
  return all.map((edge): Edge => {
    if (!keys.has(edgeKey(edge))) return edge;
    const fresh = seenAgain.get(edgeKey(edge));
    return fresh === undefined ? { ...edge, certain: false, p: 1 } : { ...fresh, first: edge };
  });
}

/** Edges that nobody asks about again are certain at the whole report's chance of a false alarm, not at the screen's. */
function surely(edges: readonly Edge[]): Edge[] {
  return edges.map((edge) => ({ ...edge, certain: edge.certain && edge.p <= errorRate.REPORT }));
}

/**
 * With the denied edges that the second stage was the first to see: it asks nothing about them, but they are there. Of one
 * that is several nodes' under one name, the first stage may have seen only what no rule denies.
 */
function withDeniedLater(known: readonly Edge[], { profiles }: Stage, settings: OutcomeSettings): Edge[] {
  const denied = new Set(known.filter(isDenied).map(edgeKey));
  const asksOf = (edge: Pick<Edge, 'from' | 'to'>) => !denied.has(edgeKey(edge));
  const later = edgesOf(profiles, 0, { policy: settings.edgePolicy, asksOf }).filter(isDenied);
  const earlier = new Map(known.map((edge) => [edgeKey(edge), edge]));
  const fresh = later.map((edge): Edge => ({ ...edge, first: earlier.get(edgeKey(edge)) ?? null }));
  const keys = new Set(fresh.map(edgeKey));
  return [...known.filter((edge) => !keys.has(edgeKey(edge))), ...fresh];
}

/**
 * What the second stage has no test of. Failures, retries, steps and edges that it saw none of are refuted where it had
 * traces of the operation at all: there was nothing to ask about.
 */
function unaskedOf(suspicions: Suspicions, { changes, operations }: Comparison): Suspicions {
  const asked = new Set(changes.map(changeKey));
  const measured = new Set(operations.filter(({ judged }) => judged).map(({ operation }) => operation));
  const gone = ({ metric, place }: Change) =>
    (SEEN_OR_NOT.has(metric) || place.step !== undefined) && measured.has(place.operation);
  return { changes: suspicions.changes.filter((change) => !asked.has(changeKey(change)) && !gone(change)), edges: [] };
}

/** Asked about only where any were seen. */
const SEEN_OR_NOT: ReadonlySet<Metric> = new Set(['faults', 'errors', 'throttles', 'retries']);

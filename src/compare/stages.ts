import type { Coverage, Profile } from '../trace/profile.js';
import { type BothSides, inPairs } from './alignment.js';
import type { Change } from './change.js';
import {
  type Comparison,
  type ComparisonSettings,
  compareProfiles,
  type Look,
  type Looked,
  NOT_LOOKED,
  soleLook,
  worstFirst,
} from './comparison.js';
import type { Edge } from './edges.js';
import * as errorRate from './error-rate.js';
import { edgeKey } from './place.js';
import type { Replay } from './replay.js';
import { spentBy } from './spending.js';
import { changeKey, countOf, Questions, type Suspicions, suspicionsOf } from './suspicions.js';

/** The traffic of one stage, up to the look that ended it. */
export interface Stage {
  readonly profiles: BothSides<Profile>;
  /** Share of the planned pairs that the profiles hold: 1, or the look at which the stage was ended. */
  readonly share: number;
  /** Looks taken before this one. */
  readonly earlier: EarlierLooks;
}

export interface EarlierLooks extends Looked {
  /** Share of the pairs at the last of them; 0 where there was none. */
  readonly share: number;
}

export const NO_LOOKS: EarlierLooks = { share: 0, ...NOT_LOOKED };

/** Everything that was measured, as a value: the same evidence gives the same outcome again. */
export interface Evidence {
  readonly screen: Stage;
  /** Fresh traffic, driven because the screen suspected something; null where it did not, or could not be driven. */
  readonly confirm: Stage | null;
  readonly replays: readonly Replay[];
}

/** Two profiles are all there is. */
export function oneStage(profiles: BothSides<Profile>): Evidence {
  return { screen: { profiles, share: 1, earlier: NO_LOOKS }, confirm: null, replays: [] };
}

export interface OutcomeSettings extends ComparisonSettings {
  readonly failOnNewEdges: boolean;
}

/** What became of a stage, for the report. */
export interface StageOutcome {
  /** `only`: nothing but one stage could be had, at the whole report's chance of a false alarm. */
  readonly kind: 'screen' | 'confirm' | 'only';
  readonly alpha: number;
  readonly units: number;
  readonly share: number;
  /** Places that looked worse; in the second stage, that did so again. */
  readonly suspected: number;
  readonly coverage: BothSides<Coverage>;
}

/** The comparison that decides: everything as the first stage saw it, but what it suspected as the second saw it. */
export interface Outcome extends Comparison {
  /** Chance of any false alarm in the whole report. */
  readonly alpha: number;
  readonly stages: readonly StageOutcome[];
  readonly replays: readonly Replay[];
}

/**
 * The first stage of a run in pairs: everything is asked, at 10 %. It only suspects, so it asks whether there is any
 * difference at all: what two copies of one build differ by, the null margin, is for the second stage to forgive.
 */
export function screen(stage: Stage, settings: ComparisonSettings): Comparison {
  return compareProfiles(stage.profiles, settings, { ...lookAt(stage, errorRate.SCREEN), marginShare: 0 });
}

/** The second stage: fresh pairs, asked only about what the first suspected, at 9 %, beyond the null margin. */
export function confirm(stage: Stage, suspicions: Suspicions, settings: ComparisonSettings): Comparison {
  return compareProfiles(
    stage.profiles,
    { ...settings, seed: settings.seed + 1 },
    {
      ...lookAt(stage, errorRate.CONFIRM),
      questions: new Questions(suspicions),
      // The first look may spend 0.05 %: fewer deals could not tell so small a chance.
      resamples: 9999,
    },
  );
}

function lookAt({ share, earlier }: Stage, alpha: number): Look {
  const edges = errorRate.EDGES;
  const spent = spentBy(alpha, share);
  // Edges are tested anew at each look: what a look may spend on them is what it adds.
  const spentBefore = earlier.share === 0 ? 0 : spentBy(alpha, earlier.share);
  return {
    ...soleLook(alpha),
    alpha: (1 - edges) * spent,
    edgeAlpha: edges * (spent - spentBefore),
    looked: earlier,
  };
}

/**
 * What the evidence says. In pairs: nothing is worse that the screen did not suspect, and what it suspected is worse
 * where the second stage finds it again. Where there was no second stage, or the versions ran one after the other, one
 * look at the whole report's chance of a false alarm decides. Pure.
 */
export function outcomeOf(evidence: Evidence, settings: OutcomeSettings): Outcome {
  const { screen: first, confirm: second } = evidence;
  if (!inPairs(first.profiles)) return soleOutcome(evidence, settings);
  const screened = screen(first, settings);
  const suspicions = suspicionsOf(screened, settings.failOnNewEdges);
  const suspected = countOf(suspicions);
  const screenStage = stageOutcome('screen', errorRate.SCREEN, screened, first.share, suspected);
  const common = { alpha: errorRate.REPORT, replays: evidence.replays };
  if (suspected === 0) return { ...screened, ...common, stages: [screenStage] };
  if (second === null) return soleOutcome(evidence, settings);
  const again = confirm(second, suspicions, settings);
  const confirmed = countOf(suspicionsOf(again, settings.failOnNewEdges));
  return {
    ...screened,
    ...common,
    stages: [screenStage, stageOutcome('confirm', errorRate.CONFIRM, again, second.share, confirmed)],
    changes: replaceSuspected(screened.changes, suspicions.changes, again.changes).toSorted(worstFirst),
    edges: replaceEdges(screened.edges, suspicions.edges, again.edges),
  };
}

function soleOutcome({ screen: { profiles, share }, replays }: Evidence, settings: OutcomeSettings): Outcome {
  const sole = compareProfiles(profiles, settings, soleLook(errorRate.REPORT));
  const alpha = sole.sequential?.shift == null ? errorRate.REPORT : errorRate.SEQUENTIAL;
  const found = countOf(suspicionsOf(sole, settings.failOnNewEdges));
  return { ...sole, alpha, stages: [stageOutcome('only', alpha, sole, share, found)], replays };
}

function stageOutcome(
  kind: StageOutcome['kind'],
  alpha: number,
  { units, coverage }: Comparison,
  share: number,
  suspected: number,
): StageOutcome {
  return { kind, alpha, units, share, suspected, coverage };
}

/**
 * A suspected change as the second stage saw it. Its p is of both stages, α₁·p₂: the chance that a place without a
 * change is suspected and then looks this bad again.
 */
function replaceSuspected(
  all: readonly Change[],
  suspected: readonly Change[],
  again: readonly Change[],
): readonly Change[] {
  const seenAgain = new Map(again.map((change) => [changeKey(change), change]));
  const keys = new Set(suspected.map(changeKey));
  return all.map((change): Change => {
    if (!keys.has(changeKey(change))) return change;
    const fresh = seenAgain.get(changeKey(change));
    // Nothing of it in the fresh traffic, or too little to ask.
    if (fresh === undefined) return { ...change, state: 'inconclusive', p: errorRate.SCREEN, first: change };
    return { ...fresh, p: errorRate.SCREEN * fresh.p, first: change };
  });
}

function replaceEdges(all: readonly Edge[], suspected: readonly Edge[], again: readonly Edge[]): Edge[] {
  const seenAgain = new Map(again.map((edge) => [edgeKey(edge), edge]));
  const keys = new Set(suspected.map(edgeKey));
  return all.map((edge): Edge => {
    if (!keys.has(edgeKey(edge))) return edge;
    const fresh = seenAgain.get(edgeKey(edge));
    const p = errorRate.SCREEN * (fresh?.p ?? 1);
    return fresh === undefined ? { ...edge, certain: false, p, first: edge } : { ...fresh, p, first: edge };
  });
}

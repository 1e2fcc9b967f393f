import { joinHalves } from '../trace/merged-profile.js';
import type { Profile } from '../trace/profile.js';
import { type BothSides, bothSides, inPairs } from './alignment.js';
import { type Looked, NOT_LOOKED } from './comparison.js';
import type { Replay } from './replay.js';

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

/** What became of the second stage, which asks fresh traffic about what the first suspects. */
export type Confirmation =
  /** There was to be none: two saved profiles, one version after the other, `confirm: no`. */
  | { readonly kind: 'none' }
  /** The first stage suspected nothing. */
  | { readonly kind: 'not needed' }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'measured'; readonly stage: Stage };

/** Everything that was measured, as a value: the same evidence gives the same outcome again. */
export interface Evidence {
  readonly screen: Stage;
  readonly confirmation: Confirmation;
  readonly replays: readonly Replay[];
}

/** Two profiles are all there is. */
export function oneStage(profiles: BothSides<Profile>): Evidence {
  return { screen: { profiles, share: 1, earlier: NO_LOOKS }, confirmation: { kind: 'none' }, replays: [] };
}

/**
 * Several runs in pairs of the same two versions, as the jobs of a matrix drive them, as one stage: all their first
 * stages' pairs together. What each of them asked again by itself is left out, for each asked other things.
 *
 * null where a run is not in pairs, was ended early, is given twice, or is of other versions than the first.
 */
export function pooled(runs: readonly Evidence[]): Evidence | null {
  const ids = runs.map(({ screen }) => screen.profiles.candidate.run);
  const whole = runs.every(({ screen }) => inPairs(screen.profiles) && screen.share === 1);
  const versions = runs.map(({ screen }) => JSON.stringify(bothSides(screen.profiles, ({ version }) => version)));
  if (!whole || new Set(ids).size < ids.length || new Set(versions).size > 1) return null;
  let next = 0;
  const shifts = runs.map(({ screen: { profiles } }) => {
    const shift = next;
    const orders = Object.values(profiles).flatMap(({ requests }) => requests.map(({ order }) => order));
    next += orders.reduce((most, order) => Math.max(most, order + 1), 0);
    return shift;
  });
  const sides: BothSides<readonly Profile[]> = {
    baseline: runs.map(({ screen }) => screen.profiles.baseline),
    candidate: runs.map(({ screen }) => screen.profiles.candidate),
  };
  return oneStage(bothSides(sides, (halves) => joinHalves(halves, ids.join('+'), shifts)));
}

/** What decided: the second stage's profiles where there are any. */
export function decidingProfiles({ screen, confirmation }: Evidence): BothSides<Profile> {
  return confirmation.kind === 'measured' ? confirmation.stage.profiles : screen.profiles;
}

import type { Profile } from '../trace/profile.js';
import type { BothSides } from './alignment.js';
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

/** What decided: the second stage's profiles where there are any. */
export function decidingProfiles({ screen, confirmation }: Evidence): BothSides<Profile> {
  return confirmation.kind === 'measured' ? confirmation.stage.profiles : screen.profiles;
}

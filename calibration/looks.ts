import { type BothSides, bothSides } from '../src/compare/alignment.js';
import type { Comparison } from '../src/compare/comparison.js';
import { type EarlierLooks, NO_LOOKS, type Stage } from '../src/compare/evidence.js';
import { LOOKS } from '../src/compare/spending.js';
import { countOf, suspicionsOf } from '../src/compare/suspicions.js';
import type { Profile } from '../src/trace/profile.js';

/** How a stage ended that was looked at while it was driven. */
export interface LookedAt {
  readonly comparison: Comparison;
  /** Share of the pairs that had been driven by then. */
  readonly share: number;
}

/** Looks at a quarter, a half, three quarters and all of the pairs, until something is suspected. */
export function withLooks(profiles: BothSides<Profile>, decide: (stage: Stage) => Comparison): LookedAt {
  let earlier: EarlierLooks = NO_LOOKS;
  for (const share of LOOKS) {
    const comparison = decide({ profiles: firstPairs(profiles, share), share, earlier });
    if (countOf(suspicionsOf(comparison, true)) > 0) return { comparison, share };
    earlier = { share, ...comparison.looked };
  }
  return { comparison: decide({ profiles, share: 1, earlier }), share: 1 };
}

function firstPairs(profiles: BothSides<Profile>, share: number): BothSides<Profile> {
  const pairs = share * profiles.baseline.requests.length;
  return bothSides(profiles, (profile) => ({
    ...profile,
    requests: profile.requests.filter(({ order }) => order < pairs),
  }));
}

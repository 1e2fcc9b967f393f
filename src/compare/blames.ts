import { type Blame, blameOf } from './blame.js';
import type { Change } from './change.js';
import type { Evidence } from './evidence.js';
import type { Outcome } from './outcome.js';

/** A report shows no more of them than that; each costs some hundredth of a second. */
export const MOST_BLAMES = 20;

/**
 * Where the change of each slower operation went, regressed ones first, and of those that look slower but cannot be told.
 * Each of the traffic that it was judged on: the second stage's where that was asked again.
 */
export function blamesOf(evidence: Evidence, { changes, seed, sequential }: Outcome): Blame[] {
  const { screen, confirmation } = evidence;
  return slowerTimes(changes)
    .slice(0, MOST_BLAMES)
    .flatMap((change) => {
      const again = change.first !== null && confirmation.kind === 'measured';
      const { profiles } = again ? confirmation.stage : screen;
      return blameOf(profiles, change, { seed, shift: sequential?.common?.ratio ?? 1 }) ?? [];
    });
}

/** How many response times are surely slower without a blame of their own, there being so many. */
export function undividedCount({ changes }: Pick<Outcome, 'changes'>): number {
  return slowerTimes(changes)
    .slice(MOST_BLAMES)
    .filter(({ state }) => state === 'regressed').length;
}

/** Response times of whole operations, in the order of the changes: regressed ones come first. */
function slowerTimes(changes: readonly Change[]): Change[] {
  return changes.filter(
    (change) =>
      isTime(change.metric) &&
      change.place.node === null &&
      change.place.edge === null &&
      (change.state === 'regressed' || (change.state === 'inconclusive' && looksSlower(change))),
  );
}

function isTime(metric: Change['metric']): boolean {
  return metric === 'typical' || metric === 'p95';
}

function looksSlower({ ratio, tolerance }: Change): boolean {
  return ratio !== null && ratio > 1 + tolerance;
}

import { type Blame, blameOf } from './blame.js';
import type { Change } from './change.js';
import type { Evidence } from './evidence.js';
import type { Outcome } from './outcome.js';

/** A report shows no more of them than that; each costs some hundredth of a second. */
const MOST = 20;

/**
 * Where the change of each slower operation went, regressed ones first, and of those that look slower but cannot be told.
 * Each of the traffic that it was judged on: the second stage's where that was asked again.
 */
export function blamesOf(evidence: Evidence, { changes, seed, sequential }: Outcome): Blame[] {
  const { screen, confirmation } = evidence;
  const slower = changes.filter(
    (change) => change.state === 'regressed' || (change.state === 'inconclusive' && looksSlower(change)),
  );
  return slower
    .filter(({ metric, place }) => isTime(metric) && place.node === null && place.edge === null)
    .slice(0, MOST)
    .flatMap((change) => {
      const again = change.first !== null && confirmation.kind === 'measured';
      const { profiles } = again ? confirmation.stage : screen;
      return blameOf(profiles, change, { seed, shift: sequential?.common?.ratio ?? 1 }) ?? [];
    });
}

function isTime(metric: Change['metric']): boolean {
  return metric === 'typical' || metric === 'p95';
}

function looksSlower({ ratio, tolerance }: Change): boolean {
  return ratio !== null && ratio > 1 + tolerance;
}

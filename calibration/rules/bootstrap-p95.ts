import { incompleteBeta } from '../../src/compare/special-functions.js';
import type { Rule } from '../report-samples.js';

const ALPHA = 0.05;

/**
 * Bootstrap of p95 at every place, corrected after Holm 1979 for their number: an alarm when the smallest p is at most
 * 5 % over the number of places. p is the chance that a resampled candidate's p95 is not above a resampled baseline's.
 */
export const BOOTSTRAP_P95: Rule = {
  name: 'bootstrap p95',
  told: 'a bootstrap of p95 at every place, at 5 % with Holm’s correction: as a textbook would',
  alarms: ({ times }) =>
    times.some(({ baseline, candidate }) => chanceOfNoRise(baseline, candidate) <= ALPHA / times.length),
};

/**
 * Over all resamples there are, not some drawn at random: the p95 of a resample is the i-th smallest of the sample with
 * probability {@link resampledP95} (Hutson & Ernst 2000, J. R. Statist. Soc. B 62:89). Both ascending.
 */
export function chanceOfNoRise(baseline: Float64Array, candidate: Float64Array): number {
  const ofBaseline = resampledP95(baseline.length);
  let notAbove = 0;
  let chance = 0;
  // From the slowest down: `notAbove` is the chance that the resampled baseline is at least as slow as the candidate.
  let b = baseline.length - 1;
  resampledP95(candidate.length).forEach((_, i, weights) => {
    const c = weights.length - 1 - i;
    while (b >= 0 && baseline[b]! >= candidate[c]!) notAbove += ofBaseline[b--]!;
    chance += weights[c]! * notAbove;
  });
  return chance;
}

const known = new Map<number, Float64Array>();

/** weights[i]: the chance that the ⌈0.95 n⌉-th smallest of n draws with replacement is the sample's i-th (from 0). */
export function resampledP95(n: number): Float64Array {
  const before = known.get(n);
  if (before !== undefined) return before;
  const k = Math.ceil(0.95 * n);
  const upTo = (i: number) => incompleteBeta(i / n, k, n - k + 1);
  const weights = Float64Array.from({ length: n }, (_, i) => upTo(i + 1) - upTo(i));
  known.set(n, weights);
  return weights;
}

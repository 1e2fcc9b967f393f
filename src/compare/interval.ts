import type { Design } from './design.js';
import { wilson } from './proportion.js';
import { addScores, type Score, type SortedSample } from './score.js';

/** Two ends of a confidence interval, low to high. */
export type Interval = readonly [number, number];

/** Intervals are printed at 90 %: each end is a one-sided 95 % bound. */
export const Z_95 = 1.6448536269514722;

const WIDEST = Math.log(1000);

/**
 * Confidence interval for the factor by which the candidate is slower, by inverting the test: the factors r for which
 * the samples, with the candidate divided by r, show no difference beyond ±{@link Z_95}. So interval and test
 * cannot contradict each other, and both share the test's robustness. An end beyond 1/1000 or 1000 is 0 or Infinity:
 * the samples do not bound it.
 */
export function ratioInterval(baseline: SortedSample, candidate: SortedSample, score: Score, design: Design): Interval {
  const sums = new Float64Array(design.units);
  const z = (logRatio: number): number => {
    sums.fill(0);
    addScores(sums, baseline, candidate, score, logRatio, design.baselineSign);
    const norm = design.norm(sums);
    if (norm === 0) return 0;
    let sum = 0;
    for (let u = 0; u < sums.length; u++) sum += design.observed[u]! * sums[u]!;
    return sum / norm;
  };
  const low = crossing(z, Z_95, 0);
  const high = crossing(z, -Z_95, Number.isFinite(low) ? low : 0);
  return [Math.exp(low), Math.exp(high)];
}

/**
 * The log-ratio at which z, falling, passes `level`; to 1e-4, a hundredth of a percent. Looks around `near` first, in
 * steps that double. Beyond {@link WIDEST} it is infinite.
 */
function crossing(z: (logRatio: number) => number, level: number, near: number): number {
  let lo = near;
  let hi = near;
  let step = 0.05;
  if (z(near) > level) {
    do {
      lo = hi;
      hi += step;
      step *= 2;
      if (hi > WIDEST) return Number.POSITIVE_INFINITY;
    } while (z(hi) > level);
  } else {
    do {
      hi = lo;
      lo -= step;
      step *= 2;
      if (lo < -WIDEST) return Number.NEGATIVE_INFINITY;
    } while (z(lo) <= level);
  }
  while (hi - lo > 1e-4) {
    const middle = (lo + hi) / 2;
    if (z(middle) > level) lo = middle;
    else hi = middle;
  }
  return (lo + hi) / 2;
}

/**
 * Newcombe's interval for the difference of two proportions, candidate − baseline, from their Wilson intervals
 * (Newcombe 1998, Statistics in Medicine 17:873, method 10), `z` standard deviations to each side.
 */
export function differenceInterval(
  baseline: { readonly count: number; readonly of: number },
  candidate: { readonly count: number; readonly of: number },
  z = Z_95,
): Interval {
  const b = baseline.count / baseline.of;
  const c = candidate.count / candidate.of;
  const [bLow, bHigh] = wilson(baseline.count, baseline.of, z);
  const [cLow, cHigh] = wilson(candidate.count, candidate.of, z);
  return [c - b - Math.hypot(c - cLow, bHigh - b), c - b + Math.hypot(cHigh - c, b - bLow)];
}

import type { Design } from './design.js';
import { wilson } from './proportion.js';
import { PooledScores, type Score, type SortedSample } from './score.js';

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
  const scores = new PooledScores(baseline, candidate, score, design.baselineSign, design.units);
  const sums = new Float64Array(design.units);
  const z = (logRatio: number): number => {
    scores.fill(sums, logRatio);
    const norm = design.norm(sums);
    if (norm === 0) return 0;
    let sum = 0;
    for (let u = 0; u < sums.length; u++) sum += design.observed[u]! * sums[u]!;
    return sum / norm;
  };
  const low = crossing(z, Z_95, 0);
  const high = crossing(z, -Z_95, Number.isFinite(low) ? low : 0);
  // Ends that are nearer to each other than they are found may come out the wrong way round.
  return [Math.exp(Math.min(low, high)), Math.exp(Math.max(low, high))];
}

/** Ends of intervals are found to a hundredth of a percent. */
const PRECISION = 1e-4;

/**
 * The log-ratio at which z, falling, passes `level`. Looks around `near` first, in steps that double. Beyond
 * {@link WIDEST} it is infinite.
 */
function crossing(z: (logRatio: number) => number, level: number, near: number): number {
  const above = (logRatio: number) => z(logRatio) - level;
  let lo = { at: near, above: above(near) };
  let hi = lo;
  const upwards = lo.above > 0;
  for (let step = 0.05; lo.above > 0 === hi.above > 0; step *= 2) {
    const at = upwards ? hi.at + step : lo.at - step;
    if (Math.abs(at) > WIDEST) return upwards ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const next = { at, above: above(at) };
    [lo, hi] = upwards ? [hi, next] : [next, lo];
  }
  return root(above, lo, hi);
}

interface Point {
  readonly at: number;
  readonly above: number;
}

/**
 * Where a falling function passes 0 between two points. z is nearly straight, so a chord tells where, and the next point
 * is taken just beyond, to have the crossing between two close points: some three steps instead of bisection's nine. It
 * is a step function as well, so a step that did not halve the distance is followed by one that does.
 */
function root(of: (at: number) => number, lo: Point, hi: Point): number {
  let halved = true;
  while (hi.at - lo.at > PRECISION) {
    const width = hi.at - lo.at;
    const middle = (lo.at + hi.at) / 2;
    const chord = lo.at + (width * lo.above) / (lo.above - hi.above);
    const beyond = Math.min(0.4 * PRECISION, Math.abs(middle - chord));
    const at = halved ? chord + Math.sign(middle - chord) * beyond : middle;
    const above = of(at);
    if (above > 0) lo = { at, above };
    else hi = { at, above };
    halved = hi.at - lo.at <= width / 2;
  }
  return (lo.at + hi.at) / 2;
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

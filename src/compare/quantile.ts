import { incompleteBeta } from './special-functions.js';

/**
 * Durations are put on the log scale; X-Ray documents are written in milliseconds, so that anything below a tenth of
 * one is "nothing" rather than minus infinity.
 */
export const SHORTEST_MS = 0.1;

/**
 * Harrell–Davis estimate of the p-quantile (Harrell & Davis 1982), on the log scale: a weighted mean of all order
 * statistics, with Beta((n + 1)p, (n + 1)(1 − p)) weights. Its variance is well below that of one order statistic.
 * `sortedLogMs` ascending; the answer is in milliseconds. null for an empty sample.
 */
export function harrellDavisMs(sortedLogMs: Float64Array, p: number): number | null {
  const n = sortedLogMs.length;
  if (n === 0) return null;
  const { first, weights } = weightsOf(n, p);
  const shortest = Math.log(SHORTEST_MS);
  let mean = 0;
  for (let i = 0; i < weights.length; i++) mean += weights[i]! * Math.max(shortest, sortedLogMs[first + i]!);
  return Math.exp(mean);
}

/** The weights of the order statistics from `first` on, which add up to 1; those of all others are next to nothing. */
interface Weights {
  readonly n: number;
  readonly first: number;
  readonly weights: Float64Array;
}

/** The latest weights for each p: most places of a report have as many samples. */
const latest = new Map<number, Weights>();

function weightsOf(n: number, p: number): Weights {
  const known = latest.get(p);
  if (known?.n === n) return known;
  const found = { n, ...harrellDavisWeights(n, p) };
  latest.set(p, found);
  return found;
}

function harrellDavisWeights(n: number, p: number): Omit<Weights, 'n'> {
  const a = (n + 1) * p;
  const b = (n + 1) * (1 - p);
  // Beyond nine standard deviations of the Beta distribution the weights add up to less than 1e-7.
  const reach = 9 * Math.sqrt((p * (1 - p)) / (n + 2));
  const first = Math.max(0, Math.floor((p - reach) * n) - 1);
  const last = Math.min(n - 1, Math.ceil((p + reach) * n) + 1);
  const upTo = Float64Array.from({ length: last - first + 2 }, (_, i) => incompleteBeta((first + i) / n, a, b));
  const all = upTo.at(-1)! - upTo[0]!;
  return { first, weights: Float64Array.from({ length: last - first + 1 }, (_, i) => (upTo[i + 1]! - upTo[i]!) / all) };
}

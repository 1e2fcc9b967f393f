import { incompleteBeta } from './special-functions.js';

/**
 * Durations are put on the log scale; X-Ray documents are written in milliseconds, so that anything below a tenth of
 * one is "nothing" rather than minus infinity.
 */
const SHORTEST_MS = 0.1;

/**
 * Harrell–Davis estimate of the p-quantile (Harrell & Davis 1982), on the log scale: a weighted mean of all order
 * statistics, with Beta((n + 1)p, (n + 1)(1 − p)) weights. Its variance is well below that of one order statistic.
 * `sortedLogMs` ascending; the answer is in milliseconds. null for an empty sample.
 */
export function harrellDavisMs(sortedLogMs: Float64Array, p: number): number | null {
  const n = sortedLogMs.length;
  if (n === 0) return null;
  const a = (n + 1) * p;
  const b = (n + 1) * (1 - p);
  // Beyond nine standard deviations of the Beta distribution the weights add up to less than 1e-7.
  const reach = 9 * Math.sqrt((p * (1 - p)) / (n + 2));
  const first = Math.max(0, Math.floor((p - reach) * n) - 1);
  const last = Math.min(n - 1, Math.ceil((p + reach) * n) + 1);
  const shortest = Math.log(SHORTEST_MS);
  let below = incompleteBeta(first / n, a, b);
  let mean = 0;
  let weights = 0;
  for (let i = first; i <= last; i++) {
    const upTo = incompleteBeta((i + 1) / n, a, b);
    mean += (upTo - below) * Math.max(shortest, sortedLogMs[i]!);
    weights += upTo - below;
    below = upTo;
  }
  return Math.exp(mean / weights);
}

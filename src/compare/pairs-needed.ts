import { quantile } from 'simple-statistics';
import { Z_80 } from './change.js';
import * as errorRate from './error-rate.js';
import { normalQuantile } from './normal.js';

/** Two answers to the same request, as the driver saw them; in milliseconds. */
export interface TimedPair {
  readonly operation: string;
  readonly baselineMs: number;
  readonly candidateMs: number;
}

/** What a run is to be able to see. */
export interface Wanted {
  /** Slow-down to be found at p95 in each operation, 0.25 = 25 %. */
  readonly resolution: number;
  /** Share by which p95 may become slower. */
  readonly tolerance: number;
  readonly nullMargin: number;
  /** Traces that each operation needs at least. */
  readonly minimumTraces: number;
}

/** The operation that needs the most pairs, and how many of its own. */
export interface PairsNeeded {
  readonly operation: string;
  readonly pairs: number;
}

/** Fewer pairs of an operation than this say nothing of its scatter; all operations' together must do. */
const FEWEST = 8;
/** A scatter that so few pairs show may be that much larger. */
const CAUTION = 1.25;
/** Standard error at p95 over that in the middle, for a normal distribution: √(p(1 − p)) / φ(z_p), 2.11 against 1.25. */
const TAIL = 1.69;
/** A typical report asks this many questions, of which the first stage must find the one that matters. */
const QUESTIONS = 50;
/** …and of the few that it suspects the second. */
const SUSPECTED = 2;
/** A rise of failures to be found in each operation: a tenth of its requests. */
const SHARE = 0.1;

/**
 * How many pairs of each operation find a slow-down of the wanted size at p95 with 80 % probability in both stages, from
 * the scatter of `log(candidate / baseline)` within the pairs of a warm-up. The scatter is taken from the middle half
 * of the pairs: those of a warm-up have their outliers from being cold.
 *
 * null where there are too few pairs to tell. `operations`: those that must be seen, whether or not a pair shows them.
 */
export function pairsNeeded(
  pairs: readonly TimedPair[],
  operations: readonly string[],
  wanted: Wanted,
): PairsNeeded[] | null {
  const all = logRatios(pairs);
  if (all.length < FEWEST) return null;
  const byOperation = Map.groupBy(pairs, ({ operation }) => operation);
  return operations.map((operation) => {
    const own = logRatios(byOperation.get(operation) ?? []);
    const scatter = CAUTION * scatterOf(own.length < FEWEST ? all : own);
    return { operation, pairs: Math.max(wanted.minimumTraces, forTimes(scatter, wanted), forShares()) };
  });
}

function logRatios(pairs: readonly TimedPair[]): number[] {
  return pairs
    .filter(({ baselineMs, candidateMs }) => baselineMs > 0 && candidateMs > 0)
    .map(({ baselineMs, candidateMs }) => Math.log(candidateMs / baselineMs));
}

/** Standard deviation of a normal distribution with the same middle half. */
function scatterOf(values: number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / (2 * normalQuantile(0.75));
}

/** Chances multiply over two stages: each must find it with √0.8. */
const Z_EACH = normalQuantile(Math.sqrt(0.8));
const SCREEN_Z = normalQuantile(1 - errorRate.SCREEN / QUESTIONS);
const CONFIRM_Z = normalQuantile(1 - errorRate.CONFIRM / SUSPECTED);

function forTimes(scatter: number, { resolution, tolerance, nullMargin }: Wanted): number {
  const sought = Math.log1p(resolution);
  const error = Math.min(
    sought / (SCREEN_Z + Z_EACH),
    (sought - Math.log1p(nullMargin)) / (CONFIRM_Z + Z_EACH),
    (sought - Math.log1p(tolerance)) / Z_EACH,
  );
  return error > 0 ? Math.ceil(((TAIL * scatter) / error) ** 2) : Number.POSITIVE_INFINITY;
}

/** m more failures and none fewer give z = √m. */
function forShares(): number {
  return Math.ceil((SCREEN_Z + Z_80 / 2) ** 2 / SHARE);
}

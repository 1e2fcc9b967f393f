import type { BothSides } from './alignment.js';
import type { Interval } from './interval.js';
import type { Tested } from './max-t.js';
import type { Metric, Place } from './place.js';

/** How much worse is acceptable. Ratios and shares, 0.05 = 5 % or 5 points. */
export interface Tolerances {
  readonly typical: number;
  readonly p95: number;
  readonly faults: number;
  /** A difference in time below this many milliseconds is never a finding. */
  readonly floorMs: number;
}

export interface DecisionRule {
  readonly tolerances: Tolerances;
  /** A change is worse where p is at most this. */
  readonly alpha: number;
  /** …and better where p is at most this. */
  readonly improvedAlpha: number;
  /** The look that will ask again what this one suspects; null where this one decides. */
  readonly again: { readonly alpha: number; readonly nullMargin: number } | null;
  /** Two copies of one build differ by this much: durations are tested against it, 0.03 = 3 %. */
  readonly nullMargin: number;
  /** A place is called unchanged when a slow-down of this size can be excluded, 0.25 = 25 %. */
  readonly resolution: number;
}

export type State = 'regressed' | 'improved' | 'unchanged' | 'inconclusive';

/** What became of one hypothesis. */
export interface Change {
  readonly state: State;
  readonly metric: Metric;
  readonly place: Place;
  /** Milliseconds, a share 0–1, or calls or retries per request. */
  readonly baseline: number;
  readonly candidate: number;
  /** candidate / baseline; null where the baseline is 0. */
  readonly ratio: number | null;
  /** 90 % interval of the ratio for times, of the difference for shares and calls. */
  readonly interval: Interval;
  readonly intervalOf: 'ratio' | 'difference';
  /** In the interval's terms: 0.1 = 10 % more time, or 0.1 calls or points more. */
  readonly tolerance: number;
  /** Family-wise adjusted, one-sided, for the direction that the estimate points in. */
  readonly p: number;
  readonly samples: BothSides<number>;
  /** False where these samples could not have reached significance whatever they showed. */
  readonly testable: boolean;
  /**
   * The smallest change for the worse, in the interval's terms, that this run would have caught with 80 %
   * probability; null where that cannot be said.
   */
  readonly detectable: number | null;
  /** How many times as many requests would settle it; null where there are enough, or none would do. */
  readonly needs: number | null;
  /** What the first stage had shown, where fresh traffic was asked again: all the rest is of the second stage then. */
  readonly first: FirstShown | null;
}

/** A suspicion before it was confirmed or not: larger than the truth on average, since it was picked for being large. */
export type FirstShown = Pick<Change, 'baseline' | 'candidate' | 'ratio' | 'interval' | 'p' | 'samples'>;

/** One hypothesis, tested in both directions. */
export interface BothTests {
  readonly worse: Tested;
  readonly better: Tested;
  /** The value that the largest statistic of the family exceeds by chance in α of the reports. */
  readonly critical: number;
}

/**
 * Worse only if surely and by enough to matter; better likewise; unchanged where a change of the resolution's size is
 * excluded; else nothing can be said.
 */
export function stateOf(
  { alpha, improvedAlpha }: Pick<DecisionRule, 'alpha' | 'improvedAlpha'>,
  tested: BothTests,
  estimate: { readonly worse: boolean; readonly better: boolean; readonly excluded: boolean },
): State {
  if (tested.worse.p <= alpha && estimate.worse) return 'regressed';
  if (tested.better.p <= improvedAlpha && estimate.better) return 'improved';
  return estimate.excluded ? 'unchanged' : 'inconclusive';
}

/** One-sided 80 % quantile of the normal distribution: the power that a detectable change is quoted for. */
export const Z_80 = 0.8416212335729143;

/**
 * A score function on mid-ranks u in (0, 1), given by its antiderivative A with A(0) = 0. The score of a value is the
 * mean of the function over the value's rank interval, (A(hi) − A(lo)) / (hi − lo): ties share the mean of their
 * group, nothing is drawn at random, and the scores of a pooled sample always average A(1).
 */
export interface Score {
  readonly name: 'typical' | 'tail';
  /** The function is 0 up to here. */
  readonly from: number;
  readonly antiderivative: (u: number) => number;
}

/** a(u) = u: Wilcoxon's ranks. Every request counts; sharp for a shift of the whole distribution. */
export const TYPICAL: Score = { name: 'typical', from: 0, antiderivative: (u) => (u * u) / 2 };

const TAIL_FROM = 0.9;
const TAIL_FULL = 0.99;
const BEYOND = 1 / 4;

/**
 * a(u) = clamp((u − 0.90) / 0.09, 0, 1) + ¼·ln(0.10 / (1 − u)) above 0.90, else 0: only the slowest tenth counts. What p95
 * is meant to tell, without p95's variance. The ramp up to p99 alone (after Johnson, Verrill & Moore 1987) does not see
 * whether the slowest hundredth got slower still; Savage's scores of the slowest tenth alone (Savage 1956, Annals of
 * Mathematical Statistics 27:590) are so much about that hundredth that they lose most of the rest. Even the largest of n
 * values scores no more than 2 + ¼·ln(0.1·n), however large it is.
 */
export const TAIL: Score = {
  name: 'tail',
  from: TAIL_FROM,
  antiderivative: (u) => {
    if (u <= TAIL_FROM) return 0;
    const rise = TAIL_FULL - TAIL_FROM;
    const ramp = u <= TAIL_FULL ? (u - TAIL_FROM) ** 2 / (2 * rise) : rise / 2 + (u - TAIL_FULL);
    const above = 1 - u;
    const savage = u - TAIL_FROM + (above > 0 ? above * Math.log(above / (1 - TAIL_FROM)) : 0);
    return ramp + BEYOND * savage;
  },
};

/** The samples of one side of one place: logarithms of durations, ascending, each with the unit it belongs to. */
export interface SortedSample {
  readonly logMs: Float64Array;
  /** unit[i] is the pair or block that logMs[i] was measured in. */
  readonly unit: Int32Array;
}

/** Sorts durations; `unit[i]` is the pair or block of `ms[i]`. */
export function sortedSample(ms: ArrayLike<number>, unit: ArrayLike<number>): SortedSample {
  const ascending = Array.from(ms, (_, i) => i).sort((a, b) => ms[a]! - ms[b]!);
  return {
    logMs: new Float64Array(ascending.map((i) => Math.log(ms[i]!))),
    unit: new Int32Array(ascending.map((i) => unit[i]!)),
  };
}

/**
 * Adds up centred scores per unit: candidate's with weight +1, baseline's with `baselineSign` (−1 for differences
 * within pairs, +1 where units belong to one side). The candidate's durations are first divided by exp(logRatio).
 * `sums` is overwritten.
 */
export function addScores(
  sums: Float64Array,
  baseline: SortedSample,
  candidate: SortedSample,
  score: Score,
  logRatio: number,
  baselineSign: 1 | -1,
): void {
  new PooledScores(baseline, candidate, score, baselineSign, sums.length).fill(sums, logRatio);
}

/** {@link addScores} for two samples and many ratios: what does not depend on the ratio is made out once. */
export class PooledScores {
  readonly #baseline: SortedSample;
  readonly #candidate: SortedSample;
  readonly #baselineSign: 1 | -1;
  /** areas[i]: the score function's integral up to the i-th rank. */
  readonly #areas: Float64Array;
  /** So many ranks score 0. */
  readonly #zeros: number;
  /** What centring takes from each unit, whatever the ranks: the mean score, once for each of its samples. */
  readonly #means: Float64Array;

  constructor(baseline: SortedSample, candidate: SortedSample, score: Score, baselineSign: 1 | -1, units: number) {
    this.#baseline = baseline;
    this.#candidate = candidate;
    this.#baselineSign = baselineSign;
    const total = baseline.logMs.length + candidate.logMs.length;
    this.#zeros = Math.floor(score.from * total);
    this.#areas = new Float64Array(total + 1);
    for (let i = this.#zeros; i < total; i++) this.#areas[i + 1] = score.antiderivative((i + 1) / total);
    // Counted first: where a pair has as many samples on both sides, exactly nothing is left.
    const counts = new Float64Array(units);
    for (const unit of baseline.unit) counts[unit]! += baselineSign;
    for (const unit of candidate.unit) counts[unit]! += 1;
    const mean = score.antiderivative(1);
    this.#means = counts.map((count) => -count * mean);
  }

  /**
   * One merge of two sorted samples, from the largest value down to where scores are 0: linear time, and far less for a
   * tail, so that intervals can be found by trying ratios.
   */
  fill(sums: Float64Array, logRatio: number): void {
    const { logMs: baseline, unit: baselineUnit } = this.#baseline;
    const { logMs: candidate, unit: candidateUnit } = this.#candidate;
    const areas = this.#areas;
    const zeros = this.#zeros;
    const total = areas.length - 1;
    sums.set(this.#means);
    // The values below these have not been ranked yet; the next one of each side, largest first.
    let b = baseline.length;
    let c = candidate.length;
    let nextB = b > 0 ? baseline[b - 1]! : Number.NEGATIVE_INFINITY;
    let nextC = c > 0 ? candidate[c - 1]! - logRatio : Number.NEGATIVE_INFINITY;
    for (let hi = total; hi > zeros; hi = b + c) {
      const upToB = b;
      const upToC = c;
      const value = Math.max(nextB, nextC);
      while (b > 0 && nextB === value) {
        b -= 1;
        nextB = b > 0 ? baseline[b - 1]! : Number.NEGATIVE_INFINITY;
      }
      while (c > 0 && nextC === value) {
        c -= 1;
        nextC = c > 0 ? candidate[c - 1]! - logRatio : Number.NEGATIVE_INFINITY;
      }
      const lo = b + c;
      const mean = ((areas[hi]! - areas[lo]!) * total) / (hi - lo);
      for (let i = b; i < upToB; i++) sums[baselineUnit[i]!]! += this.#baselineSign * mean;
      for (let i = c; i < upToC; i++) sums[candidateUnit[i]!]! += mean;
    }
  }
}

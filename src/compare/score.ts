/**
 * A score function on mid-ranks u in (0, 1), given by its antiderivative A with A(0) = 0. The score of a value is the
 * mean of the function over the value's rank interval, (A(hi) − A(lo)) / (hi − lo): ties share the mean of their
 * group, nothing is drawn at random, and the scores of a pooled sample always average A(1).
 */
export interface Score {
  readonly name: 'typical' | 'tail';
  readonly antiderivative: (u: number) => number;
}

/** a(u) = u: Wilcoxon's ranks. Every request counts; sharp for a shift of the whole distribution. */
export const TYPICAL: Score = { name: 'typical', antiderivative: (u) => (u * u) / 2 };

const TAIL_FROM = 0.9;
const TAIL_FULL = 0.99;

/**
 * a(u) = clamp((u − 0.90) / 0.09, 0, 1): only the slowest tenth counts, from p90 rising to p99. What p95 is meant to
 * tell, without p95's variance. After Johnson, Verrill & Moore 1987.
 */
export const TAIL: Score = {
  name: 'tail',
  antiderivative: (u) => {
    const ramp = TAIL_FULL - TAIL_FROM;
    if (u <= TAIL_FROM) return 0;
    if (u <= TAIL_FULL) return (u - TAIL_FROM) ** 2 / (2 * ramp);
    return ramp / 2 + (u - TAIL_FULL);
  },
};

/** The samples of one side of one place: logarithms of durations, ascending, each with the unit it belongs to. */
export interface SortedSample {
  readonly logMs: Float64Array;
  /** unit[i] is the pair or block that logMs[i] was measured in. */
  readonly unit: Int32Array;
}

/**
 * Adds up centred scores per unit: candidate's with weight +1, baseline's with `baselineSign` (−1 for differences
 * within pairs, +1 where units belong to one side). The candidate's durations are first divided by exp(logRatio).
 * One merge of two sorted samples: linear time, so that intervals can be found by trying ratios.
 */
export function addScores(
  sums: Float64Array,
  baseline: SortedSample,
  candidate: SortedSample,
  score: Score,
  logRatio: number,
  baselineSign: 1 | -1,
): void {
  const nb = baseline.logMs.length;
  const nc = candidate.logMs.length;
  const total = nb + nc;
  const mean = score.antiderivative(1);
  let b = 0;
  let c = 0;
  let lo = 0;
  let areaBelow = 0;
  while (b < nb || c < nc) {
    const nextB = b < nb ? baseline.logMs[b]! : Number.POSITIVE_INFINITY;
    const nextC = c < nc ? candidate.logMs[c]! - logRatio : Number.POSITIVE_INFINITY;
    const value = Math.min(nextB, nextC);
    const b0 = b;
    const c0 = c;
    while (b < nb && baseline.logMs[b]! === value) b += 1;
    while (c < nc && candidate.logMs[c]! - logRatio === value) c += 1;
    const hi = (b + c) / total;
    const area = score.antiderivative(hi);
    const centred = (area - areaBelow) / (hi - lo) - mean;
    lo = hi;
    areaBelow = area;
    for (let i = b0; i < b; i++) sums[baseline.unit[i]!]! += baselineSign * centred;
    for (let i = c0; i < c; i++) sums[candidate.unit[i]!]! += centred;
  }
}

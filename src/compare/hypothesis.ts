import type { Alignment, BothSides } from './alignment.js';
import type { Metric, Place } from './place.js';
import { addScores, type Score, type SortedSample } from './score.js';

/** Does the candidate take longer here? */
export interface LatencyHypothesis {
  readonly kind: 'latency';
  readonly metric: 'typical' | 'p95';
  readonly place: Place;
  readonly score: Score;
  readonly samples: BothSides<SortedSample>;
}

/** Does it happen more often here: share of requests with a fault, error or throttle, or calls or retries per request? */
export interface CountHypothesis {
  readonly kind: 'share' | 'calls';
  readonly metric: Exclude<Metric, 'typical' | 'p95'>;
  readonly place: Place;
  readonly samples: BothSides<CountSample>;
  /** All calls of the edge, where these are those of one operation: what takes the place of others is not worse. */
  readonly within?: BothSides<CountSample>;
}

/** A number per request, and the unit of each request. */
export interface CountSample {
  readonly count: Float64Array;
  readonly unit: Int32Array;
}

export type Hypothesis = LatencyHypothesis | CountHypothesis;

/** The contribution of each unit to a hypothesis; latencies with the candidate's divided by `nullRatio` first. */
export function contributionsOf(hypothesis: Hypothesis, { design }: Alignment, nullRatio: number): Float64Array {
  const sums = new Float64Array(design.units);
  if (hypothesis.kind === 'latency') {
    const { samples, score } = hypothesis;
    addScores(sums, samples.baseline, samples.candidate, score, Math.log(nullRatio), design.baselineSign);
    return sums;
  }
  const { baseline, candidate } = hypothesis.samples;
  const mean = (total(baseline.count) + total(candidate.count)) / (baseline.count.length + candidate.count.length);
  baseline.count.forEach((count, i) => {
    sums[baseline.unit[i]!]! += design.baselineSign * (count - mean);
  });
  candidate.count.forEach((count, i) => {
    sums[candidate.unit[i]!]! += count - mean;
  });
  return sums;
}

export function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

import type { RequestProfile } from '../trace/profile.js';
import { type Alignment, type BothSides, bothSides, type Side } from './alignment.js';
import { type CountHypothesis, type LatencyHypothesis, total } from './hypothesis.js';
import type { Place } from './place.js';
import { sortedSample, TAIL, TYPICAL } from './score.js';

/** Times in milliseconds, and the unit of each. */
export interface Timed {
  readonly ms: number[];
  readonly unit: number[];
}

/** The requests of an operation of which the whole trace was found. */
export interface Traces {
  readonly whole: Alignment;
  /** Those without cold starts; in pairs on either side. */
  readonly warm: Alignment;
}

export type FailureMetric = 'faults' | 'errors' | 'throttles';

/** Whether a place's times are longer: none where a side has fewer than `minimum` of them. */
export function latencies(place: Place, timed: BothSides<Timed>, minimum: number): LatencyHypothesis[] {
  if (Math.min(timed.baseline.ms.length, timed.candidate.ms.length) < minimum) return [];
  const samples = bothSides(timed, ({ ms, unit }) => sortedSample(ms, unit));
  return [
    { kind: 'latency', metric: 'typical', place, score: TYPICAL, samples },
    { kind: 'latency', metric: 'p95', place, score: TAIL, samples },
  ];
}

/** Whether a number per request is larger. */
export function counted(
  metric: 'calls' | 'retries',
  place: Place,
  alignment: Alignment,
  count: (side: Side, index: number) => number,
): CountHypothesis {
  return countHypothesis('calls', metric, place, alignment, (_, side, i) => count(side, i));
}

/** Whether more requests failed. */
export function share(
  metric: FailureMetric,
  place: Place,
  alignment: Alignment,
  failed: (request: RequestProfile, side: Side) => boolean,
): CountHypothesis {
  return countHypothesis('share', metric, place, alignment, (request, side) => (failed(request, side) ? 1 : 0));
}

/** The share of the requests in which something failed at a place, where it did in any. */
export function shareOf(
  metric: FailureMetric,
  place: Place,
  alignment: Alignment,
  failed: BothSides<ReadonlySet<RequestProfile>>,
): CountHypothesis[] {
  return failed.baseline.size + failed.candidate.size > 0
    ? [share(metric, place, alignment, (request, side) => failed[side].has(request))]
    : [];
}

export function ifSeen(hypothesis: CountHypothesis): CountHypothesis[] {
  const { baseline, candidate } = hypothesis.samples;
  return total(baseline.count) + total(candidate.count) > 0 ? [hypothesis] : [];
}

function countHypothesis(
  kind: CountHypothesis['kind'],
  metric: CountHypothesis['metric'],
  place: Place,
  { requests }: Alignment,
  count: (request: RequestProfile, side: Side, index: number) => number,
): CountHypothesis {
  const samples = bothSides(requests, (of, side) => ({
    count: new Float64Array(of.map(({ request }, i) => count(request, side, i))),
    unit: new Int32Array(of.map(({ unit }) => unit)),
  }));
  return { kind, metric, place, samples };
}

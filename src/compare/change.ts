import type { BothSides } from './alignment.js';
import { bothSides } from './alignment.js';
import type { Design } from './design.js';
import { type CountHypothesis, type Hypothesis, type LatencyHypothesis, total } from './hypotheses.js';
import { differenceInterval, type Interval, ratioInterval, Z_95 } from './interval.js';
import type { Tested } from './max-t.js';
import type { Metric, Place } from './place.js';
import { harrellDavisMs } from './quantile.js';

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
  /** Chance of any false alarm in the whole report. */
  readonly alpha: number;
  /** Two copies of one build differ by this much: durations are tested against it, 0.03 = 3 %. */
  readonly nullMargin: number;
  /** A place is called unchanged when a slow-down of this size can be excluded, 0.25 = 25 %. */
  readonly resolution: number;
}

/** Calls per request: a tenth more, and at least one call in twenty requests. */
const CALLS_TOLERANCE = 0.1;
const CALLS_FLOOR = 0.05;
/** A share is called unchanged when a rise of five points can be excluded. */
const SHARE_RESOLUTION = 0.05;
/** One-sided 80 % quantile of the normal distribution: the power that a detectable change is quoted for. */
const Z_80 = 0.8416212335729143;

export type State = 'regressed' | 'improved' | 'unchanged' | 'inconclusive';

/** What became of one hypothesis. */
export interface Change {
  readonly state: State;
  readonly metric: Metric;
  readonly place: Place;
  /** Milliseconds, a share 0–1, or calls per request. */
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
  /** For times: the smallest slow-down, 0.1 = 10 %, that this run would have caught with 80 % probability. */
  readonly detectable: number | null;
  /** For times: how many times as many requests would bring `detectable` down to the resolution; null where enough. */
  readonly needs: number | null;
}

/** Judges one hypothesis after its test: worse only if surely, by more than the tolerance, and by enough to matter. */
export function judge(
  hypothesis: Hypothesis,
  tested: Tested,
  critical: number,
  design: Design,
  rule: DecisionRule,
): Change {
  switch (hypothesis.kind) {
    case 'latency':
      return judgeLatency(hypothesis, tested, critical, design, rule);
    case 'share':
      return judgeShare(hypothesis, tested, rule);
    case 'calls':
      return judgeCalls(hypothesis, tested, design, rule);
  }
}

function judgeLatency(
  { metric, place, samples, score }: LatencyHypothesis,
  tested: Tested,
  critical: number,
  design: Design,
  rule: DecisionRule,
): Change {
  const at = metric === 'typical' ? 0.5 : 0.95;
  const { baseline, candidate } = bothSides(samples, ({ logMs }) => harrellDavisMs(logMs, at) ?? 0);
  const ratio = candidate / baseline;
  const interval = ratioInterval(samples.baseline, samples.candidate, score, design);
  const tolerance = rule.tolerances[metric];
  const { floorMs } = rule.tolerances;
  const resolution = Math.max(rule.resolution, tolerance);
  const state = stateOf(rule.alpha, tested, {
    worse: ratio > 1 + tolerance && candidate - baseline > floorMs,
    better: ratio < 1 / (1 + tolerance) && baseline - candidate > floorMs,
    excluded: interval[1] < 1 + resolution || baseline * (interval[1] - 1) < floorMs,
  });
  const standardError = Math.log(interval[1] / interval[0]) / (2 * Z_95);
  const caught = (critical + Z_80) * standardError + Math.log(1 + rule.nullMargin);
  const room = Math.log(1 + resolution) - Math.log(1 + rule.nullMargin);
  const needs = room > 0 ? (((critical + Z_80) * standardError) / room) ** 2 : Number.POSITIVE_INFINITY;
  return {
    state,
    metric,
    place,
    baseline,
    candidate,
    ratio,
    interval,
    intervalOf: 'ratio',
    tolerance,
    p: ratio >= 1 ? tested.pLarger : tested.pSmaller,
    samples: bothSides(samples, ({ logMs }) => logMs.length),
    testable: tested.testable,
    detectable: Number.isFinite(caught) ? Math.exp(caught) - 1 : null,
    needs: Number.isFinite(needs) && needs > 1 ? needs : null,
  };
}

function judgeShare({ metric, place, samples }: CountHypothesis, tested: Tested, rule: DecisionRule): Change {
  const counts = bothSides(samples, ({ count }) => ({ count: total(count), of: count.length }));
  const interval = differenceInterval(counts.baseline, counts.candidate);
  const tolerance = rule.tolerances.faults;
  return countChange(
    metric,
    place,
    samples,
    tested,
    rule.alpha,
    interval,
    tolerance,
    Math.max(SHARE_RESOLUTION, tolerance),
  );
}

function judgeCalls(
  { metric, place, samples }: CountHypothesis,
  tested: Tested,
  design: Design,
  rule: DecisionRule,
): Change {
  const { baseline, candidate } = bothSides(samples, meanOf);
  const halfWidth = Z_95 * (design.kind === 'pairs' ? pairedError(samples) : unpairedError(samples));
  const difference = candidate - baseline;
  const tolerance = Math.max(CALLS_FLOOR, CALLS_TOLERANCE * baseline);
  const interval: Interval = [difference - halfWidth, difference + halfWidth];
  return countChange(
    metric,
    place,
    samples,
    tested,
    rule.alpha,
    interval,
    tolerance,
    Math.max(rule.resolution * baseline, tolerance),
  );
}

function countChange(
  metric: Metric,
  place: Place,
  samples: CountHypothesis['samples'],
  tested: Tested,
  alpha: number,
  interval: Interval,
  tolerance: number,
  resolution: number,
): Change {
  const { baseline, candidate } = bothSides(samples, meanOf);
  const difference = candidate - baseline;
  return {
    state: stateOf(alpha, tested, {
      worse: difference > tolerance,
      better: -difference > tolerance,
      excluded: interval[1] <= resolution,
    }),
    metric,
    place,
    baseline,
    candidate,
    ratio: baseline === 0 ? null : candidate / baseline,
    interval,
    intervalOf: 'difference',
    tolerance,
    p: difference >= 0 ? tested.pLarger : tested.pSmaller,
    samples: bothSides(samples, ({ count }) => count.length),
    testable: tested.testable,
    detectable: null,
    needs: null,
  };
}

function stateOf(
  alpha: number,
  { pLarger, pSmaller }: Tested,
  { worse, better, excluded }: { worse: boolean; better: boolean; excluded: boolean },
): State {
  if (pLarger <= alpha && worse) return 'regressed';
  if (pSmaller <= alpha && better) return 'improved';
  return excluded ? 'unchanged' : 'inconclusive';
}

function meanOf({ count }: { readonly count: Float64Array }): number {
  return count.length === 0 ? 0 : total(count) / count.length;
}

function variance(values: Float64Array): number {
  const mean = meanOf({ count: values });
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}

function unpairedError({ baseline, candidate }: CountHypothesis['samples']): number {
  return Math.sqrt(
    variance(baseline.count) / Math.max(1, baseline.count.length) +
      variance(candidate.count) / Math.max(1, candidate.count.length),
  );
}

/** Standard error of the mean difference within pairs; the two sides hold the same pairs. */
function pairedError({ baseline, candidate }: CountHypothesis['samples']): number {
  const byUnit = new Map(Array.from(baseline.unit, (unit, i) => [unit, baseline.count[i]!]));
  const differences = candidate.count.map((count, i) => count - (byUnit.get(candidate.unit[i]!) ?? 0));
  return Math.sqrt(variance(differences) / Math.max(1, differences.length));
}

import { bothSides } from './alignment.js';
import { type BothTests, type Change, type DecisionRule, stateOf, Z_80 } from './change.js';
import type { Design } from './design.js';
import type { LatencyHypothesis } from './hypotheses.js';
import { ratioInterval, Z_95 } from './interval.js';
import { harrellDavisMs } from './quantile.js';
import { spreadRounded } from './rounded.js';

/** Judges a time after its test: estimate, interval, and what the run could have seen. */
export function judgeLatency(
  { metric, place, samples, score }: LatencyHypothesis,
  tested: BothTests,
  design: Design,
  rule: DecisionRule,
): Change {
  const spread = bothSides(samples, (sample, side) => spreadRounded(sample, side === 'baseline' ? 0 : 1));
  const at = metric === 'typical' ? 0.5 : 0.95;
  const { baseline, candidate } = bothSides(spread, ({ logMs }) => harrellDavisMs(logMs, at) ?? 0);
  const ratio = candidate / baseline;
  const interval = ratioInterval(spread.baseline, spread.candidate, score, design);
  const tolerance = rule.tolerances[metric];
  const { floorMs } = rule.tolerances;
  const resolution = Math.max(rule.resolution, tolerance);
  const { caught, needs } = power(interval, tested.critical, rule.nullMargin, resolution);
  return {
    state: stateOf(rule.alpha, tested, {
      worse: ratio > 1 + tolerance && candidate - baseline > floorMs,
      better: ratio < 1 / (1 + tolerance) && baseline - candidate > floorMs,
      excluded: interval[1] < 1 + resolution || baseline * (interval[1] - 1) < floorMs,
    }),
    metric,
    place,
    baseline,
    candidate,
    ratio,
    interval,
    intervalOf: 'ratio',
    tolerance,
    p: ratio >= 1 ? tested.worse.p : tested.better.p,
    samples: bothSides(samples, ({ logMs }) => logMs.length),
    testable: tested.worse.testable,
    detectable: caught,
    needs,
  };
}

/**
 * The slow-down that would be caught with 80 % probability, exp((c + 0.84)·SE)·(1 + margin) − 1, and how many times
 * as many requests would bring it down to the resolution; the standard error SE is read off the interval.
 */
function power(
  [low, high]: readonly [number, number],
  critical: number,
  nullMargin: number,
  resolution: number,
): { caught: number | null; needs: number | null } {
  const reach = ((critical + Z_80) * Math.log(high / low)) / (2 * Z_95);
  if (!Number.isFinite(reach)) return { caught: null, needs: null };
  const room = Math.log((1 + resolution) / (1 + nullMargin));
  const needs = room > 0 ? (reach / room) ** 2 : null;
  return { caught: Math.exp(reach) * (1 + nullMargin) - 1, needs: needs !== null && needs > 1 ? needs : null };
}

import { bothSides } from './alignment.js';
import { type BothTests, type Change, type DecisionRule, stateOf } from './change.js';
import type { Design } from './design.js';
import * as errorRate from './error-rate.js';
import type { RunTest } from './history.js';
import type { LatencyHypothesis } from './hypothesis.js';
import { type Interval, ratioInterval, Z_95 } from './interval.js';
import { normalCdf, normalQuantile } from './normal.js';
import { harrellDavisMs } from './quantile.js';
import { spreadRounded } from './rounded.js';
import { timesNeeded } from './times-needed.js';

/**
 * Judges a time after its test: estimate, interval, and what the run could have seen. One version after the other, a
 * time that `runTest` knows from earlier runs must also differ by more than these did from each other.
 */
export function judgeLatency(
  { metric, place, samples, score }: LatencyHypothesis,
  byRequests: BothTests,
  design: Design,
  byTolerance: DecisionRule,
  runTest: RunTest | null = null,
): Change {
  const tested = runTest === null ? byRequests : withRunTest(byRequests, runTest);
  const rule = runTest === null ? byTolerance : { ...byTolerance, alpha: errorRate.HISTORY };
  const spread = bothSides(samples, (sample, side) => spreadRounded(sample, side === 'baseline' ? 0 : 1));
  const at = metric === 'typical' ? 0.5 : 0.95;
  const { baseline, candidate } = bothSides(spread, ({ logMs }) => harrellDavisMs(logMs, at) ?? 0);
  const ratio = candidate / baseline;
  const interval = runTest?.interval ?? ratioInterval(spread.baseline, spread.candidate, score, design);
  const tolerance = rule.tolerances[metric];
  const { floorMs } = rule.tolerances;
  const acceptable = Math.max(tolerance, floorMs / baseline);
  const resolution = Math.max(rule.resolution, acceptable);
  return {
    state: stateOf(rule, tested, {
      worse: ratio > 1 + acceptable,
      better: ratio < 1 / (1 + tolerance) && baseline - candidate > floorMs,
      excluded: interval[1] < 1 + resolution,
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
    detectable: detectableOf(
      interval,
      tested.critical,
      runTest === null ? rule : { nullMargin: 0, again: null },
      acceptable,
    ),
    // More requests do not settle how much runs shift.
    needs:
      runTest === null
        ? timesNeeded(
            {
              estimate: Math.log(ratio),
              upper: Math.log(interval[1]),
              acceptable: Math.log1p(acceptable),
              resolution: Math.log1p(resolution),
            },
            { z: tested.worse.z, critical: tested.critical },
          )
        : null,
    first: null,
  };
}

/** Both tests must be convinced. */
function withRunTest({ worse, better }: BothTests, runTest: RunTest): BothTests {
  return {
    worse: { ...worse, p: Math.max(worse.p, runTest.worse) },
    better: { ...better, p: Math.max(better.p, runTest.better) },
    critical: runTest.critical,
  };
}

/**
 * A slow-down is caught when, in each stage, the test finds it and the estimate exceeds what is acceptable. Of a factor
 * whose logarithm is x, a test with critical value c finds Φ((x − margin) / SE − c), and Φ((x − acceptable) / SE′) of
 * the estimates exceed; the two go together, so that the smaller is the stage's chance. The standard error SE is read
 * off the interval; that of the printed quantile is larger, {@link QUANTILE_SCATTER}. null where the interval has no end.
 */
function detectableOf(
  [low, high]: Interval,
  critical: number,
  { nullMargin, again }: Pick<DecisionRule, 'nullMargin' | 'again'>,
  acceptable: number,
): number | null {
  const error = Math.log(high / low) / (2 * Z_95);
  if (!Number.isFinite(error)) return null;
  if (error === 0) return acceptable;
  const inOneStage = (x: number, margin: number, c: number) =>
    Math.min(
      normalCdf((x - Math.log1p(margin)) / error - c),
      normalCdf((x - Math.log1p(acceptable)) / (QUANTILE_SCATTER * error)),
    );
  const caught = (x: number) =>
    inOneStage(x, nullMargin, critical) *
    (again === null ? 1 : inOneStage(x, again.nullMargin, normalQuantile(1 - again.alpha / SUSPECTED_TOGETHER)));
  return Math.expm1(smallestWith(caught, 0.8));
}

/** Where a rising function reaches a value, to 1e-4, up to a factor of a million. */
function smallestWith(rising: (x: number) => number, value: number): number {
  let [below, above] = [0, Math.log(1e6)];
  while (above - below > 1e-4) {
    const middle = (below + above) / 2;
    if (rising(middle) < value) below = middle;
    else above = middle;
  }
  return above;
}

/** A slow place is suspected with its two percentiles: the second stage asks about two things at least. */
const SUSPECTED_TOGETHER = 2;

/** Standard error of a Harrell–Davis quantile over that of the factor which the ranks show: 1.2 to 1.4 in simulation. */
const QUANTILE_SCATTER = 1.3;

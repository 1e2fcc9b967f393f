import { type BothSides, bothSides } from './alignment.js';
import { type BothTests, type Change, type DecisionRule, stateOf, Z_80 } from './change.js';
import type { Design } from './design.js';
import { type CountHypothesis, type CountSample, total } from './hypothesis.js';
import { differenceInterval, type Interval, Z_95 } from './interval.js';
import { timesNeeded } from './times-needed.js';

/** Calls, or retries, per request: a tenth more, and at least one in twenty requests. At most 0.9: one more in each is a finding. */
const CALLS_TOLERANCE = 0.1;
const CALLS_CEILING = 0.9;
const CALLS_FLOOR = 0.05;
/** A share is called unchanged when a rise of five points can be excluded. */
const SHARE_RESOLUTION = 0.05;

/** What differs between shares and calls: the interval, how much is acceptable, and what must be excluded. */
interface Yardstick {
  readonly interval: Interval;
  readonly tolerance: number;
  readonly resolution: number;
  readonly detectable: number | null;
}

/** Judges a share of requests, or a number per request, after its test. */
export function judgeCount(hypothesis: CountHypothesis, tested: BothTests, design: Design, rule: DecisionRule): Change {
  const { metric, place, samples, within } = hypothesis;
  const yardstick =
    hypothesis.kind === 'share' ? shareYardstick(samples, tested, design, rule) : callsYardstick(samples, design, rule);
  const { interval, tolerance, resolution, detectable } = yardstick;
  const { baseline, candidate } = bothSides(samples, meanOf);
  const difference = candidate - baseline;
  const inAll = within === undefined ? { baseline, candidate } : bothSides(within, meanOf);
  return {
    state: stateOf(rule, tested, {
      worse: difference > tolerance && inAll.candidate > inAll.baseline,
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
    p: difference >= 0 ? tested.worse.p : tested.better.p,
    samples: bothSides(samples, ({ count }) => count.length),
    testable: tested.worse.testable,
    detectable,
    needs: timesNeeded(
      { estimate: difference, upper: interval[1], acceptable: tolerance, resolution },
      { z: tested.worse.z, critical: tested.critical },
    ),
    first: null,
  };
}

/**
 * In pairs the test of m more failures and none fewer gives z = √m: from a baseline without any, (c + z₈₀/2)² of
 * them are caught with 80 % probability, since √m of a Poisson count has a standard deviation of ½; and as a share they
 * must exceed the tolerance.
 */
function shareYardstick(
  samples: BothSides<CountSample>,
  { critical }: BothTests,
  design: Design,
  rule: DecisionRule,
): Yardstick {
  const counts = bothSides(samples, (sample) => {
    const inUnits = design.kind === 'pairs' ? unitsOf(sample) / Math.max(1, sample.count.length) : 1;
    return { count: total(sample.count) * inUnits, of: sample.count.length * inUnits };
  });
  const tolerance = rule.tolerances.faults;
  const { of } = counts.candidate;
  const caught = Math.max((critical + Z_80 / 2) ** 2 / of, tolerance + Z_80 * Math.sqrt(tolerance / of));
  return {
    interval: differenceInterval(counts.baseline, counts.candidate),
    tolerance,
    resolution: Math.max(SHARE_RESOLUTION, tolerance),
    detectable: design.kind === 'pairs' && counts.baseline.count === 0 && caught < 1 ? caught : null,
  };
}

/** Flows that ask for an operation several times: what they have in common makes their requests count for one. */
function unitsOf({ unit }: CountSample): number {
  return new Set(unit).size;
}

function callsYardstick(samples: BothSides<CountSample>, design: Design, rule: DecisionRule): Yardstick {
  const { baseline, candidate } = bothSides(samples, meanOf);
  const halfWidth = Z_95 * (design.kind === 'pairs' ? pairedError(samples) : unpairedError(samples));
  const tolerance = Math.max(CALLS_FLOOR, Math.min(CALLS_TOLERANCE * baseline, CALLS_CEILING));
  return {
    interval: [candidate - baseline - halfWidth, candidate - baseline + halfWidth],
    tolerance,
    resolution: Math.max(rule.resolution * baseline, tolerance),
    detectable: null,
  };
}

function meanOf({ count }: { readonly count: Float64Array }): number {
  return count.length === 0 ? 0 : total(count) / count.length;
}

function variance(values: Float64Array): number {
  const mean = meanOf({ count: values });
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}

function unpairedError({ baseline, candidate }: BothSides<CountSample>): number {
  return Math.sqrt(
    variance(baseline.count) / Math.max(1, baseline.count.length) +
      variance(candidate.count) / Math.max(1, candidate.count.length),
  );
}

/** Standard error of the mean difference per request: within pairs, of which a flow may bring several at once. */
function pairedError({ baseline, candidate }: BothSides<CountSample>): number {
  const byUnit = new Map<number, number>();
  const add = ({ count, unit }: CountSample, sign: 1 | -1) => {
    for (const [i, value] of count.entries()) byUnit.set(unit[i]!, (byUnit.get(unit[i]!) ?? 0) + sign * value);
  };
  add(candidate, 1);
  add(baseline, -1);
  const differences = Float64Array.from(byUnit.values());
  return (Math.sqrt(variance(differences)) * Math.sqrt(differences.length)) / Math.max(1, candidate.count.length);
}

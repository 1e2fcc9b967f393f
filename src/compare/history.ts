import { mean } from 'simple-statistics';
import type { EarlierRun } from './alignment.js';
import type { LatencyHypothesis } from './hypothesis.js';
import type { Interval } from './interval.js';
import { chanceOfLargest, largestQuantile, type StudentFamily } from './largest-t.js';
import { meanCorrelation, moderatedVariances, type RunValues } from './moderated-variance.js';
import { spreadRounded } from './rounded.js';
import { type RunShift, runShift, withinUnits } from './run-shift.js';
import type { SortedSample } from './score.js';
import { studentQuantile } from './student.js';

/** The candidate as one run more: does it differ from the earlier ones by more than they do from each other? */
export interface RunTest {
  /** Chance, for the largest of all places, of a difference as large in each direction. */
  readonly worse: number;
  readonly better: number;
  /** Standard error of ln of the ratio, the shift between runs included. */
  readonly error: number;
  /** The number of standard errors that the largest of all exceeds by chance in α of the reports. */
  readonly critical: number;
  /** 90 % interval of the ratio, the shift between runs included. */
  readonly interval: Interval;
}

/** What the earlier runs tell of each other. */
export interface History {
  /** How much a typical time shifts between runs of unchanged code, beyond sampling: a standard deviation, 0.05 = 5 %. */
  readonly shift: number;
  readonly tests: ReadonlyMap<LatencyHypothesis, RunTest>;
}

/**
 * Judges the candidate against the earlier runs of the baseline, run by run: its shift against all of them minus their
 * mean, over s̃·√(1 + 1/m). s̃² is the moderated variance between the m runs (moderated-variance.ts); the part of it that
 * is sampling is larger for a candidate with fewer requests. The chances are those of the largest of equally
 * correlated Student's t: whole runs are slow together, and many places are not as many chances then.
 *
 * A hypothesis is judged where each run has `minimumSamples` of it. null where there is none, or fewer than three runs.
 */
export function historyOf(
  hypotheses: readonly LatencyHypothesis[],
  runs: readonly EarlierRun[],
  { minimumSamples, alpha }: { readonly minimumSamples: number; readonly alpha: number },
): History | null {
  if (runs.length < FEWEST_VARIANCE) return null;
  const measured = hypotheses.flatMap((hypothesis) => measuredIn(hypothesis, runs, minimumSamples) ?? []);
  const ofMetric = (wanted: string) => measured.filter(({ hypothesis: { metric } }) => metric === wanted);
  const typical = ofMetric('typical');
  if (typical.length === 0) return null;
  const judged = [typical, ofMetric('p95')].filter(({ length }) => length > 0).map(judge);
  const family = judged.flatMap(({ places }) => places);
  const correlation = meanCorrelation(
    family.map(({ values }) => values),
    family.map(({ variance }) => variance),
  );
  const tests = judged.flatMap(({ places, degrees }) => {
    const together: StudentFamily = { size: family.length, degrees, correlation };
    const critical = largestQuantile(alpha, together);
    const within = studentQuantile(0.05, degrees);
    return places.map(({ hypothesis, difference, error }): [LatencyHypothesis, RunTest] => [
      hypothesis,
      {
        worse: chanceBeyond(difference / error, together),
        better: chanceBeyond(-difference / error, together),
        error,
        critical,
        interval: [Math.exp(difference - within * error), Math.exp(difference + within * error)],
      },
    ]);
  });
  return { shift: Math.sqrt(judged[0]!.shift), tests: new Map(tests) };
}

/** A variance of fewer values has no variance of its own to speak of. */
const FEWEST_VARIANCE = 3;

interface Measured {
  readonly hypothesis: LatencyHypothesis;
  readonly runs: readonly RunShift[];
  readonly candidate: number;
  /** How many requests an earlier run has for each of the candidate's. */
  readonly size: number;
}

function measuredIn(
  hypothesis: LatencyHypothesis,
  runs: readonly EarlierRun[],
  minimumSamples: number,
): Measured | null {
  const { samples, score } = hypothesis;
  const baseline = spreadRounded(samples.baseline, 0);
  const parts = runs.map(({ from, to }) => withinUnits(baseline, from, to));
  if (parts.some(({ logMs }) => logMs.length < minimumSamples)) return null;
  const shiftOf = (sample: SortedSample) => runShift(baseline, sample, score);
  const [candidate, ...shifts] = [shiftOf(spreadRounded(samples.candidate, 1)), ...parts.map(shiftOf)];
  const all = shifts.filter((shift) => shift !== null);
  if (candidate === null || candidate === undefined || all.length < runs.length) return null;
  const size = mean(parts.map(({ logMs }) => logMs.length)) / samples.candidate.logMs.length;
  return { hypothesis, runs: all, candidate: candidate.shift, size };
}

interface Judged {
  readonly hypothesis: LatencyHypothesis;
  readonly values: RunValues;
  readonly variance: number;
  readonly difference: number;
  readonly error: number;
}

function judge(measured: readonly Measured[]): {
  readonly places: Judged[];
  readonly degrees: number;
  readonly shift: number;
} {
  const values = measured.map(
    ({ runs }): RunValues => ({
      values: runs.map(({ shift }) => shift),
      sampling: mean(runs.map(({ sampling }) => sampling)),
    }),
  );
  const { variances, degrees, shift } = moderatedVariances(values);
  return {
    degrees,
    shift,
    places: measured.map(({ hypothesis, candidate, size }, k) => {
      const between = variances[k]!;
      // Not the candidate's own scatter: where its tail happens to be short, that would make it look sure as well.
      const ofCandidate = between + (size - 1) * values[k]!.sampling;
      return {
        hypothesis,
        values: values[k]!,
        variance: between,
        difference: candidate - mean([...values[k]!.values]),
        error: Math.sqrt(ofCandidate + between / values[k]!.values.length),
      };
    }),
  };
}

function chanceBeyond(t: number, family: StudentFamily): number {
  return t <= 0 ? 1 : chanceOfLargest(t, family);
}

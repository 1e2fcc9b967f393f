import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import { studentQuantile } from './student.js';

const LEVEL = 0.05;
/** Never more than one run in five is set aside. */
const ONE_IN = 5;

/**
 * Which runs to keep, of values[place][run]: a run that is off as a whole, by the median of its places' shifts, is set
 * aside where Grubbs' test finds it outlying among the runs at 5 % (Grubbs 1950, Ann. Math.
 * Stat. 21:27). It would double the shift that is taken for usual, and hide changes.
 */
export function runsToKeep(values: readonly (readonly number[])[]): number[] {
  const runs = values[0]?.length ?? 0;
  let kept = Array.from({ length: runs }, (_, run) => run);
  for (let aside = 0; aside < Math.floor(runs / ONE_IN); aside++) {
    const outlier = outlierAmong(values.map((place) => kept.map((run) => place[run]!)));
    if (outlier === null) break;
    kept = kept.filter((_, i) => i !== outlier);
  }
  return kept;
}

function outlierAmong(values: readonly (readonly number[])[]): number | null {
  const n = values[0]!.length;
  const common = Array.from({ length: n }, (_, run) => median(values.map((place) => place[run]!)));
  const centre = mean(common);
  const deviation = sampleStandardDeviation(common);
  if (deviation === 0) return null;
  const distances = common.map((x) => Math.abs(x - centre) / deviation);
  const farthest = Math.max(...distances);
  return farthest > grubbsCritical(n) ? distances.indexOf(farthest) : null;
}

/** Two-sided critical value of Grubbs' statistic for `n` values. */
export function grubbsCritical(n: number, level = LEVEL): number {
  const t = studentQuantile(level / (2 * n), n - 2);
  return ((n - 1) / Math.sqrt(n)) * Math.sqrt((t * t) / (n - 2 + t * t));
}

import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import type { RequestProfile } from '../trace/profile.js';
import { studentQuantile } from './student.js';

/** Fewer runs than this do not tell what is usual. */
export const FEWEST_RUNS = 5;

const LEVEL = 0.05;
/** Never more than one run in five is set aside. */
const ONE_IN = 5;
/** Places with fewer times than this in some run are not asked. */
const FEWEST_TIMES = 20;

/**
 * The runs among a baseline's requests that were off as a whole: by the median, over all operations' response times
 * and nodes' self times, of how far the run's middle lies from that of other runs; where Grubbs' test finds it outlying
 * at 5 % (Grubbs 1950, Ann. Math. Stat. 21:27). Kept, one such run doubles the shift that is taken for usual, and hides
 * changes. With fewer than five runs none is.
 */
export function outlyingRuns(requests: readonly RequestProfile[]): ReadonlySet<string> {
  const byRun = sizeableRuns(requests);
  const runs = [...byRun.keys()];
  if (runs.length < FEWEST_RUNS) return new Set();
  const middles = [...byRun.values()].map(middlesByPlace);
  const places = [...middles[0]!.keys()].filter((place) => middles.every((of) => of.has(place)));
  if (places.length === 0) return new Set();
  const kept = runsToKeep(places.map((place) => middles.map((of) => of.get(place)!)));
  return new Set(runs.filter((_, i) => !kept.includes(i)));
}

/** The runs that requests name, but for those with less than half as many requests as runs have in the middle: cut off. */
export function sizeableRuns(requests: readonly RequestProfile[]): ReadonlyMap<string, readonly RequestProfile[]> {
  const named = [...Map.groupBy(requests, ({ run }) => run)].flatMap(([run, of]) =>
    run === null ? [] : [{ run, of }],
  );
  if (named.length === 0) return new Map();
  const usual = median(named.map(({ of }) => of.length));
  return new Map(named.filter(({ of }) => of.length >= usual / 2).map(({ run, of }) => [run, of]));
}

/** ln of the median time at each place that has enough of them. Durations of 0 are taken for the shortest there are. */
function middlesByPlace(requests: readonly RequestProfile[]): Map<string, number> {
  const times = new Map<string, number[]>();
  const add = (place: string, ms: number) => {
    const known = times.get(place);
    if (known === undefined) times.set(place, [ms]);
    else known.push(ms);
  };
  for (const { operation, responseMs, work, cold } of requests) {
    if (cold) continue;
    if (responseMs !== null) add(operation, responseMs);
    for (const { node, selfMs } of work) add(`${node} ${operation}`, selfMs);
  }
  return new Map(
    [...times]
      .filter(([, ms]) => ms.length >= FEWEST_TIMES)
      .map(([place, ms]) => [place, Math.log(Math.max(SHORTEST_MS, median(ms)))]),
  );
}

const SHORTEST_MS = 0.1;

/** Which runs to keep, of values[place][run]. */
export function runsToKeep(values: readonly (readonly number[])[]): number[] {
  const runs = values[0]!.length;
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
  // From the places' means: between places only deviations can be compared.
  const deviations = values.map((place) => {
    const centre = mean([...place]);
    return place.map((value) => value - centre);
  });
  const common = Array.from({ length: n }, (_, run) => median(deviations.map((place) => place[run]!)));
  const centre = mean(common);
  const deviation = sampleStandardDeviation(common);
  if (deviation === 0) return null;
  const distances = common.map((x) => Math.abs(x - centre) / deviation);
  const farthest = Math.max(...distances);
  return farthest > grubbsCritical(n) ? distances.indexOf(farthest) : null;
}

/** Two-sided critical value of Grubbs' statistic for `n` values. */
export function grubbsCritical(n: number): number {
  const t = studentQuantile(LEVEL / (2 * n), n - 2);
  return ((n - 1) / Math.sqrt(n)) * Math.sqrt((t * t) / (n - 2 + t * t));
}

import { sampleCorrelation } from 'simple-statistics';
import { type Alignment, type BothSides, bothSides, narrow } from './alignment.js';
import { harrellDavisMs } from './quantile.js';

/** What decides how small a change pairs can find. */
export interface Pairing {
  /**
   * Spearman's correlation of the two response times of a pair, over the pairs of all operations, each time ranked
   * within its operation and side: how much of the scatter a pair has in common. null where nothing varies.
   */
  readonly correlation: number | null;
  /**
   * Candidate's typical response time over the baseline's, the mean over operations on the log scale, weighted by
   * pairs. On identical builds it is what two containers differ by.
   */
  readonly offset: number | null;
}

/** Measures {@link Pairing} over the warm pairs whose response times are known; null for other designs. */
export function pairingOf(alignment: Alignment): Pairing | null {
  if (alignment.design.kind !== 'pairs') return null;
  const timed = narrow(alignment, ({ cold, responseMs }) => !cold && responseMs !== null);
  const byOperation = Map.groupBy(timed.requests.candidate, ({ request }) => request.operation);
  const ranks: BothSides<number[]> = { baseline: [], candidate: [] };
  let offsets = 0;
  let pairs = 0;
  for (const operation of byOperation.keys()) {
    const of = narrow(timed, (request) => request.operation === operation);
    const ms = bothSides(of.requests, (requests) =>
      Float64Array.from(requests, ({ request }) => request.responseMs ?? 0),
    );
    if (ms.candidate.length < FEWEST) continue;
    bothSides(ms, (values, side) => ranks[side].push(...midRanks(values)));
    const typical = bothSides(ms, (values) => harrellDavisMs(values.toSorted().map(Math.log), 0.5) ?? 0);
    offsets += ms.candidate.length * Math.log(typical.candidate / typical.baseline);
    pairs += ms.candidate.length;
  }
  if (pairs === 0) return { correlation: null, offset: null };
  const correlation = sampleCorrelation(ranks.baseline, ranks.candidate);
  return { correlation: Number.isNaN(correlation) ? null : correlation, offset: Math.exp(offsets / pairs) };
}

/** Fewer pairs of an operation than this say nothing of either. */
const FEWEST = 10;

/** Ranks from 0 to 1, ties sharing their mean. */
function midRanks(values: Float64Array): number[] {
  const ascending = values.toSorted();
  const range = new Map<number, { first: number; last: number }>();
  ascending.forEach((value, i) => {
    const known = range.get(value);
    if (known === undefined) range.set(value, { first: i, last: i });
    else known.last = i;
  });
  return Array.from(values, (value) => {
    const { first, last } = range.get(value)!;
    return ((first + last) / 2 + 0.5) / values.length;
  });
}

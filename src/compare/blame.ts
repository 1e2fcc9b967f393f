import { mersenne } from 'pure-rand/generator/mersenne';
import type { Profile } from '../trace/profile.js';
import { type Alignment, align, type BothSides, bothSides, narrow } from './alignment.js';
import { QuantileBands } from './band.js';
import type { Change } from './change.js';
import { DividedSample } from './divided-sample.js';
import type { Interval } from './interval.js';
import { type PathPart, PathParts } from './path-parts.js';
import { ResampledUnits } from './resampled-units.js';

/** What one part has of a quantile on both sides, and of its change: candidate − baseline. Milliseconds. */
export interface Share {
  readonly ms: BothSides<number>;
  /** 90 % interval of the change. */
  readonly interval: Interval;
}

export interface BlamedPart extends Share {
  readonly part: PathPart;
  /** How often a request does it, on average over all requests and not only the slow ones. */
  readonly count: BothSides<number>;
}

/** How the change of an operation's response time divides over the steps of the critical path. */
export interface Blame {
  readonly operation: string;
  readonly metric: 'typical' | 'p95';
  readonly state: Change['state'];
  /** The quantile, as it is printed. The parts and what is not explained add up to it, and so do their changes. */
  readonly ms: BothSides<number>;
  /** Largest change first. */
  readonly parts: readonly BlamedPart[];
  /** The parts after the first {@link SHOWN_PARTS}, taken together; null where there are none. */
  readonly others: Share | null;
  /** What no step of any whole trace tells of. */
  readonly notExplained: Share;
  /** How many requests of each side tell of it: those around the quantile. */
  readonly around: BothSides<number>;
}

/** So many parts are shown one by one. */
export const SHOWN_PARTS = 5;

const RESAMPLES = 400;
/** Of more requests than MANY fewer resamples are drawn, for they take as long and tell as much. */
const MANY = 10_000;
const FEWEST_RESAMPLES = 100;
const TAILS = 0.05;

/** What the division depends on besides the profiles. */
export interface BlameSettings {
  readonly seed: number;
  /** The shift that was taken out of the candidate's times before they were judged; 1 where none was. */
  readonly shift: number;
}

/**
 * Divides the change of a response time over the critical path. A quantile is a whole that its parts add up to, if each is
 * given what it takes, on average, in the requests that take as long as the quantile: E[part | response time = quantile]
 * (Tasche 1999, *Risk contributions and performance measurement*; 2008, arXiv 0708.2542, Euler allocation). That is
 * estimated by the weighed mean of the requests around it ({@link QuantileBands}), on each side by itself, of the
 * requests that the change was judged on. The change of a part is the difference of the two. A step that one side alone has
 * takes 0 ms on the other. Requests without a whole trace and time beyond the root segment (a time-out) are not explained.
 *
 * Intervals are the 5 % and 95 % percentiles of 400 resamples of the design's units, in which the quantile and its
 * requests are found anew: a part's interval says how far other requests of the same two builds could have moved it. One
 * version after the other, shifts between runs are not in it. Simulated coverage: 90 to 91 % in pairs, 88 % one after the
 * other without drift (docs/decision.md).
 *
 * null for what is not the response time of an operation, or without requests.
 */
export function blameOf(profiles: BothSides<Profile>, change: Change, { seed, shift }: BlameSettings): Blame | null {
  const { metric, state, place, baseline, candidate } = change;
  if ((metric !== 'typical' && metric !== 'p95') || place.node !== null || place.edge !== null) return null;
  const judged = judgedRequests(align(profiles), place.operation);
  if (judged.requests.baseline.length === 0 || judged.requests.candidate.length === 0) return null;
  const { list, ofSteps } = new PathParts(profiles);
  const samples = bothSides(
    judged.requests,
    (requests, side) => new DividedSample(requests, ofSteps[side], list.length, side === 'candidate' ? shift : 1),
  );
  const bands = new QuantileBands(
    metric === 'typical' ? 0.5 : 0.95,
    Math.min(samples.baseline.size, samples.candidate.size),
  );
  const ms = { baseline, candidate };
  return {
    operation: place.operation,
    metric,
    state,
    ms,
    ...divisionOf(
      list,
      samples,
      bothSides(samples, (sample, side) => sample.divideWhole(bands, ms[side]).partMs),
      resampledChanges(samples, bands, judged, seed),
    ),
    around: bothSides(samples, (sample, side) => sample.around(bands, ms[side])),
  };
}

/** `partMs`: of each part, and last of what is not explained, its share of the quantile; `draws`: its resampled changes. */
function divisionOf(
  list: readonly PathPart[],
  samples: BothSides<DividedSample>,
  partMs: BothSides<Float64Array>,
  draws: readonly Float64Array[],
): Pick<Blame, 'parts' | 'others' | 'notExplained'> {
  const shareOf = (indices: readonly number[]): Share => ({
    ms: bothSides(partMs, (ms) => indices.reduce((sum, part) => sum + ms[part]!, 0)),
    interval: middle(draws, indices),
  });
  const sizeOf = (part: number) => Math.abs(partMs.candidate[part]! - partMs.baseline[part]!);
  const ranked = [...list.keys()]
    .filter((part) => partMs.baseline[part] !== 0 || partMs.candidate[part] !== 0)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  return {
    parts: ranked.map((part) => ({
      ...shareOf([part]),
      part: list[part]!,
      count: bothSides(samples, ({ meanCount }) => meanCount[part]!),
    })),
    others: ranked.length > SHOWN_PARTS ? shareOf(ranked.slice(SHOWN_PARTS)) : null,
    notExplained: shareOf([list.length]),
  };
}

/** Those that the response time of an operation is judged on. */
function judgedRequests(alignment: Alignment, operation: string): Alignment {
  return narrow(
    alignment,
    (request) => request.operation === operation && !request.cold && request.responseMs !== null,
  );
}

/** Of each part, and last of what is not explained: its change in each resample. */
function resampledChanges(
  samples: BothSides<DividedSample>,
  bands: QuantileBands,
  { design }: Alignment,
  seed: number,
): Float64Array[] {
  const units = new ResampledUnits(design, samples);
  const generator = mersenne(seed);
  const counts = bothSides(samples, ({ size }) => new Float64Array(size));
  const many = Math.max(samples.baseline.size, samples.candidate.size) / MANY;
  const length = Math.max(FEWEST_RESAMPLES, Math.round(RESAMPLES / Math.max(1, many)));
  const drawn = Array.from({ length }, () => {
    const times = units.next(generator);
    return bothSides(samples, (sample, side) => {
      const count = counts[side];
      let total = 0;
      for (let i = 0; i < count.length; i++) total += count[i] = times[sample.unit[i]!]!;
      return total === 0 ? null : sample.divide(bands, count, total, null).partMs;
    });
  }).flatMap(({ baseline, candidate }) => (baseline === null || candidate === null ? [] : [{ baseline, candidate }]));
  return Array.from({ length: drawn[0]?.baseline.length ?? 0 }, (_, part) =>
    Float64Array.from(drawn, ({ baseline, candidate }) => candidate[part]! - baseline[part]!),
  );
}

/** The middle 90 % of the resampled changes of some parts together. */
function middle(draws: readonly Float64Array[], parts: readonly number[]): Interval {
  const sums = new Float64Array(draws[0]?.length ?? 0);
  for (const part of parts)
    draws[part]?.forEach((change, r) => {
      sums[r]! += change;
    });
  sums.sort();
  const at = (share: number) => sums[Math.round(share * (sums.length - 1))] ?? 0;
  return [at(TAILS), at(1 - TAILS)];
}

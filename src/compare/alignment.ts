import type { Profile, RequestProfile } from '../trace/profile.js';
import { type Design, pairsDesign, sequentialDesign } from './design.js';
import { outlyingRuns, sizeableRuns } from './outlying-run.js';

export type Side = 'baseline' | 'candidate';
export type BothSides<T> = Readonly<Record<Side, T>>;

/** Applies one function to the two sides. */
export function bothSides<T, U>(of: BothSides<T>, each: (value: T, side: Side) => U): BothSides<U> {
  return { baseline: each(of.baseline, 'baseline'), candidate: each(of.candidate, 'candidate') };
}

/** A request and the unit of the design that it belongs to. */
export interface UnitRequest {
  readonly unit: number;
  readonly request: RequestProfile;
}

/** One of the runs that a baseline consists of: its blocks are the units from `from` up to `to`. */
export interface EarlierRun {
  readonly run: string;
  readonly from: number;
  readonly to: number;
}

/** The requests of both sides that can be compared, and the design that says how. */
export interface Alignment {
  readonly design: Design;
  readonly requests: BothSides<readonly UnitRequest[]>;
  /** The runs of the gate that the baseline's requests name, unless cut off; none in pairs. */
  readonly earlierRuns: readonly EarlierRun[];
  /** Runs whose requests are left out because they were off as a whole. */
  readonly setAside: number;
}

const LARGEST_BLOCK = 15;
const FEWEST_BLOCKS = 8;

/** Whether both profiles come from one run that drove both versions side by side. */
export function inPairs({ baseline, candidate }: BothSides<Profile>): boolean {
  return baseline.run !== null && baseline.run === candidate.run;
}

/** Pairs where both profiles come from one run, else blocks of requests that followed each other. */
export function align(profiles: BothSides<Profile>): Alignment {
  const { baseline, candidate } = profiles;
  return inPairs(profiles)
    ? alignPairs(baseline.requests, candidate.requests)
    : alignBlocks(baseline.requests, candidate.requests);
}

/**
 * The part of an alignment that `keep` allows. In pairs a request goes only together with its partner, so that
 * nothing is ever dropped on one side alone.
 */
export function narrow(alignment: Alignment, keep: (request: RequestProfile) => boolean): Alignment {
  const kept = bothSides(alignment.requests, (requests) => requests.filter(({ request }) => keep(request)));
  if (alignment.design.kind !== 'pairs') return { ...alignment, requests: kept };
  const orders = bothSides(kept, (requests) => new Set(requests.map(({ request }) => request.order)));
  return {
    ...alignment,
    requests: {
      baseline: kept.baseline.filter(({ request }) => orders.candidate.has(request.order)),
      candidate: kept.candidate.filter(({ request }) => orders.baseline.has(request.order)),
    },
  };
}

/** Requests of the side that has fewer. */
export function smallerSide({ requests }: Alignment): number {
  return Math.min(requests.baseline.length, requests.candidate.length);
}

function alignPairs(baseline: readonly RequestProfile[], candidate: readonly RequestProfile[]): Alignment {
  const byOrder = new Map(baseline.map((request) => [request.order, request]));
  const pairs = candidate
    .toSorted((a, b) => a.order - b.order)
    .flatMap((ours) => {
      const theirs = byOrder.get(ours.order);
      return theirs === undefined ? [] : [{ ours, theirs }];
    });
  // One coin dealt all requests of a flow: together they are one unit.
  const slots = [...new Set(pairs.map(({ ours }) => ours.slot))];
  const unitOf = new Map(slots.map((slot, unit) => [slot, unit]));
  const inUnits = (of: (pair: (typeof pairs)[number]) => RequestProfile): UnitRequest[] =>
    pairs.map((pair) => ({ unit: unitOf.get(pair.ours.slot)!, request: of(pair) }));
  return {
    design: pairsDesign(slots.length),
    requests: { baseline: inUnits(({ theirs }) => theirs), candidate: inUnits(({ ours }) => ours) },
    earlierRuns: [],
    setAside: 0,
  };
}

function alignBlocks(all: readonly RequestProfile[], candidate: readonly RequestProfile[]): Alignment {
  const outlying = outlyingRuns(all);
  const baseline = all.filter(({ run }) => run === null || !outlying.has(run));
  const sizeable = sizeableRuns(baseline);
  const fewer = Math.min(baseline.length, candidate.length);
  const blockSize = Math.max(1, Math.min(LARGEST_BLOCK, Math.floor(fewer / FEWEST_BLOCKS)));
  const theirs = inBlocks(baseline, blockSize);
  const ours = inBlocks(candidate, blockSize);
  const [theirBlocks, ourBlocks] = [blocksOf(theirs), blocksOf(ours)];
  return {
    design: sequentialDesign(theirBlocks, ourBlocks),
    requests: {
      baseline: theirs.flatMap(({ requests }) => requests),
      candidate: ours.flatMap(({ requests }) => requests.map((of) => ({ ...of, unit: of.unit + theirBlocks }))),
    },
    earlierRuns: theirs.flatMap(({ run, from, to }) => (run !== null && sizeable.has(run) ? [{ run, from, to }] : [])),
    setAside: outlying.size,
  };
}

interface RunInBlocks {
  readonly run: string | null;
  readonly from: number;
  readonly to: number;
  readonly requests: readonly UnitRequest[];
}

/** Each run's requests in blocks of their own: what two runs do not share must not pass for what a block has in common. */
function inBlocks(requests: readonly RequestProfile[], blockSize: number): RunInBlocks[] {
  const inTime = requests.toSorted((a, b) => a.startMs - b.startMs || a.order - b.order);
  let to = 0;
  return [...Map.groupBy(inTime, ({ run }) => run)].map(([run, of]) => {
    const from = to;
    to += Math.ceil(of.length / blockSize);
    // Of sizes that differ by one at most: blocks of unequal weight would not be exchangeable.
    const unitOf = (i: number) => from + Math.floor((i * (to - from)) / of.length);
    return { run, from, to, requests: of.map((request, i) => ({ unit: unitOf(i), request })) };
  });
}

function blocksOf(runs: readonly RunInBlocks[]): number {
  return runs.at(-1)?.to ?? 0;
}

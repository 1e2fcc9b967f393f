import type { Profile, RequestProfile } from '../trace/profile.js';
import { type BothSides, bothSides } from './alignment.js';
import type { Change } from './change.js';
import type { Edge } from './edges.js';
import type { Metric } from './place.js';
import type { Replay } from './replay.js';
import { callsAlong, type ShownAmount, shownOf } from './shown-amount.js';
import type { Regression } from './verdict.js';

/** A trace of the candidate, and one of the baseline to hold beside it. */
export interface ExamplePair {
  readonly candidate: string;
  /** Of the same operation and, for times, at the same quantile; for all else a typical one. Null where there is none. */
  readonly baseline: string | null;
}

/** Traces that show a finding. */
export interface Examples {
  /** At the quantile that the finding is about; for all but times, at the median of those that show it. */
  readonly typical: ExamplePair;
  /** The one with most of it: the same as the typical one where only one trace shows it. */
  readonly worst: ExamplePair;
}

/** What the requests of both sides show, and of which it is told. */
interface Shown {
  readonly profiles: BothSides<Profile>;
  readonly amounts: BothSides<ShownAmount>;
  readonly isAbout: (request: RequestProfile) => boolean;
  /** Of a time, the quantile that the finding is about, 0–1; null for what is counted. */
  readonly quantile: number | null;
}

/**
 * The examples of what got worse. `deciding`: the profiles whose figures the finding gives; `screened`: the first
 * stage's, which replayed requests are of. null where no whole trace shows it.
 */
export function examplesOf(
  regression: Regression,
  deciding: BothSides<Profile>,
  screened: BothSides<Profile>,
): Examples | null {
  switch (regression.kind) {
    case 'change':
      return examplesOfChange(regression.change, deciding);
    case 'new edge':
    case 'denied edge':
      return examplesOfEdge(regression.edge, deciding) ?? examplesOfEdge(regression.edge, screened);
    case 'replay':
      return examplesOfReplay(regression.replay, screened);
  }
}

export function examplesOfChange(change: Change, profiles: BothSides<Profile>): Examples | null {
  const withCold = countsColdStarts(change);
  return chosen({
    profiles,
    amounts: shownOf(change, profiles),
    isAbout: ({ operation, cold }) => operation === change.place.operation && (withCold || !cold),
    quantile: quantileOf(change.metric),
  });
}

function examplesOfEdge({ from, to }: Pick<Edge, 'from' | 'to'>, profiles: BothSides<Profile>): Examples | null {
  const amounts = callsAlong({ from, to }, profiles);
  return chosen({ profiles, amounts, isAbout: () => true, quantile: null });
}

/** Requests that failed like the one that was sent again; the traces of that sending are of no profile. */
function examplesOfReplay({ operation, exampleTraceId }: Replay, profiles: BothSides<Profile>): Examples | null {
  const causeOf = ({ failure }: RequestProfile, { nodes }: Profile) =>
    failure === null ? null : JSON.stringify([nodes[failure.node], failure.status, failure.exception]);
  const first = profiles.candidate.requests.find(({ traceId }) => traceId === exampleTraceId);
  if (first === undefined) return null;
  const cause = causeOf(first, profiles.candidate);
  return chosen({
    profiles,
    amounts: bothSides(
      profiles,
      (profile): ShownAmount =>
        (request) =>
          Number(request.fault && causeOf(request, profile) === cause),
    ),
    isAbout: (request) => request.operation === operation,
    quantile: null,
  });
}

/** Faults, errors and throttles are counted over all requests, everything else over warm ones. */
function countsColdStarts({ metric }: Change): boolean {
  return metric === 'faults' || metric === 'errors' || metric === 'throttles';
}

function quantileOf(metric: Metric): number | null {
  if (metric === 'typical') return 0.5;
  return metric === 'p95' ? 0.95 : null;
}

function chosen(shown: Shown): Examples | null {
  const { profiles, amounts, isAbout, quantile } = shown;
  const showing = profiles.candidate.requests.filter(
    (request) => request.traced && isAbout(request) && amounts.candidate(request) > 0,
  );
  const pairAt = (at: number): ExamplePair | null => {
    const candidate = atQuantile(showing, amounts.candidate, at);
    if (candidate === null) return null;
    const baseline = besideIt(candidate, quantile === null ? null : at, shown);
    return { candidate: candidate.traceId, baseline: baseline?.traceId ?? null };
  };
  const [typical, worst] = [pairAt(quantile ?? 0.5), pairAt(1)];
  return typical === null || worst === null ? null : { typical, worst };
}

/** The baseline's at the same quantile of the same time; else one with as much of it as most have. */
function besideIt(
  { operation }: RequestProfile,
  quantile: number | null,
  { profiles, amounts, isAbout }: Shown,
): RequestProfile | null {
  const there = profiles.baseline.requests.filter(
    (request) => request.traced && isAbout(request) && request.operation === operation,
  );
  const timed = quantile === null ? [] : there.filter((request) => amounts.baseline(request) > 0);
  // A baseline that never went there is shown by a request that took as long as most do.
  return atQuantile(timed, amounts.baseline, quantile ?? 0.5) ?? atQuantile(there, amounts.baseline, 0.5);
}

/** The request at the quantile of its amount; of those with the same amount, one that took as long as most of them. */
function atQuantile(
  requests: readonly RequestProfile[],
  amountOf: ShownAmount,
  quantile: number,
): RequestProfile | null {
  const amounts = requests.map(amountOf).toSorted((a, b) => a - b);
  const amount = amounts[rankOf(quantile, amounts.length)];
  const equal = requests
    .filter((request) => amountOf(request) === amount)
    .toSorted((a, b) => (a.responseMs ?? 0) - (b.responseMs ?? 0) || a.order - b.order);
  return equal[rankOf(quantile === 1 ? 1 : 0.5, equal.length)] ?? null;
}

/** Index of the order statistic: the lower one in the middle of an even number. */
function rankOf(quantile: number, count: number): number {
  return Math.floor(quantile * (count - 1));
}

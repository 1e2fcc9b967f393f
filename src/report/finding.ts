import { type BothSides, bothSides } from '../compare/alignment.js';
import type { Change, State } from '../compare/change.js';
import type { EdgeRule } from '../compare/edge-policy.js';
import type { Edge } from '../compare/edges.js';
import type { Examples } from '../compare/examples.js';
import { differenceInterval, type Interval } from '../compare/interval.js';
import type { Metric } from '../compare/place.js';
import type { Cause, Replay } from '../compare/replay.js';
import type { Regression } from '../compare/verdict.js';

/** One measured change, good, bad or none, with names instead of objects: ready to be printed. */
export interface Finding {
  readonly metric: Metric | 'edge' | 'denied edge' | 'replay';
  readonly state: State;
  readonly place: {
    readonly operation?: string;
    readonly node?: string;
    readonly edge?: { readonly from: string; readonly to: string };
    /** Part of the node or of the edge: a local subsegment, or the operation of calls. */
    readonly step?: string;
  };
  /** Milliseconds, a share 0–1, or calls or retries per request; for an edge by itself the share of traces that have it. */
  readonly baseline: number;
  readonly candidate: number;
  /** candidate / baseline; null where the baseline is 0. */
  readonly ratio: number | null;
  /** 90 %. An end without limit is null. */
  readonly interval: readonly [number, number | null];
  readonly intervalOf: 'ratio' | 'difference';
  readonly tolerance: number;
  readonly p: number;
  readonly samples: BothSides<number>;
  readonly testable: boolean;
  readonly detectable: number | null;
  /** How many times as many requests would settle it; null where there are enough, or that is not known. */
  readonly needs: number | null;
  /** Null where no whole trace shows it, and where nothing got worse. */
  readonly examples: Examples | null;
  /** What the first stage had shown, where fresh traffic was asked again: the rest is what that showed. */
  readonly first: FirstShown | null;
  /** What a request that was sent again fails with, or why an edge is denied; null for other findings. */
  readonly cause: string | null;
}

/** The first stage's view of a finding. */
export interface FirstShown {
  readonly baseline: number;
  readonly candidate: number;
  readonly ratio: number | null;
  readonly p: number;
  readonly samples: BothSides<number>;
}

/** What decided, as a finding. */
export function regressionFinding(regression: Regression, examples: Examples | null): Finding {
  switch (regression.kind) {
    case 'change':
      return findingOf(regression.change, examples);
    case 'new edge':
      return edgeFinding(regression.edge, examples);
    case 'denied edge':
      return deniedFinding(regression.edge, regression.rule, examples);
    case 'replay':
      return replayFinding(regression.replay, examples);
  }
}

/** A change of any state. */
export function findingOf(change: Change, examples: Examples | null): Finding {
  const { operation, node, edge, step } = change.place;
  return {
    metric: change.metric,
    state: change.state,
    place: {
      operation,
      ...(node === null ? {} : { node: node.name }),
      ...(edge === null ? {} : { edge: { from: edge.from.name, to: edge.to.name } }),
      ...(step === undefined ? {} : { step }),
    },
    baseline: change.baseline,
    candidate: change.candidate,
    ratio: change.ratio,
    interval: finite(change.interval),
    intervalOf: change.intervalOf,
    tolerance: change.tolerance,
    p: change.p,
    samples: change.samples,
    testable: change.testable,
    detectable: change.detectable,
    needs: change.needs,
    examples,
    first: change.first,
    cause: null,
  };
}

function edgeFinding(edge: Edge, examples: Examples | null): Finding {
  return {
    metric: 'edge',
    state: 'regressed',
    place: { edge: { from: edge.from.name, to: edge.to.name } },
    ...sharesOf(edge),
    ratio: null,
    interval: differenceInterval(
      { count: edge.seen.baseline, of: edge.of.baseline },
      { count: edge.seen.candidate, of: edge.of.candidate },
    ),
    intervalOf: 'difference',
    tolerance: 0,
    p: edge.p,
    samples: edge.of,
    testable: true,
    detectable: null,
    needs: null,
    examples,
    first:
      edge.first === null ? null : { ...sharesOf(edge.first), ratio: null, p: edge.first.p, samples: edge.first.of },
    cause: null,
  };
}

/** Needs no baseline: one trace of the candidate is enough. */
function deniedFinding(edge: Edge, { reason, owner }: EdgeRule, examples: Examples | null): Finding {
  const finding = edgeFinding(edge, examples);
  return {
    ...finding,
    metric: 'denied edge',
    interval: edge.of.baseline === 0 ? [0, null] : finding.interval,
    cause: owner === null ? reason : `${reason}; ${owner}`,
  };
}

function sharesOf({ seen, of }: Pick<Edge, 'seen' | 'of'>): BothSides<number> {
  return bothSides(seen, (traces, side) => (of[side] === 0 ? 0 : traces / of[side]));
}

function replayFinding({ operation, cause, sentAgain, p }: Replay, examples: Examples | null): Finding {
  const { baseline, candidate } = sentAgain;
  return {
    metric: 'replay',
    state: 'regressed',
    place: { operation, ...(cause.node === null ? {} : { node: cause.node.name }) },
    baseline: baseline.failed / baseline.of,
    candidate: candidate.failed / candidate.of,
    ratio: null,
    interval: differenceInterval(
      { count: baseline.failed, of: baseline.of },
      { count: candidate.failed, of: candidate.of },
    ),
    intervalOf: 'difference',
    tolerance: 0,
    p,
    samples: { baseline: baseline.of, candidate: candidate.of },
    testable: true,
    detectable: null,
    needs: null,
    examples,
    first: null,
    cause: causeWords(cause),
  };
}

function causeWords({ status, exception }: Cause): string | null {
  const words = [...(status === null ? [] : [`HTTP ${status}`]), ...(exception === null ? [] : [exception])];
  return words.length === 0 ? null : words.join(', ');
}

function finite([low, high]: Interval): readonly [number, number | null] {
  return [low, Number.isFinite(high) ? high : null];
}

const METRICS: readonly Finding['metric'][] = [
  'faults',
  'replay',
  'p95',
  'typical',
  'errors',
  'throttles',
  'calls',
  'retries',
  'denied edge',
  'edge',
];

/** What users feel first (the operation), then where it comes from, then new edges; an operation's rows together. */
export function forReading(a: Finding, b: Finding): number {
  const depth = ({ place }: Finding) =>
    place.operation === undefined ? 3 : place.edge !== undefined ? 2 : place.node !== undefined ? 1 : 0;
  return (
    Number(a.place.operation === undefined) - Number(b.place.operation === undefined) ||
    (a.place.operation ?? '').localeCompare(b.place.operation ?? '') ||
    depth(a) - depth(b) ||
    METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric) ||
    a.p - b.p
  );
}

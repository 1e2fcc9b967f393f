import type { BothSides, Side } from '../compare/alignment.js';
import type { Change, State } from '../compare/change.js';
import type { OperationCount } from '../compare/comparison.js';
import type { Edge } from '../compare/edges.js';
import { decidingProfiles, type Evidence } from '../compare/evidence.js';
import { exampleTraceId } from '../compare/example-trace.js';
import { differenceInterval, type Interval } from '../compare/interval.js';
import type { Outcome, StageOutcome } from '../compare/outcome.js';
import type { Pairing } from '../compare/pairing.js';
import type { Metric } from '../compare/place.js';
import type { Cause, Replay } from '../compare/replay.js';
import type { Sequential } from '../compare/sequential.js';
import type { Decision, Regression, Verdict } from '../compare/verdict.js';
import { type WhereTimeWent, whereTimeWent } from '../compare/where-time-went.js';
import type { RunHealth } from '../drive/run-health.js';
import type { Coverage, Profile } from '../trace/profile.js';
import { reasonText } from './reason-text.js';

/** One measured change, good, bad or none, with names instead of objects: ready to be printed. */
export interface Finding {
  readonly metric: Metric | 'edge' | 'replay';
  readonly state: State;
  readonly place: {
    readonly operation?: string;
    readonly node?: string;
    readonly edge?: { readonly from: string; readonly to: string };
  };
  /** Milliseconds, a share 0–1, or calls per request; for a new edge the share of traces that have it. */
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
  readonly exampleTraceId: string | null;
  /** What the first stage had shown, where fresh traffic was asked again: the rest is what that showed. */
  readonly first: FirstShown | null;
  /** What a request that was sent again fails with; null for other findings. */
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

/** An edge that only one version has. */
export interface EdgeDifference {
  readonly change: 'new' | 'removed';
  readonly certain: boolean;
  readonly from: string;
  readonly to: string;
  readonly seen: number;
  readonly of: number;
  readonly absentFrom: number;
  readonly p: number;
}

export interface RunFacts {
  readonly id: string;
  readonly gateVersion: string;
  readonly startedAtMs: number;
  /** Null where nothing was driven. */
  readonly driven: {
    readonly requestsPerSecond: number;
    readonly measuredMs: number;
    readonly health: RunHealth;
  } | null;
  /** X-Ray calls made, and how long collection took after the last request; null where traces came from files. */
  readonly collected: { readonly calls: number; readonly elapsedMs: number; readonly scanned: number } | null;
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly Side[];
  /** For links into the AWS console; null where the traces are not there. */
  readonly awsRegion: string | null;
}

export interface Compared {
  readonly design: Outcome['design'];
  readonly units: number;
  readonly stages: readonly StageOutcome[];
  /** What the two requests of a pair have in common; null where the versions ran one after the other. */
  readonly pairing: Pairing | null;
  /** What is known of two runs one after the other; null for pairs. */
  readonly sequential: Sequential | null;
  readonly seed: number;
  /** Chance of any false alarm: where two deployments of one build are equally fast, and where they differ by the margin. */
  readonly alpha: number;
  readonly alphaAtMargin: number;
  readonly nullMargin: number;
  readonly coverage: BothSides<Coverage>;
  readonly operations: readonly OperationCount[];
  /** What got worse: what people look for first comes first. */
  readonly findings: readonly Finding[];
  /** Everything else that was judged. */
  readonly others: readonly Finding[];
  readonly edgeDifferences: readonly EdgeDifference[];
  readonly edges: readonly Edge[];
  readonly whereTimeWent: readonly WhereTimeWent[];
  /** Why nothing can be said, in sentences; empty unless inconclusive. */
  readonly reasons: readonly string[];
}

/** Everything that the comment, the page and the JSON say. */
export interface Report {
  readonly verdict: Verdict;
  readonly candidateVersion: string;
  readonly baselineVersion: string | null;
  /** How the baseline was chosen, or why there is none. */
  readonly baselineChoice: string;
  /** The candidate's own coverage, also where there was nothing to compare with. */
  readonly candidateCoverage: Coverage;
  readonly compared: Compared | null;
  readonly run: RunFacts;
}

/** A report with a baseline. */
export function comparedReport(
  evidence: Evidence,
  comparison: Outcome,
  decision: Decision,
  about: { readonly candidateVersion: string; readonly baselineChoice: string; readonly run: RunFacts },
): Report {
  // What is shown in detail is what decided.
  const profiles = decidingProfiles(evidence);
  const findings = decision.regressions.map((regression) => regressionFinding(regression, profiles.candidate));
  const operations = comparison.operations.filter(({ judged }) => judged).map(({ operation }) => operation);
  return {
    verdict: decision.verdict,
    candidateVersion: about.candidateVersion,
    baselineVersion: profiles.baseline.version,
    baselineChoice: about.baselineChoice,
    candidateCoverage: profiles.candidate.coverage,
    compared: {
      design: comparison.design,
      units: comparison.units,
      stages: comparison.stages,
      pairing: comparison.pairing,
      sequential: comparison.sequential,
      seed: comparison.seed,
      alpha: comparison.alpha,
      alphaAtMargin: comparison.alphaAtMargin,
      nullMargin: comparison.nullMargin,
      coverage: comparison.coverage,
      operations: comparison.operations,
      findings: findings.toSorted(forReading),
      others: comparison.changes.filter(({ state }) => state !== 'regressed').map((change) => findingOf(change, null)),
      edgeDifferences: comparison.edges.flatMap(differenceOf),
      edges: comparison.edges,
      whereTimeWent: operations.flatMap((operation) => whereTimeWent(profiles, operation) ?? []),
      reasons: decision.reasons.map(reasonText),
    },
    run: about.run,
  };
}

/** A report with nothing to compare with: what was measured, and how to get a baseline. */
export function lonelyReport(
  candidate: Profile,
  baselineChoice: string,
  about: { readonly candidateVersion: string; readonly run: RunFacts },
): Report {
  return {
    verdict: 'no-baseline',
    candidateVersion: about.candidateVersion,
    baselineVersion: null,
    baselineChoice,
    candidateCoverage: candidate.coverage,
    compared: null,
    run: about.run,
  };
}

function regressionFinding(regression: Regression, candidate: Profile): Finding {
  switch (regression.kind) {
    case 'change':
      return findingOf(regression.change, exampleTraceId(regression.change, candidate));
    case 'new edge':
      return edgeFinding(regression.edge);
    case 'replay':
      return replayFinding(regression.replay);
  }
}

function findingOf(change: Change, example: string | null): Finding {
  const { operation, node, edge } = change.place;
  return {
    metric: change.metric,
    state: change.state,
    place: {
      operation,
      ...(node === null ? {} : { node: node.name }),
      ...(edge === null ? {} : { edge: { from: edge.from.name, to: edge.to.name } }),
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
    exampleTraceId: example,
    first: change.first,
    cause: null,
  };
}

function edgeFinding(edge: Edge): Finding {
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
    exampleTraceId: edge.exampleTraceId,
    first:
      edge.first === null ? null : { ...sharesOf(edge.first), ratio: null, p: edge.first.p, samples: edge.first.of },
    cause: null,
  };
}

function sharesOf({ seen, of }: Pick<Edge, 'seen' | 'of'>): BothSides<number> {
  return { baseline: seen.baseline / of.baseline, candidate: seen.candidate / of.candidate };
}

function replayFinding({ operation, cause, sentAgain, p, exampleTraceId }: Replay): Finding {
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
    exampleTraceId,
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

function differenceOf(edge: Edge): EdgeDifference[] {
  if (edge.change === 'none') return [];
  const [here, there] =
    edge.change === 'new' ? (['candidate', 'baseline'] as const) : (['baseline', 'candidate'] as const);
  return [
    {
      change: edge.change,
      certain: edge.certain,
      from: edge.from.name,
      to: edge.to.name,
      seen: edge.seen[here],
      of: edge.of[here],
      absentFrom: edge.of[there],
      p: edge.p,
    },
  ];
}

const METRICS: readonly Finding['metric'][] = [
  'faults',
  'replay',
  'p95',
  'typical',
  'errors',
  'throttles',
  'calls',
  'edge',
];

/** What users feel first (the operation), then where it comes from, then new edges; an operation's rows together. */
function forReading(a: Finding, b: Finding): number {
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

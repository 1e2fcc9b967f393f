import type { AwsUse } from '../aws-cost.js';
import type { Uncovered } from '../collect/coverage-cause.js';
import type { Shortcomings } from '../collect/shortcomings.js';
import type { BothSides, Side } from '../compare/alignment.js';
import type { Blame } from '../compare/blame.js';
import { blamesOf, undividedCount } from '../compare/blames.js';
import { type ColdStarts, coldStartsOf } from '../compare/cold-starts.js';
import type { OperationCount } from '../compare/comparison.js';
import type { EdgePolicy, EdgeRule } from '../compare/edge-policy.js';
import { deniedIn, type Edge } from '../compare/edges.js';
import * as errorRate from '../compare/error-rate.js';
import { decidingProfiles, type Evidence } from '../compare/evidence.js';
import { examplesOf } from '../compare/examples.js';
import { type ExceptionDifference, exceptionDifferences } from '../compare/exceptions.js';
import type { Outcome, StageOutcome } from '../compare/outcome.js';
import type { Pairing } from '../compare/pairing.js';
import type { SameNames } from '../compare/same-names.js';
import type { Sequential } from '../compare/sequential.js';
import { type Sharper, sharperParts } from '../compare/sharper.js';
import type { Decision, Verdict } from '../compare/verdict.js';
import { type WhereTimeWent, whereTimeWent } from '../compare/where-time-went.js';
import type { Storm } from '../drive/reach.js';
import type { RunHealth } from '../drive/run-health.js';
import type { Coverage } from '../trace/coverage.js';
import type { Profile } from '../trace/profile.js';
import type { Timeline } from '../trace/timeline.js';
import { type Finding, findingOf, forReading, regressionFinding } from './finding.js';
import { type GraphDifference, graphDifference } from './graph-difference.js';
import type { GroupInsights } from './insight.js';
import { type OperationFigures, operationFigures } from './operation-figures.js';
import { reasonTexts } from './reason-text.js';

/** An edge that only one version has. */
export interface EdgeDifference {
  readonly change: 'new' | 'removed';
  readonly certain: boolean;
  /** The rule of the gate file that allows or denies it; null where none does. */
  readonly rule: EdgeRule | null;
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
    /** Runs of a scenario a second, on each side. */
    readonly requestsPerSecond: number;
    /** Runs of a scenario that a stage was to drive on each side. */
    readonly slots: number;
    readonly health: RunHealth;
    /** What ended a stage early: every request to one side failed. */
    readonly storms: readonly Storm[];
  } | null;
  /** X-Ray calls made, and how long collection took after the last request; null where traces came from files. */
  readonly collected: {
    readonly calls: number;
    readonly elapsedMs: number;
    readonly scanned: number;
    readonly shortcomings: Shortcomings;
  } | null;
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly Side[];
  /** Sides of which too few whole traces were found, and why that is likely. */
  readonly uncovered: readonly Uncovered[];
  /** The gate's own segments that X-Ray took, and that it did not, with the reason; null where it puts none. */
  readonly clientSegments: { readonly taken: number; readonly lost: number; readonly because: string | null } | null;
  /** What X-Ray found in the group that the run was given; null where it was given none, or X-Ray does not tell. */
  readonly insights: GroupInsights | null;
  /** For links into the AWS console; null where the traces are not there. */
  readonly awsRegion: string | null;
  readonly awsUse: AwsUse;
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
  /** What else is different in the service graphs. */
  readonly graph: GraphDifference;
  readonly whereTimeWent: readonly WhereTimeWent[];
  /** Where the change of each slower response time went. */
  readonly blame: readonly Blame[];
  /** Slower response times of which it is not told, there being so many. */
  readonly undivided: number;
  readonly sharper: readonly Sharper[];
  /** Of what was measured first, as the operations are: exceptions of one side alone, and cold starts. */
  readonly exceptions: readonly ExceptionDifference[];
  readonly coldStarts: readonly ColdStarts[];
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
  /** Of what was measured first, as the coverage of both sides is. */
  readonly operations: readonly OperationFigures[];
  readonly compared: Compared | null;
  /** Of a build with nothing to compare with: its edges that a rule denies. Empty otherwise. */
  readonly denied: readonly Edge[];
  /** Of the findings' examples, those that could be fetched once more. */
  readonly timelines: readonly Timeline[];
  readonly run: RunFacts;
}

/** A report with a baseline. */
export function comparedReport(
  evidence: Evidence,
  comparison: Outcome,
  decision: Decision,
  about: {
    readonly candidateVersion: string;
    readonly baselineChoice: string;
    readonly names: SameNames;
    readonly policy: EdgePolicy;
    readonly timelines: readonly Timeline[];
    readonly run: RunFacts;
  },
): Report {
  // What is shown in detail is what decided.
  const profiles = decidingProfiles(evidence);
  const findings = decision.regressions.map((regression) =>
    regressionFinding(regression, examplesOf(regression, profiles, evidence.screen.profiles)),
  );
  const operations = comparison.operations.filter(({ judged }) => judged).map(({ operation }) => operation);
  return {
    verdict: decision.verdict,
    candidateVersion: about.candidateVersion,
    baselineVersion: profiles.baseline.version,
    baselineChoice: about.baselineChoice,
    candidateCoverage: profiles.candidate.coverage,
    operations: operationFigures(evidence.screen.profiles, comparison.changes),
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
      graph: graphDifference(evidence, comparison, about),
      whereTimeWent: operations.flatMap((operation) => whereTimeWent(profiles, operation) ?? []),
      blame: blamesOf(evidence, comparison),
      undivided: undividedCount(comparison),
      sharper: sharperParts(comparison.changes),
      exceptions: exceptionDifferences(evidence.screen.profiles, errorRate.REPORT),
      coldStarts: coldStartsOf(evidence.screen.profiles, errorRate.REPORT),
      reasons: reasonTexts(decision.reasons, about.run.uncovered, drivenSides(about.run, comparison.design)),
    },
    denied: [],
    timelines: about.timelines,
    run: about.run,
  };
}

/** The sides that this run drove itself. */
function drivenSides({ driven }: RunFacts, design: Compared['design']): readonly Side[] {
  if (driven === null) return [];
  return design === 'sequential' ? ['candidate'] : ['candidate', 'baseline'];
}

/**
 * A report with nothing to compare with: what was measured, and how to get a baseline. Where there may well be one, which
 * could not be read, it is inconclusive. What a rule denies of the build needs no baseline: regressed.
 */
export function lonelyReport(
  candidate: Profile,
  { missing, unread }: { readonly missing: string; readonly unread: boolean },
  about: { readonly candidateVersion: string; readonly policy: EdgePolicy; readonly run: RunFacts },
): Report {
  const denied = deniedIn(candidate, about.policy);
  return {
    verdict: denied.length > 0 ? 'regressed' : unread ? 'inconclusive' : 'no-baseline',
    candidateVersion: about.candidateVersion,
    baselineVersion: null,
    baselineChoice: missing,
    candidateCoverage: candidate.coverage,
    operations: operationFigures({ candidate }, []),
    compared: null,
    denied,
    timelines: [],
    run: about.run,
  };
}

function differenceOf(edge: Edge): EdgeDifference[] {
  if (edge.change === 'none') return [];
  const [here, there] =
    edge.change === 'new' ? (['candidate', 'baseline'] as const) : (['baseline', 'candidate'] as const);
  return [
    {
      change: edge.change,
      certain: edge.certain,
      rule: edge.rule,
      from: edge.from.name,
      to: edge.to.name,
      seen: edge.seen[here],
      of: edge.of[here],
      absentFrom: edge.of[there],
      p: edge.p,
    },
  ];
}

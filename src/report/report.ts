import type { AwsUse } from '../aws-cost.js';
import type { BothSides, Side } from '../compare/alignment.js';
import type { OperationCount } from '../compare/comparison.js';
import type { Edge } from '../compare/edges.js';
import { decidingProfiles, type Evidence } from '../compare/evidence.js';
import type { Outcome, StageOutcome } from '../compare/outcome.js';
import type { Pairing } from '../compare/pairing.js';
import type { Sequential } from '../compare/sequential.js';
import type { Decision, Verdict } from '../compare/verdict.js';
import { type WhereTimeWent, whereTimeWent } from '../compare/where-time-went.js';
import type { Storm } from '../drive/reach.js';
import type { RunHealth } from '../drive/run-health.js';
import type { Coverage, Profile } from '../trace/profile.js';
import { type Finding, findingOf, forReading, regressionFinding } from './finding.js';
import { type OperationFigures, operationFigures } from './operation-figures.js';
import { reasonText } from './reason-text.js';

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
    /** Runs of a scenario a second, on each side. */
    readonly requestsPerSecond: number;
    /** Runs of a scenario that a stage was to drive on each side. */
    readonly slots: number;
    readonly health: RunHealth;
    /** What ended a stage early: every request to one side failed. */
    readonly storms: readonly Storm[];
  } | null;
  /** X-Ray calls made, and how long collection took after the last request; null where traces came from files. */
  readonly collected: { readonly calls: number; readonly elapsedMs: number; readonly scanned: number } | null;
  /** Driven sides of which not one trace named a version. */
  readonly unversioned: readonly Side[];
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
  /** Of what was measured first, as the coverage of both sides is. */
  readonly operations: readonly OperationFigures[];
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
    operations: operationFigures({ candidate }, []),
    compared: null,
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
      from: edge.from.name,
      to: edge.to.name,
      seen: edge.seen[here],
      of: edge.of[here],
      absentFrom: edge.of[there],
      p: edge.p,
    },
  ];
}

import type { Traffic } from '../demo/gate-inputs.js';
import type { Finding, GateResult } from '../demo/gate-result.js';
import { type Blamed, blamedBy, type SlowDownPercent } from '../demo/slow-builds.js';

/** The study as `real-runs.json` keeps it. */
export interface RealRuns {
  readonly settings: StudySettings;
  readonly runs: readonly RealRun[];
}

/** What all runs of a study have in common: runs of other settings are not counted with them. */
export interface StudySettings extends Traffic {
  readonly cores: number;
  readonly node: string;
}

/** Which run it is. */
export interface RunKey {
  readonly slowDownPercent: SlowDownPercent;
  /** From 1. */
  readonly repetition: number;
}

export interface RealRun extends RunKey {
  readonly seed: number;
  readonly verdict: string;
  /** Why nothing can be said; empty unless inconclusive. */
  readonly reasons: readonly string[];
  readonly findings: readonly BlamingFinding[];
  readonly dependencyNamed: boolean;
  /** Whether a finding blames what a slow dependency does not explain. */
  readonly othersBlamed: boolean;
  /** Every estimate of the slow dependency's time, found or not. */
  readonly estimates: readonly DependencyEstimate[];
  /** What the verdict rests on; fewer than were planned where the gate had seen enough. */
  readonly pairs: number | null;
  /** The action's, from start to exit; a gate that drives again to be sure takes up to twice as long. */
  readonly seconds: number;
  /** Of all cores' time, 0–1, by anybody; null where the action's log did not show when it drove. */
  readonly busyShareWhileDriving: number | null;
  /** As in result.json. */
  readonly design: GateResult['design'];
  /** Tells the builds of the gate apart: the start of the SHA-256 of the bundle that ran. */
  readonly bundle: string;
}

export interface BlamingFinding extends Pick<Finding, 'metric' | 'operation' | 'node' | 'edge' | 'ratio' | 'p'> {
  readonly blames: Blamed;
}

export interface DependencyEstimate extends Pick<Finding, 'metric' | 'operation' | 'ratio' | 'p'> {}

/** Plan and test of each run have a seed of their own: 20 % for the 3rd time has 3020. */
export function seedOf({ slowDownPercent, repetition }: RunKey): number {
  return repetition * 1000 + slowDownPercent;
}

/** What a study keeps of a run: what the gate decided, and what was measured around it. */
export function realRun(
  key: RunKey,
  { verdict, reasons, findings, others, design }: GateResult,
  around: Pick<RealRun, 'seconds' | 'busyShareWhileDriving' | 'bundle'>,
): RealRun {
  const blaming = findings.map((finding) => blamingFinding(finding));
  return {
    ...key,
    seed: seedOf(key),
    verdict,
    reasons,
    findings: blaming,
    dependencyNamed: blaming.some(({ blames }) => blames === 'dependency'),
    othersBlamed: blaming.some(({ blames }) => blames === 'other'),
    estimates: [...findings, ...others]
      .filter((finding) => blamedBy(finding) === 'dependency')
      .map(({ metric, operation, ratio, p }) => ({ metric, operation, ratio, p })),
    pairs: typeof design?.units === 'number' ? design.units : null,
    ...around,
    design,
  };
}

function blamingFinding(finding: Finding): BlamingFinding {
  const { metric, operation, node, edge, ratio, p } = finding;
  return { metric, operation, node, edge, ratio, p, blames: blamedBy(finding) };
}

/** The run of this key, if the study has it. */
export function runOf({ runs }: RealRuns, { slowDownPercent, repetition }: RunKey): RealRun | undefined {
  return runs.find((run) => run.slowDownPercent === slowDownPercent && run.repetition === repetition);
}

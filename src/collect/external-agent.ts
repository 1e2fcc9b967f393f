import type { DrivenSide } from '../drive/plan.js';

/** What the user agent tells of a request that another engine sent, by a script that the gate exported. */
export interface ExternalAgent {
  readonly runId: string;
  /** The hash of what was exported. */
  readonly workload: string;
  readonly side: DrivenSide;
  /** Names the pair that it belongs to, on both sides; one of a kind over all workers of the engine. */
  readonly slot: string;
  /** Index into the workload's scenarios. */
  readonly scenario: number;
  /** Index into the scenario's steps. */
  readonly step: number;
}

/**
 * Reads the user agent of a measured request; null where it is another's, also that of warm-up.
 *
 * ```
 * agent    := "xray-gate/" version " run-" run " workload-" workload " " side " " slot "/" scenario "." step
 * workload := 8 hexadecimal digits
 * side     := "baseline" | "candidate"
 * slot     := lower-case letters and digits
 *
 * xray-gate/1.4.0 run-6b006c36a1b2c3d4 workload-0c5a2f19 candidate 17/0.1
 * ```
 */
export function parseExternalAgent(userAgent: string): ExternalAgent | null {
  const match = AGENT.exec(userAgent);
  if (match === null) return null;
  const [, runId = '', workload = '', side, slot = '', scenario, step] = match;
  return { runId, workload, side: side as DrivenSide, slot, scenario: Number(scenario), step: Number(step) };
}

const AGENT =
  /^xray-gate\/\S+ run-([\w-]+) workload-([0-9a-f]{8}) (baseline|candidate) ([0-9a-z]+)\/(\d{1,9})\.(\d{1,9})$/;

/** The user agent that {@link parseExternalAgent} reads so. */
export function writeExternalAgent(agent: ExternalAgent, gateVersion: string): string {
  const { runId, workload, side, slot, scenario, step } = agent;
  return `xray-gate/${gateVersion} run-${runId} workload-${workload} ${side} ${slot}/${scenario}.${step}`;
}

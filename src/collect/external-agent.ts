import type { DrivenSide } from '../drive/plan.js';

/** What the user agent tells of a request that another engine sent, by a script that the gate exported. */
export interface ExternalAgent {
  readonly runId: string;
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
 * agent := "xray-gate/" version " run-" run " " side " " slot "/" scenario "." step
 * side  := "baseline" | "candidate"
 * slot  := lower-case letters and digits
 *
 * xray-gate/1.4.0 run-6b006c36a1b2c3d4 candidate 17/0.1
 * ```
 */
export function parseExternalAgent(userAgent: string): ExternalAgent | null {
  const match = /^xray-gate\/\S+ run-([\w-]+) (baseline|candidate) ([0-9a-z]+)\/(\d{1,9})\.(\d{1,9})$/.exec(userAgent);
  if (match === null) return null;
  const [, runId = '', side, slot = '', scenario, step] = match;
  return { runId, side: side as DrivenSide, slot, scenario: Number(scenario), step: Number(step) };
}

/** The user agent that {@link parseExternalAgent} reads so. */
export function writeExternalAgent({ runId, side, slot, scenario, step }: ExternalAgent, gateVersion: string): string {
  return `xray-gate/${gateVersion} run-${runId} ${side} ${slot}/${scenario}.${step}`;
}

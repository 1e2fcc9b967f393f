import type { DriveSettings } from '../drive/drive-settings.js';
import { drive } from '../drive/driver.js';
import type { Exchange } from '../drive/exchange.js';
import { type Plan, planDepartures, planWarmUp } from '../drive/plan.js';
import { stormWords } from '../drive/reach.js';
import type { Settings } from '../inputs.js';
import type { Workload } from '../scenario/workload.js';
import type { World } from '../world.js';

/** One run of the gate. */
export interface Run {
  readonly id: string;
  /** Of the plan, the coins and the test; each stage adds to it. */
  readonly seed: number;
  readonly startedAtMs: number;
  readonly workload: Workload;
  /** What the workload sends and nobody may see. */
  readonly secrets: readonly string[];
}

/** Begins the user agent of every measured request, so that the gate's own traffic can be found in X-Ray later. */
export const USER_AGENT = 'xray-gate/';

const PAIR_WAIT_MS = 1000;

/** As many slots as fit into the time that the inputs allow. */
export function slotsWithin({ durationMs, requestsPerSecond }: Settings): number {
  return Math.max(1, Math.round((durationMs / 1000) * requestsPerSecond));
}

/** The plan of one stage's measured traffic. */
export function planOf(
  { workload }: Run,
  { requestsPerSecond, arrivals }: Settings,
  { slots, sideBySide, seed }: { readonly slots: number; readonly sideBySide: boolean; readonly seed: number },
): Plan {
  return planDepartures({ workload, slots, slotsPerSecond: requestsPerSecond, arrivals, sideBySide, seed });
}

/** Drives what comes before anything is measured, and returns what it saw. */
export async function warmUp(
  run: Run,
  settings: Settings,
  driveSettings: DriveSettings,
  world: World,
  seed: number,
): Promise<readonly Exchange[]> {
  const plan = planWarmUp({
    workload: run.workload,
    slotsPerSecond: settings.requestsPerSecond,
    rampS: settings.rampMs / 1000,
    warmUpS: settings.warmUpMs / 1000,
    sideBySide: driveSettings.baselineUrl !== null,
    seed,
  });
  if (plan.length === 0) return [];
  const lastsS = Math.round((settings.rampMs + settings.warmUpMs) / 1000);
  world.progress.step(`Warming up for ${lastsS} s.`);
  const { exchanges, storm } = await drive(plan, driveSettings, world);
  if (storm !== null) world.progress.step(`The warm-up ended early: ${stormWords(storm)}.`);
  return [...exchanges];
}

/** The user agent of a run's measured requests. */
export function userAgentOf({ id }: Run, gateVersion: string): string {
  return `${USER_AGENT}${gateVersion} run-${id}`;
}

/** How a run's traffic is driven. `baselineUrl` is null where the candidate is driven alone. */
export function driveSettingsOf(
  settings: Settings,
  baselineUrl: URL | null,
  run: Run,
  gateVersion: string,
): DriveSettings {
  return {
    candidateUrl: settings.url,
    baselineUrl,
    userAgent: userAgentOf(run, gateVersion),
    warmUpAgent: `xray-gate-warm-up/${gateVersion} run-${run.id}`,
    timeoutMs: settings.timeoutMs,
    pairWaitMs: PAIR_WAIT_MS,
    inFlightCap: settings.maxInFlight,
    mustAnswer: true,
  };
}

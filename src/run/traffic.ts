import type { DriveSettings } from '../drive/driver.js';
import { planDepartures, type Slot } from '../drive/plan.js';
import type { Settings } from '../inputs.js';

/** One run of the gate. */
export interface Run {
  readonly id: string;
  /** Of the plan, the coins and the test; each stage adds to it. */
  readonly seed: number;
  readonly startedAtMs: number;
}

/** Begins the user agent of every measured request, so that the gate's own traffic can be found in X-Ray later. */
export const USER_AGENT = 'xray-gate/';

const PAIR_WAIT_MS = 1000;
const IN_FLIGHT_CAP = 500;

/** The plan of one stage's traffic. */
export function planOf(settings: Settings, sideBySide: boolean, seed: number): Slot[] {
  return planDepartures({
    requests: settings.requests,
    slotsPerSecond: settings.requestsPerSecond,
    durationS: settings.durationMs / 1000,
    warmUpS: settings.warmUpMs / 1000,
    sideBySide,
    seed,
  });
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
    userAgent: `${USER_AGENT}${gateVersion} run-${run.id}`,
    warmUpAgent: `xray-gate-warm-up/${gateVersion} run-${run.id}`,
    timeoutMs: settings.timeoutMs,
    pairWaitMs: PAIR_WAIT_MS,
    inFlightCap: IN_FLIGHT_CAP,
    mustAnswer: true,
  };
}

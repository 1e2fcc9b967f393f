import { quantileSorted } from 'simple-statistics';
import type { Exchange } from './driver.js';

/** How well the driver kept to its plan. */
export interface RunHealth {
  /** Requests that the runner could not send. */
  readonly notSent: number;
  /** Milliseconds between planned and actual departure. */
  readonly lateP50Ms: number;
  readonly lateP99Ms: number;
  /** True when departures were so late that response times tell of the runner, not of the service. */
  readonly saturated: boolean;
}

const LATE_MS = 10;

/** Lateness of the measured requests; `saturated` above 10 ms at p99. */
export function runHealth(exchanges: readonly Exchange[]): RunHealth {
  const measured = exchanges.filter(({ slot }) => !slot.warmUp);
  const late = measured
    .map(({ plannedMs, outcome }) => Math.max(0, outcome.departedMs - plannedMs))
    .toSorted((a, b) => a - b);
  const at = (p: number) => (late.length === 0 ? 0 : quantileSorted(late, p));
  const lateP99Ms = at(0.99);
  return {
    notSent: measured.filter(({ outcome }) => outcome.kind === 'not sent').length,
    lateP50Ms: at(0.5),
    lateP99Ms,
    saturated: lateP99Ms > LATE_MS,
  };
}

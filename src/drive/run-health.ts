import { quantileSorted } from 'simple-statistics';
import type { Exchange } from './exchange.js';
import type { DrivenSide } from './plan.js';

/** How well the driver kept to its plan. */
export interface RunHealth {
  /** Requests that the runner could not send. */
  readonly notSent: number;
  /** Milliseconds between planned and actual departure. */
  readonly lateP50Ms: number;
  readonly lateP99Ms: number;
  /**
   * Why departures were late at p99. `generator saturated`: the runner was busy, and times may tell of it rather than of
   * the service. `target stalled`: as many requests as are allowed were waiting for their answers.
   */
  readonly state: 'on time' | 'generator saturated' | 'target stalled';
  /** Response times as the driver saw them, counted from the planned departure, so that waiting for a stall counts. */
  readonly fromPlan: Readonly<Partial<Record<DrivenSide, Quantiles>>>;
}

/** In milliseconds. */
export interface Quantiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/**
 * Late beyond this at p99 is too late: departures come in bursts then, and a runner as busy as that may slow down the
 * services beside it. No less, however fast the service: times are the traces', and timers alone are late by a few
 * milliseconds on a runner that has other things to do.
 */
const LATE_MS = 10;

/** Health of the measured requests. */
export function runHealth(exchanges: readonly Exchange[]): RunHealth {
  const measured = exchanges.filter(({ slot }) => !slot.warmUp);
  const late = ascending(measured.map(({ plannedMs, outcome }) => Math.max(0, outcome.departedMs - plannedMs)));
  const ownFault = ascending(
    measured.map(({ plannedMs, heldMs, outcome }) => Math.max(0, outcome.departedMs - plannedMs - heldMs)),
  );
  return {
    notSent: measured.filter(({ outcome }) => outcome.kind === 'not sent').length,
    lateP50Ms: at(late, 0.5),
    lateP99Ms: at(late, 0.99),
    state:
      at(ownFault, 0.99) > LATE_MS ? 'generator saturated' : at(late, 0.99) > LATE_MS ? 'target stalled' : 'on time',
    fromPlan: quantilesFromPlan(measured),
  };
}

function quantilesFromPlan(measured: readonly Exchange[]): RunHealth['fromPlan'] {
  const sent = measured.filter(({ outcome }) => outcome.kind !== 'not sent');
  const bySide = Map.groupBy(sent, ({ side }) => side);
  return Object.fromEntries(
    [...bySide].map(([side, exchanges]) => {
      const tookMs = ascending(exchanges.map(({ plannedMs, outcome }) => outcome.endedMs - plannedMs));
      return [side, { p50Ms: at(tookMs, 0.5), p95Ms: at(tookMs, 0.95), p99Ms: at(tookMs, 0.99) }];
    }),
  );
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], p: number): number {
  return sorted.length === 0 ? 0 : quantileSorted([...sorted], p);
}

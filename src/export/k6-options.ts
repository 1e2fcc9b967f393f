import type { Exported } from './exported.js';
import { longestSlotS } from './longest-slot.js';

/** As many as the gate's own driver has under way at once. */
const MOST_VUS = 500;
/** Between the last departure of warm-up and the first that is measured. */
const PAUSE_S = 1;
/** Most requests are answered within this: for so many at once k6 is made ready before it starts. */
const COMMON_MS = 1000;

/** A scenario of k6: https://grafana.com/docs/k6/latest/using-k6/scenarios/executors/constant-arrival-rate/ */
export interface ArrivalRate {
  readonly executor: 'constant-arrival-rate';
  readonly exec: string;
  readonly rate: number;
  readonly timeUnit: string;
  readonly duration: string;
  readonly preAllocatedVUs: number;
  readonly maxVUs: number;
  readonly startTime: string;
  readonly gracefulStop: string;
}

export interface K6Options {
  readonly scenarios: Readonly<Record<string, ArrivalRate>>;
}

/** Options that make k6 send the slots in even departures, as many as asked for, and let each of them end. */
export function k6Options(exported: Exported): K6Options {
  const { slotsPerSecond, slots, warmUpSlots } = exported;
  const measuredFromS = warmUpSlots === 0 ? 0 : warmUpSlots / slotsPerSecond + PAUSE_S;
  return {
    scenarios: {
      ...(warmUpSlots === 0 ? {} : { 'warm-up': arrivalRate('warmUp', warmUpSlots, 0, exported) }),
      measured: arrivalRate('slot', slots, measuredFromS, exported),
    },
  };
}

function arrivalRate(exec: string, slots: number, startS: number, exported: Exported): ArrivalRate {
  const { slotsPerSecond, timeoutMs } = exported;
  const vus = (requestMs: number) => {
    const needed = Math.ceil(slotsPerSecond * longestSlotS(exported, requestMs)) + 1;
    return Math.max(1, Math.min(slots, needed, MOST_VUS));
  };
  return {
    executor: 'constant-arrival-rate',
    exec,
    ...rateOf(slotsPerSecond),
    // The first departs at once: half an interval after the last no more than the slots have departed. A duration is
    // at least a second; what k6 starts beyond the slots in it, the script lets pass.
    duration: inMs(Math.max(1, (slots - 0.5) / slotsPerSecond)),
    preAllocatedVUs: vus(Math.min(COMMON_MS, timeoutMs)),
    maxVUs: vus(timeoutMs),
    startTime: inMs(startS),
    gracefulStop: inMs(Math.ceil(longestSlotS(exported, timeoutMs)) + 1),
  };
}

/** k6 counts whole iterations in a unit of time. */
function rateOf(perSecond: number): Pick<ArrivalRate, 'rate' | 'timeUnit'> {
  const unitS = [1, 10, 100, 1000].find((unit) => Number.isInteger(Number((perSecond * unit).toFixed(6)))) ?? 1_000_000;
  return { rate: Math.max(1, Math.round(perSecond * unitS)), timeUnit: `${unitS}s` };
}

function inMs(seconds: number): string {
  return `${Number((seconds * 1000).toFixed(3))}ms`;
}

import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../timing.js';

/** What figures depend on that the benchmark does not choose. */
export interface Machine {
  readonly cores: number;
  /** Share of all cores that others kept busy for two seconds when nothing was measured. */
  readonly busyOtherwise: number;
}

export async function machineAtRest(): Promise<Machine> {
  const before = coreTimes();
  await sleep(2000);
  const after = coreTimes();
  const busy = 1 - (after.idleMs - before.idleMs) / (after.allMs - before.allMs);
  return { cores: cpus().length, busyOtherwise: rounded(Math.max(0, busy)) };
}

function coreTimes(): { readonly idleMs: number; readonly allMs: number } {
  const times = cpus().map((core) => core.times);
  const all = times.map(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq);
  return { idleMs: sum(times.map(({ idle }) => idle)), allMs: sum(all) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

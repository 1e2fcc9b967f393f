import { cpus } from 'node:os';

/** Starts measuring; the result returns the share of all cores' time, 0–1, that was used by anybody since. */
export function startMeasuringLoad(): () => number {
  const start = times();
  return () => {
    const now = times();
    const total = now.total - start.total;
    return total === 0 ? 0 : 1 - (now.idle - start.idle) / total;
  };
}

function times(): { idle: number; total: number } {
  let idle = 0;
  let total = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    total += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, total };
}

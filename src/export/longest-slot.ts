import type { Exported } from './exported.js';

/** How long the longest scenario takes on all sides where each request takes so long, in seconds. */
export function longestSlotS({ workload, baselineUrl }: Exported, requestMs: number): number {
  const sides = baselineUrl === null ? 1 : 2;
  const lastMs = workload.scenarios.map(({ steps }) =>
    steps.reduce((sum, { thinkMs }) => sum + thinkMs + sides * requestMs, 0),
  );
  return Math.max(...lastMs) / 1000;
}

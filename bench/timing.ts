export interface Timing {
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly runs: number;
}

const WARM_UP_RUNS = 3;

/** How long a call takes, once the compiler has seen it. */
export function timed(runs: number, call: () => unknown, warmUp = WARM_UP_RUNS): Timing {
  for (let run = 0; run < warmUp; run++) call();
  const sorted = Array.from({ length: runs }, () => {
    const startMs = performance.now();
    call();
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  return { medianMs: rounded(sorted[runs >> 1]!), fastestMs: rounded(sorted[0]!), runs };
}

/** To four significant digits: more would be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

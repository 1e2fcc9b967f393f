import type { Progress } from '../world.js';

const EVERY_MS = 2000;

/** Progress as log lines, one every other second. */
export function logProgress(log: (line: string) => void, nowMs: () => number): Progress {
  let lastMs = 0;
  const sometimes = (done: boolean, line: () => string): void => {
    if (!done && nowMs() - lastMs < EVERY_MS) return;
    lastMs = nowMs();
    log(line());
  };
  return {
    step: (sentence) => log(sentence),
    sent: ({ sent, planned }) => sometimes(sent === planned, () => `  ${sent} of ${planned} requests sent`),
    settled: ({ settled, wanted }) => sometimes(settled === wanted, () => `  ${settled} of ${wanted} traces settled`),
  };
}

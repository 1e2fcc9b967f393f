import { readFileSync } from 'node:fs';

/**
 * Highest resident set of this program. What `getrusage` says is as high as that of the process that started this one;
 * where there is no /proc, the highest that was sampled.
 */
export function peakRssBytes(sampledMb: readonly number[]): number {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kib !== undefined) return Number(kib) * 1024;
  } catch {
    // Not Linux.
  }
  return Math.max(process.memoryUsage.rss(), ...sampledMb.map((mb) => mb * 1e6));
}

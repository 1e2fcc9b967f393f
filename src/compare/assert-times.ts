import type { Profile } from '../trace/profile.js';

/**
 * Every time of a profile is a number of milliseconds, 0 or more: `profileOf` makes no others and `readProfile` refuses
 * them. A NaN would make every rank of its place meaningless without a word. Throws RangeError.
 */
export function assertTimes({ requests }: Profile): void {
  for (const { operation, traceId, responseMs, work, calls } of requests) {
    const assertTime = (ms: number) => {
      if (ms >= 0 && ms < Number.POSITIVE_INFINITY) return;
      throw new RangeError(`${operation}: a time of ${ms} ms in trace ${traceId}.`);
    };
    if (responseMs !== null) assertTime(responseMs);
    for (const { selfMs } of work) assertTime(selfMs);
    for (const { durationMs } of calls) assertTime(durationMs);
  }
}

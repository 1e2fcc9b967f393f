import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../drive/clock.js';

/** The machine's time: monotonic, with microseconds, on the epoch of the process's start. */
export const systemClock: Clock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  until: async (epochMs) => {
    for (;;) {
      const leftMs = epochMs - performance.timeOrigin - performance.now();
      if (leftMs <= 0) return;
      // A timer may fire up to a millisecond early, and no timer takes more than 2^31 ms.
      await sleep(Math.min(leftMs, 2 ** 30));
    }
  },
};

import { performance } from 'node:perf_hooks';
import type { Clock } from '../drive/clock.js';

/** No timer takes more than 2^31 ms. */
const LONGEST_MS = 2 ** 30;

const nowMs = () => performance.timeOrigin + performance.now();

function at(epochMs: number, call: () => void): () => void {
  const sleepMs = () => Math.min(Math.max(0, epochMs - nowMs()), LONGEST_MS);
  const wake = () => {
    // A timer may fire up to a millisecond early.
    if (nowMs() >= epochMs) call();
    else timer = setTimeout(wake, sleepMs());
  };
  let timer = setTimeout(wake, sleepMs());
  return () => clearTimeout(timer);
}

/** The machine's time: monotonic, with microseconds, on the epoch of the process's start. */
export const systemClock: Clock = {
  nowMs,
  at,
  until: (epochMs) => (epochMs <= nowMs() ? Promise.resolve() : new Promise((resolve) => at(epochMs, resolve))),
};

import type { Clock } from '../../src/drive/clock.js';
import { EPOCH_MS } from './segment-builder.js';

interface Waiter {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A clock whose time passes only when everything waits for it: nothing sleeps, and every run is the same. */
export class VirtualClock implements Clock {
  #nowMs: number;
  readonly #waiters: Waiter[] = [];

  constructor(startMs = EPOCH_MS) {
    this.#nowMs = startMs;
  }

  readonly nowMs = (): number => this.#nowMs;

  readonly until = (epochMs: number): Promise<void> => {
    if (epochMs <= this.#nowMs) return Promise.resolve();
    return new Promise((wake) => this.#waiters.push({ atMs: epochMs, wake }));
  };

  readonly after = (ms: number): Promise<void> => this.until(this.#nowMs + ms);

  /** Lets time pass until the work is done; fails when the work waits for something that time does not bring. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const settle = () => {
      done = true;
    };
    work.then(settle, settle);
    for (;;) {
      await nothingLeftToDo();
      if (done) return work;
      const next = this.#waiters.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) throw new Error('the work waits for something other than time');
      this.#waiters.splice(this.#waiters.indexOf(next), 1);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.wake();
    }
  }
}

/** After every microtask that is queued, and those that they queue. */
function nothingLeftToDo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

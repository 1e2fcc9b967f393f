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

  /** How many wait for a time to come. */
  get waiting(): number {
    return this.#waiters.length;
  }

  readonly nowMs = (): number => this.#nowMs;

  readonly until = (epochMs: number): Promise<void> =>
    epochMs <= this.#nowMs ? Promise.resolve() : new Promise((resolve) => this.at(epochMs, resolve));

  readonly at = (epochMs: number, call: () => void): (() => void) => {
    const waiter = { atMs: epochMs, wake: call };
    this.#waiters.push(waiter);
    return () => {
      const place = this.#waiters.indexOf(waiter);
      if (place >= 0) this.#waiters.splice(place, 1);
    };
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

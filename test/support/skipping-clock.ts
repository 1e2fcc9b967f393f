import type { Clock } from '../../src/drive/clock.js';

/** Nobody waits so long for the next thing to do: it is a deadline, which real work comes before. */
const DEADLINE_MS = 20_000;

/** The system's time, but for waits, which are over at once: for work that waits for real things too. */
export class SkippingClock implements Clock {
  #skippedMs = 0;

  readonly nowMs = (): number => Date.now() + this.#skippedMs;

  readonly skip = (ms: number): void => {
    this.#skippedMs += ms;
  };

  readonly until = async (epochMs: number): Promise<void> => {
    this.skip(Math.max(0, epochMs - this.nowMs()));
  };

  readonly at = (epochMs: number, call: () => void): (() => void) => {
    if (epochMs - this.nowMs() > DEADLINE_MS) {
      const deadline = setTimeout(call, epochMs - this.nowMs());
      return () => clearTimeout(deadline);
    }
    const timer = setImmediate(() => {
      this.skip(Math.max(0, epochMs - this.nowMs()));
      call();
    });
    return () => clearImmediate(timer);
  };
}

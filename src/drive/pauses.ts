import type { Clock } from './clock.js';

/** Pauses that all end when there is nothing left to wait for. */
export class Pauses {
  readonly #clock: Clock;
  readonly #ends = new Set<() => void>();
  #over = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether all have ended, and those to come end at once. */
  get areOver(): boolean {
    return this.#over;
  }

  /** Resolves at that time, or once all pauses have ended. */
  async until(epochMs: number): Promise<void> {
    if (this.#over || epochMs <= this.#clock.nowMs()) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        callOff();
        this.#ends.delete(end);
        resolve();
      };
      const callOff = this.#clock.at(epochMs, end);
      this.#ends.add(end);
    });
  }

  /** Ends those that last, and those to come. */
  endAll(): void {
    this.#over = true;
    for (const end of this.#ends) end();
  }
}

/** Resolves with `work`, or at that time if it lasts longer; rejects when it rejects before. */
export function atMostUntil(epochMs: number, work: Promise<unknown>, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = clock.at(epochMs, resolve);
    work.then(
      () => {
        callOff();
        resolve();
      },
      (error: unknown) => {
        callOff();
        reject(error);
      },
    );
  });
}

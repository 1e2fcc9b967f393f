import type { Clock } from '../drive/clock.js';

/** Calls under way at once: X-Ray says no more of its limits than that some five to ten readers in parallel meet them. */
const AT_FIRST = 4;
const AT_MOST = 8;

const FEWER = 2 / 3;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * How many calls may be under way: one more for as many as were answered, a third fewer when X-Ray is busy (additive
 * increase, multiplicative decrease), after a pause that doubles with each refusal in a row and is drawn between nothing
 * and its full length, so that jobs that were refused together do not come back together.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export class CallWindow {
  readonly #clock: Clock;
  readonly #chance: () => number;
  #limit = AT_FIRST;
  #underWay = 0;
  #refusals = 0;
  #resumesMs = Number.NEGATIVE_INFINITY;

  /** `chance`: from 0 to 1. */
  constructor(clock: Clock, chance: () => number) {
    this.#clock = clock;
    this.#chance = chance;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** Before that time no call may begin. */
  get resumesMs(): number {
    return this.#resumesMs;
  }

  /** Whether one more call may begin, where at most so many are wanted. */
  isOpen(atMost: number): boolean {
    return this.#underWay < Math.min(atMost, Math.floor(this.#limit)) && this.#clock.nowMs() >= this.#resumesMs;
  }

  begin(): void {
    this.#underWay += 1;
  }

  answered(): void {
    this.#underWay -= 1;
    this.#refusals = 0;
    this.#limit = Math.min(AT_MOST, this.#limit + 1 / this.#limit);
  }

  refused(): void {
    this.#underWay -= 1;
    // Calls that were under way together are refused together: that is one sign, not several.
    if (this.#clock.nowMs() < this.#resumesMs) return;
    this.#refusals += 1;
    this.#limit = Math.max(1, FEWER * this.#limit);
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#refusals - 1));
    this.#resumesMs = this.#clock.nowMs() + this.#chance() * pauseMs;
  }
}

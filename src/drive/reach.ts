import { GateError } from '../errors.js';
import { targetName } from './lambda-target.js';
import type { DrivenSide } from './plan.js';
import type { Outcome } from './transport.js';

/** Requests in a row without an answer, and none ever, after which a side is given up. */
const SILENCE_BEFORE_GIVING_UP = 10;
/** How long every request to a side must have failed, and how many, to be a storm that ends the run. */
const STORM_MS = 10_000;
const STORM_REQUESTS = 20;

/** Why a run was ended before its plan was: every request to one side failed. */
export interface Storm {
  readonly side: DrivenSide;
  readonly lastedMs: number;
  readonly requests: number;
  /** How the last one failed: `HTTP 503`, `socket hang up`. */
  readonly error: string;
}

/** `each of 240 requests to the candidate in 12 s failed, the last with HTTP 503` */
export function stormWords({ side, lastedMs, requests, error }: Storm): string {
  return `each of the last ${requests} requests to the ${side} in ${Math.round(lastedMs / 1000)} s failed, the last with ${error}`;
}

/** What is known of one target: whether anything ever answered there, and since when all has failed. */
export class Reach {
  readonly #side: DrivenSide;
  readonly #url: URL;
  #answered = false;
  #silences = 0;
  #lastSilence = '';
  #failures = 0;
  #failingSinceMs = 0;
  #lastFailure = '';
  #lastMs = 0;
  #givenUp = false;

  constructor(side: DrivenSide, url: URL) {
    this.#side = side;
    this.#url = url;
  }

  hear(outcome: Outcome): void {
    const error = errorOf(outcome);
    if (outcome.kind === 'answered') this.#answered = true;
    else {
      this.#silences += 1;
      this.#lastSilence = error ?? '';
      this.#givenUp ||= !this.#answered && this.#silences >= SILENCE_BEFORE_GIVING_UP;
    }
    // That the runner could not send says nothing of what would have been answered.
    if (outcome.kind === 'not sent') return;
    if (error === null) {
      this.#failures = 0;
      return;
    }
    if (this.#failures === 0) this.#failingSinceMs = outcome.departedMs;
    this.#failures += 1;
    this.#lastFailure = error;
    this.#lastMs = outcome.endedMs;
  }

  /** Nothing had answered so many requests: there was no use in going on, whatever came later. */
  get givenUp(): boolean {
    return this.#givenUp;
  }

  /** What has been failing for so long that more requests would not tell more; null where there is none such. */
  get storm(): Storm | null {
    const lastedMs = this.#lastMs - this.#failingSinceMs;
    if (this.#failures < STORM_REQUESTS || lastedMs < STORM_MS) return null;
    return { side: this.#side, lastedMs, requests: this.#failures, error: this.#lastFailure };
  }

  /** Throws GateError where nothing ever answered, or too late. */
  assertReached(): void {
    if (this.#silences === 0 || (this.#answered && !this.#givenUp)) return;
    throw new GateError(
      `Nothing answered at ${targetName(this.#url)}: ${this.#lastSilence}.`,
      'Check "url" and "baseline-url", that the deployment has finished, and that this runner may reach it.',
    );
  }
}

/** null where the target answered, and not with a fault. */
function errorOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'answered':
      return outcome.status >= 500 ? `HTTP ${outcome.status}` : null;
    case 'timed out':
      return 'no answer in time';
    case 'failed':
    case 'not sent':
      return outcome.error;
  }
}

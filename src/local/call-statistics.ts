import type { JsonObject } from '../trace/json-object.js';
import { epochSeconds } from './epoch-seconds.js';

/** How a call or a segment went. */
export interface Outcome {
  readonly error: boolean;
  readonly fault: boolean;
  readonly throttle: boolean;
}

/**
 * Counts and times over completed calls. One that is marked both error and fault counts as a fault: AWS does not say
 * which it is. https://docs.aws.amazon.com/xray/latest/api/API_ServiceStatistics.html
 */
export class CallStatistics {
  #ok = 0;
  #throttled = 0;
  #otherErrors = 0;
  #faults = 0;
  #totalMs = 0;
  readonly #countByMs = new Map<number, number>();

  add({ error, fault, throttle }: Outcome, durationMs: number): void {
    if (fault) this.#faults += 1;
    else if (throttle) this.#throttled += 1;
    else if (error) this.#otherErrors += 1;
    else this.#ok += 1;
    this.#totalMs += durationMs;
    const wholeMs = Math.round(durationMs);
    this.#countByMs.set(wholeMs, (this.#countByMs.get(wholeMs) ?? 0) + 1);
  }

  summary(): JsonObject {
    const errors = this.#throttled + this.#otherErrors;
    return {
      OkCount: this.#ok,
      ErrorStatistics: { ThrottleCount: this.#throttled, OtherCount: this.#otherErrors, TotalCount: errors },
      FaultStatistics: { OtherCount: this.#faults, TotalCount: this.#faults },
      TotalCount: this.#ok + errors + this.#faults,
      TotalResponseTime: epochSeconds(this.#totalMs),
    };
  }

  /** Calls by their duration in seconds, to the millisecond. */
  histogram(): JsonObject[] {
    return [...this.#countByMs]
      .toSorted(([a], [b]) => a - b)
      .map(([milliseconds, Count]) => ({ Value: epochSeconds(milliseconds), Count }));
  }
}

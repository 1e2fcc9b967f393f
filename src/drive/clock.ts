/** Time, as the stages ask for it. */
export interface Clock {
  /** Epoch milliseconds with fractions; never goes back. */
  readonly nowMs: () => number;
  /** Resolves at or shortly after that time; at once when it has passed. */
  readonly until: (epochMs: number) => Promise<void>;
  /** Calls back at or shortly after that time, soon when it has passed. Returns what calls it off. */
  readonly at: (epochMs: number, call: () => void) => () => void;
}

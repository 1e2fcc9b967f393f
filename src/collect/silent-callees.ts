/** After so many waits in vain, with never an answer, a callee is not waited for any more. */
const SURE = 20;

/**
 * Calls that announce a segment of their callee, as `traced` subsegments do, and whose callee never sends one: a caller
 * may take for instrumented what is not. One that has answered but once in a run is not silent: what misses its segment
 * is incomplete.
 */
export class SilentCallees {
  readonly #answered = new Set<string>();
  readonly #waitedFor = new Map<string, number>();

  answered(call: string): void {
    this.#answered.add(call);
  }

  /** It was waited for long enough, in vain. */
  waitedFor(call: string): void {
    this.#waitedFor.set(call, (this.#waitedFor.get(call) ?? 0) + 1);
  }

  /** Whether it was waited for and has never answered. */
  has(call: string): boolean {
    return this.#waitedFor.has(call) && !this.#answered.has(call);
  }

  /** Whether that happened so often that nobody need wait any more. */
  isSure(call: string): boolean {
    return this.has(call) && (this.#waitedFor.get(call) ?? 0) >= SURE;
  }
}

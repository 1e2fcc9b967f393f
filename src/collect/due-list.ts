/** Things by the time at which they are due, the earliest first; those due at the same time as they were added. */
export class DueList<T> {
  readonly #entries: { readonly atMs: number; readonly value: T }[] = [];

  get length(): number {
    return this.#entries.length;
  }

  /** When the thing at this place is due; infinity where there is none. */
  atMs(place: number): number {
    return this.#entries[place]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  add(value: T, atMs: number): void {
    this.#entries.splice(this.#countUntil(atMs), 0, { atMs, value });
  }

  /** Removes the first so many and returns them. */
  take(count: number): T[] {
    return this.#entries.splice(0, count).map(({ value }) => value);
  }

  /** Removes the last so many of those that are due by then, and returns them. */
  takeLast(count: number, byMs: number): T[] {
    const until = this.#countUntil(byMs);
    const from = Math.max(0, until - count);
    return this.#entries.splice(from, until - from).map(({ value }) => value);
  }

  /** How many are due by then. */
  #countUntil(atMs: number): number {
    let [from, until] = [0, this.#entries.length];
    // Most are added after all others.
    if (until > 0 && this.#entries[until - 1]!.atMs <= atMs) return until;
    while (from < until) {
      const middle = (from + until) >> 1;
      if (this.#entries[middle]!.atMs <= atMs) from = middle + 1;
      else until = middle;
    }
    return from;
  }
}

/** A trace's place in the order. It never moves, so that no trace is missed between two pages. */
export interface TracePosition {
  /** Of the document that was heard of first. */
  readonly startMs: number;
  /** Counts up from 1 in the order in which traces were first heard of. */
  readonly sequence: number;
}

export function comparePositions(a: TracePosition, b: TracePosition): number {
  return a.startMs - b.startMs || a.sequence - b.sequence;
}

interface Ordered extends TracePosition {
  /** No longer in the store. */
  isGone: boolean;
}

/** Traces by position. */
export class TraceOrder<T extends Ordered> {
  #ascending: T[] = [];
  #gone = 0;

  add(trace: T): void {
    const last = this.#ascending.at(-1);
    if (last === undefined || comparePositions(last, trace) < 0) this.#ascending.push(trace);
    else this.#ascending.splice(this.#indexFor(trace), 0, trace);
  }

  /** The space of those that are gone is had back when they are the half. */
  remove(trace: T): void {
    trace.isGone = true;
    this.#gone += 1;
    if (2 * this.#gone < this.#ascending.length) return;
    this.#ascending = this.#ascending.filter(({ isGone }) => !isGone);
    this.#gone = 0;
  }

  *newestFirst(): Generator<T> {
    const ascending = this.#ascending;
    for (let index = ascending.length - 1; index >= 0; index -= 1) {
      const trace = ascending[index]!;
      if (!trace.isGone) yield trace;
    }
  }

  #indexFor(trace: T): number {
    let [from, until] = [0, this.#ascending.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if (comparePositions(this.#ascending[middle]!, trace) < 0) from = middle + 1;
      else until = middle;
    }
    return from;
  }
}

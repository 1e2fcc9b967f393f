import type { TraceStore } from '../trace-store.js';

/** Stale ids allowed for before the set is gone through. */
const ROOM = 1000;

/** A set of ids of stored traces. It forgets those that the store has let go, so that it does not grow for ever. */
export class TraceIds {
  readonly #store: TraceStore;
  readonly #ids = new Set<string>();

  constructor(store: TraceStore) {
    this.#store = store;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  put(id: string, isMember: boolean): void {
    if (!isMember) this.#ids.delete(id);
    else this.#ids.add(id);
    if (this.#ids.size > 2 * this.#store.size + ROOM) this.#forgetStale();
  }

  #forgetStale(): void {
    for (const id of this.#ids) {
      if (this.#store.trace(id) === undefined) this.#ids.delete(id);
    }
  }
}

import type { BothSides, Side } from './alignment.js';
import { type Place, placeKey } from './place.js';

/** What was found at each place below an operation, on both sides. */
export class PlacesFound<T> {
  readonly #byKey = new Map<string, { place: Place; found: Record<Side, T> }>();
  readonly #byIndex: BothSides<Map<number, T>> = { baseline: new Map(), candidate: new Map() };
  readonly #empty: () => T;

  constructor(empty: () => T) {
    this.#empty = empty;
  }

  /** `index` is a number of the side's own for the place, so that its key is made out once and not for every span. */
  at(side: Side, index: number, placeOf: () => Place): T {
    const known = this.#byIndex[side].get(index);
    if (known !== undefined) return known;
    const place = placeOf();
    const key = placeKey(place);
    const entry = this.#byKey.get(key) ?? { place, found: { baseline: this.#empty(), candidate: this.#empty() } };
    this.#byKey.set(key, entry);
    this.#byIndex[side].set(index, entry.found[side]);
    return entry.found[side];
  }

  all(): { place: Place; found: BothSides<T> }[] {
    return [...this.#byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

/** Room for so many requests under way at once; who finds none waits for its turn. */
export class Room {
  readonly #cap: number;
  readonly #waiting: { readonly count: number; readonly enter: () => void }[] = [];
  #taken = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** Whether there was room for `count` more; then they have it. */
  enterAtOnce(count: number): boolean {
    if (this.#waiting.length > 0 || !this.#fits(count)) return false;
    this.#taken += count;
    return true;
  }

  /** Resolves once there is room for `count` more; for more than the cap, once there is nobody else. */
  async enter(count: number): Promise<void> {
    if (!this.enterAtOnce(count)) await new Promise<void>((enter) => this.#waiting.push({ count, enter }));
  }

  leave(count: number): void {
    this.#taken -= count;
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.count); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#taken += next.count;
      next.enter();
    }
  }

  #fits(count: number): boolean {
    return this.#taken === 0 || this.#taken + count <= this.#cap;
  }
}

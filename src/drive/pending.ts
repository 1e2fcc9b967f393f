/** Counts what was begun and has not ended. */
export class Pending {
  #count = 0;
  #noneLeft: (() => void) | null = null;

  add(): void {
    this.#count += 1;
  }

  remove(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#noneLeft?.();
  }

  /** Resolves once nothing is left; at once where nothing is. Nothing may be added after. */
  async none(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => (this.#noneLeft = resolve));
  }
}

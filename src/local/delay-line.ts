/** What waits until its time has come. Waiting keeps no process alive. */
export class DelayLine {
  readonly #waiting = new Set<NodeJS.Timeout>();
  #bytes = 0;

  get length(): number {
    return this.#waiting.size;
  }

  /** Of all that waits. */
  get bytes(): number {
    return this.#bytes;
  }

  hold({ delayMs, sizeBytes }: { delayMs: number; sizeBytes: number }, arrive: () => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#bytes -= sizeBytes;
      arrive();
    }, delayMs).unref();
    this.#waiting.add(timer);
    this.#bytes += sizeBytes;
  }

  /** Drops what waits. */
  clear(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
    this.#bytes = 0;
  }
}

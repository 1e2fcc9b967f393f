/** One look at a trace: how long after the request's end, and whether it was complete. */
export interface AgedLook {
  readonly ageMs: number;
  readonly complete: boolean;
}

/** Scouts tell the delay once so many looks found a complete trace, and this share of the looks that came as late. */
const ENOUGH = 4;
const MOST = 0.8;
/** What was found so long after its request and is incomplete will not tell the delay of others either. */
const OLD_MS = 15_000;

/** Of so many traces that became complete, more than so many were not when first looked at: looks come too early. */
const WINDOW = 40;
const TOO_EARLY = 4;
const LATER = 1.15;
/** So many batches of first looks in a row with nothing complete among them: the delay has grown for all. */
const FRUITLESS = 4;

/** Every so many batches one is looked at earlier, to see whether all could be; after a failure half as often. */
const TRIAL_EVERY = 10;
const TRIAL_AT = 0.75;
const LEAST_MS = 250;

/**
 * How long after its request's end a trace is complete, most likely: X-Ray promises nothing, and it is between a second
 * and minutes. Unknown at first, until scouts found it out; then as late as is needed for nine traces of ten to be
 * complete at their first look, and as early as trials show that it may be.
 */
export class ExpectedDelay {
  #ms: number | null;
  readonly #learns: boolean;
  readonly #scouted: AgedLook[] = [];
  #seen = 0;
  #early = 0;
  #fruitless = 0;
  #trialEvery = TRIAL_EVERY;
  #sinceTrial = 0;

  /** `knownMs`: null where it is to be learnt. */
  constructor(knownMs: number | null) {
    this.#ms = knownMs;
    this.#learns = knownMs === null;
  }

  /** Null: not known yet. */
  get ms(): number | null {
    return this.#ms;
  }

  /**
   * Learns from a scout's look; `found`: any segment was there. Some requests never leave a trace, and must not make the
   * others wait: twice the age of the youngest complete trace will do in any case.
   */
  scouted(look: AgedLook, found: boolean): void {
    if (this.#ms !== null) return;
    this.#scouted.push(look);
    this.#scouted.sort((a, b) => b.ageMs - a.ageMs);
    const complete = this.#scouted.filter((each) => each.complete);
    const oldestMs = this.#scouted[0]!.ageMs;
    for (let count = ENOUGH; count <= this.#scouted.length; count++) {
      const oldest = this.#scouted.slice(0, count);
      if (oldest.filter((each) => each.complete).length >= Math.max(ENOUGH, MOST * count))
        this.#ms = oldest.at(-1)!.ageMs;
    }
    if (this.#ms !== null) return;
    if (complete.length > 0 ? oldestMs >= 2 * complete.at(-1)!.ageMs : found && look.ageMs > OLD_MS)
      this.#ms = oldestMs;
  }

  /** Whether the next batch of first looks is a trial; then they are due after this share of the delay. */
  get trialShare(): number | null {
    return this.#learns && this.#sinceTrial >= this.#trialEvery ? TRIAL_AT : null;
  }

  /** A batch of first looks was taken; as a trial or not. */
  took(trial: boolean): void {
    this.#sinceTrial = trial ? 0 : this.#sinceTrial + 1;
  }

  tried(looks: readonly AgedLook[]): void {
    if (this.#ms === null || looks.length === 0) return;
    if (!looks.every(({ complete }) => complete)) {
      this.#trialEvery *= 2;
      return;
    }
    const neededMs = Math.max(LEAST_MS, ...looks.map(({ ageMs }) => ageMs));
    this.#trialEvery = TRIAL_EVERY;
    if (neededMs < this.#ms) this.#set(neededMs);
  }

  /** A batch of first looks was made when this was the delay, and so many of them found their trace complete. */
  looked(delayMs: number | null, complete: number): void {
    if (!this.#learns || this.#ms === null || delayMs !== this.#ms) return;
    this.#fruitless = complete > 0 ? 0 : this.#fruitless + 1;
    if (this.#fruitless >= FRUITLESS) this.#set(this.#ms * LATER);
  }

  /** A trace became complete that was first looked at when this was the delay: at that look, or at a later one. */
  becameComplete(delayMs: number | null, atFirstLook: boolean): void {
    if (!this.#learns || this.#ms === null || delayMs !== this.#ms) return;
    this.#seen += 1;
    if (!atFirstLook) this.#early += 1;
    if (this.#early > TOO_EARLY) {
      this.#trialEvery *= 2;
      this.#set(this.#ms * LATER);
    }
    if (this.#seen >= WINDOW) this.#forget();
  }

  #set(ms: number): void {
    this.#ms = ms;
    this.#forget();
  }

  #forget(): void {
    this.#seen = 0;
    this.#early = 0;
    this.#fruitless = 0;
  }
}

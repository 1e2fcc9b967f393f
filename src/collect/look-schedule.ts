import type { AwaitedTrace } from './awaited-trace.js';
import { DueList } from './due-list.js';
import { ExpectedDelay } from './expected-delay.js';

/** Traces that one call looks at. */
export interface Batch {
  readonly traces: readonly AwaitedTrace[];
  /** `scouting`: nothing is known of the delay yet. `trial`: earlier than usual, to see whether all could be. */
  readonly kind: 'scouting' | 'trial' | 'ordinary';
}

/** While nothing is known of the delay, one call so often, at requests that ended so long ago. */
const SCOUT_EVERY_MS = 1000;
const SCOUT_FROM_MS = 500;

/** How long what is due waits for others to fill its batch, by its size: when somebody waits, and while nobody does. */
const hurriedMs = (size: number) => Math.min(3000, 100 * size);
const CALM_MS = 5000;
/** A batch that leaves is filled up with what is due so soon. */
const FILL_MS = 500;

/**
 * When to look at which traces. A trace's first look comes when it is likely complete; until the delay of such traces is
 * known, a few scouts are sent. Later looks come when the trace says. A look at five costs one call, like a look at one:
 * batches wait a little to be filled.
 */
export class LookSchedule {
  /** Never looked at, by the end of their requests. */
  readonly #fresh = new DueList<AwaitedTrace>();
  /** Looked at before, by when to look again. */
  readonly #again = new DueList<AwaitedTrace>();
  readonly #delay: ExpectedDelay;
  #scoutedMs = Number.NEGATIVE_INFINITY;

  /** `knownDelayMs`: null where it is to be learnt. */
  constructor(knownDelayMs: number | null) {
    this.#delay = new ExpectedDelay(knownDelayMs);
  }

  add(trace: AwaitedTrace): void {
    this.#fresh.add(trace, trace.endedMs ?? Number.NEGATIVE_INFINITY);
  }

  again(trace: AwaitedTrace, atMs: number): void {
    this.#again.add(trace, atMs);
  }

  /** When the next batch may leave; infinity where there is nothing to look at. `hurried`: somebody waits for it. */
  nextMs(size: number, hurried: boolean): number {
    if (this.#delay.ms === null) {
      const earliestMs = Math.min(this.#fresh.atMs(0) + SCOUT_FROM_MS, this.#again.atMs(0));
      return Math.max(this.#scoutedMs + SCOUT_EVERY_MS, earliestMs);
    }
    const dues = this.#firstDues(size, this.#ageWanted(this.#delay.ms));
    if (dues.length === 0) return Number.POSITIVE_INFINITY;
    const fullMs = dues.length < size ? Number.POSITIVE_INFINITY : dues.at(-1)!;
    return Math.min(fullMs, dues[0]! + (hurried ? hurriedMs(size) : CALM_MS));
  }

  /** Takes the next batch; only when {@link nextMs} says that one may leave. */
  take(size: number, nowMs: number): Batch {
    const { ms: delayMs } = this.#delay;
    if (delayMs === null) return this.#takeScouts(size, nowMs);
    if (this.#delay.trialShare !== null) {
      // Not those that are due anyway: the youngest that are old enough.
      const traces = this.#fresh.takeLast(size, nowMs - this.#ageWanted(delayMs));
      if (traces.length > 0) this.#delay.took(true);
      if (traces.length > 0) return { traces, kind: 'trial' };
    }
    const fillMs = Math.min(FILL_MS, delayMs / 10);
    let [fresh, again] = [0, 0];
    while (fresh + again < size) {
      const [freshMs, againMs] = [this.#fresh.atMs(fresh) + delayMs, this.#again.atMs(again)];
      if (freshMs <= againMs && freshMs <= nowMs + fillMs) fresh += 1;
      else if (againMs <= nowMs + FILL_MS) again += 1;
      else if (freshMs <= nowMs + fillMs) fresh += 1;
      else break;
    }
    const first = this.#fresh.take(fresh);
    for (const trace of first) trace.plannedAfterMs = delayMs;
    if (fresh > 0) this.#delay.took(false);
    return { traces: [...first, ...this.#again.take(again)], kind: 'ordinary' };
  }

  /** First looks first: other traces than were looked at tell more. */
  #takeScouts(size: number, nowMs: number): Batch {
    this.#scoutedMs = nowMs;
    let [fresh, again] = [0, 0];
    while (fresh < size && this.#fresh.atMs(fresh) + SCOUT_FROM_MS <= nowMs) fresh += 1;
    while (fresh + again < size && this.#again.atMs(again) <= nowMs + FILL_MS) again += 1;
    return { traces: [...this.#fresh.take(fresh), ...this.#again.take(again)], kind: 'scouting' };
  }

  /** Puts back what a call did not get to see. */
  putBack(batch: Batch, atMs: number): void {
    for (const trace of batch.traces) this.again(trace, atMs);
  }

  /** Learns from what a batch showed that was asked for at a time; `complete` tells of which traces that was so. */
  learn({ traces, kind }: Batch, askedMs: number, complete: ReadonlySet<AwaitedTrace>): void {
    const lookAt = (trace: AwaitedTrace) => ({ ageMs: trace.ageMs(askedMs), complete: complete.has(trace) });
    const first = traces.filter((trace) => trace.looks === 1);
    if (kind === 'scouting') for (const trace of traces) this.#delay.scouted(lookAt(trace), trace.told !== null);
    else if (kind === 'trial') this.#delay.tried(first.map(lookAt));
    else if (first.length > 0) {
      this.#delay.looked(first[0]!.plannedAfterMs, first.filter((trace) => complete.has(trace)).length);
    }
  }

  becameComplete({ plannedAfterMs, looks }: AwaitedTrace): void {
    this.#delay.becameComplete(plannedAfterMs, looks === 1);
  }

  #ageWanted(delayMs: number): number {
    return delayMs * (this.#delay.trialShare ?? 1);
  }

  /** When the first so many are due, first looks and others. */
  #firstDues(count: number, ageMs: number): number[] {
    const dues: number[] = [];
    for (let fresh = 0, again = 0; dues.length < count; ) {
      const freshMs = this.#fresh.atMs(fresh) + ageMs;
      const againMs = this.#again.atMs(again);
      if (Math.min(freshMs, againMs) === Number.POSITIVE_INFINITY) break;
      if (freshMs <= againMs) fresh += 1;
      else again += 1;
      dues.push(Math.min(freshMs, againMs));
    }
    return dues;
  }
}

import { awaitedCalls, completenessOf, fingerprint, quietTimeMs } from '../trace/completeness.js';
import type { Observation, TraceObserver } from '../trace/observation.js';
import { readAnyDocument } from '../trace/span-document.js';
import { assembleTrace } from '../trace/trace.js';
import { digestOf } from './documents-digest.js';
import type { SilentCallees } from './silent-callees.js';
import type { FetchedTrace } from './trace-source.js';

/** How many equal looks in a row settle a complete trace: 2, or 1 for traces that are old already. */
export type LooksNeeded = 1 | 2;

/** Between the look that first saw a trace complete and the one that sees whether it has stayed so. */
const CONFIRM_MS = 2500;
/** An incomplete trace is looked at again after a quarter of its age, within these: it is seen soon after it came. */
const SOONEST_MS = 1000;
const LATEST_MS = 15_000;

/** What reads and judges the documents of one run's traces. */
export interface Reading {
  readonly observer: TraceObserver;
  readonly silent: SilentCallees;
  readonly looksNeeded: LooksNeeded;
}

/** A trace that is being collected: what was seen of it so far, without its documents. */
export class AwaitedTrace {
  readonly traceId: string;
  /** When its request ended, in epoch milliseconds; null where that is long ago. */
  readonly endedMs: number | null;
  /** The delay after which its first look was planned; null for scouts, trials, and traces that are old. */
  plannedAfterMs: number | null = null;
  #looks = 0;
  #digest = '';
  #print: string | null = null;
  #equalLooks = 0;
  #sinceMs = 0;
  #quietMs = 0;
  #complete = false;
  /** Calls whose callees alone are missing; empty where nothing or something else is. */
  #unanswered: readonly string[] = [];
  #told: Observation | null = null;
  #settled = false;

  constructor(traceId: string, endedMs: number | null) {
    this.traceId = traceId;
    this.endedMs = endedMs;
  }

  /** What is known of it; null where nothing was found. */
  get told(): Observation | null {
    return this.#told;
  }

  get looks(): number {
    return this.#looks;
  }

  /** Nothing would come of further looks. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Everything that it announces has arrived, but for calls to those who never answer any. */
  isComplete(silent: SilentCallees): boolean {
    return this.#complete || (this.#unanswered.length > 0 && this.#unanswered.every((call) => silent.has(call)));
  }

  ageMs(nowMs: number): number {
    return this.endedMs === null ? Number.POSITIVE_INFINITY : nowMs - this.endedMs;
  }

  /** Looks at what a call gave; null: nothing. Returns whether that is news. */
  look(fetched: FetchedTrace | null, reading: Reading, nowMs: number): boolean {
    this.#looks += 1;
    const news = fetched !== null && fetched.documents.length > 0 && this.#read(fetched, reading, nowMs);
    if (this.#told !== null) this.#settle(reading, nowMs);
    return news;
  }

  #read({ traceId, documents, limitExceeded }: FetchedTrace, reading: Reading, nowMs: number): boolean {
    const digest = digestOf(documents);
    if (digest === this.#digest) {
      this.#equalLooks += 1;
      return false;
    }
    this.#digest = digest;
    const trace = assembleTrace(traceId, documents.map(readAnyDocument), limitExceeded);
    const print = fingerprint(trace);
    if (print === this.#print) {
      this.#equalLooks += 1;
      return false;
    }
    const completeness = completenessOf(trace);
    const calls = awaitedCalls(trace);
    for (const call of calls.answered) reading.silent.answered(call);
    this.#print = print;
    this.#equalLooks = 1;
    this.#sinceMs = nowMs;
    this.#quietMs = quietTimeMs(trace);
    this.#complete = completeness.complete;
    this.#unanswered = !completeness.complete && completeness.waitsFor === 'called segment' ? calls.unanswered : [];
    this.#told = reading.observer.observe(trace);
    return true;
  }

  #settle({ silent, looksNeeded }: Reading, nowMs: number): void {
    const waited = this.#unanswered.length > 0 && nowMs - this.#sinceMs >= CALLEE_WAIT_MS;
    if (waited) for (const call of this.#unanswered) silent.waitedFor(call);
    const quiet = looksNeeded === 1 || nowMs - this.#sinceMs >= this.#quietMs;
    const seenEnough = this.#equalLooks >= looksNeeded && quiet;
    this.#settled = waited || (seenEnough && (this.#complete || this.#givesUpCallees(silent)));
    if (this.#settled) this.#print = null;
  }

  #givesUpCallees(silent: SilentCallees): boolean {
    return this.#unanswered.length > 0 && this.#unanswered.every((call) => silent.isSure(call));
  }

  /** When to look again at one that has not settled. */
  nextLookMs(silent: SilentCallees, nowMs: number): number {
    if (this.#complete || this.#givesUpCallees(silent)) {
      return Math.max(nowMs + CONFIRM_MS, this.#sinceMs + this.#quietMs);
    }
    const waitMs = this.endedMs === null ? SOONEST_MS * 1.25 ** this.#looks : this.ageMs(nowMs) / 4;
    return nowMs + Math.min(LATEST_MS, Math.max(SOONEST_MS, waitMs));
  }
}

/** A callee that has sent nothing for so long after everything else of the trace had come will send nothing. */
const CALLEE_WAIT_MS = 30_000;

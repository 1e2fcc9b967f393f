import { apartFromClient, type ClientWord } from '../trace/client-segment.js';
import { awaitedCalls, completenessOf, fingerprint, quietTimeMs, type WaitsFor } from '../trace/completeness.js';
import type { Observation, TraceObserver } from '../trace/observation.js';
import type { ReadDocument } from '../trace/segment-document.js';
import { readAnyDocument } from '../trace/span-document.js';
import { assembleTrace, type Trace } from '../trace/trace.js';
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
  /** The key of the annotation that holds the version. */
  readonly versionAnnotation: string;
  readonly silent: SilentCallees;
  readonly looksNeeded: LooksNeeded;
}

/** What an incomplete trace lacks. */
export interface Missing {
  readonly what: WaitsFor;
  /** Calls without the segment that they announce, as `partiesOf` reads them; none where something else is missing. */
  readonly calls: readonly string[];
}

/** Documents of one trace that could not be read. */
interface UnreadableOf {
  readonly documents: number;
  /** What is wrong with the first, a sentence. */
  readonly because: string;
}

function unreadableIn(documents: readonly ReadDocument[]): UnreadableOf | null {
  const malformed = documents.flatMap((document) => (document.kind === 'malformed' ? [document.reason] : []));
  return malformed.length === 0 ? null : { documents: malformed.length, because: malformed[0]! };
}

/** A trace that is being collected: what was seen of it so far, without its documents. */
export class AwaitedTrace {
  readonly traceId: string;
  /** When its request ended, in epoch milliseconds; null where that is long ago. */
  readonly endedMs: number | null;
  /** The delay after which its first look was planned; null for scouts, trials, and traces that are old. */
  plannedAfterMs: number | null = null;
  /** When X-Ray took the gate's own segment; infinite while that is on its way there, null where none is put. */
  clientTakenMs: number | null = null;
  #looks = 0;
  #digest = '';
  #print: string | null = null;
  #equalLooks = 0;
  #sinceMs = 0;
  #quietMs = 0;
  #complete = false;
  /** Calls whose callees alone are missing; empty where nothing or something else is. */
  #unanswered: readonly string[] = [];
  #waitsFor: WaitsFor | null = null;
  #unreadable: UnreadableOf | null = null;
  /** Whether nothing is missing but what could not be read. */
  #restIsThere = false;
  /** X-Ray cut it at its size limit, and will give no more of it. */
  #cut = false;
  #told: Observation | null = null;
  #client: ClientWord | null = null;
  #settled = false;

  constructor(traceId: string, endedMs: number | null) {
    this.traceId = traceId;
    this.endedMs = endedMs;
  }

  /** What the application told of it; null where nothing was found. */
  get told(): Observation | null {
    return this.#told;
  }

  /** What the gate's own segment said; null where there is none (yet). */
  get client(): ClientWord | null {
    return this.#client;
  }

  /** Its documents that could not be read; null where all could. */
  get unreadable(): UnreadableOf | null {
    return this.#unreadable;
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

  /** Nothing more of it is to be expected: it is complete, or X-Ray has cut it. */
  hasCome(silent: SilentCallees): boolean {
    return this.#cut || this.isComplete(silent);
  }

  /** What has not arrived of it; null where it is complete. */
  missing(silent: SilentCallees): Missing | null {
    if (this.#waitsFor === null || this.isComplete(silent)) return null;
    return { what: this.#waitsFor, calls: this.#unanswered };
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
    const digest = `${limitExceeded} ${digestOf(documents)}`;
    if (digest === this.#digest) {
      this.#equalLooks += 1;
      return false;
    }
    this.#digest = digest;
    const read = documents.map(readAnyDocument);
    const trace = assembleTrace(traceId, read, limitExceeded);
    const print = `${limitExceeded} ${trace.malformed} ${fingerprint(trace)}`;
    if (print === this.#print) {
      this.#equalLooks += 1;
      return false;
    }
    this.#print = print;
    this.#equalLooks = 1;
    this.#sinceMs = nowMs;
    const { application, client } = apartFromClient(trace, reading.versionAnnotation);
    this.#client = client;
    this.#unreadable = unreadableIn(read);
    this.#cut = limitExceeded;
    // The gate's own segment alone is nothing that the application told.
    if (application !== null) this.#readApplication(application, reading);
    return true;
  }

  #readApplication(trace: Trace, reading: Reading): void {
    const completeness = completenessOf(trace);
    const calls = awaitedCalls(trace);
    for (const call of calls.answered) reading.silent.answered(call);
    this.#quietMs = quietTimeMs(trace);
    this.#complete = completeness.complete;
    this.#unanswered = !completeness.complete && completeness.waitsFor === 'called segment' ? calls.unanswered : [];
    this.#waitsFor = completeness.complete ? null : completeness.waitsFor;
    this.#restIsThere = completenessOf({ ...trace, malformed: 0 }).complete;
    this.#told = reading.observer.observe(trace);
  }

  #settle({ silent, looksNeeded }: Reading, nowMs: number): void {
    const waited = this.#unanswered.length > 0 && nowMs - this.#sinceMs >= CALLEE_WAIT_MS;
    const quiet = looksNeeded === 1 || nowMs - this.#sinceMs >= this.#quietMs;
    const seenEnough = this.#equalLooks >= looksNeeded && quiet;
    const whole = waited || (seenEnough && (this.#complete || this.#cut || this.#givesUpCallees(silent)));
    this.#settled = (whole || this.#isBeyondReading(seenEnough, nowMs)) && !this.#awaitsClient(nowMs);
    if (!this.#settled) return;
    if (waited) for (const call of this.#unanswered) silent.waitedFor(call);
    this.#print = null;
  }

  /** What cannot be read gets no better by waiting; where more is missing, that may be what it would have been. */
  #isBeyondReading(seenEnough: boolean, nowMs: number): boolean {
    if (this.#unreadable === null) return false;
    return (seenEnough && this.#restIsThere) || nowMs - this.#sinceMs >= CALLEE_WAIT_MS;
  }

  /** Whether the gate's own segment is still to come; it is given up as silent callees are. */
  #awaitsClient(nowMs: number): boolean {
    if (this.clientTakenMs === null || this.#client !== null) return false;
    return nowMs - Math.max(this.clientTakenMs, this.#sinceMs) < CALLEE_WAIT_MS;
  }

  #givesUpCallees(silent: SilentCallees): boolean {
    return this.#unanswered.length > 0 && this.#unanswered.every((call) => silent.isSure(call));
  }

  /** When to look again at one that has not settled. */
  nextLookMs(silent: SilentCallees, nowMs: number): number {
    const onlyConfirms = this.#complete || this.#cut || (this.#unreadable !== null && this.#restIsThere);
    if ((onlyConfirms || this.#givesUpCallees(silent)) && !this.#awaitsClient(nowMs)) {
      return Math.max(nowMs + CONFIRM_MS, this.#sinceMs + this.#quietMs);
    }
    const waitMs = this.endedMs === null ? SOONEST_MS * 1.25 ** this.#looks : this.ageMs(nowMs) / 4;
    return nowMs + Math.min(LATEST_MS, Math.max(SOONEST_MS, waitMs));
  }
}

/** A callee that has sent nothing for so long after everything else of the trace had come will send nothing. */
const CALLEE_WAIT_MS = 30_000;

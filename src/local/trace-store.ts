import type { DocumentFault } from '../trace/segment-document.js';
import { type ReadDocumentPart, type Refusal, readParts } from './document-parts.js';
import { DocumentSlabs, type SlabDocument, type StoredDocument } from './document-slabs.js';
import { TraceOrder, type TracePosition } from './trace-order.js';

export type { StoredDocument } from './document-slabs.js';

export interface StoredTrace extends TracePosition {
  readonly id: string;
  /** In order of arrival. */
  readonly documents: readonly StoredDocument[];
  /** Documents were left out because the trace had reached its size limit. */
  readonly limitExceeded: boolean;
}

export interface StoreLimits {
  /** Above this the trace that was heard of first goes. */
  readonly maxTraces: number;
  /** Of memory: documents, and what is kept beside them. Above this the trace that was heard of first goes. */
  readonly maxBytes: number;
  /** X-Ray cuts a trace at 500 kB: https://docs.aws.amazon.com/general/latest/gr/xray.html */
  readonly maxTraceBytes: number;
}

export type StorageFault = DocumentFault | 'TraceLimitExceeded';

export type Stored =
  | {
      readonly kind: 'stored';
      readonly traceIds: readonly string[];
      /** Those of which it was the first document. */
      readonly newTraceIds: readonly string[];
    }
  | Refusal<StorageFault>;

/** What a trace and a document take beside the document's text, as measured. */
const TRACE_BYTES = 320;
const DOCUMENT_BYTES = 128;

interface HeldTrace extends StoredTrace {
  readonly documents: SlabDocument[];
  limitExceeded: boolean;
  textBytes: number;
  isGone: boolean;
}

/** The documents of every trace, kept as text: they are put together when somebody asks. */
export class TraceStore {
  readonly #limits: StoreLimits;
  readonly #look: (trace: StoredTrace) => StoredTrace;
  #slabs = new DocumentSlabs();
  #traces = new Map<string, HeldTrace>();
  #order = new TraceOrder<HeldTrace>();
  #bytes = 0;
  #besideBytes = 0;
  #sequence = 0;
  #evicted = 0;
  #onGone: (traceId: string) => void = () => {};

  /** `look` is how readers see a trace; as it is where left out. */
  constructor(limits: StoreLimits, look: (trace: StoredTrace) => StoredTrace = (trace) => trace) {
    this.#limits = limits;
    this.#look = look;
  }

  get size(): number {
    return this.#traces.size;
  }

  /** Memory taken, as `maxBytes` counts it. */
  get bytes(): number {
    return this.#bytes + this.#besideBytes;
  }

  /** Traces that had to go for newer ones. */
  get evicted(): number {
    return this.#evicted;
  }

  trace(id: string): StoredTrace | undefined {
    const held = this.#traces.get(id);
    return held && this.#look(held);
  }

  /** Newest first, by the start of the document that was heard of first. */
  *traces(): Generator<StoredTrace> {
    for (const held of this.#order.newestFirst()) yield this.#look(held);
  }

  /** `listener`, the only one, hears of each trace that goes, for newer ones or with all others. */
  whenGone(listener: (traceId: string) => void): void {
    this.#onGone = listener;
  }

  /** Takes one segment document, or an array of subsegments, as JSON text. A refused document changes nothing. */
  put(text: string): Stored {
    const read = readParts(text);
    return read.kind === 'refused' ? read : this.add(read.parts);
  }

  /** Takes all the parts of a document, or none. */
  add(parts: readonly ReadDocumentPart[]): Stored {
    const textBytes = new Map<string, number>();
    for (const { traceId, id, sizeBytes } of parts) {
      const held = this.#traces.get(traceId);
      const bytes = (textBytes.get(traceId) ?? held?.textBytes ?? 0) + sizeBytes;
      textBytes.set(traceId, bytes);
      if (bytes <= this.#limits.maxTraceBytes) continue;
      if (held !== undefined) held.limitExceeded = true;
      const reason = `Trace ${traceId} has reached ${this.#limits.maxTraceBytes} bytes.`;
      return { kind: 'refused', fault: 'TraceLimitExceeded', reason, id };
    }
    const newTraceIds = parts.filter((part) => this.#add(part)).map(({ traceId }) => traceId);
    this.#evict();
    return { kind: 'stored', traceIds: [...new Set(parts.map(({ traceId }) => traceId))], newTraceIds };
  }

  /** Counts memory that something beside the traces takes, and makes room for it; false where that is more than all. */
  setAside(bytes: number): boolean {
    if (bytes > this.#limits.maxBytes) return false;
    this.#besideBytes = bytes;
    this.#evict();
    return true;
  }

  /** Drops every trace, and does not count them as evicted. */
  clear(): void {
    const gone = this.#traces.keys();
    this.#traces = new Map();
    this.#order = new TraceOrder();
    this.#slabs = new DocumentSlabs();
    this.#bytes = 0;
    for (const id of gone) this.#onGone(id);
  }

  /** Whether the document is the first of its trace. */
  #add(part: ReadDocumentPart): boolean {
    const known = this.#traces.get(part.traceId);
    const held = known ?? this.#begin(part);
    held.documents.push(this.#slabs.keep(part));
    held.textBytes += part.sizeBytes;
    this.#bytes += part.sizeBytes + DOCUMENT_BYTES;
    return known === undefined;
  }

  #begin({ traceId, startMs }: ReadDocumentPart): HeldTrace {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const held = { id: traceId, documents: [], limitExceeded: false, startMs, sequence, textBytes: 0, isGone: false };
    this.#traces.set(traceId, held);
    this.#order.add(held);
    this.#bytes += TRACE_BYTES;
    return held;
  }

  #evict(): void {
    for (const held of this.#traces.values()) {
      if (this.#traces.size <= this.#limits.maxTraces && this.bytes <= this.#limits.maxBytes) return;
      this.#traces.delete(held.id);
      this.#order.remove(held);
      for (const document of held.documents) this.#slabs.release(document);
      this.#bytes -= TRACE_BYTES + held.textBytes + DOCUMENT_BYTES * held.documents.length;
      this.#evicted += 1;
      this.#onGone(held.id);
    }
  }
}

/** Whether anything in the trace happened from `fromMs` on and before `untilMs`. */
export function happenedIn({ documents }: StoredTrace, window: { fromMs: number; untilMs: number }): boolean {
  return documents.some(({ startMs, endMs }) => startMs < window.untilMs && (endMs ?? startMs) >= window.fromMs);
}

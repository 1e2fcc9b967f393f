import { type DocumentFault, type ReadDocument, readDocument } from '../trace/segment-document.js';
import { nestingDepth } from './nesting-depth.js';

/** A document as it came, one segment or one subsegment, with the times that windows ask for. */
export interface StoredDocument {
  readonly text: string;
  readonly startMs: number;
  /** null while in progress. */
  readonly endMs: number | null;
}

export interface StoredTrace {
  readonly id: string;
  /** In order of arrival. */
  readonly documents: readonly StoredDocument[];
  /** Documents were left out because the trace had reached its size limit. */
  readonly limitExceeded: boolean;
  /** Counts up from 1 in the order in which traces were first heard of. */
  readonly sequence: number;
}

export interface StoreLimits {
  /** Above this the trace that was heard of first goes. */
  readonly maxTraces: number;
  /** X-Ray cuts a trace at 500 kB: https://docs.aws.amazon.com/general/latest/gr/xray.html */
  readonly maxTraceBytes: number;
}

export type StorageFault = DocumentFault | 'TraceLimitExceeded';

export type Stored =
  | { readonly kind: 'stored'; readonly newTraceIds: readonly string[] }
  | { readonly kind: 'refused'; readonly fault: StorageFault; readonly reason: string; readonly id: string | null };

/** 64 kB: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html */
const MAX_DOCUMENT_BYTES = 65_536;
/** Far above what anybody writes into metadata. */
const MAX_NESTING = 1000;

interface HeldTrace extends StoredTrace {
  readonly documents: StoredDocument[];
  limitExceeded: boolean;
  sizeBytes: number;
}

/** The documents of every trace, kept as text: they are put together when somebody asks. */
export class TraceStore {
  readonly #limits: StoreLimits;
  readonly #traces = new Map<string, HeldTrace>();
  #sequence = 0;
  #evicted = 0;

  constructor(limits: StoreLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#traces.size;
  }

  /** Traces that had to go for newer ones. */
  get evicted(): number {
    return this.#evicted;
  }

  trace(id: string): StoredTrace | undefined {
    return this.#traces.get(id);
  }

  traces(): IterableIterator<StoredTrace> {
    return this.#traces.values();
  }

  /** Takes one segment document, or an array of subsegments, as JSON text. A refused document changes nothing. */
  put(text: string): Stored {
    const read = readDocument(text);
    if (read.kind === 'malformed') return { kind: 'refused', fault: read.fault, reason: read.reason, id: read.id };
    if (nestingDepth(text) > MAX_NESTING) {
      const reason = `The document is nested more than ${MAX_NESTING} levels deep.`;
      return { kind: 'refused', fault: 'InvalidSegment', reason, id: null };
    }
    const parts = partsOf(text, read);
    const refusal = this.#refusalOf(parts);
    if (refusal !== null) return refusal;
    const newTraceIds = parts.filter((part) => this.#add(part)).map(({ traceId }) => traceId);
    return { kind: 'stored', newTraceIds };
  }

  #refusalOf(parts: readonly Part[]): Stored | null {
    for (const { id, sizeBytes, traceId } of parts) {
      if (sizeBytes > MAX_DOCUMENT_BYTES) {
        return {
          kind: 'refused',
          fault: 'InvalidSegment',
          reason: `The document has ${sizeBytes} bytes; the most is ${MAX_DOCUMENT_BYTES}.`,
          id,
        };
      }
      const held = this.#traces.get(traceId);
      if (held !== undefined && held.sizeBytes + sizeBytes > this.#limits.maxTraceBytes) {
        held.limitExceeded = true;
        const reason = `Trace ${traceId} has reached ${this.#limits.maxTraceBytes} bytes.`;
        return { kind: 'refused', fault: 'TraceLimitExceeded', reason, id };
      }
    }
    return null;
  }

  /** Whether the document is the first of its trace. */
  #add({ traceId, text, sizeBytes, startMs, endMs }: Part): boolean {
    const document = { text, startMs, endMs };
    const held = this.#traces.get(traceId);
    if (held !== undefined) {
      held.documents.push(document);
      held.sizeBytes += sizeBytes;
      return false;
    }
    this.#sequence += 1;
    const sequence = this.#sequence;
    this.#traces.set(traceId, { id: traceId, documents: [document], limitExceeded: false, sequence, sizeBytes });
    this.#evict();
    return true;
  }

  #evict(): void {
    for (const id of this.#traces.keys()) {
      if (this.#traces.size <= this.#limits.maxTraces) return;
      this.#traces.delete(id);
      this.#evicted += 1;
    }
  }
}

/** Whether anything in the trace happened from `fromMs` on and before `untilMs`. */
export function happenedIn({ documents }: StoredTrace, window: { fromMs: number; untilMs: number }): boolean {
  return documents.some(({ startMs, endMs }) => startMs < window.untilMs && (endMs ?? startMs) >= window.fromMs);
}

interface Part extends StoredDocument {
  readonly traceId: string;
  readonly id: string;
  readonly sizeBytes: number;
}

function partsOf(text: string, read: Exclude<ReadDocument, { kind: 'malformed' }>): Part[] {
  if (read.kind === 'segment') {
    const { id, traceId, startMs, endMs } = read.segment;
    return [{ text, id, traceId, startMs, endMs, sizeBytes: Buffer.byteLength(text) }];
  }
  const value: unknown = JSON.parse(text);
  const texts = Array.isArray(value) ? value.map((element) => JSON.stringify(element)) : [text];
  return read.subsegments.map(({ traceId, subsegment: { id, startMs, endMs } }, index) => {
    const own = texts[index] ?? '';
    return { text: own, id, traceId, startMs, endMs, sizeBytes: Buffer.byteLength(own) };
  });
}

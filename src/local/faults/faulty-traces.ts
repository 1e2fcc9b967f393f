import type { StoredTrace } from '../trace-store.js';
import type { FaultSwitch } from './fault-switch.js';
import { seededShare } from './seeded-share.js';

/** How readers see traces: some are cut at their size limit, and all have parts missing where they are first read. */
export class FaultyTraces {
  readonly #switch: FaultSwitch;
  readonly #read = new WeakSet<StoredTrace>();
  #isFirstRead = false;
  #partialReads = 0;

  constructor(faults: FaultSwitch) {
    this.#switch = faults;
  }

  /** Traces that were returned with parts missing. */
  get partialReads(): number {
    return this.#partialReads;
  }

  readonly look = (trace: StoredTrace): StoredTrace => {
    const cut = this.#isCut(trace.id) ? firstHalf(trace) : trace;
    if (!this.#isFirstRead || !this.#switch.faults.partialFirstRead || this.#read.has(trace)) return cut;
    this.#read.add(trace);
    return this.#withoutHalf(cut);
  };

  /** What `read` sees of a trace the first time is without half of its documents. */
  firstReads<T>(read: () => T): T {
    this.#isFirstRead = true;
    try {
      return read();
    } finally {
      this.#isFirstRead = false;
    }
  }

  #isCut(traceId: string): boolean {
    const { limitExceededShare, limitExceededTraceIds, seed } = this.#switch.faults;
    if (limitExceededTraceIds.includes(traceId)) return true;
    return limitExceededShare > 0 && seededShare(seed, 'limit', traceId) < limitExceededShare;
  }

  /** Of a trace with one document nothing can be missing. */
  #withoutHalf(trace: StoredTrace): StoredTrace {
    const { seed } = this.#switch.faults;
    const late = trace.documents
      .map((document) => ({ document, share: seededShare(seed, 'partial', document.text) }))
      .toSorted((a, b) => a.share - b.share)
      .slice(0, trace.documents.length >> 1)
      .map(({ document }) => document);
    if (late.length === 0) return trace;
    this.#partialReads += 1;
    return { ...trace, documents: trace.documents.filter((document) => !late.includes(document)) };
  }
}

function firstHalf(trace: StoredTrace): StoredTrace {
  const documents = trace.documents.slice(0, Math.ceil(trace.documents.length / 2));
  return { ...trace, documents, limitExceeded: true };
}

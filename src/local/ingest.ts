import { type DatagramFault, readDatagram } from './datagram.js';
import type { StorageFault, Stored, TraceStore } from './trace-store.js';

/** What came in, and what became of it. */
export interface IngestCounts {
  /** Datagrams received on the UDP port. */
  readonly datagrams: number;
  /** Documents stored, whether they came in a datagram or through PutTraceSegments. */
  readonly documents: number;
  /** Datagrams and documents that were not stored, and how many for each reason. */
  readonly rejected: number;
  readonly rejectedBy: Readonly<Partial<Record<DatagramFault | StorageFault, number>>>;
  /** Traces held now. */
  readonly traces: number;
  /** Traces dropped to make room for newer ones. */
  readonly evictedTraces: number;
}

/** Puts what arrives into the store and counts it. */
export class Ingest {
  readonly #store: TraceStore;
  readonly #onTrace: (traceId: string) => void;
  readonly #rejectedBy: Partial<Record<DatagramFault | StorageFault, number>> = {};
  #datagrams = 0;
  #documents = 0;

  /** `onTrace` hears of each trace when its first document is stored. */
  constructor(store: TraceStore, onTrace: (traceId: string) => void) {
    this.#store = store;
    this.#onTrace = onTrace;
  }

  /** Nobody answers a datagram: what is wrong with it shows in the counts alone. */
  datagram(text: string): void {
    this.#datagrams += 1;
    const read = readDatagram(text);
    if (read.kind === 'rejected') this.#reject(read.fault);
    else this.document(read.document);
  }

  document(text: string): Stored {
    const stored = this.#store.put(text);
    if (stored.kind === 'refused') {
      this.#reject(stored.fault);
    } else {
      this.#documents += 1;
      for (const traceId of stored.newTraceIds) this.#onTrace(traceId);
    }
    return stored;
  }

  counts(): IngestCounts {
    return {
      datagrams: this.#datagrams,
      documents: this.#documents,
      rejected: Object.values(this.#rejectedBy).reduce((sum, count) => sum + count, 0),
      rejectedBy: { ...this.#rejectedBy },
      traces: this.#store.size,
      evictedTraces: this.#store.evicted,
    };
  }

  #reject(fault: DatagramFault | StorageFault): void {
    this.#rejectedBy[fault] = (this.#rejectedBy[fault] ?? 0) + 1;
  }
}

import { DelayLine } from './delay-line.js';
import { type ReadDocumentPart, type Refusal, readParts } from './document-parts.js';
import { fateOf } from './faults/document-fate.js';
import { type Faults, NO_FAULTS } from './faults/faults.js';
import { type IngestCounts, type IngestFault, Rejections } from './ingest-counts.js';
import type { TraceStore } from './trace-store.js';

/** `accepted` is stored, unless a fault was asked for that delays or loses it. */
export type Ingested = { readonly kind: 'accepted' } | Refusal<IngestFault>;

export interface IngestSettings {
  readonly store: TraceStore;
  /** Those in effect now; none where left out. */
  readonly faults?: () => Faults;
  /** Hears of the traces of each document that is stored, and of those of which it is the first. */
  readonly onStored?: (traceIds: readonly string[], newTraceIds: readonly string[]) => void;
}

/** Puts what arrives into the store and counts it. */
export class Ingest {
  readonly #store: TraceStore;
  readonly #faults: () => Faults;
  readonly #onStored: (traceIds: readonly string[], newTraceIds: readonly string[]) => void;
  readonly #rejections = new Rejections();
  readonly #delayed = new DelayLine();
  #datagrams = 0;
  #spans = 0;
  #documents = 0;
  #dropped = 0;

  constructor({ store, faults = () => NO_FAULTS, onStored = () => {} }: IngestSettings) {
    this.#store = store;
    this.#faults = faults;
    this.#onStored = onStored;
  }

  /** Counts a datagram, whose documents or spans then follow. */
  datagram(): void {
    this.#datagrams += 1;
  }

  /** Counts a span; `isValid` where it can be a segment, whose documents then follow. */
  span(isValid: boolean): void {
    this.#spans += 1;
    if (!isValid) this.reject('InvalidSpan');
  }

  reject(fault: IngestFault): void {
    this.#rejections.add(fault);
  }

  /** Takes one segment document, or an array of subsegments, as JSON text. */
  document(text: string): Ingested {
    const read = readParts(text);
    if (read.kind === 'refused') return this.#refuse(read);
    const fate = fateOf(identityOf(read.parts), this.#faults());
    if (fate.kind === 'lost') {
      this.#dropped += 1;
      return { kind: 'accepted' };
    }
    return fate.delayMs === 0 ? this.#arrive(read.parts) : this.#delay(read.parts, fate.delayMs);
  }

  /** Drops every trace, and the documents that are on their way. */
  reset(): void {
    this.stop();
    this.#store.clear();
  }

  /** Drops the documents that are on their way. */
  stop(): void {
    this.#delayed.clear();
    this.#store.setAside(0);
  }

  counts(): IngestCounts {
    return {
      datagrams: this.#datagrams,
      spans: this.#spans,
      documents: this.#documents,
      waiting: this.#delayed.length,
      dropped: this.#dropped,
      ...this.#rejections.counts(),
      traces: this.#store.size,
      bytes: this.#store.bytes,
      evictedTraces: this.#store.evicted,
    };
  }

  #arrive(parts: readonly ReadDocumentPart[]): Ingested {
    const stored = this.#store.add(parts);
    if (stored.kind === 'refused') return this.#refuse(stored);
    this.#documents += 1;
    this.#onStored(stored.traceIds, stored.newTraceIds);
    return { kind: 'accepted' };
  }

  #delay(parts: readonly ReadDocumentPart[], delayMs: number): Ingested {
    const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    if (!this.#store.setAside(this.#delayed.bytes + sizeBytes)) {
      const reason = 'There is no memory for another document that waits for its ingestion delay.';
      return this.#refuse({ kind: 'refused', fault: 'MemoryExceeded', reason, id: parts[0]?.id ?? null });
    }
    this.#delayed.hold({ delayMs, sizeBytes }, () => {
      this.#store.setAside(this.#delayed.bytes);
      this.#arrive(parts);
    });
    return { kind: 'accepted' };
  }

  #refuse<R extends Refusal<IngestFault>>(refusal: R): R {
    this.reject(refusal.fault);
    return refusal;
  }
}

/** An entity is sent once while in progress, and once when it has ended. */
function identityOf(parts: readonly ReadDocumentPart[]): string {
  return parts.map(({ traceId, id, endMs }) => `${traceId} ${id} ${endMs}`).join();
}

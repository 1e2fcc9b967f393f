import type { DatagramFault } from './datagram.js';
import type { StorageFault } from './trace-store.js';

/**
 * `InvalidSpan`: a span that cannot be a segment, for want of an id. `InvalidOtlp`: a datagram whose OpenTelemetry export
 * cannot be read. `MemoryExceeded`: no memory for another document that waits for its ingestion delay.
 */
export type IngestFault = DatagramFault | StorageFault | 'InvalidSpan' | 'InvalidOtlp' | 'MemoryExceeded';

/** What came in, and what became of it. */
export interface IngestCounts {
  /** Datagrams received on the UDP port. */
  readonly datagrams: number;
  /** OpenTelemetry spans received, on the OTLP port or in datagrams; a span becomes one document, or two. */
  readonly spans: number;
  /** Documents stored, whether they came in a datagram, through PutTraceSegments or of a span. */
  readonly documents: number;
  /** Documents that come into sight after the ingestion delay. */
  readonly waiting: number;
  /** Documents that were accepted and dropped, as the fault `lostShare` asks. */
  readonly dropped: number;
  /** Datagrams, spans and documents that were not stored, and how many for each reason. */
  readonly rejected: number;
  readonly rejectedBy: Readonly<Partial<Record<IngestFault, number>>>;
  /** Traces held now. */
  readonly traces: number;
  /** Memory that they take. */
  readonly bytes: number;
  /** Traces dropped to make room for newer ones. */
  readonly evictedTraces: number;
}

/** Counts by reason. */
export class Rejections {
  readonly #by: Partial<Record<IngestFault, number>> = {};

  add(fault: IngestFault): void {
    this.#by[fault] = (this.#by[fault] ?? 0) + 1;
  }

  counts(): Pick<IngestCounts, 'rejected' | 'rejectedBy'> {
    const rejected = Object.values(this.#by).reduce((sum, count) => sum + count, 0);
    return { rejected, rejectedBy: { ...this.#by } };
  }
}

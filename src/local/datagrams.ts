import { readDatagram } from './datagram.js';
import type { Ingest } from './ingest.js';
import type { IndexedAttributes } from './otlp/annotations.js';
import type { ExportRequest } from './otlp/wire.js';

export interface DatagramSettings {
  readonly ingest: Ingest;
  readonly indexed: IndexedAttributes;
}

/** Takes what comes on the UDP port. Nobody answers a datagram: what is wrong with it shows in the counts alone. */
export class Datagrams {
  readonly #destination: DatagramSettings;
  #spansReading: Promise<void> = Promise.resolve();

  constructor(destination: DatagramSettings) {
    this.#destination = destination;
  }

  receive(text: string): void {
    const { ingest } = this.#destination;
    ingest.datagram();
    const read = readDatagram(text);
    switch (read.kind) {
      case 'document':
        ingest.document(read.document);
        break;
      case 'spans':
        this.#spansReading = this.#spansReading.then(() => this.#export(read.base64));
        break;
      case 'rejected':
        ingest.reject(read.fault);
        break;
      default:
        read satisfies never;
    }
  }

  /** When all spans that came are stored. */
  settled(): Promise<void> {
    return this.#spansReading;
  }

  async #export(base64: string): Promise<void> {
    // Protobuf takes its time to load.
    const { readExportRequest } = await import('./otlp/wire.js');
    const { exportTraces } = await import('./otlp/export-traces.js');
    try {
      const request = readExportRequest(Buffer.from(base64, 'base64'), 'protobuf');
      if (!hasSpans(request)) throw new Error('It has no spans.'); // As text that is no base64 is read.
      exportTraces(request, this.#destination);
    } catch {
      this.#destination.ingest.reject('InvalidOtlp');
    }
  }
}

function hasSpans({ resourceSpans }: ExportRequest): boolean {
  return resourceSpans.some(({ scopeSpans }) => scopeSpans.some(({ spans }) => spans.length > 0));
}

import type { ReadDocumentPart } from './document-parts.js';

/** A document as it came, one segment or one subsegment, with the times that windows ask for. */
export interface StoredDocument {
  readonly kind: ReadDocumentPart['kind'];
  /** Throws an Error once the document had to go for newer ones. */
  readonly text: string;
  readonly startMs: number;
  /** null while in progress. */
  readonly endMs: number | null;
}

const SLAB_BYTES = 1024 * 1024;

/**
 * Keeps the text of documents as UTF-8, one after the other in large buffers. There a gigabyte of them neither meets the
 * limit of V8's heap nor gives its collector anything to look at. A buffer is used again when the last document in it
 * has gone: to wait for the collector would take twice the memory.
 */
export class DocumentSlabs {
  readonly #free: Slab[] = [];
  #slab = new Slab();

  keep(part: ReadDocumentPart): SlabDocument {
    const { text, sizeBytes } = part;
    if (this.#slab.usedBytes + sizeBytes > SLAB_BYTES) {
      if (this.#slab.documents === 0) this.#reuse(this.#slab);
      this.#slab = this.#free.pop() ?? new Slab();
    }
    return new SlabDocument(this.#slab, this.#slab.write(text), part);
  }

  release(document: SlabDocument): void {
    const { slab } = document;
    slab.documents -= 1;
    if (slab.documents === 0 && slab !== this.#slab) this.#reuse(slab);
  }

  #reuse(slab: Slab): void {
    slab.clear();
    this.#free.push(slab);
  }
}

class Slab {
  readonly bytes = Buffer.allocUnsafeSlow(SLAB_BYTES);
  usedBytes = 0;
  documents = 0;
  /** How often it was used before. */
  generation = 0;

  /** Returns where the text begins. */
  write(text: string): number {
    const from = this.usedBytes;
    this.usedBytes += this.bytes.write(text, from, 'utf8');
    this.documents += 1;
    return from;
  }

  clear(): void {
    this.usedBytes = 0;
    this.generation += 1;
  }
}

export class SlabDocument implements StoredDocument {
  readonly kind: ReadDocumentPart['kind'];
  readonly startMs: number;
  readonly endMs: number | null;
  readonly slab: Slab;
  readonly #generation: number;
  readonly #from: number;
  readonly #until: number;

  constructor(slab: Slab, from: number, { kind, startMs, endMs }: ReadDocumentPart) {
    this.kind = kind;
    this.startMs = startMs;
    this.endMs = endMs;
    this.slab = slab;
    this.#generation = slab.generation;
    this.#from = from;
    this.#until = slab.usedBytes;
  }

  get text(): string {
    if (this.slab.generation !== this.#generation) throw new Error('The document had to go for newer ones.');
    return this.slab.bytes.toString('utf8', this.#from, this.#until);
  }
}

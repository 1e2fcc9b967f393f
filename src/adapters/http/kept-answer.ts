import { ANSWER_LIMIT, type Answer } from '../../drive/transport.js';
import { decodeContent } from './content-coding.js';

/** Gathers the headers and the start of the body of one answer. */
export class KeptAnswer {
  readonly #headers = new Map<string, string[]>();
  readonly #chunks: Buffer[] = [];
  #sizeBytes = 0;

  /** `name` in any case. */
  addHeader(name: string, value: string): void {
    const lower = name.toLowerCase();
    const values = this.#headers.get(lower);
    if (values === undefined) this.#headers.set(lower, [value]);
    else values.push(value);
  }

  /** Copies what it keeps. */
  addBody(chunk: Buffer): void {
    const leftBytes = ANSWER_LIMIT - this.#sizeBytes;
    if (leftBytes <= 0) return;
    this.#chunks.push(Buffer.from(chunk.subarray(0, leftBytes)));
    this.#sizeBytes += Math.min(leftBytes, chunk.length);
  }

  /** Never rejects. What a content coding compressed is text again. */
  async read(): Promise<Answer> {
    const coding = this.#headers.get('content-encoding')?.join(',') ?? 'identity';
    const bytes = await decodeContent(Buffer.concat(this.#chunks), coding);
    // With `stream`, the half of a letter at the cut is left out.
    const body = new TextDecoder().decode(bytes, { stream: bytes.length >= ANSWER_LIMIT });
    return { headers: Object.fromEntries(this.#headers), body };
  }
}

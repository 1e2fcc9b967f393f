import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { ANSWER_LIMIT } from '../../drive/transport.js';

/** https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/**
 * Undoes a content coding, as named in the header `content-encoding`, up to ANSWER_LIMIT bytes. Bytes of a coding that
 * is not known stay as they are; of those that break off, or are not what was said, remains what could be read.
 */
export async function decodeContent(bytes: Buffer, coding: string): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (decoder === undefined || bytes.length === 0) return bytes;
  const read: Buffer[] = [];
  let sizeBytes = 0;
  try {
    const stream = decoder();
    stream.end(bytes);
    for await (const part of stream as AsyncIterable<Buffer>) {
      read.push(part);
      sizeBytes += part.length;
      if (sizeBytes >= ANSWER_LIMIT) break;
    }
  } catch {
    // What was read before is what there is.
  }
  return Buffer.concat(read).subarray(0, ANSWER_LIMIT);
}

import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../../src/adapters/http/content-coding.js';
import { ANSWER_LIMIT } from '../../../src/drive/transport.js';

const TEXT = Buffer.from('{"token":"é"}'.repeat(100));

describe('a content coding', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['GZip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['identity', TEXT],
  ])('is undone: %s', async (coding, bytes) => {
    expect(await decodeContent(bytes, coding)).toEqual(TEXT);
  });

  it('that is not known, or a name of Object, leaves the bytes as they are', async () => {
    for (const coding of ['gzip,br', 'constructor']) expect(await decodeContent(TEXT, coding)).toBe(TEXT);
  });

  it('never gives more than the limit, however much is packed', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * ANSWER_LIMIT));
    expect(await decodeContent(bomb, 'gzip')).toHaveLength(ANSWER_LIMIT);
  });

  it('that breaks off or is another gives what can be read, and no error', async () => {
    expect(await decodeContent(gzipSync(TEXT).subarray(0, -8), 'gzip')).toEqual(TEXT);
    expect(await decodeContent(TEXT, 'gzip')).toHaveLength(0);
  });
});

/**
 * Equal for the same documents in whatever order, and for others but once in some 10^15 comparisons: a trace that has not
 * changed since the last look need not be read again.
 */
export function digestOf(documents: readonly string[]): string {
  let [low, high, length] = [0, 0, 0];
  for (const text of documents) {
    let [a, b] = [0x811c9dc5, 0x9747b28c];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193); // FNV-1a
      b = Math.imul(b ^ code, 0x5bd1e995);
      b ^= b >>> 15;
    }
    low = (low + (a >>> 0)) >>> 0;
    high = (high + (b >>> 0)) >>> 0;
    length += text.length;
  }
  return `${documents.length} ${length} ${low} ${high}`;
}

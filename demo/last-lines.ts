import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Reads a stream to its end and keeps its last lines, frames of a stack left out; the result returns them joined, as they are now. */
export function lastLinesOf(stream: Readable, count = 12): () => string {
  const lines: string[] = [];
  createInterface({ input: stream }).on('line', (line) => {
    if (/^\s+at /.test(line)) return;
    lines.push(line);
    if (lines.length > count) lines.shift();
  });
  return () => lines.join('\n');
}

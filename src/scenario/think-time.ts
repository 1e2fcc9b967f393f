import type { Part } from './part.js';
import type { Problems } from './problems.js';

const LONGEST_MS = 60_000;

/** Reads a pause: `500ms`, `2s`, `1.5s`. In milliseconds. */
export function readThinkTime(part: Part, problems: Problems): number {
  const text = part.content.kind === 'scalar' ? part.content.text : '';
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(text);
  const ms = match === null ? Number.NaN : Number(match[1]) * (match[2] === 's' ? 1000 : 1);
  if (ms <= LONGEST_MS) return ms;
  const write =
    /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 ? `${text}ms or ${text}s, whichever you mean` : '500ms or 2s';
  problems.wrong(part, 'a time from 0ms to 60s, with its unit', write);
  return 0;
}

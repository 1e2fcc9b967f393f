import type { ExamplePair } from '../compare/examples.js';
import { canonicalTraceId } from '../trace/segment-document.js';
import type { Finding } from './finding.js';

/** Findings whose examples are drawn: the page must stay one that a browser can show. */
export const MOST_ILLUSTRATED = 30;

/** Traces that are fetched once more for a report: eight calls to X-Ray. */
export const MOST_DRAWN = 40;

/**
 * Ids of the traces whose timelines a report draws, each once: the typical ones of its findings before the worst ones,
 * the two of a pair together. What is no id of X-Ray's is no trace that could be fetched.
 */
export function drawnTraces(findings: readonly Pick<Finding, 'examples'>[]): readonly string[] {
  const examples = findings.slice(0, MOST_ILLUSTRATED).flatMap((finding) => finding.examples ?? []);
  const drawn = new Set<string>();
  for (const pair of [...examples.map(({ typical }) => typical), ...examples.map(({ worst }) => worst)]) {
    const more = idsOf(pair).filter((id) => !drawn.has(id));
    if (drawn.size + more.length <= MOST_DRAWN) for (const id of more) drawn.add(id);
  }
  return [...drawn];
}

function idsOf({ candidate, baseline }: ExamplePair): string[] {
  return [candidate, ...(baseline === null ? [] : [baseline])].filter((id) => canonicalTraceId(id) === id);
}

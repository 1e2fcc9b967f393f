import type { Blame, BlamedPart, Share } from '../compare/blame.js';
import { msOfAll } from './blame-words.js';
import { partWords, plainWords } from './part-words.js';

/** More steps than these are summed: a request may have thousands. */
export const MOST_JSON_STEPS = 100;

/** A blame for machines. Milliseconds; `parts`, `others` and `notExplained` add up to `baseline` and to `candidate`. */
export function blameJson({ operation, metric, state, ms, parts, notExplained, around }: Blame) {
  const named = partWords(parts.map(({ part }) => part));
  const others = parts.slice(MOST_JSON_STEPS);
  return {
    operation,
    metric,
    state,
    ...changeJson(ms),
    requestsAround: around,
    parts: parts.slice(0, MOST_JSON_STEPS).map((part, i) => partJson(part, plainWords(named[i]!))),
    others: others.length === 0 ? null : { steps: others.length, ...changeJson(msOfAll(others)) },
    notExplained: { ...changeJson(notExplained.ms), interval: notExplained.interval },
  };
}

/** `path`: the steps down to this one, outermost first. */
function partJson({ part, count, ms, interval }: BlamedPart, what: string) {
  const { node, name, caller, above } = part;
  return {
    what,
    node: node.name,
    step: name,
    caller: caller?.name ?? null,
    path: [...above.toReversed(), { node: node.name, name }],
    ...changeJson(ms),
    interval,
    count,
  };
}

function changeJson({ baseline, candidate }: Share['ms']) {
  return { baseline, candidate, change: candidate - baseline };
}

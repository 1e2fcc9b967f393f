import type { Observation } from './observation.js';
import type { Node } from './service-graph.js';

/**
 * An observation without the errors that make up an expected answer: that of the node that answered or, where a failed
 * call explains it, of that call and whoever it was passed on from. Throttles and faults stay, and errors that were swallowed.
 *
 * ```
 * api 404 ── orders 404 ── table 400     expected: none of the three
 * api 404 ── cache 404, then its own     expected: api's own; the cache's stays
 * ```
 */
export function withoutExpectedErrors(told: Observation): Observation {
  const answering = told.steps[0]?.step.node;
  if (told.root?.error !== true || answering === undefined) return told;
  const own = new Set(told.work.flatMap(({ node, ownError }) => (ownError ? [node] : [])));
  const passing = new Set<Node>([answering]);
  for (const node of passing) {
    if (own.has(node)) continue;
    for (const call of told.calls) {
      if (call.from === node && call.error && !call.throttle) passing.add(call.to);
    }
  }
  const isPassedOn = ({ from, error, throttle }: Observation['calls'][number]) =>
    error && !throttle && passing.has(from) && !own.has(from);
  return {
    ...told,
    work: told.work.map((work) => (passing.has(work.node) ? { ...work, ownError: false } : work)),
    calls: told.calls.map((call) => (isPassedOn(call) ? { ...call, error: false } : call)),
  };
}

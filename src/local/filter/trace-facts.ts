import { callsOf, nodeOf } from '../../trace/service-graph.js';
import { rootOf, wholeMicroseconds } from '../../trace/trace.js';
import type { MergedTrace } from '../merged-trace.js';
import { rootCausesOf } from '../root-causes.js';
import { extentOf, hasThrottle, isPartial } from '../trace-summary.js';
import { annotationsIn, httpTexts, outcomeOf, secondsOf, type TraceFacts } from './facts.js';
import { factsOfCall, factsOfSegment, textsOf } from './part-facts.js';

/**
 * At the level of the trace: response, status, URL and outcome are the root segment's; a throttle, a user, a place or
 * an annotation may be anybody's.
 */
export function factsOfTrace(merged: MergedTrace): TraceFacts {
  const { trace } = merged;
  const root = rootOf(trace);
  const { startMs, endMs } = extentOf(trace);
  const rootCauses = {
    fault: once(() => rootCausesOf(trace, 'fault')),
    error: once(() => rootCausesOf(trace, 'error')),
    responsetime: once(() => rootCausesOf(trace, 'responsetime')),
  };
  return {
    flags: {
      ...outcomeOf(root),
      throttle: hasThrottle(trace),
      partial: isPartial(trace),
      inferred: trace.segments.some(({ inferred }) => inferred),
    },
    numbers: {
      responsetime: secondsOf(root),
      duration: wholeMicroseconds(endMs - startMs) / 1000,
      'http.status': root?.http?.status ?? null,
    },
    texts: { ...httpTexts(root?.http ?? null), ...textsOf(trace.segments, merged) },
    annotations: (end) =>
      end === 'own' ? annotationsIn([...trace.segments, ...trace.orphans.map(({ subsegment }) => subsegment)]) : [],
    services: once(() =>
      trace.segments.map((segment) => ({
        node: nodeOf(segment),
        facts: factsOfSegment(segment, segment === root, merged),
      })),
    ),
    calls: once(() => callsOf(trace).map((call) => ({ call, facts: factsOfCall(call, merged) }))),
    rootCauses: (cause) => rootCauses[cause](),
  };
}

/** An expression of many terms asks for the same again and again. */
function once<T extends object>(find: () => T): () => T {
  let found: T | null = null;
  return () => {
    found ??= find();
    return found;
  };
}

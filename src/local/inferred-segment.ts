import type { Subsegment } from '../trace/entity.js';
import { subsegmentsBelow } from '../trace/entity.js';
import type { JsonObject } from '../trace/json-object.js';
import { inferredNode } from '../trace/service-graph.js';
import { segmentsByParent, type Trace } from '../trace/trace.js';
import { hashedId } from './hash.js';

export type InferredDocument = JsonObject & { readonly id: string };

/**
 * The segments that X-Ray makes up for callees that sent none: one for each subsegment with a namespace that no segment
 * names as its parent. `sourceOf` is the JSON that a subsegment was read from. The ids follow from the subsegments, so
 * that two looks at a trace are equal.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-inferred
 */
export function inferredDocuments(trace: Trace, sourceOf: (subsegment: Subsegment) => JsonObject): InferredDocument[] {
  const called = segmentsByParent(trace);
  const documents: InferredDocument[] = [];
  for (const segment of trace.segments) {
    if (segment.inferred) continue;
    for (const subsegment of subsegmentsBelow(segment)) {
      const { namespace } = subsegment;
      if ((namespace !== 'aws' && namespace !== 'remote') || called.has(subsegment.id)) continue;
      documents.push(inferredDocument(trace.id, subsegment, sourceOf(subsegment)));
    }
  }
  return documents;
}

function inferredDocument(traceId: string, subsegment: Subsegment, source: JsonObject): InferredDocument {
  const copied = Object.entries(source).filter(([field]) => COPIED.has(field));
  return {
    id: hashedId(`${traceId} ${subsegment.id}`),
    ...Object.fromEntries(copied),
    trace_id: traceId,
    parent_id: subsegment.id,
    inferred: true,
    ...(subsegment.namespace === 'aws' ? { aws: source.aws ?? {}, origin: inferredNode(subsegment).type } : {}),
  };
}

const COPIED = new Set([
  'name',
  'start_time',
  'end_time',
  'in_progress',
  'http',
  'error',
  'fault',
  'throttle',
  'cause',
]);

import { type Entity, subsegmentsBelow } from './entity.js';
import { type Call, type Node, nodeOf } from './service-graph.js';
import type { Trace } from './trace.js';

/** The end of a chain of faults: who failed by itself, with what. */
export interface FailureFacts {
  readonly node: Node;
  readonly status: number | null;
  readonly exception: string | null;
}

/**
 * What a trace's faults began with: of the segments that failed with no failed call to blame, and the failed calls to
 * callees that sent no segments, the one that started last, which is the deepest of a chain. null where nothing failed.
 *
 * ```
 * api 500 ── orders 500 ── payments 500 (TypeError)     payments, 500, TypeError
 *                     └─── DynamoDB 200
 * ```
 */
export function failureOf(trace: Trace, calls: readonly Call[]): FailureFacts | null {
  const failedCalls = calls.filter(({ fault }) => fault);
  const blaming = new Set(failedCalls.map(({ caller }) => caller));
  const ends: { readonly entity: Entity; readonly node: Node }[] = [
    ...trace.segments
      .filter((segment) => segment.fault && !segment.inferred && !blaming.has(segment))
      .map((segment) => ({ entity: segment, node: nodeOf(segment) })),
    ...failedCalls.flatMap(({ subsegment, callees, to }) =>
      subsegment === null || callees.length > 0 ? [] : [{ entity: subsegment, node: to }],
    ),
  ];
  const last = ends.toSorted((a, b) => b.entity.startMs - a.entity.startMs)[0];
  if (last === undefined) return null;
  const { entity, node } = last;
  const thrown = [entity, ...subsegmentsBelow(entity)].flatMap(({ exceptions }) => exceptions);
  return { node, status: entity.http?.status ?? null, exception: thrown[0]?.type ?? null };
}

import { type Node, nodeKey } from '../trace/service-graph.js';

/**
 * What a hypothesis is about. `p95` is judged by the tail score and printed as the 95th percentile; `calls` and `retries`
 * are numbers per request.
 */
export type Metric = 'typical' | 'p95' | 'faults' | 'errors' | 'throttles' | 'calls' | 'retries';

/** Where it was measured: a whole operation, a node within it, or an edge within it. */
export interface Place {
  readonly operation: string;
  readonly node: Node | null;
  readonly edge: { readonly from: Node; readonly to: Node } | null;
  /** A part of it: of a node a local subsegment by its name, of an edge the calls of one operation, as `Query`. */
  readonly step?: string;
}

/** A string that is equal for equal places. */
export function placeKey({ operation, node, edge, step }: Place): string {
  return JSON.stringify([
    operation,
    node === null ? null : nodeKey(node),
    edge === null ? null : [nodeKey(edge.from), nodeKey(edge.to)],
    ...(step === undefined ? [] : [step]),
  ]);
}

/** The same for an edge, wherever it was seen. */
export function edgeKey({ from, to }: { readonly from: Node; readonly to: Node }): string {
  return JSON.stringify([nodeKey(from), nodeKey(to)]);
}

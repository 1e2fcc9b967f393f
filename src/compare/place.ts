import { type Node, nodeKey } from '../trace/service-graph.js';

/** What a hypothesis is about. `p95` is judged by the tail score and printed as the 95th percentile. */
export type Metric = 'typical' | 'p95' | 'faults' | 'errors' | 'throttles' | 'calls';

/** Where it was measured: a whole operation, a node within it, or an edge within it. */
export interface Place {
  readonly operation: string;
  readonly node: Node | null;
  readonly edge: { readonly from: Node; readonly to: Node } | null;
}

/** A string that is equal for equal places. */
export function placeKey({ operation, node, edge }: Place): string {
  return JSON.stringify([
    operation,
    node === null ? null : nodeKey(node),
    edge === null ? null : [nodeKey(edge.from), nodeKey(edge.to)],
  ]);
}

/** The same for an edge, wherever it was seen. */
export function edgeKey({ from, to }: { readonly from: Node; readonly to: Node }): string {
  return JSON.stringify([nodeKey(from), nodeKey(to)]);
}

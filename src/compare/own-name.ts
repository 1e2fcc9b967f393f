import type { Node } from '../trace/service-graph.js';

/** A node under a name that it may share with others, and the one that its segments gave it. */
export interface RenamedNode extends Node {
  readonly ownName: string;
}

/** The node under the name that `shownAs` has. */
export function renamedAs(node: Node, shownAs: Node): RenamedNode {
  return { ...shownAs, ownName: ownName(node) };
}

export function ownName(node: Node | RenamedNode): string {
  return 'ownName' in node ? node.ownName : node.name;
}

import type { Profile } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { OWN_CODE } from '../trace/steps.js';
import { type BothSides, bothSides } from './alignment.js';

/** A step of the critical path, the same on both sides where the whole path of nodes and names above it is. */
export interface PathPart {
  /** Who did it; of a call to a callee that sent no segments: the callee. */
  readonly node: Node;
  /** The name of a step; may be empty. */
  readonly name: string;
  /** The node that made the call; null for what `node` did itself. */
  readonly caller: Node | null;
  /** The steps that it is part of, nearest first, each as its node's name and its own. */
  readonly above: readonly { readonly node: string; readonly name: string }[];
}

/** The parts that the critical paths of two profiles divide into, each there once for both. */
export class PathParts {
  readonly list: PathPart[] = [];
  readonly #byPath = new Map<string, number>();
  /** Of each side's steps: the index of its part. */
  readonly ofSteps: BothSides<readonly number[]>;

  constructor(profiles: BothSides<Pick<Profile, 'steps' | 'nodes'>>) {
    this.ofSteps = bothSides(profiles, (profile) => this.#enter(profile));
  }

  /** Callers come before those whom they call. */
  #enter({ steps, nodes }: Pick<Profile, 'steps' | 'nodes'>): number[] {
    const indices: number[] = [];
    /** Of each step: the node whose segment it is part of. */
    const owners: number[] = [];
    for (const { parent, node, name } of steps) {
      const owner = parent === null || name === OWN_CODE ? node : owners[parent]!;
      owners.push(owner);
      const path = `${parent === null ? '' : indices[parent]} ${nodeKey(nodes[node]!)} ${name}`;
      let index = this.#byPath.get(path);
      if (index === undefined) {
        const above = parent === null ? null : this.list[indices[parent]!]!;
        index =
          this.list.push({
            node: nodes[node]!,
            name,
            caller: owner === node ? null : nodes[owner]!,
            above: above === null ? [] : [{ node: above.node.name, name: above.name }, ...above.above],
          }) - 1;
        this.#byPath.set(path, index);
      }
      indices.push(index);
    }
    return indices;
  }
}

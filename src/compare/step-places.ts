import type { Profile } from '../trace/profile.js';
import { OWN_CODE } from '../trace/steps.js';
import { type Place, placeKey } from './place.js';

/** Where a step is, by its name: a local subsegment of a node, or the calls of one operation on an edge. */
export interface StepPlace {
  readonly place: Omit<Place, 'operation'> & { readonly step: string };
  /** Equal for equal places. */
  readonly key: string;
  /** How many steps it is part of. */
  readonly depth: number;
}

/**
 * The place of each of a profile's steps; null for those that are counted as calls of an edge anyway: a segment's own code,
 * calls to callees with segments, and calls that name no operation. What stands above a step makes no difference:
 * the same code is the same place also where a new subsegment was put around it.
 */
export function stepPlacesOf({ steps, nodes }: Profile): (StepPlace | null)[] {
  const callees = new Set(steps.flatMap(({ parent, name }) => (name === OWN_CODE && parent !== null ? [parent] : [])));
  /** Of each step: the node whose segment it is part of, and its depth. */
  const within: { readonly owner: number; readonly depth: number }[] = [];
  return steps.map(({ parent, node, name }, index): StepPlace | null => {
    const above = parent === null ? null : within[parent]!;
    const owner = above === null || name === OWN_CODE ? node : above.owner;
    const depth = above === null ? 0 : above.depth + 1;
    within.push({ owner, depth });
    if (name === OWN_CODE || name === '' || callees.has(index)) return null;
    const place =
      node === owner
        ? { node: nodes[node]!, edge: null, step: name }
        : { node: null, edge: { from: nodes[owner]!, to: nodes[node]! }, step: name };
    return { place, key: placeKey({ ...place, operation: '' }), depth };
  });
}

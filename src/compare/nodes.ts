import type { Profile } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { type BothSides, bothSides } from './alignment.js';
import type { Edge } from './edges.js';
import { type OneSided, oneSided, Sighting, seenIn } from './sightings.js';

/** A node that only one version has. */
export interface NodeDifference extends OneSided {
  readonly node: Node;
  readonly change: 'new' | 'removed';
  readonly seen: BothSides<number>;
  readonly of: BothSides<number>;
}

/**
 * Nodes of one side alone, whether they did work or were called. As sure as the surest of their edges; one without
 * edges is certain where chance would have hidden it with a probability of at most `alpha`.
 */
export function nodeDifferences(profiles: BothSides<Profile>, edges: readonly Edge[], alpha: number): NodeDifference[] {
  const seen = seenIn(profiles);
  const found = new Map<string, { readonly node: Node; readonly sighting: Sighting }>();
  bothSides(profiles, ({ nodes, requests }, side) => {
    const byIndex = nodes.map((node) => {
      const key = nodeKey(node);
      const known = found.get(key) ?? { node, sighting: new Sighting() };
      found.set(key, known);
      return known;
    });
    for (const request of requests) {
      const indices = [...request.work.map(({ node }) => node), ...request.calls.flatMap(({ from, to }) => [from, to])];
      const here = new Set(indices.map((index) => byIndex[index]!.sighting));
      for (const sighting of here) sighting.add(side, request);
    }
  });
  const all = [...found.values()].filter(({ sighting: { traces } }) => traces.baseline + traces.candidate > 0);
  const results = oneSided(
    all.map(({ sighting }) => sighting),
    seen,
    alpha,
  );
  return all
    .flatMap(({ node, sighting }, i): NodeDifference[] => {
      const { change, p, certain } = results[i]!;
      if (change === 'none') return [];
      const own = edges.filter(({ from, to }) => [from, to].some((end) => nodeKey(end) === nodeKey(node)));
      const sure = own.length === 0 ? certain : own.some((edge) => edge.certain);
      return [{ node, change, p, certain: sure, seen: sighting.traces, of: seen.of }];
    })
    .toSorted((a, b) => a.p - b.p || (nodeKey(a.node) < nodeKey(b.node) ? -1 : 1));
}

import type { Profile } from '../trace/profile.js';
import type { Node } from '../trace/service-graph.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import { edgeKey } from './place.js';
import { chanceOfNoneElsewhere } from './special-functions.js';

/** An edge of the service graphs of both sides taken together. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly change: 'none' | 'new' | 'removed';
  /** Traces that have it. */
  readonly seen: BothSides<number>;
  /** Whole traces there are. */
  readonly of: BothSides<number>;
  readonly callsPerRequest: BothSides<number>;
  /**
   * For an edge of one side only: the chance that every trace of the other missed it although nothing changed,
   * adjusted for the number of edges that this could have happened to. 1 for an edge of both.
   */
  readonly p: number;
  /** False where chance could have hidden an edge of this rate from the other side. */
  readonly certain: boolean;
  readonly exampleTraceId: string;
  /** What the first stage had shown, where fresh traffic was asked again: all the rest is of the second stage then. */
  readonly first: Pick<Edge, 'seen' | 'of' | 'p'> | null;
}

/**
 * Every edge that any trace shows, changed ones first. One-sided Fisher tests for new and for removed edges; certain
 * where the adjusted p is at most `alpha`. Each is adjusted (Bonferroni) for the edges that so many traces have, of both
 * sides together, that all of them on this side would have been certain: others cannot raise a false alarm (Tarone
 * 1990), and which edges those are does not depend on which side is which. Only edges that `asksOf` names are looked at.
 */
export function edgesOf(
  profiles: BothSides<Profile>,
  alpha: number,
  asksOf: (edge: Pick<Edge, 'from' | 'to'>) => boolean = () => true,
): Edge[] {
  const traced = bothSides(profiles, ({ requests }) => requests.filter((request) => request.traced));
  const of = bothSides(traced, (requests) => requests.length);
  // Requests of one flow may have an edge in common: chance deals flows.
  const slots = bothSides(traced, (requests) => new Set(requests.map(({ slot }) => slot)).size);
  const found = new Map<string, FoundEdge>();
  bothSides(profiles, (profile, side) => addEdges(found, profile, side));
  const asked = [...found.values()].filter(asksOf);
  const chanceOnOneSide = (edge: FoundEdge, here: Side, there: Side) =>
    chanceOfNoneElsewhere(edge.slots.baseline.size + edge.slots.candidate.size, slots[here], slots[there]);
  const family = bothSides(profiles, (_, here) => {
    const there = here === 'baseline' ? 'candidate' : 'baseline';
    return asked.filter((edge) => chanceOnOneSide(edge, here, there) <= alpha).length;
  });
  return asked
    .map((edge): Edge => {
      const { from, to, traces, calls, exampleTraceId } = edge;
      const change = traces.baseline === 0 ? 'new' : traces.candidate === 0 ? 'removed' : 'none';
      const [here, there] =
        change === 'removed' ? (['baseline', 'candidate'] as const) : (['candidate', 'baseline'] as const);
      const p = change === 'none' ? 1 : Math.min(1, Math.max(1, family[here]) * chanceOnOneSide(edge, here, there));
      return {
        from,
        to,
        change,
        seen: traces,
        of,
        callsPerRequest: bothSides(calls, (count, side) => (of[side] === 0 ? 0 : count / of[side])),
        p,
        certain: change !== 'none' && p <= alpha,
        exampleTraceId,
        first: null,
      };
    })
    .toSorted((a, b) => a.p - b.p || b.seen.candidate - a.seen.candidate);
}

interface FoundEdge {
  readonly from: Node;
  readonly to: Node;
  readonly traces: { baseline: number; candidate: number };
  readonly slots: BothSides<Set<number>>;
  readonly calls: { baseline: number; candidate: number };
  /** The candidate's where it has the edge. */
  exampleTraceId: string;
}

function addEdges(found: Map<string, FoundEdge>, profile: Profile, side: Side): void {
  // By the two nodes' places in the list, so that a key is made out once and not for every call.
  const known = new Map<number, FoundEdge>();
  for (const { traceId, slot, calls } of profile.requests) {
    const seenHere = new Set<FoundEdge>();
    for (const { from, to } of calls) {
      const index = from * profile.nodes.length + to;
      let edge = known.get(index);
      if (edge === undefined) {
        edge = edgeBetween(found, profile.nodes[from]!, profile.nodes[to]!, traceId);
        known.set(index, edge);
      }
      edge.calls[side] += 1;
      if (seenHere.has(edge)) continue;
      seenHere.add(edge);
      if (edge.traces[side] === 0 && side === 'candidate') edge.exampleTraceId = traceId;
      edge.traces[side] += 1;
      edge.slots[side].add(slot);
    }
  }
}

function edgeBetween(found: Map<string, FoundEdge>, from: Node, to: Node, exampleTraceId: string): FoundEdge {
  const key = edgeKey({ from, to });
  const known = found.get(key);
  if (known !== undefined) return known;
  const none = () => ({ baseline: 0, candidate: 0 });
  const slots = { baseline: new Set<number>(), candidate: new Set<number>() };
  const edge = { from, to, traces: none(), slots, calls: none(), exampleTraceId };
  found.set(key, edge);
  return edge;
}

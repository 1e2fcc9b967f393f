import type { Profile } from '../trace/profile.js';
import type { Node } from '../trace/service-graph.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import { type EdgePolicy, type EdgeRule, type Ends, isWithinFunction, NO_POLICY, ruleForAll } from './edge-policy.js';
import { ownName } from './own-name.js';
import { edgeKey } from './place.js';
import { type OneSided, oneSided, Sighting, seenIn } from './sightings.js';

/** An edge of the service graphs of both sides taken together. */
export interface Edge extends OneSided {
  readonly from: Node;
  readonly to: Node;
  /** Traces that have it. */
  readonly seen: BothSides<number>;
  /** Whole traces there are. */
  readonly of: BothSides<number>;
  readonly callsPerRequest: BothSides<number>;
  /** Whose traces have it. */
  readonly operations: BothSides<readonly string[]>;
  readonly exampleTraceId: string;
  /** The rule that allows or denies it; null where none does. */
  readonly rule: EdgeRule | null;
  /** The own names of the ends that the rule was found for; null where there is none, or they are those shown. */
  readonly ruledAs: { readonly from: string; readonly to: string } | null;
  /** What the first stage had shown, where fresh traffic was asked again: all the rest is of the second stage then. */
  readonly first: Pick<Edge, 'seen' | 'of' | 'p'> | null;
}

/**
 * Every edge that any trace shows, changed ones first; which are certain is {@link oneSided}'s to say. Only edges that
 * `asksOf` names are looked at.
 */
export function edgesOf(
  profiles: BothSides<Profile>,
  alpha: number,
  {
    asksOf = () => true,
    policy = NO_POLICY,
  }: { readonly asksOf?: (edge: Pick<Edge, 'from' | 'to'>) => boolean; readonly policy?: EdgePolicy } = {},
): Edge[] {
  const seen = seenIn(profiles);
  const found = new Map<string, FoundEdge>();
  bothSides(profiles, (profile, side) => addEdges(found, profile, side));
  const asked = [...found.values()].filter(asksOf);
  const results = oneSided(
    asked.map(({ sighting }) => sighting),
    seen,
    alpha,
  );
  return asked
    .map(({ from, to, sighting, calls, ends }, i): Edge => {
      const { traces, operations } = sighting;
      const ruled = ruleForAll(ends.candidate.length > 0 ? ends.candidate : ends.baseline, policy);
      const { exampleTraceId } = ruled?.of ?? ends.candidate[0] ?? ends.baseline[0]!;
      return {
        from,
        to,
        ...results[i]!,
        seen: traces,
        of: seen.of,
        callsPerRequest: bothSides(calls, (count, side) => (seen.of[side] === 0 ? 0 : count / seen.of[side])),
        operations: bothSides(operations, (names) => [...names].toSorted()),
        exampleTraceId,
        rule: ruled?.rule ?? null,
        ruledAs: ruled === null ? null : ruledAs(ruled.of),
        first: null,
      };
    })
    .toSorted((a, b) => a.p - b.p || b.seen.candidate - a.seen.candidate);
}

/** Whether it fails a job in which new edges do: not where a rule decides, and not between the two nodes of a function. */
export function isSuspect(edge: Edge): boolean {
  return edge.change === 'new' && edge.certain && edge.rule === null && !isWithinFunction(edge);
}

/** Whether the candidate has it although a rule denies it. One trace is enough: that it exists is a fact. */
export function isDenied({ rule, seen, first }: Edge): boolean {
  return rule?.effect === 'deny' && seen.candidate + (first?.seen.candidate ?? 0) > 0;
}

/** Edges of a version by itself that rules deny: what needs no other version to be judged. */
export function deniedIn(candidate: Profile, policy: EdgePolicy): Edge[] {
  return edgesOf({ baseline: { ...candidate, requests: [] }, candidate }, 0, { policy }).filter(isDenied);
}

interface FoundEdge {
  readonly from: Node;
  readonly to: Node;
  readonly sighting: Sighting;
  readonly calls: { baseline: number; candidate: number };
  /** Calls between nodes with other names of their own, and the first trace that has each. */
  readonly ends: BothSides<(Ends & { readonly exampleTraceId: string })[]>;
}

function ruledAs({ from, to }: Ends): Edge['ruledAs'] {
  const own = { from: ownName(from), to: ownName(to) };
  return own.from === from.name && own.to === to.name ? null : own;
}

function addEdges(found: Map<string, FoundEdge>, profile: Profile, side: Side): void {
  // By the two nodes' places in the list, so that a key is made out once and not for every call.
  const known = new Map<number, FoundEdge>();
  for (const request of profile.requests) {
    const seenHere = new Set<FoundEdge>();
    for (const { from, to } of request.calls) {
      const index = from * profile.nodes.length + to;
      let edge = known.get(index);
      if (edge === undefined) {
        const ends = { from: profile.nodes[from]!, to: profile.nodes[to]! };
        edge = edgeBetween(found, ends);
        edge.ends[side].push({ ...ends, exampleTraceId: request.traceId });
        known.set(index, edge);
      }
      edge.calls[side] += 1;
      if (seenHere.has(edge)) continue;
      seenHere.add(edge);
      edge.sighting.add(side, request);
    }
  }
}

function edgeBetween(found: Map<string, FoundEdge>, { from, to }: Ends): FoundEdge {
  const key = edgeKey({ from, to });
  const known = found.get(key);
  if (known !== undefined) return known;
  const edge = {
    from,
    to,
    sighting: new Sighting(),
    calls: { baseline: 0, candidate: 0 },
    ends: { baseline: [], candidate: [] },
  };
  found.set(key, edge);
  return edge;
}

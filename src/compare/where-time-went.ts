import type { Profile, ProfiledStep } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { type BothSides, bothSides } from './alignment.js';

/** Mean time a request of one operation spent on one step of its critical path, on both sides. */
export interface TimePart {
  readonly node: Node;
  /** The name of a {@link ProfiledStep}; may be empty. */
  readonly step: string;
  readonly meanMs: BothSides<number>;
}

export interface WhereTimeWent {
  readonly operation: string;
  /** Largest change first. Sums, over the parts, to {@link meanMs}. */
  readonly parts: readonly TimePart[];
  readonly meanMs: BothSides<number>;
}

/**
 * How the mean response time of an operation divides over the critical path of its warm, whole traces. The path's
 * stretches add up to the root segment's duration, so the parts add up to the whole and the changes to the change.
 * null where a side has no such trace.
 */
export function whereTimeWent(profiles: BothSides<Profile>, operation: string): WhereTimeWent | null {
  const requests = bothSides(profiles, (profile) =>
    profile.requests.filter((request) => request.operation === operation && request.traced && !request.cold),
  );
  if (requests.baseline.length === 0 || requests.candidate.length === 0) return null;
  const parts = new Map<string, { node: Node; step: string; meanMs: { baseline: number; candidate: number } }>();
  const meanMs = { baseline: 0, candidate: 0 };
  bothSides(requests, (of, side) => {
    for (const request of of) {
      for (const { step: index, pathMs } of request.steps) {
        if (pathMs === 0) continue;
        const { node: nodeIndex, name: step }: ProfiledStep = profiles[side].steps[index]!;
        const node = profiles[side].nodes[nodeIndex]!;
        const key = `${nodeKey(node)} ${step}`;
        const part = parts.get(key) ?? { node, step, meanMs: { baseline: 0, candidate: 0 } };
        part.meanMs[side] += pathMs / of.length;
        meanMs[side] += pathMs / of.length;
        parts.set(key, part);
      }
    }
  });
  const change = ({ meanMs }: TimePart) => Math.abs(meanMs.candidate - meanMs.baseline);
  return { operation, parts: [...parts.values()].toSorted((a, b) => change(b) - change(a)), meanMs };
}

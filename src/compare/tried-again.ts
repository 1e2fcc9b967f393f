import type { CallWork, Profile } from '../trace/profile.js';
import { type BothSides, bothSides } from './alignment.js';
import { edgeKey } from './place.js';

/** How often a call was tried again. */
export type TriedAgain = (call: CallWork) => number;

/**
 * Reads the retries of two profiles' calls. For clients of AWS SDK v3 the X-Ray SDK for Node.js writes attempts into
 * `aws.retries` (`$metadata.attempts`, aws-xray-sdk-core 3.12, `aws3_p.js`), and 0 where a call failed without an answer;
 * everybody else writes retries. So where no call along an edge that succeeded has 0, the first attempt is taken off. Both
 * sides are read by the same rule, or one call that has 0 would make the other side look as if it tried less; and fresh
 * traffic by that of the profiles that raised the suspicion, `before`, where these have the edge.
 */
export function triedAgainIn(
  profiles: BothSides<Profile>,
  before: BothSides<Profile> | null = null,
): BothSides<TriedAgain> {
  const bySide = bothSides(profiles, fewestRetries);
  const rule = new Map([
    ...firstAttempts(bySide),
    ...(before === null ? [] : firstAttempts(bothSides(before, fewestRetries))),
  ]);
  return bothSides(profiles, ({ nodes }, side): TriedAgain => {
    const firstAttempt = new Map(Array.from(bySide[side], ([index, { edge }]) => [index, rule.get(edge)!]));
    return (call) => Math.max(0, call.retries - (firstAttempt.get(edgeIndex(call, nodes)) ?? 0));
  });
}

/** By the key of each edge: 1 where the first attempt is counted in, else 0. */
function firstAttempts(bySide: BothSides<ReturnType<typeof fewestRetries>>): Map<string, number> {
  const fewest = new Map<string, number>();
  for (const { edge, retries } of [...bySide.baseline.values(), ...bySide.candidate.values()]) {
    fewest.set(edge, Math.min(retries, fewest.get(edge) ?? NONE));
  }
  return new Map(Array.from(fewest, ([edge, retries]) => [edge, retries === NONE ? 0 : Math.min(1, retries)]));
}

/** Of an edge along which no call succeeded. */
const NONE = Number.POSITIVE_INFINITY;

/** By the index of each edge: the fewest retries of a call that succeeded. */
function fewestRetries({ requests, nodes }: Profile): Map<number, { readonly edge: string; readonly retries: number }> {
  const fewest = new Map<number, number>();
  for (const { calls } of requests) {
    for (const call of calls) {
      const index = edgeIndex(call, nodes);
      const retries = call.fault || call.error || call.throttle ? NONE : call.retries;
      fewest.set(index, Math.min(retries, fewest.get(index) ?? NONE));
    }
  }
  const edgeAt = (index: number) =>
    edgeKey({ from: nodes[Math.floor(index / nodes.length)]!, to: nodes[index % nodes.length]! });
  return new Map(Array.from(fewest, ([index, retries]) => [index, { edge: edgeAt(index), retries }]));
}

function edgeIndex({ from, to }: CallWork, nodes: Profile['nodes']): number {
  return from * nodes.length + to;
}

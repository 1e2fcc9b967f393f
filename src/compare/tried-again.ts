import type { CallWork, Profile } from '../trace/profile.js';

/** How often a call was tried again. */
export type TriedAgain = (call: CallWork) => number;

/**
 * Reads the retries of a profile's calls. For clients of AWS SDK v3 the X-Ray SDK for Node.js writes attempts into
 * `aws.retries` (`$metadata.attempts`, aws-xray-sdk-core 3.12, `aws3_p.js`), and 0 where a call failed without an answer;
 * everybody else writes retries. So where no call along an edge that succeeded has 0, the first attempt is taken off.
 */
export function triedAgainIn({ requests, nodes }: Profile): TriedAgain {
  const edgeOf = ({ from, to }: CallWork) => from * nodes.length + to;
  const fewest = new Map<number, number>();
  for (const { calls } of requests) {
    for (const call of calls) {
      if (call.fault || call.error || call.throttle) continue;
      const edge = edgeOf(call);
      fewest.set(edge, Math.min(call.retries, fewest.get(edge) ?? 1));
    }
  }
  return (call) => Math.max(0, call.retries - (fewest.get(edgeOf(call)) ?? 0));
}

import type { CallWork, Profile, RequestProfile } from '../trace/profile.js';
import { type BothSides, bothSides, type Side, smallerSide } from './alignment.js';
import type { Hypothesis } from './hypothesis.js';
import { edgeKey } from './place.js';
import { PlacesFound } from './places-found.js';
import { counted, type FailureMetric, ifSeen, latencies, shareOf, type Traces } from './question.js';
import type { TriedAgain } from './tried-again.js';

const FLAG = { faults: 'fault', errors: 'error', throttles: 'throttle' } as const;
const OWN = { faults: 'ownFault', errors: 'ownError', throttles: 'ownThrottle' } as const;
const METRICS = Object.keys(FLAG) as readonly FailureMetric[];

/** What does not differ from operation to operation. */
interface EdgeFacts {
  readonly profiles: BothSides<Profile>;
  /** Keys of the edges that both sides have, or that are suspected. */
  readonly shared: ReadonlySet<string>;
  readonly triedAgain: BothSides<TriedAgain>;
}

/**
 * For every edge of an operation that both sides have, in whatever operation, the calls per request; where any were seen
 * the retries per request, and the requests with a failed call that nothing but the call tells of; and the calls' time where
 * the callee sent no segments.
 */
export function edgeHypotheses(
  operation: string,
  { profiles, shared, triedAgain }: EdgeFacts,
  traces: Traces,
  minimum: number,
): Hypothesis[] {
  const { whole, warm } = traces;
  const enough = smallerSide(warm) >= minimum;
  return placesOnEdges(operation, { profiles, triedAgain }, traces)
    .filter(({ place }) => place.edge !== null && shared.has(edgeKey(place.edge)))
    .flatMap(({ place, found }) => [
      ...latencies(place, found, minimum),
      ...(enough ? [counted('calls', place, warm, (side, i) => found[side].calls[i] ?? 0)] : []),
      ...(enough ? ifSeen(counted('retries', place, warm, (side, i) => found[side].retries[i] ?? 0)) : []),
      ...METRICS.flatMap((metric) =>
        shareOf(
          metric,
          place,
          whole,
          bothSides(found, ({ failed }) => failed[metric]),
        ),
      ),
    ]);
}

function placesOnEdges(
  operation: string,
  { profiles, triedAgain }: Pick<EdgeFacts, 'profiles' | 'triedAgain'>,
  { whole, warm }: Traces,
) {
  const places = new PlacesFound(() => ({
    ms: [] as number[],
    unit: [] as number[],
    /** calls[i]: how many the i-th warm request made; missing where it made none. */
    calls: [] as number[],
    retries: [] as number[],
    failed: {
      faults: new Set<RequestProfile>(),
      errors: new Set<RequestProfile>(),
      throttles: new Set<RequestProfile>(),
    },
  }));
  const at = (side: Side, { from, to }: CallWork) => {
    const { nodes } = profiles[side];
    return places.at(side, from * nodes.length + to, () => ({
      operation,
      node: null,
      edge: { from: nodes[from]!, to: nodes[to]! },
    }));
  };
  bothSides(warm.requests, (requests, side) => {
    requests.forEach(({ request, unit }, i) => {
      for (const call of request.calls) {
        const found = at(side, call);
        found.calls[i] = (found.calls[i] ?? 0) + 1;
        const retries = triedAgain[side](call);
        if (retries > 0) found.retries[i] = (found.retries[i] ?? 0) + retries;
        if (call.onlyWitness) {
          found.ms.push(call.durationMs);
          found.unit.push(unit);
        }
      }
    });
  });
  bothSides(whole.requests, (requests, side) => {
    for (const { request } of requests) {
      for (const call of request.calls) {
        for (const metric of METRICS) {
          if (onlyCallFailed(metric, call, request)) at(side, call).failed[metric].add(request);
        }
      }
    }
  });
  return places.all();
}

/**
 * A failed call whose callee does not show that it failed: it sent no segments, or its caller gave up on it. Failures that
 * an instrumented callee shows are that node's own, or of something below it.
 */
function onlyCallFailed(metric: FailureMetric, call: CallWork, { work, calls }: RequestProfile): boolean {
  const flag = FLAG[metric];
  if (!call[flag]) return false;
  return !(
    work.some((done) => done.node === call.to && done[OWN[metric]]) ||
    calls.some((below) => below.from === call.to && below[flag])
  );
}

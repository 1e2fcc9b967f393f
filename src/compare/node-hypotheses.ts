import type { Profile, RequestProfile } from '../trace/profile.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import type { Hypothesis } from './hypothesis.js';
import { PlacesFound } from './places-found.js';
import { type FailureMetric, latencies, shareOf, type Traces } from './question.js';

const OWN = { faults: 'ownFault', errors: 'ownError', throttles: 'ownThrottle' } as const;
const METRICS = Object.keys(OWN) as readonly FailureMetric[];

/**
 * For every node of an operation its self time, and where any were seen the requests in which it failed by itself,
 * also where its callers swallowed that.
 */
export function nodeHypotheses(
  operation: string,
  profiles: BothSides<Profile>,
  { whole, warm }: Traces,
  minimum: number,
): Hypothesis[] {
  const places = new PlacesFound(() => ({
    ms: [] as number[],
    unit: [] as number[],
    failed: {
      faults: new Set<RequestProfile>(),
      errors: new Set<RequestProfile>(),
      throttles: new Set<RequestProfile>(),
    },
  }));
  const at = (side: Side, node: number) =>
    places.at(side, node, () => ({ operation, node: profiles[side].nodes[node]!, edge: null }));
  bothSides(warm.requests, (requests, side) => {
    for (const { request, unit } of requests) {
      for (const { node, selfMs } of request.work) {
        const found = at(side, node);
        found.ms.push(selfMs);
        found.unit.push(unit);
      }
    }
  });
  bothSides(whole.requests, (requests, side) => {
    for (const { request } of requests) {
      for (const work of request.work) {
        for (const metric of METRICS) {
          if (work[OWN[metric]]) at(side, work.node).failed[metric].add(request);
        }
      }
    }
  });
  return places.all().flatMap(({ place, found }) => [
    ...latencies(place, found, minimum),
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

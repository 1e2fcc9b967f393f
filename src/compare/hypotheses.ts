import type { Profile, RequestProfile } from '../trace/profile.js';
import { type Alignment, type BothSides, bothSides, narrow, smallerSide } from './alignment.js';
import type { Tolerances } from './change.js';
import { edgeHypotheses } from './edge-hypotheses.js';
import type { Edge } from './edges.js';
import type { Hypothesis } from './hypothesis.js';
import { nodeHypotheses } from './node-hypotheses.js';
import { edgeKey, type Place } from './place.js';
import { ifSeen, latencies, share, type Timed } from './question.js';
import type { SortedSample } from './score.js';
import { stepHypotheses } from './step-hypotheses.js';
import { stepPlacesOf } from './step-places.js';
import type { Questions } from './suspicions.js';
import { triedAgainIn } from './tried-again.js';

/**
 * One family for the whole report: for every operation its response time and faults; for every node in it its self
 * time and its own failures; for every edge in it the calls and the retries per request, the failed calls, and the calls'
 * time where the callee sent no segments (where it did, its self time says it more sharply); for every step that repeats,
 * how often. Errors, throttles, retries and failures below the operation are asked about only where any were seen, calls
 * only along edges that both sides have in some operation. Failures are those of all requests, all else is of warm ones.
 * Places with fewer than `minimumTraces` samples on a side are left out, and below the operation so are times too short for a
 * finding. What `suspected` names is asked about whether or not both sides have it.
 */
export function hypothesesOf(
  profiles: BothSides<Profile>,
  alignment: Alignment,
  edges: readonly Edge[],
  { minimumTraces, tolerances }: { readonly minimumTraces: number; readonly tolerances: Pick<Tolerances, 'floorMs'> },
  suspected: Questions | null = null,
): Hypothesis[] {
  const matters = (hypothesis: Hypothesis) => canMatter(hypothesis, tolerances.floorMs);
  const asksOf = (edge: Edge) => edge.change === 'none' || (suspected?.asksWithin(edge) ?? false);
  const shared = new Set(edges.filter(asksOf).map((edge) => edgeKey(edge)));
  const edgeFacts = { profiles, shared, triedAgain: triedAgainIn(profiles, suspected?.raisedBy ?? null) };
  const placesOfSteps = bothSides(profiles, stepPlacesOf);
  const operations = [...new Set(alignment.requests.candidate.map(({ request }) => request.operation))].toSorted();
  return operations.flatMap((operation) => {
    const here = narrow(alignment, (request) => request.operation === operation);
    if (smallerSide(here) < minimumTraces) return [];
    const place: Place = { operation, node: null, edge: null };
    const timed = narrow(here, isTimed);
    const whole = narrow(here, ({ traced }) => traced);
    const warm = narrow(whole, ({ cold }) => !cold);
    const operationItself = [
      ...latencies(place, timedRequests(timed), minimumTraces),
      share('faults', place, here, ({ fault }) => fault),
      ...ifSeen(share('errors', place, here, ({ error }) => error)),
      ...ifSeen(share('throttles', place, here, ({ throttle }) => throttle)),
    ];
    if (smallerSide(whole) < minimumTraces) return operationItself;
    const traces = { whole, warm };
    const ofEdges = edgeHypotheses(operation, edgeFacts, traces, minimumTraces).filter(matters);
    return [
      ...operationItself,
      ...nodeHypotheses(operation, profiles, traces, minimumTraces).filter(matters),
      ...ofEdges,
      ...(smallerSide(warm) < minimumTraces ? [] : stepHypotheses(operation, placesOfSteps, warm, ofEdges, suspected)),
    ];
  });
}

/** Whether its response time is one to compare: it is known, and no cold start is in it. */
export function isTimed({ cold, responseMs }: Pick<RequestProfile, 'cold' | 'responseMs'>): boolean {
  return !cold && responseMs !== null;
}

/**
 * Whether a time could differ by the floor at all. For the candidate's q-quantile to lie above it, so must a share
 * 1 − q of the candidate's half of the pooled sample. Pooled, the answer does not depend on which side is which, so
 * leaving the rest out keeps the test exact and the family small.
 */
function canMatter(hypothesis: Hypothesis, floorMs: number): boolean {
  if (hypothesis.kind !== 'latency') return true;
  const { baseline, candidate } = hypothesis.samples;
  const share = hypothesis.metric === 'typical' ? 0.5 : 0.05;
  const floor = Math.log(floorMs);
  const above = ({ logMs }: SortedSample) => {
    const first = logMs.findIndex((value) => value > floor);
    return first === -1 ? 0 : logMs.length - first;
  };
  const fewer = Math.min(baseline.logMs.length, candidate.logMs.length);
  return above(baseline) + above(candidate) >= share * fewer;
}

function timedRequests({ requests }: Alignment): BothSides<Timed> {
  return bothSides(requests, (side) => ({
    ms: side.map(({ request }) => request.responseMs ?? 0),
    unit: side.map(({ unit }) => unit),
  }));
}

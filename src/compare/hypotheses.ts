import type { Profile, RequestProfile } from '../trace/profile.js';
import type { Node } from '../trace/service-graph.js';
import { type Alignment, type BothSides, bothSides, narrow, type Side, smallerSide } from './alignment.js';
import type { Tolerances } from './change.js';
import type { Edge } from './edges.js';
import { type CountHypothesis, type Hypothesis, type LatencyHypothesis, total } from './hypothesis.js';
import { edgeKey, type Place, placeKey } from './place.js';
import { type SortedSample, sortedSample, TAIL, TYPICAL } from './score.js';

/**
 * One family for the whole report: for every operation its response time and faults; for every node in it its self
 * time and its own faults; for every edge in it the calls per request, the failed calls, and the calls' time where the
 * callee sent no segments (where it did, its self time says it more sharply). Errors, throttles and failures below the
 * operation are asked about only where any were seen, calls only along edges that both sides have in some operation.
 * Places with fewer than `minimumTraces` samples on a side are left out, and below the operation so are times too short
 * for a finding.
 */
export function hypothesesOf(
  profiles: BothSides<Profile>,
  alignment: Alignment,
  edges: readonly Edge[],
  { minimumTraces, tolerances }: { readonly minimumTraces: number; readonly tolerances: Pick<Tolerances, 'floorMs'> },
): Hypothesis[] {
  const matters = (hypothesis: Hypothesis) => canMatter(hypothesis, tolerances.floorMs);
  const shared = new Set(edges.filter(({ change }) => change === 'none').map((edge) => edgeKey(edge)));
  const operations = [...new Set(alignment.requests.candidate.map(({ request }) => request.operation))].toSorted();
  return operations.flatMap((operation) => {
    const here = narrow(alignment, (request) => request.operation === operation);
    if (smallerSide(here) < minimumTraces) return [];
    const place: Place = { operation, node: null, edge: null };
    const timed = narrow(here, ({ cold, responseMs }) => !cold && responseMs !== null);
    const traced = narrow(here, ({ cold, traced }) => !cold && traced);
    const operationItself = [
      ...latencies(place, timedRequests(timed), minimumTraces),
      share('faults', place, here, ({ fault }) => fault),
      ...ifSeen(share('errors', place, here, ({ error }) => error)),
      ...ifSeen(share('throttles', place, here, ({ throttle }) => throttle)),
    ];
    if (smallerSide(traced) < minimumTraces) return operationItself;
    return [
      ...operationItself,
      ...nodeHypotheses(operation, profiles, traced, minimumTraces).filter(matters),
      ...edgeHypotheses(operation, profiles, shared, traced, minimumTraces).filter(matters),
    ];
  });
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

interface Timed {
  readonly ms: number[];
  readonly unit: number[];
}

function timedRequests({ requests }: Alignment): BothSides<Timed> {
  return bothSides(requests, (side) => ({
    ms: side.map(({ request }) => request.responseMs ?? 0),
    unit: side.map(({ unit }) => unit),
  }));
}

function latencies(place: Place, timed: BothSides<Timed>, minimum: number): LatencyHypothesis[] {
  if (Math.min(timed.baseline.ms.length, timed.candidate.ms.length) < minimum) return [];
  const samples = bothSides(timed, ({ ms, unit }) => sortedSample(ms, unit));
  return [
    { kind: 'latency', metric: 'typical', place, score: TYPICAL, samples },
    { kind: 'latency', metric: 'p95', place, score: TAIL, samples },
  ];
}

function counted(
  kind: CountHypothesis['kind'],
  metric: CountHypothesis['metric'],
  place: Place,
  { requests }: Alignment,
  count: (request: RequestProfile, side: Side, index: number) => number,
): CountHypothesis {
  const samples = bothSides(requests, (of, side) => ({
    count: new Float64Array(of.map(({ request }, i) => count(request, side, i))),
    unit: new Int32Array(of.map(({ unit }) => unit)),
  }));
  return { kind, metric, place, samples };
}

function share(
  metric: 'faults' | 'errors' | 'throttles',
  place: Place,
  alignment: Alignment,
  happened: (request: RequestProfile, side: Side) => boolean,
): CountHypothesis {
  return counted('share', metric, place, alignment, (request, side) => (happened(request, side) ? 1 : 0));
}

function ifSeen(hypothesis: CountHypothesis): CountHypothesis[] {
  const { baseline, candidate } = hypothesis.samples;
  return total(baseline.count) + total(candidate.count) > 0 ? [hypothesis] : [];
}

/** The share of the requests in which something failed at a place, where it did in any. */
function shareOf(
  failed: BothSides<ReadonlySet<RequestProfile>>,
  metric: 'faults' | 'errors' | 'throttles',
  place: Place,
  alignment: Alignment,
): CountHypothesis[] {
  return failed.baseline.size + failed.candidate.size > 0
    ? [share(metric, place, alignment, (request, side) => failed[side].has(request))]
    : [];
}

/** What was found at each place below an operation, on both sides. */
class Places<T> {
  readonly #byKey = new Map<string, { place: Place; found: Record<Side, T> }>();
  readonly #byIndex: BothSides<Map<number, T>> = { baseline: new Map(), candidate: new Map() };
  readonly #empty: () => T;

  constructor(empty: () => T) {
    this.#empty = empty;
  }

  /** `index` is a number of the side's own for the place, so that its key is made out once and not for every span. */
  at(side: Side, index: number, placeOf: () => Place): T {
    const known = this.#byIndex[side].get(index);
    if (known !== undefined) return known;
    const place = placeOf();
    const key = placeKey(place);
    const entry = this.#byKey.get(key) ?? { place, found: { baseline: this.#empty(), candidate: this.#empty() } };
    this.#byKey.set(key, entry);
    this.#byIndex[side].set(index, entry.found[side]);
    return entry.found[side];
  }

  all(): { place: Place; found: BothSides<T> }[] {
    return [...this.#byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

function nodeHypotheses(
  operation: string,
  profiles: BothSides<Profile>,
  traced: Alignment,
  minimum: number,
): Hypothesis[] {
  const places = new Places(() => ({ ms: [] as number[], unit: [] as number[], failed: new Set<RequestProfile>() }));
  bothSides(traced.requests, (requests, side) => {
    for (const { request, unit } of requests) {
      for (const { node, selfMs, ownFault } of request.work) {
        const found = places.at(side, node, () => ({ operation, node: nodeAt(profiles[side], node), edge: null }));
        found.ms.push(selfMs);
        found.unit.push(unit);
        if (ownFault) found.failed.add(request);
      }
    }
  });
  return places.all().flatMap(({ place, found }) => [
    ...latencies(place, found, minimum),
    ...shareOf(
      bothSides(found, ({ failed }) => failed),
      'faults',
      place,
      traced,
    ),
  ]);
}

function edgeHypotheses(
  operation: string,
  profiles: BothSides<Profile>,
  shared: ReadonlySet<string>,
  traced: Alignment,
  minimum: number,
): Hypothesis[] {
  const places = new Places(() => ({
    ms: [] as number[],
    unit: [] as number[],
    /** calls[i]: how many the i-th request made; missing where it made none. */
    calls: [] as number[],
    faults: new Set<RequestProfile>(),
    errors: new Set<RequestProfile>(),
    throttles: new Set<RequestProfile>(),
  }));
  bothSides(traced.requests, (requests, side) => {
    requests.forEach(({ request, unit }, i) => {
      for (const call of request.calls) {
        const found = places.at(side, call.from * profiles[side].nodes.length + call.to, () => ({
          operation,
          node: null,
          edge: { from: nodeAt(profiles[side], call.from), to: nodeAt(profiles[side], call.to) },
        }));
        found.calls[i] = (found.calls[i] ?? 0) + 1;
        if (call.fault) found.faults.add(request);
        if (call.error) found.errors.add(request);
        if (call.throttle) found.throttles.add(request);
        if (call.onlyWitness) {
          found.ms.push(call.durationMs);
          found.unit.push(unit);
        }
      }
    });
  });
  return places
    .all()
    .filter(({ place }) => place.edge !== null && shared.has(edgeKey(place.edge)))
    .flatMap(({ place, found }) => {
      // Failures of an instrumented callee are that node's own, or of something below it.
      const onlyWitness = found.baseline.ms.length + found.candidate.ms.length > 0;
      const failed = (metric: 'faults' | 'errors' | 'throttles') =>
        onlyWitness
          ? shareOf(
              bothSides(found, (of) => of[metric]),
              metric,
              place,
              traced,
            )
          : [];
      return [
        ...latencies(place, found, minimum),
        counted('calls', 'calls', place, traced, (_, side, i) => found[side].calls[i] ?? 0),
        ...failed('faults'),
        ...failed('errors'),
        ...failed('throttles'),
      ];
    });
}

function nodeAt(profile: Profile, index: number): Node {
  const node = profile.nodes[index];
  if (node === undefined) throw new RangeError(`The profile has no node ${index}.`);
  return node;
}

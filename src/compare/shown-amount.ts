import type { CallWork, NodeWork, Profile, RequestProfile } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { type BothSides, bothSides } from './alignment.js';
import type { Change } from './change.js';
import { edgeKey, type Metric } from './place.js';
import { stepPlacesOf } from './step-places.js';
import { type TriedAgain, triedAgainIn } from './tried-again.js';

/** How much of something a request shows: milliseconds, or how often; 0 where it does not show it. */
export type ShownAmount = (request: RequestProfile) => number;

const CALL_FLAGS = { faults: 'fault', errors: 'error', throttles: 'throttle' } as const;
const WORK_FLAGS = { faults: 'ownFault', errors: 'ownError', throttles: 'ownThrottle' } as const;
const REQUEST_FLAGS = CALL_FLAGS;

/** How much of what a change is about each request of the two profiles shows. */
export function shownOf(
  change: Pick<Change, 'metric' | 'place'>,
  profiles: BothSides<Profile>,
): BothSides<ShownAmount> {
  // One pass over all calls, for nothing else.
  const triedAgain = change.metric === 'retries' ? triedAgainIn(profiles) : bothSides(profiles, () => () => 0);
  return bothSides(profiles, (profile, side) => shownIn(change, profile, triedAgain[side]));
}

function shownIn(
  { metric, place }: Pick<Change, 'metric' | 'place'>,
  profile: Profile,
  triedAgain: TriedAgain,
): ShownAmount {
  const { node, edge, step } = place;
  if (step !== undefined) {
    const isHere = stepPlacesOf(profile).map((at) => at?.place.step === step && isSame(at.place, place));
    return ({ steps }) => sum(steps, (done) => (isHere[done.step] ? done.count : 0));
  }
  if (edge !== null) {
    const [isFrom, isTo] = [edge.from, edge.to].map((end) => profile.nodes.map(isNode(end)));
    const isHere = ({ from, to }: CallWork) => isFrom![from]! && isTo![to]!;
    return ({ calls }) => ofCalls(metric, calls.filter(isHere), triedAgain);
  }
  if (node !== null) {
    const isHere = profile.nodes.map(isNode(node));
    return ({ work }) =>
      ofWork(
        metric,
        work.filter((done) => isHere[done.node]),
      );
  }
  return (request) => ofRequest(metric, request);
}

/** How many calls along an edge each request makes. */
export function callsAlong(
  edge: NonNullable<Change['place']['edge']>,
  profiles: BothSides<Profile>,
): BothSides<ShownAmount> {
  return shownOf({ metric: 'calls', place: { operation: '', node: null, edge } }, profiles);
}

function isNode(node: Node): (other: Node) => boolean {
  const key = nodeKey(node);
  return (other) => nodeKey(other) === key;
}

function isSame(a: Pick<Change['place'], 'node' | 'edge'>, b: Pick<Change['place'], 'node' | 'edge'>): boolean {
  if (a.node !== null) return b.node !== null && nodeKey(a.node) === nodeKey(b.node);
  return a.edge !== null && b.edge !== null && edgeKey(a.edge) === edgeKey(b.edge);
}

function ofCalls(metric: Metric, calls: readonly CallWork[], triedAgain: TriedAgain): number {
  switch (metric) {
    case 'typical':
    case 'p95':
      return Math.max(0, ...calls.map(({ durationMs }) => durationMs));
    case 'calls':
      return calls.length;
    case 'retries':
      return sum(calls, triedAgain);
    default:
      return calls.filter((call) => call[CALL_FLAGS[metric]]).length;
  }
}

function ofWork(metric: Metric, work: readonly NodeWork[]): number {
  switch (metric) {
    case 'typical':
    case 'p95':
      return Math.max(0, ...work.map(({ selfMs }) => selfMs));
    case 'calls':
    case 'retries':
      return work.length;
    default:
      return work.filter((done) => done[WORK_FLAGS[metric]]).length;
  }
}

function ofRequest(metric: Metric, request: RequestProfile): number {
  switch (metric) {
    case 'typical':
    case 'p95':
      return request.responseMs ?? 0;
    case 'calls':
    case 'retries':
      return request.calls.length;
    default:
      return Number(request[REQUEST_FLAGS[metric]]);
  }
}

function sum<T>(of: readonly T[], amount: (each: T) => number): number {
  return of.reduce((total, each) => total + amount(each), 0);
}

import type { Profile, RequestProfile } from '../trace/profile.js';
import { nodeKey } from '../trace/service-graph.js';
import type { Change } from './change.js';

/**
 * The candidate's trace that shows a change best: for times the one at the 95th percentile of the place, for
 * faults, errors, throttles and calls the first that has most. null where no trace has it.
 */
export function exampleTraceId(change: Change, candidate: Profile): string | null {
  const ranked = candidate.requests
    .filter(({ operation, traced }) => operation === change.place.operation && traced)
    .filter(({ cold }) => !cold || countsColdStarts(change))
    .map((request) => ({ traceId: request.traceId, amount: amountOf(change, candidate, request) }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
  const isTime = change.metric === 'typical' || change.metric === 'p95';
  return ranked[isTime ? Math.ceil(0.05 * (ranked.length - 1)) : 0]?.traceId ?? null;
}

/** An operation's faults, errors and throttles are counted over all its requests, everything else over warm ones. */
function countsColdStarts({ metric, place }: Change): boolean {
  return place.node === null && place.edge === null && metric !== 'typical' && metric !== 'p95';
}

function amountOf({ metric, place }: Change, profile: Profile, request: RequestProfile): number {
  const { node, edge } = place;
  if (edge !== null) {
    const calls = request.calls.filter(
      ({ from, to }) =>
        nodeKey(profile.nodes[from]!) === nodeKey(edge.from) && nodeKey(profile.nodes[to]!) === nodeKey(edge.to),
    );
    switch (metric) {
      case 'typical':
      case 'p95':
        return Math.max(0, ...calls.map(({ durationMs }) => durationMs));
      case 'calls':
        return calls.length;
      case 'faults':
        return calls.filter(({ fault }) => fault).length;
      case 'errors':
        return calls.filter(({ error }) => error).length;
      case 'throttles':
        return calls.filter(({ throttle }) => throttle).length;
    }
  }
  if (node !== null) {
    const work = request.work.filter((done) => nodeKey(profile.nodes[done.node]!) === nodeKey(node));
    if (metric === 'faults') return work.filter(({ ownFault }) => ownFault).length;
    return Math.max(0, ...work.map(({ selfMs }) => selfMs));
  }
  switch (metric) {
    case 'faults':
      return Number(request.fault);
    case 'errors':
      return Number(request.error);
    case 'throttles':
      return Number(request.throttle);
    default:
      return request.responseMs ?? 0;
  }
}

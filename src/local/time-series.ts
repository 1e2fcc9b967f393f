import type { Entity } from '../trace/entity.js';
import type { JsonObject } from '../trace/json-object.js';
import { callsOf, type Node, nodeOf } from '../trace/service-graph.js';
import { durationMs, rootsOf, type Trace } from '../trace/trace.js';
import { CallStatistics } from './call-statistics.js';
import type { EntitySelector } from './entity-selector.js';
import { epochSeconds } from './epoch-seconds.js';
import type { TimeWindow } from './request-fields.js';

/** One period's statistics. */
export interface TimePeriod {
  readonly fromMs: number;
  readonly statistics: CallStatistics;
}

/**
 * Statistics of the selected services or edges over periods that begin with the window, by the start of each call; a
 * period in which there was none is left out. A call in progress is not counted.
 */
export function timeSeries(
  traces: Iterable<Trace>,
  selector: EntitySelector,
  { fromMs, untilMs }: TimeWindow,
  periodMs: number,
): TimePeriod[] {
  const periods = new Map<number, CallStatistics>();
  for (const trace of traces) {
    for (const entity of selectedIn(trace, selector)) {
      const duration = durationMs(entity);
      if (duration === null || entity.startMs < fromMs || entity.startMs >= untilMs) continue;
      const index = Math.floor((entity.startMs - fromMs) / periodMs);
      const statistics = periods.get(index) ?? new CallStatistics();
      periods.set(index, statistics);
      statistics.add(entity, duration);
    }
  }
  return [...periods]
    .toSorted(([a], [b]) => a - b)
    .map(([index, statistics]) => ({ fromMs: fromMs + index * periodMs, statistics }));
}

function* selectedIn(trace: Trace, selector: EntitySelector): Generator<Entity> {
  if (selector.kind === 'services') {
    for (const segment of trace.segments) {
      if (selector.selects(nodeOf(segment))) yield segment;
    }
    return;
  }
  for (const { from, to, witness } of edgesOf(trace)) {
    if (selector.selects(from, to)) yield witness;
  }
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  /** What says how the call went. */
  readonly witness: Entity;
}

/** Those of the service graph: from the client to each root, and every call. */
function* edgesOf(trace: Trace): Generator<Edge> {
  for (const root of rootsOf(trace)) {
    const to = nodeOf(root);
    yield { from: { ...to, type: 'client' }, to, witness: root };
  }
  for (const { from, to, subsegment, callees } of callsOf(trace)) {
    const witness = subsegment ?? callees[0];
    if (witness !== undefined) yield { from, to, witness };
  }
}

/** https://docs.aws.amazon.com/xray/latest/api/API_TimeSeriesServiceStatistics.html */
export function periodFields({ fromMs, statistics }: TimePeriod, kind: EntitySelector['kind']): JsonObject {
  const field = kind === 'services' ? 'ServiceSummaryStatistics' : 'EdgeSummaryStatistics';
  return {
    Timestamp: epochSeconds(fromMs),
    [field]: statistics.summary(),
    ResponseTimeHistogram: statistics.histogram(),
  };
}

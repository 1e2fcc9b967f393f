import { criticalPath } from './critical-path.js';
import type { Entity, Segment, Subsegment } from './entity.js';
import { operationOf, urlOperation } from './operation.js';
import { type Call, callsOf, inferredNode, nodeOf } from './service-graph.js';
import type { TimelineRow, TimelineStretch } from './timeline.js';
import { rootsOf, segmentsByParent, type Trace, wholeMicroseconds } from './trace.js';

/** A row of a timeline with those below it. */
export interface Branch extends Omit<TimelineRow, 'depth'> {
  readonly below: readonly Branch[];
  /** Equal for branches that differ only in their times. */
  readonly shape: number;
}

/** Fewer equal ones in a row are drawn one by one. */
const FEWEST_FOLDED = 3;

/** No drawing shows more calls within calls; what lies deeper is left out. */
const MAX_DEPTH = 40;

/**
 * The trees of a trace's segments and subsegments: that of `root`, then what nobody in the trace called. Siblings are in
 * the order in which they began, equal ones in a row folded into one. Each entity is there once; segments that only call each
 * other in a circle are not.
 */
export function branchesOf(trace: Trace, root: Segment): Branch[] {
  const byParent = segmentsByParent(trace);
  const calls = new Map(callsOf(trace).map((call) => [call.subsegment, call]));
  const path = Map.groupBy(criticalPath(trace), ({ entity }) => entity);
  const shapes = new Map<string, number>();
  const drawn = new Set<Entity>();
  const sent = trace.segments.filter(({ inferred }) => !inferred);
  const untilMs = root.endMs ?? Math.max(...sent.map(({ startMs, endMs }) => endMs ?? startMs));
  return fold([root, ...rootsOf(trace)].flatMap((segment) => branch(segment, segment, 0)));

  function branch(entity: Segment | Subsegment, owner: Segment, depth: number): Branch[] {
    if (drawn.has(entity) || depth > MAX_DEPTH) return [];
    drawn.add(entity);
    const called = (byParent.get(entity.id) ?? []).filter(({ inferred }) => !inferred);
    const children: { child: Segment | Subsegment; owner: Segment }[] = [
      ...entity.subsegments.map((child) => ({ child, owner })),
      ...called.map((callee) => ({ child: callee, owner: callee })),
    ];
    const inOrder = children.toSorted((a, b) => a.child.startMs - b.child.startMs);
    const below = fold(inOrder.flatMap((each) => branch(each.child, each.owner, depth + 1)));
    const row = rowOf(entity, owner);
    return [{ ...row, below, shape: shapeOf(row, below) }];
  }

  function rowOf(entity: Segment | Subsegment, owner: Segment): Omit<Branch, 'below' | 'shape'> {
    const { inProgress, fault, error, throttle } = entity;
    const ran = stretch(entity.startMs, entity.endMs ?? Math.max(entity.startMs, untilMs));
    return {
      ...placeOf(entity, owner),
      count: 1,
      durationMs: Math.max(0, ran.toMs - ran.fromMs),
      ran: [ran],
      // Back on the clock of its host, which its bar is drawn by.
      onPath: (path.get(entity) ?? []).map(({ fromMs, toMs, skewMs }) => stretch(fromMs - skewMs, toMs - skewMs)),
      inProgress,
      fault,
      error,
      throttle,
      status: entity.http?.status ?? null,
    };
  }

  function placeOf(entity: Segment | Subsegment, owner: Segment): Pick<Branch, 'kind' | 'node' | 'name'> {
    if (entity.kind === 'segment') return { kind: 'segment', node: nodeOf(owner).name, name: operationOf(owner) };
    const call = calls.get(entity);
    const isCall = call !== undefined || entity.namespace === 'aws' || entity.namespace === 'remote';
    return isCall
      ? { kind: 'call', node: (call?.to ?? inferredNode(entity)).name, name: callName(entity, call) }
      : { kind: 'part', node: nodeOf(owner).name, name: entity.name };
  }

  function stretch(fromMs: number, toMs: number): TimelineStretch {
    return { fromMs: wholeMicroseconds(fromMs - root.startMs), toMs: wholeMicroseconds(toMs - root.startMs) };
  }

  function shapeOf(row: Omit<Branch, 'below' | 'shape'>, below: readonly Branch[]): number {
    const { kind, node, name, inProgress, fault, error, throttle, status } = row;
    const marks = [inProgress, fault, error, throttle, status];
    const key = JSON.stringify([kind, node, name, marks, below.map(({ shape }) => shape)]);
    const shape = shapes.get(key) ?? shapes.size;
    shapes.set(key, shape);
    return shape;
  }
}

function callName({ aws, http }: Subsegment, call: Call | undefined): string {
  if (call !== undefined && call.callees.length > 0) return '';
  return aws?.operation ?? (http?.url == null ? '' : urlOperation(http.method, http.url));
}

function fold(siblings: readonly Branch[]): Branch[] {
  const folded: Branch[] = [];
  for (let from = 0; from < siblings.length; ) {
    const { shape } = siblings[from]!;
    let to = from + 1;
    while (siblings[to]?.shape === shape) to += 1;
    const equal = siblings.slice(from, to);
    folded.push(...(equal.length < FEWEST_FOLDED ? equal : [asOne(equal)]));
    from = to;
  }
  return folded;
}

/** Branches of one shape, which have equally many below them. */
function asOne(equal: readonly Branch[]): Branch {
  const [first] = equal as readonly [Branch, ...Branch[]];
  return {
    ...first,
    count: equal.reduce((sum, { count }) => sum + count, 0),
    durationMs: equal.reduce((sum, { durationMs }) => sum + durationMs, 0),
    ran: equal.flatMap(({ ran }) => ran),
    onPath: equal.flatMap(({ onPath }) => onPath),
    below: first.below.map((_, i) => asOne(equal.map(({ below }) => below[i]!))),
  };
}

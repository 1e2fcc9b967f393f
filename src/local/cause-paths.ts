import { type Entity, hasEnded, type Segment, subsegmentsBelow } from '../trace/entity.js';
import { rootOf, segmentsByParent, type Trace, wholeMicroseconds } from '../trace/trace.js';

/** A step of the path from a caller down to what a failure or a delay began with. */
export interface PathStep {
  readonly entity: Entity;
  /** The segment that the entity is or belongs to. */
  readonly segment: Segment;
}

export interface SlowStep extends PathStep {
  /** Milliseconds of it that its caller waited for. */
  readonly waitedMs: number;
}

/**
 * One path for each entity that failed and called nothing that failed: it and its callers, up to the first that did
 * not fail.
 *
 * ```
 * api 500 ── call 500 ── orders 500 ── call 500 ── payments 500        one path of five steps
 *        └── call 500                                                   and one of two
 * ```
 */
export function failedPaths(trace: Trace, failure: 'fault' | 'error'): PathStep[][] {
  const { owners, callers } = callsIn(trace);
  const failed = [...owners].filter(([entity]) => entity[failure]);
  const blaming = new Set(failed.map(([entity]) => callers.get(entity)));
  return failed
    .filter(([entity]) => !blaming.has(entity))
    .map(([entity]) => {
      const path = new Set<Entity>(); // ids come from the application and may form a circle
      for (let step: Entity | undefined = entity; step?.[failure] && !path.has(step); step = callers.get(step)) {
        path.add(step);
      }
      return [...path].reverse().map((step) => ({ entity: step, segment: owners.get(step) as Segment }));
    });
}

/** A call that takes less than this part of its caller's time leaves the caller itself to blame. */
const MOST = 0.5;

/**
 * Where the response time went: from the root segment down, to the child that its caller waited for longest, as long
 * as that is at least half of the caller's time. A child is cut to its caller's interval. Empty without a root that
 * has ended, or that took no time.
 */
export function slowPath(trace: Trace): SlowStep[] {
  const root = rootOf(trace);
  if (root === null || !hasEnded(root) || lengthOf(root) === 0) return [];
  const byParent = segmentsByParent(trace);
  const path: SlowStep[] = [];
  const visited = new Set<Entity>(); // ids come from the application and may form a circle
  let step: Waited | undefined = { entity: root, segment: root, cut: root };
  while (step !== undefined && !visited.has(step.entity)) {
    const { entity, segment, cut }: Waited = step;
    visited.add(entity);
    path.push({ entity, segment, waitedMs: lengthOf(cut) });
    const longest = longestChild(step, byParent);
    step = longest !== undefined && lengthOf(longest.cut) >= MOST * lengthOf(cut) ? longest : undefined;
  }
  return path;
}

interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

interface Waited {
  readonly entity: Entity;
  readonly segment: Segment;
  readonly cut: Interval;
}

/** Of equally long ones a subsegment before a segment, of these the first to start. */
function longestChild(caller: Waited, byParent: ReadonlyMap<string, readonly Segment[]>): Waited | undefined {
  const children: Omit<Waited, 'cut'>[] = [
    ...caller.entity.subsegments.map((entity) => ({ entity, segment: caller.segment })),
    ...(byParent.get(caller.entity.id) ?? []).map((entity) => ({ entity, segment: entity })),
  ];
  return children
    .flatMap((child) => (hasEnded(child.entity) ? [{ ...child, cut: cutTo(child.entity, caller.cut) }] : []))
    .toSorted((a, b) => lengthOf(b.cut) - lengthOf(a.cut))[0];
}

function cutTo(entity: Interval, within: Interval): Interval {
  return { startMs: Math.max(entity.startMs, within.startMs), endMs: Math.min(entity.endMs, within.endMs) };
}

function lengthOf({ startMs, endMs }: Interval): number {
  return Math.max(0, wholeMicroseconds(endMs - startMs));
}

interface Calls {
  /** Every entity below a segment, with its segment: segments by start, parents before children. */
  readonly owners: ReadonlyMap<Entity, Segment>;
  /** The parent of a subsegment; for a segment what its `parent_id` names, where that is here. */
  readonly callers: ReadonlyMap<Entity, Entity>;
}

function callsIn(trace: Trace): Calls {
  const owners = new Map<Entity, Segment>();
  const callers = new Map<Entity, Entity>();
  const byId = new Map<string, Entity>();
  for (const segment of trace.segments) {
    for (const entity of [segment, ...subsegmentsBelow(segment)]) {
      owners.set(entity, segment);
      if (!byId.has(entity.id)) byId.set(entity.id, entity);
      for (const child of entity.subsegments) callers.set(child, entity);
    }
  }
  for (const segment of trace.segments) {
    const caller = segment.parentId === null ? undefined : byId.get(segment.parentId);
    if (caller !== undefined && caller !== segment) callers.set(segment, caller);
  }
  return { owners, callers };
}

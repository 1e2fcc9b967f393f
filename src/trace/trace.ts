import type { Entity, Segment, Subsegment } from './entity.js';
import { subsegmentsBelow } from './entity.js';
import type { ReadDocument, SeparateSubsegment } from './segment-document.js';

/** Everything that is known of one request: its segments, each with its subsegments in place. */
export interface Trace {
  readonly id: string;
  /** Ordered by start, then by id. */
  readonly segments: readonly Segment[];
  /** Subsegments that came alone and whose parent is not here (yet). */
  readonly orphans: readonly SeparateSubsegment[];
  /** Documents that could not be read. */
  readonly malformed: number;
  /** X-Ray cut the trace at its size limit: no evidence of anything that is missing. */
  readonly limitExceeded: boolean;
}

/**
 * Puts the documents of one trace together, in whatever order they came:
 * a complete entity replaces one in progress with the same id, subsegments sent alone go below their parent.
 */
export function assembleTrace(id: string, documents: Iterable<ReadDocument>, limitExceeded = false): Trace {
  const segments = new Map<string, Segment>();
  const separate = new Map<string, SeparateSubsegment>();
  let malformed = 0;
  for (const document of documents) {
    switch (document.kind) {
      case 'segment':
        if (replaces(document.segment, segments.get(document.segment.id))) {
          segments.set(document.segment.id, document.segment);
        }
        break;
      case 'subsegments':
        for (const each of document.subsegments) {
          if (replaces(each.subsegment, separate.get(each.subsegment.id)?.subsegment)) {
            separate.set(each.subsegment.id, each);
          }
        }
        break;
      case 'malformed':
        malformed += 1;
        break;
      default:
        document satisfies never;
    }
  }
  const byParent = Map.groupBy(separate.values(), ({ subsegment }) => subsegment.parentId);
  const placed = new Set<string>();
  const whole = [...segments.values()].map((segment) => withSeparate(segment, byParent, placed, 0));
  return {
    id,
    segments: whole.toSorted(byStart),
    orphans: [...separate.values()].filter(({ subsegment }) => !placed.has(subsegment.id)),
    malformed,
    limitExceeded,
  };
}

function replaces(arrived: Entity, held: Entity | undefined): boolean {
  return held === undefined || held.inProgress || !arrived.inProgress;
}

/** Subsegments sent alone can be chained without end; what hangs deeper than any SDK nests stays an orphan. */
const MAX_DEPTH = 100;

function withSeparate<E extends Entity>(
  entity: E,
  byParent: ReadonlyMap<string, readonly SeparateSubsegment[]>,
  placed: Set<string>,
  depth: number,
): E {
  if (byParent.size === 0 && isTidy(entity)) return entity;
  const children = new Map<string, Subsegment>();
  const sentAlone = (depth < MAX_DEPTH ? (byParent.get(entity.id) ?? []) : [])
    .map(({ subsegment }) => subsegment)
    .filter(({ id }) => !placed.has(id)); // ids come from the application and may form a circle
  for (const child of [...entity.subsegments, ...sentAlone]) {
    if (replaces(child, children.get(child.id))) children.set(child.id, child);
  }
  for (const { id } of sentAlone) placed.add(id);
  if (children.size === 0) return entity;
  const subsegments = [...children.values()]
    .map((child) => withSeparate(child, byParent, placed, depth + 1))
    .toSorted(byStart);
  return { ...entity, subsegments };
}

/** Whether everything below an entity is there once, in order. */
function isTidy({ subsegments }: Entity): boolean {
  return (
    subsegments.every((child, i) => (i === 0 || byStart(subsegments[i - 1]!, child) < 0) && isTidy(child)) &&
    (subsegments.length < 2 || new Set(subsegments.map(({ id }) => id)).size === subsegments.length)
  );
}

/** By id where the starts are equal, as they often are in milliseconds: documents come in any order. */
function byStart(a: Entity, b: Entity): number {
  return a.startMs - b.startMs || (a.id < b.id ? -1 : 1);
}

/**
 * The segment that answered the request: the one without a parent, else one whose parent never arrived (the driver
 * sends a Parent that is nobody's segment), never an inferred one. The earliest where there are several.
 */
export function rootOf(trace: Trace): Segment | null {
  const withoutParent = trace.segments.find((segment) => !segment.inferred && segment.parentId === null);
  return withoutParent ?? rootsOf(trace)[0] ?? null;
}

/** Every segment that no entity of the trace called, inferred ones apart: the requests that came from outside. */
export function rootsOf(trace: Trace): Segment[] {
  const known = new Set<string>();
  for (const segment of trace.segments) {
    known.add(segment.id);
    for (const { id } of subsegmentsBelow(segment)) known.add(id);
  }
  return trace.segments.filter(
    (segment) => !segment.inferred && (segment.parentId === null || !known.has(segment.parentId)),
  );
}

/** What was asked of a trace before: several readers of one trace ask. */
const BY_PARENT = new WeakMap<Trace, ReadonlyMap<string, readonly Segment[]>>();

/** Segments by the id of the entity that called them. */
export function segmentsByParent(trace: Trace): ReadonlyMap<string, readonly Segment[]> {
  const known = BY_PARENT.get(trace);
  if (known !== undefined) return known;
  const byParent = new Map<string, Segment[]>();
  for (const segment of trace.segments) {
    if (segment.parentId === null) continue;
    const siblings = byParent.get(segment.parentId);
    if (siblings === undefined) byParent.set(segment.parentId, [segment]);
    else siblings.push(segment);
  }
  BY_PARENT.set(trace, byParent);
  return byParent;
}

/** Duration in whole microseconds: epoch seconds as JSON numbers hold no more, and equal durations must be equal. */
export function durationMs(entity: Entity): number | null {
  return entity.endMs === null ? null : Math.max(0, wholeMicroseconds(entity.endMs - entity.startMs));
}

export function wholeMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

import { clockSkewMs } from './clock-skew.js';
import type { Entity, Segment, Subsegment } from './entity.js';
import { rootOf, segmentsByParent, type Trace } from './trace.js';
import { isWaitedFor } from './waited-for.js';

/**
 * A stretch of the critical path: the time during which `entity` itself, none of its children, held the request up. On
 * the clock of the root's host.
 */
export interface PathStretch {
  readonly entity: Entity;
  /** The segment that the entity is or belongs to. */
  readonly segment: Segment;
  readonly fromMs: number;
  readonly toMs: number;
  /** By how much the clock of the segment's host was put forward to get there; 0 but where it is surely off. */
  readonly skewMs: number;
}

/** More calls within calls than any request makes; what lies deeper counts as its caller's. */
const MAX_DEPTH = 1000;

/** An entity, the segment that it is or belongs to, and by how much that segment's clock has to be put forward. */
interface Timed {
  readonly entity: Segment | Subsegment;
  readonly segment: Segment;
  readonly skewMs: number;
}

/**
 * What the response waited for, from the root segment's end backwards: at each instant the child that ended last.
 * The stretches are disjoint and their lengths add up to the root's duration.
 *
 * ```
 * root   |-----------------------|
 * a        |------|
 * b             |---------|            b ended last before the root went on alone; a only counts until b began
 * path   ..aaaaabbbbbbbbbbb.......
 * ```
 * A child that ends after its parent is cut at the parent's end; one that starts after it is asynchronous and is left
 * out, as is who works on a message while its sender goes on ({@link isWaitedFor}). A callee whose host has another clock is moved into the call that waited for it ({@link clockSkewMs}). What
 * hangs below an entity that never arrived cannot be placed: its time stays the caller's. After the CRISP
 * (Zhang et al., USENIX ATC 2022) and Jaeger methods (https://github.com/jaegertracing/jaeger-ui, CriticalPath), with
 * children that touch kept.
 */
export function criticalPath(trace: Trace): PathStretch[] {
  const root = rootOf(trace);
  if (root === null || root.endMs === null) return [];
  const byParent = segmentsByParent(trace);
  const stretches: PathStretch[] = [];
  const visited = new Set<Segment>([root]); // ids come from the application and may form a circle
  walk({ entity: root, segment: root, skewMs: 0 }, root.startMs, root.endMs, 0);
  return stretches.reverse();

  function walk(timed: Timed, fromMs: number, untilMs: number, depth: number): void {
    const children = childrenOf(timed);
    for (const child of children) visited.add(child.segment);
    const latestFirst = children
      .map((child) => ({
        child,
        startMs: Math.max(fromMs, child.entity.startMs + child.skewMs),
        endMs: child.entity.endMs === null ? untilMs : Math.min(untilMs, child.entity.endMs + child.skewMs),
      }))
      .filter(({ startMs, endMs }) => endMs > startMs)
      .toSorted((a, b) => b.endMs - a.endMs || a.startMs - b.startMs);
    let atMs = untilMs;
    for (const { child, startMs, endMs } of latestFirst) {
      if (startMs >= atMs) continue;
      const until = Math.min(endMs, atMs);
      if (until < atMs) add(timed, until, atMs);
      if (depth < MAX_DEPTH) walk(child, startMs, until, depth + 1);
      else add(child, startMs, until);
      atMs = startMs;
    }
    if (atMs > fromMs) add(timed, fromMs, atMs);
  }

  function add(timed: Timed, fromMs: number, toMs: number): void {
    stretches.push({ ...timed, fromMs, toMs });
  }

  function childrenOf({ entity, segment, skewMs }: Timed): Timed[] {
    const callees = (byParent.get(entity.id) ?? []).filter(
      (callee) => !callee.inferred && !visited.has(callee) && isWaitedFor(entity, segment, callee),
    );
    return [
      ...entity.subsegments.map((part) => ({ entity: part, segment, skewMs })),
      ...callees.map((callee) => ({
        entity: callee,
        segment: callee,
        // As far as the caller's own clock is off, so may the callee's be: they are compared as they were written.
        skewMs: skewMs + clockSkewMs(entity, callee),
      })),
    ];
  }
}

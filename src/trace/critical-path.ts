import type { Entity, Segment } from './entity.js';
import { rootOf, segmentsByParent, type Trace } from './trace.js';

/** A stretch of the critical path: the time during which `entity` itself, none of its children, held the request up. */
export interface PathStretch {
  readonly entity: Entity;
  /** The segment that the entity is or belongs to. */
  readonly segment: Segment;
  readonly fromMs: number;
  readonly toMs: number;
}

/** More calls within calls than any request makes; what lies deeper counts as its caller's. */
const MAX_DEPTH = 1000;

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
 * out. After the CRISP and Jaeger methods (https://github.com/jaegertracing/jaeger-ui, CriticalPath), with children
 * that touch kept.
 */
export function criticalPath(trace: Trace): PathStretch[] {
  const root = rootOf(trace);
  if (root === null || root.endMs === null) return [];
  const byParent = segmentsByParent(trace);
  const stretches: PathStretch[] = [];
  const visited = new Set<Segment>([root]); // ids come from the application and may form a circle
  walk(root, root, root.startMs, root.endMs, 0);
  return stretches.reverse();

  function walk(entity: Entity, segment: Segment, fromMs: number, untilMs: number, depth: number): void {
    const children: { child: Entity; owner: Segment }[] = [
      ...entity.subsegments.map((child) => ({ child, owner: segment })),
      ...(byParent.get(entity.id) ?? [])
        .filter((callee) => !callee.inferred && !visited.has(callee))
        .map((callee) => ({ child: callee, owner: callee })),
    ];
    for (const { owner } of children) visited.add(owner);
    const latestFirst = children
      .map(({ child, owner }) => ({
        child,
        owner,
        startMs: Math.max(fromMs, child.startMs),
        endMs: Math.min(untilMs, child.endMs ?? untilMs),
      }))
      .filter(({ startMs, endMs }) => endMs > startMs)
      .toSorted((a, b) => b.endMs - a.endMs || a.startMs - b.startMs);
    let atMs = untilMs;
    for (const { child, owner, startMs, endMs } of latestFirst) {
      if (startMs >= atMs) continue;
      const until = Math.min(endMs, atMs);
      if (until < atMs) stretches.push({ entity, segment, fromMs: until, toMs: atMs });
      if (depth < MAX_DEPTH) walk(child, owner, startMs, until, depth + 1);
      else stretches.push({ entity: child, segment: owner, fromMs: startMs, toMs: until });
      atMs = startMs;
    }
    if (atMs > fromMs) stretches.push({ entity, segment, fromMs, toMs: atMs });
  }
}

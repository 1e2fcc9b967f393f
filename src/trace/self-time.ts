import type { Entity } from './entity.js';
import { wholeMicroseconds } from './trace.js';

export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Milliseconds of an entity during which none of `children` ran: its duration less the union of their intervals,
 * each clipped to the entity. Children may overlap, lie outside, or have no end yet (then they run to the entity's).
 *
 * ```
 * entity    |--------------------|
 * children    |-----|   |--|
 *                |-----|          |----|   (after the entity: asynchronous, takes nothing away)
 * self      ##          #  #######
 * ```
 */
export function selfTimeMs(entity: Entity, children: Iterable<Entity>): number {
  if (entity.endMs === null) return 0;
  const { startMs, endMs } = entity;
  const clipped: Interval[] = [];
  for (const child of children) {
    const fromMs = Math.max(startMs, child.startMs);
    const toMs = Math.min(endMs, child.endMs ?? endMs);
    if (toMs > fromMs) clipped.push({ fromMs, toMs });
  }
  clipped.sort((a, b) => a.fromMs - b.fromMs);
  let busyMs = 0;
  let reachedMs = startMs;
  for (const { fromMs, toMs } of clipped) {
    if (toMs <= reachedMs) continue;
    busyMs += toMs - Math.max(fromMs, reachedMs);
    reachedMs = toMs;
  }
  return Math.max(0, wholeMicroseconds(endMs - startMs - busyMs));
}

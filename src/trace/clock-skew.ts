import type { Segment, Subsegment } from './entity.js';

/**
 * Milliseconds by which a callee's clock has to be put forward (or back, below 0) for the callee to lie within the call
 * that waited for it. What ran on one host is timed by one clock; between hosts clocks differ by milliseconds, so a
 * callee's duration can be trusted and its place within its caller's call cannot.
 *
 * ```
 * call       |---------|                |---------|
 * Callee   |------|                        |------|
 *             by the smallest shift that will do
 * ```
 * Only what could not be without a difference of clocks is mended: a call that waits for its callee ends when that has
 * answered, so that a callee that is no longer than the call lies within it, be the call over HTTP, gRPC or an AWS SDK, or a
 * part of the caller's own code that tells of no call. One that is longer went on after its answer, or its caller gave up; one
 * directly below a segment shows no call to lie in: they keep their place. After Jaeger's
 * ClockSkew adjuster (https://github.com/jaegertracing/jaeger, model/adjuster/clockskew.go), which centres the callee: where
 * within the call it lies makes no difference to what the call waited for, and the smallest shift is none where none is
 * needed.
 */
export function clockSkewMs(caller: Segment | Subsegment, callee: Segment): number {
  if (caller.kind === 'segment' || caller.endMs === null || callee.endMs === null) return 0;
  if (callee.endMs - callee.startMs > caller.endMs - caller.startMs) return 0;
  if (callee.startMs < caller.startMs) return caller.startMs - callee.startMs;
  return Math.min(0, caller.endMs - callee.endMs);
}

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
 * Only what could not be without a difference of clocks is mended: a call over HTTP or a Lambda invocation ends when its
 * callee has answered, so that a callee that is no longer than the call lies within it. One that is longer went on after
 * its answer, or its caller gave up; a queue's consumer is not waited for: they keep their place. After Jaeger's
 * ClockSkew adjuster (https://github.com/jaegertracing/jaeger, model/adjuster/clockskew.go), which centres the callee: where
 * within the call it lies makes no difference to what the call waited for, and the smallest shift is none where none is
 * needed.
 */
export function clockSkewMs(caller: Segment | Subsegment, callee: Segment): number {
  if (caller.endMs === null || callee.endMs === null || !waitsForAnswer(caller)) return 0;
  if (callee.endMs - callee.startMs > caller.endMs - caller.startMs) return 0;
  if (callee.startMs < caller.startMs) return caller.startMs - callee.startMs;
  return Math.min(0, caller.endMs - callee.endMs);
}

const ACCEPTED = 202;

/**
 * An HTTP call, of which an answer was recorded or awaited (spans of a message's producer are `remote`, too, without one).
 * Of calls through an AWS SDK only a Lambda function is waited for, unless it was invoked as an event: that is accepted.
 */
function waitsForAnswer(caller: Segment | Subsegment): boolean {
  if (caller.kind === 'segment') return false;
  if (caller.namespace === 'remote') return caller.http !== null;
  return caller.namespace === 'aws' && caller.aws?.operation === 'Invoke' && caller.http?.status !== ACCEPTED;
}

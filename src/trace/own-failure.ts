import { type Entity, type ExceptionFacts, type Segment, subsegmentsBelow } from './entity.js';
import type { Call } from './service-graph.js';

export type FailureFlag = 'fault' | 'error' | 'throttle';

/**
 * Whether a segment failed by itself: it or a part of its own code is marked so, and no failed call explains it. `calls`:
 * those that it made and waited for. A failure that is passed on is its callee's alone; a call that always fails, such as
 * to a cache that never has what it is asked for, must not hide what fails after it. So a failed call explains nothing
 *
 * - that a part of the segment's own code is marked with in which no call failed,
 * - if the segment went on after it: a call that it began later succeeded,
 * - if both it and the segment recorded exceptions, and none is passed on: of the same type, or with the other's message in
 *   its own, as where one is wrapped into another,
 * - of errors over HTTP: if both have a status, and not the same. An AWS error is 400 whatever was wrong, and a fault is passed
 *   on as 500, 502 or 503, whatever it was.
 *
 * Where nothing tells, it explains the failure.
 */
export function failedItself(flag: FailureFlag, segment: Segment, calls: readonly Call[]): boolean {
  if (!segment[flag] && !subsegmentsBelow(segment).some((part) => part[flag])) return false;
  const failed = calls.filter((call) => call[flag]);
  if (failed.length === 0) return true;
  if (hasFailedPart(segment, flag, new Set(failed.map(({ subsegment }) => subsegment)))) return true;
  if (!segment[flag]) return false;
  const succeededMs = lastSuccessMs(calls);
  return !failed.some((call) => explains(call, flag, segment, succeededMs));
}

/** Whether a part of the segment's own code, outside of failed calls, is marked though no call failed within it. */
function hasFailedPart(segment: Segment, flag: FailureFlag, failedCalls: ReadonlySet<Entity | null>): boolean {
  let found = false;
  const holdsFailedCall = (part: Entity): boolean => {
    if (failedCalls.has(part)) return true;
    const holds = part.subsegments.filter(holdsFailedCall).length > 0;
    if (!holds && part[flag]) found = true;
    return holds;
  };
  segment.subsegments.forEach(holdsFailedCall);
  return found;
}

/** `succeededMs`: when the last call that succeeded began. */
function explains(call: Call, flag: FailureFlag, segment: Segment, succeededMs: number): boolean {
  const witness = witnessOf(call);
  if (witness === null) return true;
  if (witness.endMs !== null && witness.endMs <= succeededMs) return false;
  const isHttp = call.subsegment?.namespace === 'remote';
  if (flag === 'error' && isHttp && isOtherStatus(witness.http?.status, segment.http?.status)) return false;
  const thrown = segment.exceptions;
  const received = exceptionsWithin(witness);
  return thrown.length === 0 || received.length === 0 || thrown.some((each) => received.some((by) => isOf(each, by)));
}

/** Who tells of a call's times: the caller's subsegment, or the callee where that hangs directly below a segment. */
function witnessOf({ subsegment, callees }: Call): Entity | null {
  return subsegment ?? callees[0] ?? null;
}

function lastSuccessMs(calls: readonly Call[]): number {
  return calls.reduce(
    (last, call) =>
      call.fault || call.error || call.throttle ? last : Math.max(last, witnessOf(call)?.startMs ?? last),
    Number.NEGATIVE_INFINITY,
  );
}

function isOtherStatus(one: number | null | undefined, other: number | null | undefined): boolean {
  return one != null && other != null && one !== other;
}

function exceptionsWithin(entity: Entity): ExceptionFacts[] {
  return [entity, ...subsegmentsBelow(entity)].flatMap(({ exceptions }) => exceptions);
}

/** Without a type and a message nothing tells them apart. */
function isOf(thrown: ExceptionFacts, received: ExceptionFacts): boolean {
  if (thrown.type === received.type) return true;
  return thrown.message === null || received.message === null || thrown.message.includes(received.message);
}

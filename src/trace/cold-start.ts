import type { Segment, Subsegment } from './entity.js';
import { durationMs, type Trace } from './trace.js';
import { segmentsWaitedFor } from './waited-for.js';

const INITIALISATION = new Set(['Init', 'Initialization', 'Restore']);

/**
 * Milliseconds that Lambda functions took to be initialised (or restored from a snapshot) for this request; 0 where that
 * is still going on. null where all were warm that the response waited for: a queue's consumer makes no request slow.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function coldStartMs(trace: Trace): number | null {
  const cold = trace.segments.filter((segment) => initialisationOf(segment).length > 0);
  if (cold.length === 0) return null;
  const waitedFor = segmentsWaitedFor(trace);
  const initialised = cold.filter((segment) => waitedFor.has(segment)).flatMap(initialisationOf);
  return initialised.length === 0 ? null : initialised.reduce((sum, part) => sum + (durationMs(part) ?? 0), 0);
}

function initialisationOf({ origin, subsegments }: Segment): readonly Subsegment[] {
  return origin === 'AWS::Lambda::Function' ? subsegments.filter(({ name }) => INITIALISATION.has(name)) : [];
}

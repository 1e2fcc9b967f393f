import type { Subsegment } from './entity.js';
import { durationMs, type Trace } from './trace.js';

const INITIALISATION = new Set(['Init', 'Initialization', 'Restore']);

/**
 * Milliseconds that Lambda functions took to be initialised (or restored from a snapshot) for this request; 0 where that
 * is still going on. null where all were warm. https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function coldStartMs({ segments }: Trace): number | null {
  const initialised = segments
    .filter(({ origin }) => origin === 'AWS::Lambda::Function')
    .flatMap(({ subsegments }): readonly Subsegment[] => subsegments.filter(({ name }) => INITIALISATION.has(name)));
  return initialised.length === 0 ? null : initialised.reduce((sum, part) => sum + (durationMs(part) ?? 0), 0);
}

import type { Trace } from './trace.js';

const INITIALISATION = new Set(['Init', 'Initialization', 'Restore']);

/**
 * Whether a Lambda function had to be initialised (or restored from a snapshot) for this request.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function isColdStart(trace: Trace): boolean {
  return trace.segments.some(
    (segment) =>
      segment.origin === 'AWS::Lambda::Function' && segment.subsegments.some(({ name }) => INITIALISATION.has(name)),
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import AWSXRay from 'aws-xray-sdk';

const INIT_MS = 180;

/**
 * Express middleware by which a service leaves the trace of a Lambda function: its segment is of that origin, and one of
 * so many invocations, in an order of chance, is a cold start with an `Init` of its own.
 */
export function invoked(invocationsPerColdStart) {
  return async (_request, _response, next) => {
    const segment = AWSXRay.getSegment();
    segment.origin = 'AWS::Lambda::Function';
    if (Math.random() < 1 / invocationsPerColdStart) {
      const init = segment.addNewSubsegment('Init');
      await sleep(INIT_MS);
      init.close();
    }
    next();
  };
}

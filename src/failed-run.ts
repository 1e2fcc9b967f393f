import type { AwsUse } from './aws-cost.js';
import { GateError } from './errors.js';

/** A run that measured nothing, and what it had used of AWS by then. */
export class RunFailed extends GateError {
  readonly awsUse: AwsUse;

  constructor(failure: GateError, awsUse: AwsUse) {
    super(failure.message, failure.remedy, { cause: failure });
    this.awsUse = awsUse;
  }
}

/** What ended a run, with what it had used by then; a defect as it is. */
export function failedRun(thrown: unknown, awsUse: AwsUse): unknown {
  return thrown instanceof GateError ? new RunFailed(thrown, awsUse) : thrown;
}

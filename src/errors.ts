/**
 * A failure that the person running the gate can do something about: what happened, and the remedy.
 * Everything else that is thrown is a defect of the gate itself.
 */
export class GateError extends Error {
  override readonly name = 'GateError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** One line for a log: the message of anything thrown, with the remedy where there is one. */
export function describeError(error: unknown): string {
  if (error instanceof GateError) return `${error.message} ${error.remedy}`.trimEnd();
  return error instanceof Error ? error.message : String(error);
}

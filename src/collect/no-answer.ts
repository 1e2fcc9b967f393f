import { GateError } from '../errors.js';

/** What is known of a source that gave no traces in all the time there was. */
interface Silence {
  readonly timeoutMs: number;
  /** What a call that was answered in part waits for, in words. */
  readonly waitsFor: string | null;
  /** Why a call was put off, in words. */
  readonly lastReason: string | null;
  /** Calls that were not answered yet. */
  readonly underWay: number;
}

/** The error of a collection to which no call brought an answer. */
export function noAnswer({ timeoutMs, waitsFor, lastReason, underWay }: Silence): GateError {
  const within = `in ${Math.round(timeoutMs / 1000)} s`;
  if (waitsFor !== null) {
    return new GateError(`X-Ray has given no traces ${within}: ${waitsFor}.`, 'Raise "settle-timeout".');
  }
  const reason = lastReason ?? (underWay === 0 ? 'no time to ask' : `${underWay} under way`);
  return new GateError(
    `X-Ray did not answer a single call ${within}: ${reason}.`,
    'Run the gate again, or raise "settle-timeout"; check the endpoint if AWS_ENDPOINT_URL_XRAY is set.',
  );
}

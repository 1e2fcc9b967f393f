import { CredentialsExpired } from '../collect/trace-source.js';
import { GateError } from '../errors.js';

/** X-Ray answers with one of two names when it throttles; a gateway may answer with a page of HTML. */
const BUSY =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalServer|Timeout)/;
const CREDENTIALS =
  /^(UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|CredentialsProvider|IncompleteSignature)/;

const DEFECT = 'This is a defect of the gate, unless the endpoint is not AWS X-Ray: please report it.';

/**
 * Why a call may be made again, in words. Throws GateError, with the remedy, where that cannot help; `refused` is the
 * remedy where X-Ray finds fault with what was asked.
 */
export function busyReason(error: unknown, action: string, refused = DEFECT): string {
  // Of the credentials: a role that may not be taken on.
  if (error instanceof GateError) throw error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const status = statusOf(error);
  if (error instanceof Error && name.startsWith('ExpiredToken')) throw expiredCredentials(error);
  if (isClockRefused(error)) throw clockRefused(error, name, message);
  if (CREDENTIALS.test(name)) {
    throw credentialsRefused(error, name, message);
  }
  const host = unknownHost(error);
  if (host !== null) throw noSuchHost(host, error);
  if (/^(AccessDenied|NotAuthorized)/.test(name) || status === 401 || status === 403) {
    throw new GateError(
      `X-Ray denied access: ${message.replace(/\.$/, '')}.`,
      `Give the job's role permission for ${action} on "*".`,
      {
        cause: error,
      },
    );
  }
  if (/region is missing/i.test(message)) {
    throw new GateError('No AWS region is set.', 'Give the input "aws-region", or set AWS_REGION.', { cause: error });
  }
  if (name === 'InvalidRequestException') {
    throw new GateError(`X-Ray refused ${action}: ${message}.`, refused, { cause: error });
  }
  if (error instanceof Error && isBusy(error)) return `${name}: ${message}`;
  if (error instanceof SyntaxError) return 'the answer was not JSON, as from a proxy in between';
  return `${name}: ${message}`;
}

/** Whether AWS has refused a call for the time at which it was signed, more than five minutes from its own. */
export function isClockRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)/.test(error.name) ||
    (/^(InvalidSignature|SignatureDoesNotMatch)/.test(error.name) &&
      /signature (expired|not yet current)/i.test(error.message))
  );
}

function clockRefused(cause: unknown, name: string, message: string): GateError {
  return new GateError(
    `The runner's clock is more than five minutes from that of AWS (${name}): ${message.replace(/\.$/, '')}.`,
    'Set the clock of the runner, and keep it right by NTP: chrony or systemd-timesyncd, in AWS from 169.254.169.123.',
    { cause },
  );
}

/** Whether AWS is but too busy, or broken for now. */
export function isBusy(error: Error): boolean {
  const status = statusOf(error);
  return BUSY.test(error.name) || status === 429 || (status !== null && status >= 500);
}

/** Credentials that were good once; who has read something with them may go on with that. */
export function expiredCredentials(cause: Error): CredentialsExpired {
  return new CredentialsExpired(
    `The AWS credentials have expired (${cause.name}): ${cause.message.replace(/\.$/, '')}.`,
    'Give aws-actions/configure-aws-credentials a "role-duration-seconds" that is longer than the whole run, and the role a maximum session duration that allows it.',
    { cause },
  );
}

/** The host's name where DNS knows of none such; where DNS itself cannot be asked (EAI_AGAIN), asking again may help. */
function unknownHost(error: unknown): string | null {
  const { code, hostname } = error as { readonly code?: unknown; readonly hostname?: unknown };
  return code === 'ENOTFOUND' && typeof hostname === 'string' ? hostname : null;
}

/** Who has been answered by that host before knows better: then DNS is broken for now. */
export class UnknownHost extends GateError {}

function noSuchHost(host: string, cause: unknown): UnknownHost {
  const region = /^(?:xray|sts)\.([a-z0-9-]+)\.amazonaws\./.exec(host)?.[1];
  if (region === undefined) {
    const remedy = 'Correct AWS_ENDPOINT_URL_XRAY, or the endpoint of the source.';
    return new UnknownHost(`There is no X-Ray at ${host}.`, remedy, { cause });
  }
  return new UnknownHost(
    `No host is named ${host}: there is no region ${region}, or this machine cannot look up names of AWS.`,
    'Correct "aws-region", AWS_REGION, or the region of the source; in a network of its own give the machine a DNS that knows AWS.',
    { cause },
  );
}

function credentialsRefused(cause: unknown, name: string, message: string): GateError {
  return new GateError(
    `The AWS credentials are not accepted (${name}): ${message.replace(/\.$/, '')}.`,
    'Put aws-actions/configure-aws-credentials before the gate, with a session long enough for the whole run.',
    { cause },
  );
}

function statusOf(error: unknown): number | null {
  const metadata = (error as { $metadata?: { httpStatusCode?: unknown } }).$metadata;
  return typeof metadata?.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}

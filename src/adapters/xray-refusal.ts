import { GateError } from '../errors.js';

/** X-Ray answers with one of two names when it throttles; a gateway may answer with a page of HTML. */
const BUSY =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalServer|Timeout)/;
const CREDENTIALS =
  /^(ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|CredentialsProvider|IncompleteSignature)/;

/** Why a call may be made again, in words. Throws GateError, with the remedy, where that cannot help. */
export function busyReason(error: unknown, action: string): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const status = statusOf(error);
  if (CREDENTIALS.test(name)) {
    throw credentialsRefused(error, name, message);
  }
  if (/^(AccessDenied|NotAuthorized)/.test(name) || status === 401 || status === 403) {
    throw new GateError(`X-Ray denied access: ${message}.`, `Give the job's role permission for ${action} on "*".`, {
      cause: error,
    });
  }
  if (/region is missing/i.test(message)) {
    throw new GateError('No AWS region is set.', 'Give the input "aws-region", or set AWS_REGION.', { cause: error });
  }
  if (name === 'InvalidRequestException') {
    throw new GateError(
      `X-Ray refused ${action}: ${message}.`,
      'This is a defect of the gate, unless the endpoint is not AWS X-Ray: please report it.',
      { cause: error },
    );
  }
  if (BUSY.test(name) || status === 429 || (status !== null && status >= 500)) return `${name}: ${message}`;
  if (error instanceof SyntaxError) return 'the answer was not JSON, as from a proxy in between';
  return `${name}: ${message}`;
}

function credentialsRefused(cause: unknown, name: string, message: string): GateError {
  return new GateError(
    `The AWS credentials are not accepted (${name}): ${message}.`,
    'Put aws-actions/configure-aws-credentials before the gate, with a session long enough for the whole run.',
    { cause },
  );
}

function statusOf(error: unknown): number | null {
  const metadata = (error as { $metadata?: { httpStatusCode?: unknown } }).$metadata;
  return typeof metadata?.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}

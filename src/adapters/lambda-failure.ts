import { faultOf } from './http/network-error.js';

/** What is left to say of an invocation that the AWS SDK ended with an error. */
export type InvocationFailure =
  | { readonly kind: 'answered'; readonly status: number; readonly sizeBytes: number }
  | { readonly kind: 'failed' | 'not sent'; readonly error: string };

/**
 * Tells whose error it is. The target's, and so an answer: that the function is throttled (429), not ready or broken
 * (409, 410, 5xx, its file system, its snapshot). The gate's, so that nothing was sent: that AWS refused the call before
 * any function was asked (no such function, no permission, no valid credentials, no valid event). All else is the
 * connection's.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
 */
export function invocationFailure(thrown: unknown): InvocationFailure {
  const error = thrown as SdkError;
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  // The function's answer had begun, and broke off.
  if (status === undefined || status < 300) return faultOf(error);
  if (status >= 500 || [408, 409, 410, 429].includes(status) || /^(EFS|S3Files|SnapStart)/.test(error.name)) {
    return { kind: 'answered', status, sizeBytes: Number(error.$response?.headers?.['content-length'] ?? 0) };
  }
  const remedy = error.name.startsWith('AccessDenied') ? ' (give the role lambda:InvokeFunction)' : '';
  return { kind: 'not sent', error: `AWS Lambda refused the call with HTTP ${status}: ${wordsOf(error)}${remedy}` };
}

/** Why a call did not get as far as the network. */
export function unsentInvocation(thrown: unknown): InvocationFailure {
  const error = thrown as SdkError;
  const remedy =
    error.name === 'CredentialsProviderError'
      ? ' (put aws-actions/configure-aws-credentials before the gate)'
      : /region is missing/i.test(error.message)
        ? ' (write the function as its ARN, or give the input "aws-region")'
        : '';
  return { kind: 'not sent', error: `${wordsOf(error)}${remedy}` };
}

/** As the AWS SDK throws it; of a network error only what Node says. */
type SdkError = Error & {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };
};

function wordsOf({ name, message, $metadata }: SdkError): string {
  return $metadata === undefined ? message : `${name}: ${message}`;
}

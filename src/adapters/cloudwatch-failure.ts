/** Why CloudWatch did not take metrics, with the remedy where there is one; no full stop. */
export function putFailure(thrown: unknown, namespace: string): string {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const words = message === '' || message === name ? name : `${name}: ${message.replace(/\.$/, '')}`;
  return `${words}${remedyFor(name, message, namespace)}`;
}

function remedyFor(name: string, message: string, namespace: string): string {
  if (/^(AccessDenied|NotAuthorized)/.test(name)) {
    return `. Give the job's role cloudwatch:PutMetricData, on the condition that cloudwatch:namespace is ${namespace} (docs/aws.md)`;
  }
  if (/^(CredentialsProvider|ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/.test(name)) {
    return '. Put aws-actions/configure-aws-credentials before the gate, with a session long enough for the whole run';
  }
  if (/region is missing/i.test(message)) return '. Give the input "aws-region", or set AWS_REGION';
  return '';
}

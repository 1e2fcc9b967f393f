/**
 * The trace's page in the CloudWatch console, or null where the traces are not in AWS or a part is not what it
 * should be.
 */
export function traceLink(region: string | null, traceId: string): string | null {
  if (region === null || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return null;
  if (!/^1-[0-9a-f]{8}-[0-9a-f]{24}$/.test(traceId)) return null;
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#xray:traces/${traceId}`;
}

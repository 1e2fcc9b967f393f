import { isRegion } from '../aws-region.js';
import { canonicalTraceId } from '../trace/segment-document.js';

/** Regions of partitions that nobody reaches from outside have no console to link to. */
const UNREACHABLE = /-iso[a-z]?-|^eusc-/;

/**
 * The trace's page in the CloudWatch console, or null where the traces are not in AWS or a part is not what it
 * should be.
 */
export function traceLink(region: string | null, traceId: string): string | null {
  if (region === null || !isRegion(region) || UNREACHABLE.test(region)) return null;
  if (canonicalTraceId(traceId) !== traceId) return null;
  return `https://${region}.${consoleOf(region)}/cloudwatch/home?region=${region}#xray:traces/${traceId}`;
}

/** https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/getting-started-sign-in.html and https://www.amazonaws.cn/en/ */
function consoleOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return region.startsWith('cn-') ? 'console.amazonaws.cn' : 'console.aws.amazon.com';
}

/** What a run had AWS do that AWS charges for: X-Ray and CloudWatch; all 0 where it used neither. */
export interface AwsUse {
  /** Requests that the gate sent and that asked to be recorded: a trace each, where the target is traced. */
  readonly tracesRecorded: number;
  /** Whole traces that X-Ray returned; one that was looked at three times counts three times. */
  readonly tracesRetrieved: number;
  /** Traces that X-Ray's searches looked at, whether they were sought or not. */
  readonly tracesScanned: number;
  /** Custom metrics that were given a value: each name with each set of dimensions is one. */
  readonly metricsPut: number;
  readonly metricCalls: number;
}

export const NO_USE: AwsUse = {
  tracesRecorded: 0,
  tracesRetrieved: 0,
  tracesScanned: 0,
  metricsPut: 0,
  metricCalls: 0,
};

/**
 * Dollars for one of each: the list price in us-east-1, free tier and volume discounts left out. A custom metric is
 * $0.30 a month, charged by the hour in which it is given values.
 * https://aws.amazon.com/xray/pricing/ and https://aws.amazon.com/cloudwatch/pricing/
 */
const DOLLARS: AwsUse = {
  tracesRecorded: 5 / 1e6,
  tracesRetrieved: 0.5 / 1e6,
  tracesScanned: 0.5 / 1e6,
  metricsPut: 0.3 / 730,
  metricCalls: 0.01 / 1000,
};

/** What it costs at list price. Of traces whose services are not traced, and of what AWS grants for free, it is too much. */
export function dollarsFor(use: AwsUse): number {
  const kinds = Object.keys(DOLLARS) as (keyof AwsUse)[];
  return kinds.reduce((sum, kind) => sum + use[kind] * DOLLARS[kind], 0);
}

/** `less than $0.01`, `about $0.37`. */
export function formatDollars(dollars: number): string {
  return dollars < 0.01 ? 'less than $0.01' : `about $${dollars.toFixed(2)}`;
}

import { isRegion } from '../aws-region.js';

/** An anomaly that X-Ray found in the traces of a group. */
export interface Insight {
  /** A UUID. */
  readonly id: string;
  /** Also where X-Ray's word for the state is one that is not known. */
  readonly isActive: boolean;
  readonly sinceMs: number;
  /** Null while it is active. */
  readonly untilMs: number | null;
  /** X-Ray's own words; empty where it has none. */
  readonly summary: string;
  /** The service where it began; null where X-Ray names none. */
  readonly rootCause: string | null;
  /** Services that it shows in, most anomalous first. */
  readonly anomalous: readonly string[];
}

/** What X-Ray found in a group's traces while they were measured, or in the time that was searched. */
export interface GroupInsights {
  /** Name or ARN, as the input gives it. */
  readonly group: string;
  /** Whether X-Ray looks for insights in the group; null where that is not known. */
  readonly enabled: boolean | null;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Those that were active at some time in between, newest first. */
  readonly insights: readonly Insight[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The insight's page in the console, or null where it is not in AWS or a part is not what it should be.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-deeplinks.html
 */
export function insightLink(region: string | null, id: string): string | null {
  if (region === null || !isRegion(region) || !UUID.test(id)) return null;
  return `https://console.aws.amazon.com/xray/home?region=${region}#/insights/${id}`;
}

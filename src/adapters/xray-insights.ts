import { GetInsightSummariesCommand, type InsightSummary, type ServiceId, type XRayClient } from '@aws-sdk/client-xray';
import type { Insight } from '../report/insight.js';
import type { SearchWindow } from '../run/search-window.js';
import { isGroupArn } from '../xray-group.js';
import { pagesOf } from './xray-pages.js';

/** GetInsightSummaries refuses a beginning of more than 30 days ago; a minute less is safe from clocks that differ. */
const OLDEST_MS = 30 * 86_400_000 - 60_000;
const MOST_ON_A_PAGE = 100;
const MOST_PAGES = 50;

/**
 * Insights of a group that were active at some time in the window, newest first. X-Ray goes by when an insight began and
 * ended, and one of the window may have begun long before: it is asked for those of 30 days, and they are picked here.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetInsightSummaries.html
 * Throws GateError.
 */
export async function insightsOf(
  client: XRayClient,
  group: string,
  window: SearchWindow,
  nowMs: number,
): Promise<Insight[]> {
  const input = {
    ...(isGroupArn(group) ? { GroupARN: group } : { GroupName: group }),
    StartTime: new Date(nowMs - OLDEST_MS),
    EndTime: new Date(nowMs),
    MaxResults: MOST_ON_A_PAGE,
  };
  const asked = {
    what: `insights of the group "${group}"`,
    action: 'xray:GetInsightSummaries',
    refused: 'Check the input "group".',
    mostPages: MOST_PAGES,
  };
  const found = new Map<string, Insight>();
  const ask = (NextToken: string | undefined) => client.send(new GetInsightSummariesCommand({ ...input, NextToken }));
  for await (const { InsightSummaries = [] } of pagesOf(ask, asked)) {
    for (const insight of InsightSummaries.flatMap((summary) => insightOf(summary) ?? [])) {
      if (isWithin(insight, window)) found.set(insight.id, insight);
    }
  }
  return [...found.values()].toSorted((a, b) => b.sinceMs - a.sinceMs);
}

/** Null where what X-Ray tells is none: it has no id or no beginning. */
function insightOf(summary: InsightSummary): Insight | null {
  const { InsightId: id, StartTime, EndTime, State, Summary, RootCauseServiceId, TopAnomalousServices } = summary;
  if (id === undefined || StartTime === undefined) return null;
  const isActive = State !== 'CLOSED';
  return {
    id,
    isActive,
    sinceMs: StartTime.getTime(),
    untilMs: isActive ? null : (EndTime ?? StartTime).getTime(),
    summary: Summary ?? '',
    rootCause: nameOf(RootCauseServiceId),
    anomalous: (TopAnomalousServices ?? []).flatMap(({ ServiceId }) => nameOf(ServiceId) ?? []),
  };
}

function nameOf(service: ServiceId | undefined): string | null {
  return service?.Name ?? service?.Names?.[0] ?? null;
}

function isWithin({ sinceMs, untilMs }: Insight, window: SearchWindow): boolean {
  return sinceMs <= window.untilMs && (untilMs === null || untilMs >= window.sinceMs);
}

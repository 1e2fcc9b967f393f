import type { JsonObject } from '../../trace/json-object.js';
import { INSIGHT_ID, type Insight, STATES } from '../account/insights.js';
import { invalidRequest } from '../api-error.js';
import { epochSeconds } from '../epoch-seconds.js';
import { pageOf } from '../page.js';
import { requiredTimes, requiredWindow, type TimeWindow } from '../request-fields.js';
import { limitedText, optionalNumber, requiredText, requiredTexts } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

/** X-Ray finds insights by anomalies over hours; the local X-Ray has those alone that were put into it. */
export function insightOperations(settings: ApiSettings): Operations {
  const named = (request: JsonObject) => insightNamed(request, settings);
  return {
    '/InsightSummaries': (request) => getInsightSummaries(request, settings),
    '/Insight': (request) => ({ Insight: insightFields(named(request), settings) }),
    '/InsightEvents': (request) => {
      optionalNumber(request, 'MaxResults', { min: 1, max: 50, whole: true });
      named(request);
      return { InsightEvents: [] };
    },
    '/InsightImpactGraph': (request) => {
      const window = requiredWindow(request);
      refuseOld(window.fromMs, settings.nowMs());
      return { ...impactFields(named(request), window), Services: [] };
    },
  };
}

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;
const MOST_ON_A_PAGE = 100;

/** Those that began, and where they are over ended, in the window. https://docs.aws.amazon.com/xray/latest/api/API_GetInsightSummaries.html */
function getInsightSummaries(request: JsonObject, settings: ApiSettings): JsonObject {
  const { account, nowMs } = settings;
  const group = account.groups.require(request);
  const window = requiredTimes(request);
  refuseOld(window.fromMs, nowMs());
  const states = request.States === undefined ? [] : requiredTexts(request, 'States');
  if (states.length > 1) throw invalidRequest('States must hold at most one state.');
  const unknown = states.find((state) => !STATES.some((each) => each === state));
  if (unknown !== undefined) throw invalidRequest(`States must be one of ${STATES.join(', ')}; got "${unknown}".`);
  const size = optionalNumber(request, 'MaxResults', { min: 1, max: MOST_ON_A_PAGE, whole: true }) ?? MOST_ON_A_PAGE;
  limitedText(request, 'NextToken', { max: 2000 });
  const all = account.insights.all();
  const sought = all.filter(
    (insight) =>
      insight.groupName === group.name &&
      (states.length === 0 || states.includes(insight.state)) &&
      isWithin(insight, window),
  );
  const query = `Insights ${group.name} ${states} ${window.fromMs} ${window.untilMs}`;
  const { items, next } = pageOf(request, sought, { query, size, keyOf: (insight) => all.indexOf(insight) });
  return { InsightSummaries: items.map((insight) => insightFields(insight, settings)), ...next };
}

function isWithin({ startMs, endMs }: Insight, { fromMs, untilMs }: TimeWindow): boolean {
  return startMs >= fromMs && startMs < untilMs && (endMs === null || endMs < untilMs);
}

function insightFields(
  { id, groupName, state, startMs, endMs, fields }: Insight,
  { account }: ApiSettings,
): JsonObject {
  const group = [...account.groups.all()].find(({ name }) => name === groupName);
  return {
    InsightId: id,
    GroupName: groupName,
    ...(group === undefined ? {} : { GroupARN: group.arn }),
    State: state,
    StartTime: epochSeconds(startMs),
    ...(endMs === null ? {} : { EndTime: epochSeconds(endMs) }),
    ...fields,
  };
}

function impactFields({ id, startMs, endMs }: Insight, { fromMs, untilMs }: TimeWindow): JsonObject {
  return {
    InsightId: id,
    StartTime: epochSeconds(startMs),
    ...(endMs === null ? {} : { EndTime: epochSeconds(endMs) }),
    ServiceGraphStartTime: epochSeconds(fromMs),
    ServiceGraphEndTime: epochSeconds(untilMs),
  };
}

function refuseOld(fromMs: number, nowMs: number): void {
  if (nowMs - fromMs > MAX_AGE_MS) throw invalidRequest('StartTime must not be more than 30 days ago.');
}

function insightNamed(request: JsonObject, { account }: ApiSettings): Insight {
  const id = requiredText(request, 'InsightId');
  if (!INSIGHT_ID.test(id)) throw invalidRequest(`InsightId must be a UUID; got "${id}".`);
  const found = account.insights.all().find((insight) => insight.id === id);
  if (found !== undefined) return found;
  throw invalidRequest(`There is no insight ${id}: the local X-Ray has those alone that were put into it.`);
}

import type { JsonObject } from '../../trace/json-object.js';
import { invalidRequest } from '../api-error.js';
import { requiredText, requiredTexts, requiredTimes, requiredWindow } from '../request-fields.js';
import { limitedText, optionalNumber } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

/** X-Ray finds insights by anomalies over hours; the local X-Ray has none, and says so in X-Ray's own terms. */
export function insightOperations(settings: ApiSettings): Operations {
  return {
    '/InsightSummaries': (request) => getInsightSummaries(request, settings),
    '/Insight': (request) => refuseInsight(request),
    '/InsightEvents': (request) => {
      optionalNumber(request, 'MaxResults', { min: 1, max: 50, whole: true });
      return refuseInsight(request);
    },
    '/InsightImpactGraph': (request) => {
      refuseOld(requiredWindow(request).fromMs, settings.nowMs());
      return refuseInsight(request);
    },
  };
}

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;
const STATES = ['ACTIVE', 'CLOSED'];
const INSIGHT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** https://docs.aws.amazon.com/xray/latest/api/API_GetInsightSummaries.html */
function getInsightSummaries(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  account.groups.require(request);
  refuseOld(requiredTimes(request).fromMs, nowMs());
  const states = request.States === undefined ? [] : requiredTexts(request, 'States');
  if (states.length > 1) throw invalidRequest('States must hold at most one state.');
  const unknown = states.find((state) => !STATES.includes(state));
  if (unknown !== undefined) throw invalidRequest(`States must be one of ${STATES.join(', ')}; got "${unknown}".`);
  optionalNumber(request, 'MaxResults', { min: 1, max: 100, whole: true });
  if (limitedText(request, 'NextToken', { max: 2000 })) throw invalidRequest('Invalid NextToken');
  return { InsightSummaries: [] };
}

function refuseOld(fromMs: number, nowMs: number): void {
  if (nowMs - fromMs > MAX_AGE_MS) throw invalidRequest('StartTime must not be more than 30 days ago.');
}

function refuseInsight(request: JsonObject): never {
  const id = requiredText(request, 'InsightId');
  if (!INSIGHT_ID.test(id)) throw invalidRequest(`InsightId must be a UUID; got "${id}".`);
  throw invalidRequest(`There is no insight ${id}: the local X-Ray finds none.`);
}

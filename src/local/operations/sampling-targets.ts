import type { JsonObject } from '../../trace/json-object.js';
import { REPORT_INTERVAL_MS, type SamplingReport } from '../account/sampling-reports.js';
import type { RuleRecord } from '../account/sampling-rule.js';
import type { SamplingRules } from '../account/sampling-rules.js';
import { epochSeconds } from '../epoch-seconds.js';
import { pageOf } from '../page.js';
import {
  limitedText,
  optionalNumber,
  optionalObjects,
  required,
  requiredList,
  requiredNumber,
} from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function samplingTargetOperations(settings: ApiSettings): Operations {
  return {
    '/SamplingTargets': (request) => getSamplingTargets(request, settings),
    '/SamplingStatisticSummaries': (request) => getSamplingStatisticSummaries(request, settings),
  };
}

const MAX_DOCUMENTS = 25;
const INTERVAL_S = REPORT_INTERVAL_MS / 1000;

/**
 * Each client's part of the reservoir of every rule that it reports on. What is said of anomalies is read and boosts
 * nothing: how AWS finds the rate of a boost is not documented.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetSamplingTargets.html
 */
function getSamplingTargets(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  const { samplingRules, samplingReports } = account;
  const now = nowMs();
  requiredList(request, 'SamplingStatisticsDocuments');
  const reports = optionalObjects(request, 'SamplingStatisticsDocuments', MAX_DOCUMENTS).map(readReport);
  const boosted = optionalObjects(request, 'SamplingBoostStatisticsDocuments', MAX_DOCUMENTS).map(readBoostedRule);
  const known = reports.filter(({ ruleName }) => samplingRules.find(ruleName) !== undefined);
  for (const report of known) samplingReports.add(report, now);
  return {
    SamplingTargetDocuments: known.map(({ ruleName, clientId }) => {
      const { rule } = samplingRules.find(ruleName) as RuleRecord;
      return {
        RuleName: ruleName,
        FixedRate: rule.FixedRate,
        ReservoirQuota: samplingReports.quota(ruleName, clientId, rule.ReservoirSize, now),
        ReservoirQuotaTTL: Math.floor(epochSeconds(now)) + INTERVAL_S,
        Interval: INTERVAL_S,
      };
    }),
    LastRuleModification: epochSeconds(samplingRules.modifiedAtMs),
    UnprocessedStatistics: unprocessed(
      reports.map(({ ruleName }) => ruleName),
      samplingRules,
    ),
    UnprocessedBoostStatistics: unprocessed(boosted, samplingRules),
  };
}

/** The server's clock says when a report came; SDKs write its `Timestamp` in more than one form. */
function readReport(document: JsonObject): SamplingReport {
  required(document.Timestamp ?? undefined, 'Timestamp');
  return {
    ruleName: required(limitedText(document, 'RuleName', { max: 32 }), 'RuleName'),
    clientId: required(limitedText(document, 'ClientID', { min: 24, max: 24 }), 'ClientID'),
    requests: requiredNumber(document, 'RequestCount', { min: 0, whole: true }),
    sampled: requiredNumber(document, 'SampledCount', { min: 0, whole: true }),
    borrowed: optionalNumber(document, 'BorrowCount', { min: 0, whole: true }) ?? 0,
  };
}

function readBoostedRule(document: JsonObject): string {
  required(limitedText(document, 'ServiceName', { min: 0, max: 64 }), 'ServiceName');
  required(document.Timestamp ?? undefined, 'Timestamp');
  for (const count of ['AnomalyCount', 'TotalCount', 'SampledAnomalyCount']) {
    requiredNumber(document, count, { min: 0, whole: true });
  }
  return required(limitedText(document, 'RuleName', { max: 32 }), 'RuleName');
}

function unprocessed(ruleNames: readonly string[], rules: SamplingRules): JsonObject[] {
  return ruleNames
    .filter((name) => rules.find(name) === undefined)
    .map((RuleName) => ({ RuleName, ErrorCode: '400', Message: 'There is no sampling rule of this name.' }));
}

/** https://docs.aws.amazon.com/xray/latest/api/API_GetSamplingStatisticSummaries.html */
function getSamplingStatisticSummaries(request: JsonObject, { account, pageSize, nowMs }: ApiSettings): JsonObject {
  const { items, next } = pageOf(request, account.samplingReports.windows(nowMs()), {
    query: 'SamplingStatisticSummaries',
    size: pageSize,
    keyOf: ({ sequence }) => sequence,
  });
  return {
    SamplingStatisticSummaries: items.map(({ ruleName, fromMs, requests, sampled, borrowed }) => ({
      RuleName: ruleName,
      Timestamp: epochSeconds(fromMs),
      RequestCount: requests,
      BorrowCount: borrowed,
      SampledCount: sampled,
    })),
    ...next,
  };
}

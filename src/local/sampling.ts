import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { invalidRequest } from './api-error.js';
import { epochSeconds } from './epoch-seconds.js';
import { optionalText, refuseNextToken, requiredList, requiredText } from './request-fields.js';

/** The first request each second and 5 % of the others: the rule that X-Ray starts every account with. */
const RULE_NAME = 'Default';
const FIXED_RATE = 0.05;
const RESERVOIR_SIZE = 1;
const TARGET_INTERVAL_S = 10;

/**
 * The default rule, in the form that SDKs accept: version 1, any resource, no attributes.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetSamplingRules.html
 */
export function getSamplingRules(request: JsonObject): JsonObject {
  refuseNextToken(request, 'Invalid NextToken');
  const rule = {
    RuleName: RULE_NAME,
    RuleARN: 'arn:aws:xray:us-east-1::sampling-rule/Default',
    ResourceARN: '*',
    Priority: 10_000,
    FixedRate: FIXED_RATE,
    ReservoirSize: RESERVOIR_SIZE,
    ServiceName: '*',
    ServiceType: '*',
    Host: '*',
    HTTPMethod: '*',
    URLPath: '*',
    Version: 1,
    Attributes: {},
  };
  return { SamplingRuleRecords: [{ SamplingRule: rule, CreatedAt: 0, ModifiedAt: 0 }] };
}

/**
 * A quota for each client that reports on the default rule; reports on other rules come back as unprocessed.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetSamplingTargets.html
 */
export function getSamplingTargets(request: JsonObject, nowMs: number): JsonObject {
  const statistics = requiredList(request, 'SamplingStatisticsDocuments');
  if (statistics.length > 25) throw invalidRequest('SamplingStatisticsDocuments must hold at most 25 documents.');
  const names = statistics.map((document) => {
    if (!isJsonObject(document)) throw invalidRequest('A sampling statistics document is not an object.');
    const clientId = optionalText(document, 'ClientID');
    if (clientId?.length !== 24) throw invalidRequest('ClientID must have 24 characters.');
    return requiredText(document, 'RuleName');
  });
  return {
    SamplingTargetDocuments: names
      .filter((name) => name === RULE_NAME)
      .map((RuleName) => ({
        RuleName,
        FixedRate: FIXED_RATE,
        ReservoirQuota: RESERVOIR_SIZE,
        ReservoirQuotaTTL: Math.floor(epochSeconds(nowMs)) + TARGET_INTERVAL_S,
        Interval: TARGET_INTERVAL_S,
      })),
    LastRuleModification: 0,
    UnprocessedStatistics: names
      .filter((name) => name !== RULE_NAME)
      .map((RuleName) => ({ RuleName, ErrorCode: '400', Message: 'There is no sampling rule of this name.' })),
  };
}

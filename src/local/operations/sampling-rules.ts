import type { JsonObject } from '../../trace/json-object.js';
import { readNewRule, readRuleFields, readRuleName, recordFields } from '../account/sampling-rule.js';
import { readFirstTags } from '../account/tags.js';
import { pageOf } from '../page.js';
import { optionalObject, required } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function samplingRuleOperations(settings: ApiSettings): Operations {
  return {
    '/GetSamplingRules': (request) => getSamplingRules(request, settings),
    '/CreateSamplingRule': (request) => createSamplingRule(request, settings),
    '/UpdateSamplingRule': (request) => updateSamplingRule(request, settings),
    '/DeleteSamplingRule': (request) => deleteSamplingRule(request, settings),
  };
}

/** In the order of creation, the default one first. https://docs.aws.amazon.com/xray/latest/api/API_GetSamplingRules.html */
function getSamplingRules(request: JsonObject, { account, pageSize }: ApiSettings): JsonObject {
  const { items, next } = pageOf(request, account.samplingRules.all(), {
    query: 'SamplingRules',
    size: pageSize,
    keyOf: ({ sequence }) => sequence,
  });
  return { SamplingRuleRecords: items.map(recordFields), ...next };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_CreateSamplingRule.html */
function createSamplingRule(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  const given = required(optionalObject(request, 'SamplingRule'), 'SamplingRule');
  const tags = readFirstTags(request);
  const record = account.samplingRules.create(readRuleName(given), readNewRule(given), nowMs());
  account.tags.create(record.rule.RuleARN, tags);
  return { SamplingRuleRecord: recordFields(record) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_UpdateSamplingRule.html */
function updateSamplingRule(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  const given = required(optionalObject(request, 'SamplingRuleUpdate'), 'SamplingRuleUpdate');
  const record = account.samplingRules.update(readRuleName(given), readRuleFields(given), nowMs());
  return { SamplingRuleRecord: recordFields(record) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_DeleteSamplingRule.html */
function deleteSamplingRule(request: JsonObject, { account, nowMs }: ApiSettings): JsonObject {
  const record = account.samplingRules.delete(readRuleName(request), nowMs());
  account.tags.delete(record.rule.RuleARN);
  account.samplingReports.forget(record.rule.RuleName);
  return { SamplingRuleRecord: recordFields(record) };
}

import type { JsonObject } from '../../trace/json-object.js';
import { DESTINATIONS, type TransactionSearch } from '../account/transaction-search.js';
import { invalidRequest, notFound } from '../api-error.js';
import { epochSeconds } from '../epoch-seconds.js';
import { refuseNextToken } from '../request-fields.js';
import {
  optionalChoice,
  optionalObject,
  optionalText,
  required,
  requiredNumber,
  requiredText,
} from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function transactionSearchOperations({ account: { search } }: ApiSettings): Operations {
  return {
    '/GetTraceSegmentDestination': () => destinationFields(search),
    '/UpdateTraceSegmentDestination': (request) => updateTraceSegmentDestination(request, search),
    '/GetIndexingRules': (request) => {
      refuseNextToken(request, 'Invalid NextToken');
      return { IndexingRules: [ruleFields(search)] };
    },
    '/UpdateIndexingRule': (request) => updateIndexingRule(request, search),
  };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_UpdateTraceSegmentDestination.html */
function updateTraceSegmentDestination(request: JsonObject, search: TransactionSearch): JsonObject {
  const destination = required(optionalChoice(request, 'Destination', DESTINATIONS), 'Destination');
  const configuration = optionalObject(request, 'CloudWatchLogsConfiguration') ?? {};
  if (optionalText(configuration, 'SpansLogGroupKmsKeyId') !== undefined && search.hasLogGroup) {
    throw invalidRequest('SpansLogGroupKmsKeyId applies to a new log group; the log group aws/spans is there already.');
  }
  search.choose(destination);
  return destinationFields(search);
}

function destinationFields({ destination: { chosen, isActive } }: TransactionSearch): JsonObject {
  return { Destination: chosen, Status: isActive ? 'ACTIVE' : 'PENDING' };
}

const INDEXING_RULE = 'Default';

/** https://docs.aws.amazon.com/xray/latest/api/API_UpdateIndexingRule.html */
function updateIndexingRule(request: JsonObject, search: TransactionSearch): JsonObject {
  const name = requiredText(request, 'Name');
  const rule = required(optionalObject(request, 'Rule'), 'Rule');
  const probabilistic = required(optionalObject(rule, 'Probabilistic'), 'Rule.Probabilistic');
  const percentage = requiredNumber(probabilistic, 'DesiredSamplingPercentage', { min: 0, max: 100 });
  if (name !== INDEXING_RULE) throw notFound(`There is no indexing rule "${name}", only "${INDEXING_RULE}".`, name);
  search.index(percentage);
  return { IndexingRule: ruleFields(search) };
}

/** AWS may index less than is wished for; here it is as much. */
function ruleFields({ indexing: { percentage, modifiedAtMs } }: TransactionSearch): JsonObject {
  const Probabilistic = { DesiredSamplingPercentage: percentage, ActualSamplingPercentage: percentage };
  return { Name: INDEXING_RULE, ModifiedAt: epochSeconds(modifiedAtMs), Rule: { Probabilistic } };
}

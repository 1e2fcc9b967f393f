import { encryptionOperations } from './encryption.js';
import { graphOperations } from './graphs.js';
import { groupOperations } from './groups.js';
import { ingestionOperations } from './ingestion.js';
import { insightOperations } from './insights.js';
import type { ApiSettings, Operations } from './operation.js';
import { resourcePolicyOperations } from './resource-policies.js';
import { retrievalOperations } from './retrieval.js';
import { samplingRuleOperations } from './sampling-rules.js';
import { samplingTargetOperations } from './sampling-targets.js';
import { tagOperations } from './tags.js';
import { timeSeriesOperations } from './time-series.js';
import { traceOperations } from './traces.js';
import { transactionSearchOperations } from './transaction-search.js';

/** Every operation of the X-Ray API: https://docs.aws.amazon.com/xray/latest/api/API_Operations.html */
export function allOperations(settings: ApiSettings): Operations {
  return {
    ...ingestionOperations(settings),
    ...traceOperations(settings),
    ...graphOperations(settings),
    ...timeSeriesOperations(settings),
    ...samplingRuleOperations(settings),
    ...samplingTargetOperations(settings),
    ...groupOperations(settings),
    ...insightOperations(settings),
    ...encryptionOperations(settings),
    ...transactionSearchOperations(settings),
    ...retrievalOperations(settings),
    ...tagOperations(settings),
    ...resourcePolicyOperations(settings),
  };
}

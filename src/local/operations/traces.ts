import type { JsonObject } from '../../trace/json-object.js';
import { canonicalTraceId } from '../../trace/segment-document.js';
import type { TransactionSearch } from '../account/transaction-search.js';
import { epochSeconds } from '../epoch-seconds.js';
import { mergeTrace } from '../merged-trace.js';
import { refuseNextToken, requiredTraceIds } from '../request-fields.js';
import type { StoredTrace } from '../trace-store.js';
import { getTraceSummaries } from '../trace-summaries.js';
import { extentOf } from '../trace-summary.js';
import type { ApiSettings, Operations } from './operation.js';

export function traceOperations(settings: ApiSettings): Operations {
  const { account, pageSize, textCase } = settings;
  const filters = { groupNamed: (name: string) => account.groups.filterOf(name), textCase, pageSize };
  return {
    '/Traces': (request) => batchGetTraces(request, settings),
    '/TraceSummaries': (request) => getTraceSummaries(request, account.search.traces(), filters),
  };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_BatchGetTraces.html */
function batchGetTraces(request: JsonObject, { account, unknownIds }: ApiSettings): JsonObject {
  refuseNextToken(request, 'NextToken is currently not supported');
  const { found, unknown } = lookUp(requiredTraceIds(request), account.search);
  return {
    Traces: found.map((stored) => {
      const { trace, documents } = mergeTrace(stored);
      const { startMs, endMs } = extentOf(trace);
      return {
        Id: trace.id,
        Duration: epochSeconds(endMs - startMs),
        LimitExceeded: trace.limitExceeded,
        Segments: [...documents].map(([Id, document]) => ({ Id, Document: JSON.stringify(document) })),
      };
    }),
    UnprocessedTraceIds: unknownIds === 'silent' ? [] : unknown,
  };
}

/** Each trace in X-Ray once, however often and in whichever form it is asked for; and the ids of no such trace. */
export function lookUp(ids: readonly string[], search: TransactionSearch): { found: StoredTrace[]; unknown: string[] } {
  const found = new Map<string, StoredTrace>();
  const unknown: string[] = [];
  for (const id of ids) {
    const canonical = canonicalTraceId(id) ?? id;
    if (found.has(canonical)) continue;
    const stored = search.trace(canonical);
    if (stored === undefined) unknown.push(id);
    else found.set(canonical, stored);
  }
  return { found: [...found.values()], unknown };
}

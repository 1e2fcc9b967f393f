import type { JsonObject } from '../../trace/json-object.js';
import type { Trace } from '../../trace/trace.js';
import type { Account } from '../account/account.js';
import type { Group } from '../account/group.js';
import { containsOldVersions, isMember } from '../account/groups.js';
import { epochSeconds } from '../epoch-seconds.js';
import { graphServices } from '../graph-services.js';
import { mergeTrace } from '../merged-trace.js';
import { refuseNextToken, requiredTraceIds, requiredWindow, type TimeWindow } from '../request-fields.js';
import { happenedIn } from '../trace-store.js';
import type { ApiSettings, Operations } from './operation.js';
import { lookUp } from './traces.js';

export function graphOperations({ account }: ApiSettings): Operations {
  return {
    '/TraceGraph': (request) => getTraceGraph(request, account),
    '/ServiceGraph': (request) => getServiceGraph(request, account),
  };
}

/** In one page. https://docs.aws.amazon.com/xray/latest/api/API_GetTraceGraph.html */
function getTraceGraph(request: JsonObject, { search }: Account): JsonObject {
  refuseNextToken(request, 'Invalid NextToken');
  const { found } = lookUp(requiredTraceIds(request), search);
  return { Services: graphServices(found.map((stored) => mergeTrace(stored).trace)) };
}

/**
 * Over the traces of which anything happened in the window, those of a group where one is named; in one page, as a
 * reference id means something only within one answer. https://docs.aws.amazon.com/xray/latest/api/API_GetServiceGraph.html
 */
function getServiceGraph(request: JsonObject, account: Account): JsonObject {
  refuseNextToken(request, 'Invalid NextToken');
  const window = requiredWindow(request);
  const group = account.groups.named(request);
  return {
    StartTime: epochSeconds(window.fromMs),
    EndTime: epochSeconds(window.untilMs),
    Services: graphServices(tracesOf(account, group, window)),
    ContainsOldGroupVersions: containsOldVersions(group, window),
  };
}

/** The traces of a group, or all, of which anything happened in the window. */
export function* tracesOf(account: Account, group: Group | null, window: TimeWindow): Generator<Trace> {
  for (const stored of account.search.traces()) {
    if (isMember(group, stored) && happenedIn(stored, window)) yield mergeTrace(stored).trace;
  }
}

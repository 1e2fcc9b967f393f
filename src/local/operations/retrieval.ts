import type { JsonObject } from '../../trace/json-object.js';
import { canonicalTraceId } from '../../trace/segment-document.js';
import type { Retrievals } from '../account/retrievals.js';
import { mergeTrace } from '../merged-trace.js';
import { pageOf } from '../page.js';
import { requiredTimes, traceIdsIn } from '../request-fields.js';
import { limitedText, optionalChoice, optionalText, required } from '../request-values.js';
import { retrievedPage } from '../retrieval/retrieved-page.js';
import { retrievedServices } from '../retrieval/retrieved-services.js';
import { TRACE_FORMATS } from '../retrieval/retrieved-spans.js';
import type { ApiSettings, Operations } from './operation.js';

export function retrievalOperations({ account: { retrievals } }: ApiSettings): Operations {
  return {
    '/StartTraceRetrieval': (request) => startTraceRetrieval(request, retrievals),
    '/ListRetrievedTraces': (request) => listRetrievedTraces(request, retrievals),
    '/GetRetrievedTracesGraph': (request) => getRetrievedTracesGraph(request, retrievals),
    '/CancelTraceRetrieval': (request) => {
      retrievals.cancel(tokenIn(request));
      return {};
    },
  };
}

const MAX_TRACES = 100;
/** The smallest step of a time that epoch seconds in JSON hold. */
const STEP_MS = 0.001;

/** https://docs.aws.amazon.com/xray/latest/api/API_StartTraceRetrieval.html */
function startTraceRetrieval(request: JsonObject, retrievals: Retrievals): JsonObject {
  const ids = traceIdsIn(request, MAX_TRACES, `TraceIds must hold at most ${MAX_TRACES} trace ids.`);
  const { fromMs, untilMs } = requiredTimes(request);
  const canonical = new Set(ids.map((id) => canonicalTraceId(id) ?? id));
  return { RetrievalToken: retrievals.start([...canonical], { fromMs, untilMs: untilMs + STEP_MS }) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_ListRetrievedTraces.html */
function listRetrievedTraces(request: JsonObject, retrievals: Retrievals): JsonObject {
  const format = optionalChoice(request, 'TraceFormat', TRACE_FORMATS) ?? 'XRAY';
  const token = tokenIn(request);
  const { state, traces } = retrievals.look(token);
  const query = `${format} ${token}`;
  const page = retrievedPage(traces, format, optionalText(request, 'NextToken'), query);
  return { RetrievalStatus: state, TraceFormat: format, Traces: page.traces, ...page.next };
}

const SERVICES_A_PAGE = 1000;

/** https://docs.aws.amazon.com/xray/latest/api/API_GetRetrievedTracesGraph.html */
function getRetrievedTracesGraph(request: JsonObject, retrievals: Retrievals): JsonObject {
  const token = tokenIn(request);
  const { state, traces } = retrievals.look(token);
  const merged = traces.filter((stored) => stored !== null).map(mergeTrace);
  const services = retrievedServices(merged).map((service, position) => ({ service, position }));
  const { items, next } = pageOf(request, services, {
    query: `Graph ${token}`,
    size: SERVICES_A_PAGE,
    keyOf: ({ position }) => position,
  });
  return { RetrievalStatus: state, Services: items.map(({ service }) => service), ...next };
}

function tokenIn(request: JsonObject): string {
  return required(limitedText(request, 'RetrievalToken', { min: 0, max: 1020 }), 'RetrievalToken');
}

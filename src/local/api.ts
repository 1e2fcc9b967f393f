import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../trace/json-object.js';
import { canonicalTraceId } from '../trace/segment-document.js';
import { ApiError, invalidRequest } from './api-error.js';
import { epochSeconds } from './epoch-seconds.js';
import { graphServices } from './graph-services.js';
import type { Ingest } from './ingest.js';
import { mergeTrace } from './merged-trace.js';
import {
  optionalText,
  parseRequest,
  refuseNextToken,
  requiredList,
  requiredTexts,
  requiredTraceIds,
  requiredWindow,
} from './request-fields.js';
import { getSamplingRules, getSamplingTargets } from './sampling.js';
import { happenedIn, type StoredTrace, type TraceStore } from './trace-store.js';
import { getTraceSummaries } from './trace-summaries.js';
import { extentOf } from './trace-summary.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ApiSettings {
  readonly store: TraceStore;
  readonly ingest: Ingest;
  readonly unknownIds: 'unprocessed' | 'silent';
  readonly nowMs: () => number;
}

/** The operations of the X-Ray API that the local X-Ray knows. */
export class Api {
  readonly #settings: ApiSettings;
  readonly #operations: Readonly<Record<string, (request: JsonObject) => JsonObject>> = {
    'POST /TraceSegments': (request) => this.#putTraceSegments(request),
    'POST /TelemetryRecords': (request) => this.#putTelemetryRecords(request),
    'POST /Traces': (request) => this.#batchGetTraces(request),
    'POST /TraceSummaries': (request) => getTraceSummaries(request, this.#settings.store.traces()),
    'POST /TraceGraph': (request) => this.#getTraceGraph(request),
    'POST /ServiceGraph': (request) => this.#getServiceGraph(request),
    'POST /GetSamplingRules': getSamplingRules,
    'POST /SamplingTargets': (request) => getSamplingTargets(request, this.#settings.nowMs()),
  };

  constructor(settings: ApiSettings) {
    this.#settings = settings;
  }

  /** `operation` is method and path, such as `POST /Traces`. Never throws: what goes wrong is in the answer. */
  answer(operation: string, body: string): Answer {
    try {
      const run = this.#operations[operation];
      if (run === undefined) {
        throw new ApiError(404, 'UnknownOperationException', `The local X-Ray does not know ${operation}.`);
      }
      return answerOf(200, {}, run(parseRequest(body)));
    } catch (error) {
      if (error instanceof ApiError) return failure(error);
      // A defect: the client is told, and the applications that send segments meanwhile are not made to suffer.
      return failure(new ApiError(500, 'InternalFailure', error instanceof Error ? error.message : String(error)));
    }
  }

  /** https://docs.aws.amazon.com/xray/latest/api/API_PutTraceSegments.html */
  #putTraceSegments(request: JsonObject): JsonObject {
    const stored = requiredTexts(request, 'TraceSegmentDocuments').map((text) => this.#settings.ingest.document(text));
    return {
      UnprocessedTraceSegments: stored
        .filter((each) => each.kind === 'refused')
        .map(({ id, fault, reason }) => ({ ...(id === null ? {} : { Id: id }), ErrorCode: fault, Message: reason })),
    };
  }

  /** https://docs.aws.amazon.com/xray/latest/api/API_PutTelemetryRecords.html; nothing reads the records back. */
  #putTelemetryRecords(request: JsonObject): JsonObject {
    requiredList(request, 'TelemetryRecords');
    return {};
  }

  /** https://docs.aws.amazon.com/xray/latest/api/API_BatchGetTraces.html */
  #batchGetTraces(request: JsonObject): JsonObject {
    refuseNextToken(request, 'NextToken is currently not supported');
    const ids = requiredTraceIds(request);
    const { found, unknown } = this.#lookUp(ids);
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
      UnprocessedTraceIds: this.#settings.unknownIds === 'silent' ? [] : unknown,
    };
  }

  /** https://docs.aws.amazon.com/xray/latest/api/API_GetTraceGraph.html */
  #getTraceGraph(request: JsonObject): JsonObject {
    refuseNextToken(request, 'Invalid NextToken');
    const { found } = this.#lookUp(requiredTraceIds(request));
    return { Services: graphServices(found.map((stored) => mergeTrace(stored).trace)) };
  }

  /** Over the traces of which anything happened in the window. https://docs.aws.amazon.com/xray/latest/api/API_GetServiceGraph.html */
  #getServiceGraph(request: JsonObject): JsonObject {
    refuseNextToken(request, 'Invalid NextToken');
    const window = requiredWindow(request);
    const group = optionalText(request, 'GroupName') ?? optionalText(request, 'GroupARN');
    if (group !== undefined && group !== 'Default') {
      throw invalidRequest(`There is no group "${group}": the local X-Ray has no groups.`);
    }
    const traces = [...this.#settings.store.traces()].filter((stored) => happenedIn(stored, window));
    return {
      StartTime: epochSeconds(window.fromMs),
      EndTime: epochSeconds(window.untilMs),
      Services: graphServices(traces.map((stored) => mergeTrace(stored).trace)),
      ContainsOldGroupVersions: false,
    };
  }

  #lookUp(ids: readonly string[]): { found: StoredTrace[]; unknown: string[] } {
    const found = new Set<StoredTrace>();
    const unknown: string[] = [];
    for (const id of ids) {
      const stored = this.#settings.store.trace(canonicalTraceId(id) ?? id);
      if (stored === undefined) unknown.push(id);
      else found.add(stored);
    }
    return { found: [...found], unknown };
  }
}

/** The answer to a body of more than `maxBytes`. */
export function tooLarge(maxBytes: number): Answer {
  return failure(
    new ApiError(413, 'RequestEntityTooLargeException', `The request body has more than ${maxBytes} bytes.`),
  );
}

/** Clients take the code from the header or from `__type`, the message from `message` or from `Message`. */
function failure({ status, code, message }: ApiError): Answer {
  return answerOf(status, { 'x-amzn-ErrorType': code }, { __type: code, message, Message: message });
}

function answerOf(status: number, headers: Readonly<Record<string, string>>, body: JsonObject): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-RequestId': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}

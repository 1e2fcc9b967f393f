import type { JsonObject } from '../../trace/json-object.js';
import { invalidRequest } from '../api-error.js';
import { epochSeconds } from '../epoch-seconds.js';
import { mergeTrace } from '../merged-trace.js';
import { readToken, writeToken } from '../page.js';
import type { StoredTrace } from '../trace-store.js';
import { extentOf } from '../trace-summary.js';
import { type SpanDocument, spanDocuments, type TraceFormat } from './retrieved-spans.js';

/** https://docs.aws.amazon.com/xray/latest/api/API_ListRetrievedTraces.html and API_RetrievedTrace.html */
const TRACES_A_PAGE = 5;
const SPANS_A_TRACE = 100;

export interface RetrievedPage {
  readonly traces: readonly JsonObject[];
  readonly next: { readonly NextToken?: string };
}

/**
 * A page of retrieved traces; one that has gone (null) is left out, and keeps its place. One of more spans than a page has room for goes on on the next, under the same id:
 * ```
 * a (20)  b (250)  c (1)        page 1: a 20, b 100     page 2: b 100     page 3: b 50, c 1
 * ```
 */
export function retrievedPage(
  traces: readonly (StoredTrace | null)[],
  format: TraceFormat,
  token: string | undefined,
  query: string,
): RetrievedPage {
  const [firstTrace, firstSpan] = token ? readToken(token, query, 2) : [0, 0];
  let index = placeOf(firstTrace);
  let from = placeOf(firstSpan);
  const page: JsonObject[] = [];
  while (index < traces.length && page.length < TRACES_A_PAGE) {
    const stored = traces[index] ?? null;
    if (stored !== null) {
      const spans = spanDocuments(stored, format);
      page.push(retrievedTrace(stored, spans.slice(from, from + SPANS_A_TRACE)));
      from += SPANS_A_TRACE;
      if (from < spans.length) break;
    }
    index += 1;
    from = 0;
  }
  return { traces: page, next: index < traces.length ? { NextToken: writeToken(query, [index, from]) } : {} };
}

function placeOf(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidRequest('Invalid NextToken');
}

function retrievedTrace(stored: StoredTrace, spans: readonly SpanDocument[]): JsonObject {
  const { startMs, endMs } = extentOf(mergeTrace(stored).trace);
  return { Id: stored.id, Duration: epochSeconds(endMs - startMs), Spans: spans };
}

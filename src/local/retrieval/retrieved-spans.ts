import type { JsonObject } from '../../trace/json-object.js';
import { isJsonObject } from '../../trace/json-object.js';
import { type MergedTrace, mergeTrace } from '../merged-trace.js';
import type { StoredTrace } from '../trace-store.js';
import { otelSpans } from './otel-spans.js';

export const TRACE_FORMATS = ['XRAY', 'OTEL'] as const;
export type TraceFormat = (typeof TRACE_FORMATS)[number];

/** A document of a retrieved trace. */
export interface SpanDocument {
  readonly Id: string;
  readonly Document: string;
}

/** https://docs.aws.amazon.com/xray/latest/api/API_Span.html */
const MAX_DOCUMENT_LENGTH = 204_800;

/** `XRAY`: the documents of BatchGetTraces. `OTEL`: a span for every segment and subsegment. AWS does not show either. */
export function spanDocuments(stored: StoredTrace, format: TraceFormat): SpanDocument[] {
  const merged = mergeTrace(stored);
  return format === 'XRAY' ? segmentDocuments(merged) : otelSpans(merged.trace).map(([Id, span]) => written(Id, span));
}

function segmentDocuments({ documents }: MergedTrace): SpanDocument[] {
  return [...documents].flatMap(([id, document]) => fitting(id, document));
}

/** A document that is too long goes in parts: its subsegments alone, as an application may send them. */
function fitting(id: string, document: JsonObject): SpanDocument[] {
  const whole = written(id, document);
  const children = Array.isArray(document.subsegments) ? document.subsegments.filter(isJsonObject) : [];
  if (whole.Document.length <= MAX_DOCUMENT_LENGTH || children.length === 0) return [whole];
  const { subsegments, ...own } = document;
  const below = children.map((child) => ({
    ...child,
    id: String(child.id),
    type: 'subsegment',
    trace_id: document.trace_id,
    parent_id: id,
  }));
  return [written(id, own), ...below.flatMap((child) => fitting(child.id, child))];
}

function written(Id: string, document: JsonObject): SpanDocument {
  return { Id, Document: JSON.stringify(document) };
}

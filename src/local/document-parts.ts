import { nestingDepth } from '../trace/nesting-depth.js';
import { type DocumentFault, type ReadDocument, readDocument } from '../trace/segment-document.js';

/** One segment, or one subsegment that was sent alone. */
export interface ReadDocumentPart {
  readonly traceId: string;
  readonly id: string;
  readonly kind: 'segment' | 'subsegment';
  readonly text: string;
  /** Of the text as UTF-8. */
  readonly sizeBytes: number;
  readonly startMs: number;
  /** null while in progress. */
  readonly endMs: number | null;
}

/** A document that is not stored, and why; `id` where it has one. */
export interface Refusal<Fault extends string> {
  readonly kind: 'refused';
  readonly fault: Fault;
  readonly reason: string;
  readonly id: string | null;
}

export type ReadParts =
  | { readonly kind: 'parts'; readonly parts: readonly ReadDocumentPart[] }
  | Refusal<DocumentFault>;

/** 64 kB: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html */
const MAX_DOCUMENT_BYTES = 65_536;
/** Far above what anybody writes into metadata. */
const MAX_NESTING = 1000;

/** Reads one segment document, or an array of subsegments, as JSON text. Never throws. */
export function readParts(text: string): ReadParts {
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > MAX_DOCUMENT_BYTES) {
    return invalid(`The document has ${sizeBytes} bytes; the most is ${MAX_DOCUMENT_BYTES}.`);
  }
  const read = readDocument(text);
  if (read.kind === 'malformed') return { kind: 'refused', fault: read.fault, reason: read.reason, id: read.id };
  if (nestingDepth(text) > MAX_NESTING) return invalid(`The document is nested more than ${MAX_NESTING} levels deep.`);
  const parts = partsOf(text, read);
  if (parts.length === 0) return invalid('The document is an array without subsegments.');
  return { kind: 'parts', parts };
}

function invalid(reason: string): Refusal<DocumentFault> {
  return { kind: 'refused', fault: 'InvalidSegment', reason, id: null };
}

function partsOf(text: string, read: Exclude<ReadDocument, { kind: 'malformed' }>): ReadDocumentPart[] {
  if (read.kind === 'segment') {
    const { id, traceId, startMs, endMs } = read.segment;
    return [{ kind: 'segment', text, id, traceId, startMs, endMs, sizeBytes: Buffer.byteLength(text) }];
  }
  const value: unknown = JSON.parse(text);
  const texts = Array.isArray(value) ? value.map((element) => JSON.stringify(element)) : [text];
  return read.subsegments.map(({ traceId, subsegment: { id, startMs, endMs } }, index) => {
    const own = texts[index] ?? '';
    return { kind: 'subsegment', text: own, id, traceId, startMs, endMs, sizeBytes: Buffer.byteLength(own) };
  });
}

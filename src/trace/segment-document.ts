import { asObject, readNumber, readText, readTimeMs } from './document-fields.js';
import type { AnnotationValue, AwsFacts, ExceptionFacts, HttpFacts, Segment, Subsegment } from './entity.js';
import type { JsonObject } from './json-object.js';
import { canonicalTraceId } from './trace-id.js';
import { readLinks } from './trace-link.js';

export { canonicalTraceId } from './trace-id.js';

/** A subsegment that came as a document of its own, to be hung below `parentId`. */
export interface SeparateSubsegment {
  readonly traceId: string;
  readonly subsegment: Subsegment & { readonly parentId: string };
}

/** Codes that X-Ray's PutTraceSegments answers with, as far as they are known. */
export type DocumentFault =
  | 'JSONFormatError'
  | 'MissingId'
  | 'InvalidId'
  | 'MissingName'
  | 'InvalidName'
  | 'InvalidTraceId'
  | 'MissingParentId'
  | 'InvalidParentId'
  | 'MissingStartTime'
  | 'InvalidSegment';

export type ReadDocument =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'subsegments'; readonly subsegments: readonly SeparateSubsegment[] }
  | {
      readonly kind: 'malformed';
      readonly fault: DocumentFault;
      readonly reason: string;
      readonly id: string | null;
    };

class Malformed extends Error {
  readonly fault: DocumentFault;
  constructor(fault: DocumentFault, reason: string) {
    super(reason);
    this.fault = fault;
  }
}

const ENTITY_ID = /^[0-9a-f]{16}$/i;
/** What most entities have of most things, held once. */
const NONE: readonly never[] = [];
const NO_ANNOTATIONS: Readonly<Record<string, AnnotationValue>> = {};
/** More levels than any SDK writes; a document deeper than this is an attack on the reader's stack. */
const MAX_DEPTH = 200;

/**
 * Reads one segment document: a segment, a subsegment sent on its own, or an array of these.
 * The document is what an application wrote, so nothing about it is believed: numbers may be text, names may be
 * anything, fields may be missing. Never throws; what cannot be used comes back as `malformed` with the reason.
 *
 * Shape: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
export function readDocument(document: unknown): ReadDocument {
  try {
    const value = typeof document === 'string' ? parseJson(document) : document;
    if (Array.isArray(value)) return { kind: 'subsegments', subsegments: value.map(readSeparateSubsegment) };
    const fields = asObject(value);
    if (fields === null) throw new Malformed('InvalidSegment', 'The document is not a JSON object.');
    if (fields.type === 'subsegment') return { kind: 'subsegments', subsegments: [readSeparateSubsegment(fields)] };
    return { kind: 'segment', segment: readSegment(fields) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: 'malformed', fault: error.fault, reason: error.message, id: idOf(document) };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Malformed('JSONFormatError', `The document is not JSON: ${(error as Error).message}`);
  }
}

function idOf(document: unknown): string | null {
  try {
    const fields = asObject(typeof document === 'string' ? JSON.parse(document) : document);
    return fields === null ? null : readText(fields.id);
  } catch {
    return null;
  }
}

function readSegment(fields: JsonObject): Segment {
  const common = readEntity(fields, 0);
  assertEnds(fields, common);
  const service = asObject(fields.service);
  const version = service === null ? null : readText(service.version);
  return {
    ...common,
    kind: 'segment',
    traceId: readTraceId(fields),
    origin: readText(fields.origin),
    sdk: readText(asObject(asObject(fields.aws)?.xray)?.sdk),
    serviceVersion: version === 'unknown' ? null : version,
    user: readText(fields.user),
    resourceArn: readText(fields.resource_arn),
    inferred: fields.inferred === true,
  };
}

function readSeparateSubsegment(value: unknown): SeparateSubsegment {
  const fields = asObject(value);
  if (fields === null) throw new Malformed('InvalidSegment', 'A subsegment in the list is not a JSON object.');
  const subsegment = readSubsegment(fields, 0);
  assertEnds(fields, subsegment);
  const { parentId } = subsegment;
  if (parentId === null)
    throw new Malformed('MissingParentId', `Subsegment ${subsegment.id} was sent alone and has no parent_id.`);
  return { traceId: readTraceId(fields), subsegment: { ...subsegment, parentId } };
}

/** A document that says neither when it ended nor that it goes on would be waited for in vain. */
function assertEnds(fields: JsonObject, { id, endMs }: { readonly id: string; readonly endMs: number | null }): void {
  if (endMs !== null || fields.in_progress === true) return;
  throw new Malformed('InvalidSegment', `${id} has no end_time in seconds since the epoch, and is not in_progress.`);
}

function readSubsegment(fields: JsonObject, depth: number): Subsegment {
  return {
    ...readEntity(fields, depth),
    kind: 'subsegment',
    namespace: readText(fields.namespace),
    // The guide lists `traced` under http.request, SDKs write it at the top level.
    traced: fields.traced === true || asObject(asObject(fields.http)?.request)?.traced === true,
  };
}

function readEntity(fields: JsonObject, depth: number) {
  if (depth > MAX_DEPTH)
    throw new Malformed('InvalidSegment', `Subsegments are nested more than ${MAX_DEPTH} levels deep.`);
  const id = readText(fields.id);
  if (id === null) throw new Malformed('MissingId', 'The document has no id.');
  if (!ENTITY_ID.test(id)) throw new Malformed('InvalidId', `The id "${id}" is not 16 hexadecimal digits.`);
  const name = readText(fields.name);
  if (name === null || name === '') throw new Malformed('MissingName', `Entity ${id} has no name.`);
  if (name.length > 200) throw new Malformed('InvalidName', `The name of ${id} is longer than 200 characters.`);
  const startMs = readTimeMs(fields.start_time);
  if (startMs === null) {
    throw new Malformed('MissingStartTime', `Entity ${id} has no start_time in seconds since the epoch.`);
  }
  const parentId = readText(fields.parent_id);
  if (parentId !== null && !ENTITY_ID.test(parentId))
    throw new Malformed('InvalidParentId', `The parent_id "${parentId}" of ${id} is not 16 hexadecimal digits.`);

  const endMs = fields.in_progress === true ? null : readTimeMs(fields.end_time);
  return {
    id: id.toLowerCase(),
    parentId: parentId?.toLowerCase() ?? null,
    name,
    startMs,
    endMs,
    inProgress: endMs === null,
    error: fields.error === true,
    fault: fields.fault === true,
    throttle: fields.throttle === true,
    http: readHttp(fields.http),
    aws: readAws(fields.aws),
    annotations: readAnnotations(fields.annotations),
    exceptions: readExceptions(fields.cause),
    links: readLinks(fields.links),
    subsegments: readSubsegments(fields.subsegments, depth),
  };
}

function readSubsegments(value: unknown, depth: number): readonly Subsegment[] {
  if (!Array.isArray(value)) return NONE;
  const read: Subsegment[] = [];
  for (const child of value) {
    const fields = asObject(child);
    if (fields !== null) read.push(readSubsegment(fields, depth + 1));
  }
  return read;
}

function readTraceId(fields: JsonObject): string {
  const text = readText(fields.trace_id);
  const id = text === null ? null : canonicalTraceId(text);
  if (id === null)
    throw new Malformed('InvalidTraceId', `Invalid segment: trace_id ${text === null ? 'is missing' : `"${text}"`}.`);
  return id;
}

function readHttp(value: unknown): HttpFacts | null {
  const http = asObject(value);
  if (http === null) return null;
  const request = asObject(http.request) ?? {};
  const response = asObject(http.response) ?? {};
  return {
    method: readText(request.method),
    url: readText(request.url),
    userAgent: readText(request.user_agent),
    clientIp: readText(request.client_ip),
    status: readNumber(response.status),
    contentLengthBytes: readNumber(response.content_length),
  };
}

function readAws(value: unknown): AwsFacts | null {
  const aws = asObject(value);
  if (aws === null) return null;
  return {
    operation: readText(aws.operation),
    region: readText(aws.region),
    accountId: readText(aws.account_id),
    tableName: readText(aws.table_name),
    queueUrl: readText(aws.queue_url),
    topicArn: readText(aws.topic_arn),
    bucketName: readText(aws.bucket_name),
    functionName: readText(aws.function_name),
    retries: readNumber(aws.retries),
  };
}

function readAnnotations(value: unknown): Readonly<Record<string, AnnotationValue>> {
  const fields = asObject(value);
  if (fields === null) return NO_ANNOTATIONS;
  const annotations = Object.entries(fields).filter((entry): entry is [string, AnnotationValue] =>
    isAnnotation(entry[1]),
  );
  // fromEntries defines own properties, so an annotation called __proto__ stays an annotation.
  return Object.fromEntries(annotations);
}

function isAnnotation(value: unknown): value is AnnotationValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** `cause` is an exception's id, or an object whose `exceptions` may be empty. */
function readExceptions(value: unknown): readonly ExceptionFacts[] {
  const exceptions = asObject(value)?.exceptions;
  if (!Array.isArray(exceptions)) return NONE;
  return exceptions
    .map(asObject)
    .filter((fields) => fields !== null)
    .map((fields) => ({ type: readText(fields.type), message: readText(fields.message) }));
}

import type { JsonObject } from '../../trace/json-object.js';
import { type IndexedAttributes, notesOf } from './annotations.js';
import { awsBlock, TAKEN_BY_AWS, withoutCall } from './aws-block.js';
import { idOf, outcomeOf } from './cause.js';
import { httpBlock, TAKEN_BY_HTTP } from './http-block.js';
import type { Resource } from './resource.js';
import { identityOf, isLocalRoot, remoteService } from './segment-name.js';
import type { Attributes, Span } from './span.js';
import { textOf } from './span.js';
import { sqlBlock, TAKEN_BY_SQL } from './sql-block.js';

/** Of the service's own segment, where the call has one beside it. */
const NOT_OF_THE_SERVICE = ['aws.remote.service', 'aws.remote.operation', 'remoteTarget', 'K8s.RemoteNamespace'];

/**
 * The documents of a span: a segment or a subsegment, as the X-Ray exporter of the OpenTelemetry collector makes them;
 * both for a call that nothing else in its service stands above (`aws.span.kind` is LOCAL_ROOT).
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/awsxrayexporter
 *
 * Unlike there, the id of a trace may be older than 28 days or random, as with the exporter's feature gate
 * `exporter.xray.skipTimestampValidation`.
 */
export function segmentsOf(span: Span, resource: Resource, indexed: IndexedAttributes): JsonObject[] {
  if (!isLocalRoot(span)) return [namedRemote(segmentOf(span, resource, indexed), span)];
  if (span.kind === 'server' || span.kind === 'internal') {
    return [{ ...segmentOf(span, resource, indexed), type: undefined, namespace: undefined }];
  }
  const serviceId = idOf(span, 'service');
  return [callOf(span, serviceId, resource, indexed), serviceOf(span, serviceId, resource, indexed)];
}

function segmentOf(span: Span, resource: Resource, indexed: IndexedAttributes) {
  const { attributes, kind, parentSpanId } = span;
  const { name, namespace } = identityOf(span, resource);
  const isSubsegment = parentSpanId !== null && kind !== 'server' && kind !== 'consumer';
  const sql = sqlBlock(span);
  const isTaken = (key: string) =>
    TAKEN_BY_HTTP.has(key) || TAKEN_BY_AWS.has(key) || (sql !== undefined && TAKEN_BY_SQL.has(key));
  const { annotations, metadata } = notesOf(attributes, isTaken, isSubsegment ? null : resource.attributes, indexed);
  const inProgress = attributes.get('aws.xray.inprogress') === true;
  return {
    id: span.spanId,
    trace_id: xrayTraceId(span.traceId),
    parent_id: parentSpanId ?? undefined,
    type: isSubsegment ? 'subsegment' : undefined,
    name,
    namespace,
    start_time: span.startSeconds,
    ...(inProgress ? { in_progress: true } : { end_time: span.endSeconds }),
    ...outcomeOf(span, resource),
    origin: resource.origin,
    service: resource.service,
    user: textOf(attributes, 'enduser.id') || undefined,
    http: httpBlock(span),
    aws: awsBlock(attributes, resource),
    sql,
    annotations,
    metadata,
    links: linksOf(span),
  };
}

type Document = ReturnType<typeof segmentOf>;

/** Whatever calls a service that it can name is a call to it. */
function namedRemote(document: Document, { kind, attributes }: Span): Document {
  const calls = kind === 'client' || kind === 'producer' || kind === 'consumer';
  const unnamed = document.type === 'subsegment' && document.namespace === undefined;
  return calls && unnamed && attributes.has('aws.remote.service') ? { ...document, namespace: 'remote' } : document;
}

/** The call itself, below the segment of the service that made it. */
function callOf(span: Span, serviceId: string, resource: Resource, indexed: IndexedAttributes): JsonObject {
  const document = segmentOf({ ...span, parentSpanId: serviceId }, resource, indexed);
  return {
    ...document,
    type: 'subsegment',
    namespace: document.namespace ?? 'remote',
    name: remoteService(span) || document.name,
    links: span.kind === 'consumer' ? undefined : document.links,
  };
}

/** The segment of the service that made the call, with nothing in it that is the call's. */
function serviceOf(span: Span, serviceId: string, resource: Resource, indexed: IndexedAttributes): JsonObject {
  const attributes = without(span.attributes, NOT_OF_THE_SERVICE);
  const document = segmentOf({ ...span, spanId: serviceId, attributes }, resource, indexed);
  const ofResource = Object.entries(document.metadata?.default ?? {}).filter(([key]) =>
    key.startsWith('otel.resource.'),
  );
  return {
    ...document,
    type: undefined,
    namespace: undefined,
    name: textOf(span.attributes, 'aws.local.service') || document.name,
    http: undefined,
    aws: document.aws && withoutCall(document.aws),
    metadata: ofResource.length > 0 ? { default: Object.fromEntries(ofResource) } : undefined,
    links: span.kind === 'consumer' ? document.links : undefined,
  };
}

function without(attributes: Attributes, keys: readonly string[]): Attributes {
  return new Map([...attributes].filter(([key]) => !keys.includes(key)));
}

function linksOf({ links }: Span): object[] | undefined {
  if (links.length === 0) return undefined;
  return links.map(({ traceId, spanId, attributes }) => ({
    trace_id: xrayTraceId(traceId),
    id: spanId,
    attributes: attributes.size > 0 ? Object.fromEntries(attributes) : undefined,
  }));
}

/** The form of X-Ray: `1-<8 hex>-<24 hex>`. */
function xrayTraceId(traceId: string): string {
  return `1-${traceId.slice(0, 8)}-${traceId.slice(8)}`;
}

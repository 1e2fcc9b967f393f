import { asObject, readNumber, readText } from './document-fields.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { type ReadDocument, readDocument } from './segment-document.js';

/**
 * Reads a document of either format that a trace may be retrieved in: X-Ray's own, as {@link readDocument} does, or a span
 * of OpenTelemetry, as the log group `aws/spans` holds them. Never throws.
 */
export function readAnyDocument(document: unknown): ReadDocument {
  const value = asObject(typeof document === 'string' ? parsed(document) : document);
  return readDocument(value !== null && isSpan(value) ? segmentFields(value) : (value ?? document));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSpan(document: JsonObject): boolean {
  return document.spanId !== undefined && document.startTimeUnixNano !== undefined;
}

/**
 * A span as the fields of a segment document: a segment where it serves a request or has nothing above it, else a
 * subsegment by itself. As the X-Ray exporter of OpenTelemetry's collector makes them, with today's attribute names
 * before the old ones; every attribute becomes an annotation, because with Transaction Search every one can be searched.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search.html
 */
function segmentFields(span: JsonObject): JsonObject {
  const attributes = asObject(span.attributes) ?? {};
  const resource = asObject(asObject(span.resource)?.attributes) ?? {};
  const kind = kindOf(span.kind);
  const parentId = textOf(span, 'parentSpanId');
  const isSegment = parentId === null || kind === 'SERVER' || kind === 'CONSUMER';
  const http = httpOf(attributes);
  return {
    id: span.spanId,
    trace_id: span.traceId,
    parent_id: parentId ?? undefined,
    type: isSegment ? undefined : 'subsegment',
    name: nameOf(span, kind, attributes, resource),
    namespace: isAwsCall(attributes) ? 'aws' : kind === 'CLIENT' || kind === 'PRODUCER' ? 'remote' : undefined,
    start_time: secondsOf(span.startTimeUnixNano),
    ...endOf(span),
    ...outcomeOf(span, http),
    cause: { exceptions: exceptionsOf(span.events) },
    http,
    aws: awsOf(attributes, resource),
    links: linksOf(span.links),
    annotations: { ...(isSegment ? prefixed(resource) : {}), ...attributes },
    ...(isSegment ? { origin: originOf(resource), service: serviceOf(resource) } : {}),
    user: textOf(attributes, 'enduser.id', 'user.id'),
  };
}

/** `SERVER`, `SPAN_KIND_SERVER` and OTLP's number 2 are the same. */
function kindOf(kind: unknown): string {
  const named = (readText(kind) ?? '').toUpperCase().replace('SPAN_KIND_', '');
  return ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'][Number(named)] ?? named;
}

/** A span links to what it follows from, unless X-Ray's attributes say that it is the other way round. */
function linksOf(links: unknown): JsonObject[] {
  return (Array.isArray(links) ? links.filter(isJsonObject) : []).map(({ traceId, spanId, attributes }) => ({
    trace_id: traceId,
    id: spanId,
    attributes: { 'aws.xray.reserved.reference_type': 'parent', ...asObject(attributes) },
  }));
}

/** X-Ray names segments after services; spans are named after what is done. */
function nameOf(span: JsonObject, kind: string, attributes: JsonObject, resource: JsonObject): string {
  const calls = kind === 'CLIENT' || kind === 'PRODUCER';
  const service = calls ? calledService(attributes) : servingService(kind, attributes, resource);
  const name = service ?? textOf(span, 'name') ?? '';
  return name.slice(0, 200) || 'span';
}

function calledService(attributes: JsonObject): string | null {
  const named = textOf(attributes, 'aws.remote.service', 'peer.service', 'service.peer.name', 'aws.service');
  if (named !== null) return isAwsCall(attributes) ? named.replace(/^(AWS\.SDK\.|AWS::)/, '') : named;
  if (isAwsCall(attributes)) return textOf(attributes, 'rpc.service');
  const host = textOf(attributes, 'server.address', 'net.peer.name', 'http.host');
  const database = textOf(attributes, 'db.namespace', 'db.name');
  if (database !== null) return host === null ? database : `${database}@${host}`;
  return textOf(attributes, 'rpc.service') ?? host;
}

function servingService(kind: string, attributes: JsonObject, resource: JsonObject): string | null {
  const local = textOf(attributes, 'aws.local.service');
  return kind === 'INTERNAL' ? null : (local ?? textOf(resource, 'service.name'));
}

function isAwsCall(attributes: JsonObject): boolean {
  return textOf(attributes, 'rpc.system', 'rpc.system.name') === 'aws-api';
}

function endOf({ endTimeUnixNano, attributes }: JsonObject): JsonObject {
  const endS = secondsOf(endTimeUnixNano);
  const inProgress = endS === null || endS === 0 || asObject(attributes)?.['aws.xray.inprogress'] === true;
  return inProgress ? { in_progress: true } : { end_time: endS };
}

/** 404 is no error of a server to OpenTelemetry; to X-Ray it is the client's. */
function outcomeOf({ status }: JsonObject, http: HttpFields | undefined): JsonObject {
  const code = http?.response.status ?? null;
  if (code !== null && code >= 400) return { error: code < 500, throttle: code === 429, fault: code >= 500 };
  const failed = String(asObject(status)?.code ?? '').toUpperCase();
  return { fault: failed === 'ERROR' || failed === 'STATUS_CODE_ERROR' || failed === '2' };
}

function exceptionsOf(events: unknown): JsonObject[] {
  return (Array.isArray(events) ? events.filter(isJsonObject) : [])
    .filter(({ name }) => name === 'exception')
    .map(({ attributes }) => asObject(attributes) ?? {})
    .map((attributes) => ({
      type: textOf(attributes, 'exception.type'),
      message: textOf(attributes, 'exception.message'),
    }));
}

interface HttpFields extends JsonObject {
  readonly response: { readonly status: number | null; readonly content_length: number | null };
}

function httpOf(attributes: JsonObject): HttpFields | undefined {
  const method = textOf(attributes, 'http.request.method', 'http.method');
  const status = numberOf(attributes, 'http.response.status_code', 'http.status_code');
  const url = textOf(attributes, 'url.full', 'http.url') ?? assembledUrl(attributes);
  if (method === null && status === null && url === null) return undefined;
  return {
    request: {
      method,
      url,
      user_agent: textOf(attributes, 'user_agent.original', 'http.user_agent'),
      client_ip: textOf(attributes, 'client.address', 'http.client_ip'),
    },
    response: { status, content_length: numberOf(attributes, 'http.response.body.size') },
  };
}

function assembledUrl(attributes: JsonObject): string | null {
  const path = textOf(attributes, 'url.path', 'http.target');
  if (path === null) return null;
  const host = textOf(attributes, 'server.address', 'http.host', 'net.host.name') ?? 'unknown';
  const port = readText(attributes['server.port'] ?? attributes['net.host.port']);
  const query = textOf(attributes, 'url.query');
  const scheme = textOf(attributes, 'url.scheme', 'http.scheme') ?? 'http';
  return `${scheme}://${host}${port === null ? '' : `:${port}`}${path}${query === null ? '' : `?${query}`}`;
}

function awsOf(attributes: JsonObject, resource: JsonObject): JsonObject {
  const tables = attributes['aws.dynamodb.table_names'];
  const sdk = [textOf(resource, 'telemetry.sdk.name') ?? 'opentelemetry', textOf(resource, 'telemetry.sdk.language')];
  return {
    account_id: textOf(resource, 'cloud.account.id'),
    operation: textOf(attributes, 'rpc.method', 'aws.operation'),
    region: textOf(attributes, 'cloud.region', 'aws.region'),
    table_name: readText(Array.isArray(tables) ? tables[0] : tables),
    queue_url: textOf(attributes, 'aws.sqs.queue.url', 'aws.queue_url', 'messaging.url'),
    topic_arn: textOf(attributes, 'aws.sns.topic.arn'),
    bucket_name: textOf(attributes, 'aws.s3.bucket'),
    xray: { sdk: sdk.filter((part) => part !== null).join(' for ') },
  };
}

const ORIGINS: ReadonlyMap<string, string> = new Map([
  ['aws_app_runner', 'AWS::AppRunner::Service'],
  ['aws_ec2', 'AWS::EC2::Instance'],
  ['aws_eks', 'AWS::EKS::Container'],
  ['aws_elastic_beanstalk', 'AWS::ElasticBeanstalk::Environment'],
  ['aws_lambda', 'AWS::Lambda::Function'],
]);

function originOf(resource: JsonObject): string | null {
  const platform = textOf(resource, 'cloud.platform') ?? '';
  if (platform !== 'aws_ecs') return ORIGINS.get(platform) ?? null;
  const launch = textOf(resource, 'aws.ecs.launchtype')?.toLowerCase();
  return launch === 'fargate' ? 'AWS::ECS::Fargate' : launch === 'ec2' ? 'AWS::ECS::EC2' : 'AWS::ECS::Container';
}

function serviceOf(resource: JsonObject): JsonObject | undefined {
  const version = textOf(resource, 'service.version', 'container.image.tag');
  return version === null ? undefined : { version };
}

function prefixed(resource: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(resource).map(([key, value]) => [`otel.resource.${key}`, value]));
}

function secondsOf(nanoseconds: unknown): number | null {
  const value = readNumber(nanoseconds);
  return value === null ? null : Math.round(value / 1000) / 1e6;
}

/** The first of the fields that is a text with something in it. */
function textOf(fields: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function numberOf(fields: JsonObject, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = readNumber(fields[key]);
    if (value !== null) return value;
  }
  return null;
}

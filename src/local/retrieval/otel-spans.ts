import { type Entity, hasEnded, type Segment, type Subsegment } from '../../trace/entity.js';
import type { JsonObject } from '../../trace/json-object.js';
import type { Trace } from '../../trace/trace.js';

/**
 * The spans of a trace by their ids, as the log group `aws/spans` has them: OpenTelemetry's model with flat attributes,
 * nanoseconds as numbers and ids in hexadecimal. What X-Ray inferred is no span. Which attributes AWS gives a segment is
 * not documented; these are OpenTelemetry's semantic conventions.
 * https://opentelemetry.io/docs/specs/semconv/
 */
export function otelSpans(trace: Trace): [id: string, span: JsonObject][] {
  const spans: [string, JsonObject][] = [];
  const add = (entity: Segment | Subsegment, parentId: string | null, resource: JsonObject) => {
    const fields = {
      traceId: trace.id.slice(2).replace('-', ''),
      spanId: entity.id,
      ...known({ parentSpanId: parentId }),
    };
    spans.push([
      entity.id,
      { resource: { attributes: resource }, scope: { name: 'aws-xray' }, ...fields, ...spanOf(entity) },
    ]);
    for (const child of entity.subsegments) add(child, entity.id, resource);
  };
  for (const segment of trace.segments) {
    if (!segment.inferred) add(segment, segment.parentId, resourceOf(segment));
  }
  for (const { subsegment } of trace.orphans) add(subsegment, subsegment.parentId, {});
  return spans;
}

type Kind = 'SERVER' | 'CLIENT' | 'INTERNAL';

function kindOf(entity: Segment | Subsegment): Kind {
  if (entity.kind === 'segment') return 'SERVER';
  return entity.namespace === 'aws' || entity.namespace === 'remote' ? 'CLIENT' : 'INTERNAL';
}

function spanOf(entity: Segment | Subsegment): JsonObject {
  const kind = kindOf(entity);
  const endMs = hasEnded(entity) ? entity.endMs : null;
  return {
    name: entity.name,
    kind,
    startTimeUnixNano: nanoseconds(entity.startMs),
    endTimeUnixNano: endMs === null ? null : nanoseconds(endMs),
    durationNano: endMs === null ? null : nanoseconds(Math.max(0, endMs - entity.startMs)),
    attributes: attributesOf(entity, kind),
    status: { code: isFailure(entity, kind) ? 'ERROR' : 'UNSET' },
    events: entity.exceptions.map(({ type, message }) => ({
      name: 'exception',
      timeUnixNano: nanoseconds(endMs ?? entity.startMs),
      attributes: known({ 'exception.type': type, 'exception.message': message }),
    })),
  };
}

/** A server answers a wrong request rightly: for OpenTelemetry 4xx is the client's error alone. */
function isFailure({ error, fault }: Entity, kind: Kind): boolean {
  return fault || (error && kind !== 'SERVER');
}

function resourceOf({ name, serviceVersion, origin, aws }: Segment): JsonObject {
  return known({
    'service.name': name,
    'service.version': serviceVersion,
    'cloud.provider': origin === null ? null : 'aws',
    'cloud.account.id': aws?.accountId ?? null,
  });
}

function attributesOf(entity: Segment | Subsegment, kind: Kind): JsonObject {
  const { http, aws, annotations } = entity;
  const keys = Object.keys(annotations);
  return {
    ...known({
      'http.request.method': http?.method,
      'url.full': http?.url,
      'http.response.status_code': http?.status,
      'http.response.body.size': http?.contentLengthBytes,
      'user_agent.original': http?.userAgent,
      'client.address': http?.clientIp,
      'enduser.id': entity.kind === 'segment' ? entity.user : null,
      'rpc.system': aws !== null && kind === 'CLIENT' ? 'aws-api' : null,
      'rpc.service': aws !== null && kind === 'CLIENT' ? entity.name : null,
      'rpc.method': aws?.operation,
      'cloud.region': aws?.region,
      'aws.dynamodb.table_names': aws?.tableName ? [aws.tableName] : null,
      'aws.sqs.queue.url': aws?.queueUrl,
      'aws.sns.topic.arn': aws?.topicArn,
      'aws.s3.bucket': aws?.bucketName,
    }),
    ...annotations,
    ...(keys.length > 0 ? { 'aws.xray.annotations': keys } : {}),
  };
}

function known(fields: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Whole microseconds: more than that, epoch seconds in a document do not hold. */
function nanoseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) * 1000;
}

import { type AnnotationValue, type Entity, hasEnded, type Segment, subsegmentsBelow } from '../trace/entity.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { nodeOf } from '../trace/service-graph.js';
import { durationMs, rootOf, type Trace } from '../trace/trace.js';
import { epochSeconds } from './epoch-seconds.js';
import type { MergedTrace } from './merged-trace.js';
import { rootCausesOf } from './root-causes.js';
import { type ServiceId, serviceId, serviceIdsOf } from './service-id.js';

/**
 * What GetTraceSummaries says of a trace: errors and faults of the root segment alone, throttles of any segment.
 * Times are seconds.
 * https://docs.aws.amazon.com/xray/latest/api/API_TraceSummary.html
 */
export function summaryOf({ trace, documents }: MergedTrace, revision: number): JsonObject {
  const root = rootOf(trace);
  const { startMs, endMs } = extentOf(trace);
  const responseMs = root === null ? null : durationMs(root);
  return {
    Id: trace.id,
    StartTime: epochSeconds(startMs),
    Duration: epochSeconds(endMs - startMs),
    ...(responseMs === null ? {} : { ResponseTime: epochSeconds(responseMs) }),
    HasFault: root?.fault ?? false,
    HasError: root?.error ?? false,
    HasThrottle: hasThrottle(trace),
    IsPartial: isPartial(trace),
    Http: httpOf(root),
    Annotations: annotationsOf(trace),
    Users: usersOf(trace),
    ServiceIds: serviceIdsOf(trace),
    ResourceARNs: [...resourceArnsOf(trace)].map((ARN) => ({ ARN })),
    InstanceIds: [...ec2FactsOf(documents.values(), 'instance_id')].map((Id) => ({ Id })),
    AvailabilityZones: [...ec2FactsOf(documents.values(), 'availability_zone')].map((Name) => ({ Name })),
    ...(root === null ? {} : { EntryPoint: serviceId(nodeOf(root)) }),
    FaultRootCauses: rootCausesOf(trace, 'fault'),
    ErrorRootCauses: rootCausesOf(trace, 'error'),
    ResponseTimeRootCauses: rootCausesOf(trace, 'responsetime'),
    Revision: revision,
  };
}

/** From the first start to the last end of anything in the trace; what is in progress counts with its start. */
export function extentOf(trace: Trace): { readonly startMs: number; readonly endMs: number } {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const entity of topEntitiesOf(trace)) {
    startMs = Math.min(startMs, entity.startMs);
    endMs = Math.max(endMs, hasEnded(entity) ? entity.endMs : entity.startMs);
  }
  return { startMs, endMs: Math.max(startMs, endMs) };
}

export function hasThrottle(trace: Trace): boolean {
  return topEntitiesOf(trace).some(({ throttle }) => throttle);
}

export function isPartial(trace: Trace): boolean {
  return topEntitiesOf(trace).some(({ inProgress }) => inProgress);
}

export function resourceArnsOf(trace: Trace): ReadonlySet<string> {
  return new Set(trace.segments.map(({ resourceArn }) => resourceArn).filter((arn) => arn !== null));
}

/** The values of a field of `aws.ec2` over segment documents, each once. */
export function ec2FactsOf(
  documents: Iterable<JsonObject>,
  field: 'instance_id' | 'availability_zone',
): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const { aws } of documents) {
    const ec2 = isJsonObject(aws) ? aws.ec2 : undefined;
    const fact = isJsonObject(ec2) ? ec2[field] : undefined;
    if (typeof fact === 'string') facts.add(fact);
  }
  return facts;
}

function topEntitiesOf(trace: Trace): Entity[] {
  return [...trace.segments, ...trace.orphans.map(({ subsegment }) => subsegment)];
}

function httpOf(root: Segment | null): JsonObject {
  const http = root?.http ?? null;
  if (http === null) return {};
  const { url, status, method, userAgent, clientIp } = http;
  const fields = { HttpURL: url, HttpStatus: status, HttpMethod: method, UserAgent: userAgent, ClientIp: clientIp };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function usersOf(trace: Trace): JsonObject[] {
  const named = trace.segments.filter((segment) => segment.user !== null);
  return [...Map.groupBy(named, ({ user }) => user)].map(([UserName, segments]) => ({
    UserName,
    ServiceIds: serviceIdsOf({ ...trace, segments }),
  }));
}

/** Annotations of segments and subsegments, by key: each value once, with the services that set it. */
function annotationsOf(trace: Trace): JsonObject {
  const byKey = new Map<string, Map<AnnotationValue, Map<string, ServiceId>>>();
  const add = (entity: Entity, service: ServiceId | null) => {
    for (const [key, value] of Object.entries(entity.annotations)) {
      const byValue = byKey.get(key) ?? new Map<AnnotationValue, Map<string, ServiceId>>();
      const services = byValue.get(value) ?? new Map<string, ServiceId>();
      if (service !== null) services.set(JSON.stringify(service), service);
      byKey.set(key, byValue.set(value, services));
    }
  };
  for (const segment of trace.segments) {
    const service = serviceId(nodeOf(segment));
    for (const entity of [segment, ...subsegmentsBelow(segment)]) add(entity, service);
  }
  for (const { subsegment } of trace.orphans) {
    for (const entity of [subsegment, ...subsegmentsBelow(subsegment)]) add(entity, null);
  }
  return Object.fromEntries(
    [...byKey].map(([key, byValue]) => [
      key,
      [...byValue].map(([value, services]) => ({
        AnnotationValue: annotationValue(value),
        ServiceIds: [...services.values()],
      })),
    ]),
  );
}

function annotationValue(value: AnnotationValue): JsonObject {
  if (typeof value === 'string') return { StringValue: value };
  return typeof value === 'number' ? { NumberValue: value } : { BooleanValue: value };
}

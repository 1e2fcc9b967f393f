import type { AnnotationValue, Entity, HttpFacts, Segment } from '../trace/entity.js';
import { subsegmentsBelow } from '../trace/entity.js';
import { type Call, callsOf, type Node, nodeOf } from '../trace/service-graph.js';
import { durationMs, rootOf } from '../trace/trace.js';
import type { End, FlagKeyword, NumberKeyword, TextKeyword } from './filter-expression.js';
import type { MergedTrace } from './merged-trace.js';
import { ec2FactsOf, extentOf, hasThrottle, isPartial, resourceArnsOf } from './trace-summary.js';

/** What a filter expression can ask of a trace, of a service in it, or of a call in it. */
export interface FilterFacts {
  readonly flags: Readonly<Record<FlagKeyword, boolean>>;
  /** Times in seconds; null where nothing is known. */
  readonly numbers: Readonly<Record<NumberKeyword, number | null>>;
  readonly texts: Readonly<Partial<Record<TextKeyword, Iterable<string>>>>;
  annotations(end: End, key: string): AnnotationValue[];
  /** The services that were part of it, each once for every segment; and the calls. Only a trace has them. */
  services(): { readonly node: Node; readonly facts: FilterFacts }[];
  calls(): { readonly call: Call; readonly facts: FilterFacts }[];
}

/**
 * At the level of the trace: response, status, URL and flags are the root segment's, a throttle, a user or an
 * annotation may be anybody's.
 */
export function factsOfTrace(merged: MergedTrace): FilterFacts {
  const { trace, documents } = merged;
  const root = rootOf(trace);
  const { startMs, endMs } = extentOf(trace);
  const entities = [...trace.segments, ...trace.orphans.map(({ subsegment }) => subsegment)];
  return {
    flags: {
      ...outcomeOf(root),
      throttle: hasThrottle(trace),
      partial: isPartial(trace),
      inferred: trace.segments.some(({ inferred }) => inferred),
      root: root !== null,
    },
    numbers: {
      responsetime: root === null ? null : secondsOf(root),
      duration: (endMs - startMs) / 1000,
      'http.status': root?.http?.status ?? null,
    },
    texts: {
      ...httpTexts(root?.http ?? null),
      user: known(trace.segments.map(({ user }) => user)),
      'resource.arn': resourceArnsOf(trace),
      'instance.id': ec2FactsOf(documents.values(), 'instance_id'),
      availabilityzone: ec2FactsOf(documents.values(), 'availability_zone'),
    },
    annotations: (end, key) => (end === 'own' ? annotationsIn(entities, key) : []),
    services: () =>
      trace.segments.map((segment) => ({
        node: nodeOf(segment),
        facts: factsOfSegment(segment, segment === root, merged),
      })),
    calls: () => callsOf(trace).map((call) => ({ call, facts: factsOfCall(call) })),
  };
}

function factsOfSegment(segment: Segment, isRoot: boolean, { documents }: MergedTrace): FilterFacts {
  const node = nodeOf(segment);
  const document = documents.get(segment.id);
  const own = document === undefined ? [] : [document];
  return {
    flags: { ...outcomeOf(segment), partial: segment.inProgress, inferred: segment.inferred, root: isRoot },
    numbers: {
      responsetime: secondsOf(segment),
      duration: secondsOf(segment),
      'http.status': segment.http?.status ?? null,
    },
    texts: {
      ...httpTexts(segment.http),
      name: [node.name],
      type: known([node.type || null]),
      user: known([segment.user]),
      'resource.arn': known([segment.resourceArn]),
      'instance.id': ec2FactsOf(own, 'instance_id'),
      availabilityzone: ec2FactsOf(own, 'availability_zone'),
    },
    annotations: (end, key) => (end === 'own' ? annotationsIn([segment], key) : []),
    services: () => [],
    calls: () => [],
  };
}

/** As the caller saw it: the facts are those of its subsegment. */
function factsOfCall(call: Call): FilterFacts {
  const { subsegment, caller, callees } = call;
  const witness: Entity | null = subsegment ?? callees[0] ?? null;
  const http = witness?.http ?? null;
  return {
    flags: {
      ...outcomeOf(witness),
      partial: callees.some(({ inProgress }) => inProgress),
      inferred: callees.length === 0,
      root: false,
    },
    numbers: {
      responsetime: call.durationMs / 1000,
      duration: call.durationMs / 1000,
      'http.status': http?.status ?? null,
    },
    texts: { ...httpTexts(http), user: known([caller.user]) },
    annotations: (end, key) => {
      if (end === 'source') return annotationsIn([caller], key);
      if (end === 'destination') return annotationsIn(callees, key);
      return subsegment === null ? [] : annotationsIn([subsegment], key);
    },
    services: () => [],
    calls: () => [],
  };
}

/** `ok` is a 2xx, and without a status anything that ended and is not marked as failed. */
function outcomeOf(entity: Entity | null): Record<'ok' | 'error' | 'fault' | 'throttle', boolean> {
  if (entity === null) return { ok: false, error: false, fault: false, throttle: false };
  const { error, fault, throttle, http, inProgress } = entity;
  const status = http?.status ?? null;
  const answered = status === null ? !inProgress : status >= 200 && status < 300;
  return { ok: answered && !error && !fault && !throttle, error, fault, throttle };
}

function secondsOf(entity: Entity): number | null {
  const duration = durationMs(entity);
  return duration === null ? null : duration / 1000;
}

function httpTexts(http: HttpFacts | null): FilterFacts['texts'] {
  return {
    'http.url': known([http?.url ?? null]),
    'http.method': known([http?.method ?? null]),
    'http.useragent': known([http?.userAgent ?? null]),
    'http.clientip': known([http?.clientIp ?? null]),
  };
}

function known(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}

function annotationsIn(entities: readonly Entity[], key: string): AnnotationValue[] {
  const values: AnnotationValue[] = [];
  for (const entity of entities) {
    for (const { annotations } of [entity, ...subsegmentsBelow(entity)]) {
      const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
      if (value !== undefined) values.push(value);
    }
  }
  return values;
}

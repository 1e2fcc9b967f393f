import { type AnnotationValue, type Entity, type HttpFacts, subsegmentsBelow } from '../../trace/entity.js';
import type { Call, Node } from '../../trace/service-graph.js';
import { durationMs } from '../../trace/trace.js';
import type { Cause, RootCause } from '../root-causes.js';
import type { End } from './expression.js';
import type { FlagKeyword, NumberKeyword, TextKeyword } from './keywords.js';

/** What a filter expression can ask of a trace, of a service in it, of a call in it, or of an element of a root cause. */
export interface FilterFacts {
  readonly flags: Readonly<Partial<Record<FlagKeyword, boolean>>>;
  /** Times in seconds; null where nothing is known. */
  readonly numbers: Readonly<Partial<Record<NumberKeyword, number | null>>>;
  readonly texts: Readonly<Partial<Record<TextKeyword, Iterable<string>>>>;
  annotations(end: End): Iterable<readonly [key: string, value: AnnotationValue]>;
}

export interface TraceFacts extends FilterFacts {
  /** The services that were part of it, each once for every segment. */
  services(): readonly { readonly node: Node; readonly facts: FilterFacts }[];
  calls(): readonly { readonly call: Call; readonly facts: FilterFacts }[];
  rootCauses(cause: Cause): readonly RootCause[];
}

/** `ok` is a 2xx, and without a status anything that ended and is not marked as failed. */
export function outcomeOf(entity: Entity | null): Record<'ok' | 'error' | 'fault' | 'throttle', boolean> {
  if (entity === null) return { ok: false, error: false, fault: false, throttle: false };
  const { error, fault, throttle, http, inProgress } = entity;
  const status = http?.status ?? null;
  const answered = status === null ? !inProgress : status >= 200 && status < 300;
  return { ok: answered && !error && !fault && !throttle, error, fault, throttle };
}

export function secondsOf(entity: Entity | null): number | null {
  const duration = entity === null ? null : durationMs(entity);
  return duration === null ? null : duration / 1000;
}

export function httpTexts(http: HttpFacts | null): FilterFacts['texts'] {
  return {
    'http.url': known([http?.url]),
    'http.method': known([http?.method]),
    'http.useragent': known([http?.userAgent]),
    'http.clientip': known([http?.clientIp]),
  };
}

export function known(texts: Iterable<string | null | undefined>): string[] {
  return [...texts].filter((text) => text !== null && text !== undefined);
}

/** Of the entities and of every subsegment below them. */
export function* annotationsIn(entities: Iterable<Entity>): Generator<[string, AnnotationValue]> {
  for (const entity of entities) {
    for (const { annotations } of [entity, ...subsegmentsBelow(entity)]) yield* Object.entries(annotations);
  }
}

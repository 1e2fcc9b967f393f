import type { IndexedAttributes } from '../../../src/local/otlp/annotations.js';
import { describeResource } from '../../../src/local/otlp/resource.js';
import { segmentsOf } from '../../../src/local/otlp/segment.js';
import type { AttributeValue, Span } from '../../../src/local/otlp/span.js';
import type { JsonObject } from '../../../src/trace/json-object.js';

export interface SpanFields extends Partial<Omit<Span, 'attributes'>> {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

export const TRACE_ID = '6b006c36000000000000000000000001';
export const SPAN_ID = '53995c3f42cd8ad8';
export const PARENT_ID = '70de5b6f19ff9a0a';

/** A span of 100 ms with a parent, a client's unless said otherwise. */
export function span({ attributes = {}, ...fields }: SpanFields = {}): Span {
  return {
    traceId: TRACE_ID,
    spanId: SPAN_ID,
    parentSpanId: PARENT_ID,
    name: '/api/locations',
    kind: 'client',
    startSeconds: 1_795_189_814,
    endSeconds: 1_795_189_814.1,
    events: [],
    links: [],
    error: null,
    ...fields,
    attributes: new Map(Object.entries(attributes)),
  };
}

/** The resource of the exporter's own tests. */
export const SIGNUP: Readonly<Record<string, AttributeValue>> = {
  'service.name': 'signup_aggregator',
  'service.version': 'semver:1.1.4',
  'container.name': 'signup_aggregator',
  'container.image.tag': 'v1',
  'k8s.cluster.name': 'production',
  'k8s.pod.name': 'signup_aggregator-x82ufje83',
  'cloud.provider': 'aws',
  'cloud.account.id': '123456789',
  'cloud.availability_zone': 'us-east-1c',
  'string.key': 'string',
  'int.key': 10,
  'double.key': 5.5,
  'bool.key': true,
  'map.key': { key1: 1, key2: 'value' },
  'array.key': ['foo', 'bar'],
};

// biome-ignore lint/suspicious/noExplicitAny: a document is JSON, of which each test looks at some fields.
export type Json = any;

export interface TranslationSettings {
  readonly resource?: Readonly<Record<string, AttributeValue>>;
  readonly indexed?: readonly string[] | 'all';
}

/** The documents of a span as they are stored. */
export function documentsOf(fields: SpanFields, { resource = SIGNUP, indexed = [] }: TranslationSettings = {}): Json[] {
  const attributes: IndexedAttributes = indexed === 'all' ? indexed : new Set(indexed);
  const documents: JsonObject[] = segmentsOf(
    span(fields),
    describeResource(new Map(Object.entries(resource))),
    attributes,
  );
  return JSON.parse(JSON.stringify(documents));
}

export function documentOf(fields: SpanFields, settings: TranslationSettings = {}): Json {
  return documentsOf(fields, settings)[0];
}

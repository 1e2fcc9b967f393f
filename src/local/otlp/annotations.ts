import type { AnnotationValue } from '../../trace/entity.js';
import { isJsonObject } from '../../trace/json-object.js';
import type { Attributes, AttributeValue } from './span.js';

/** Attributes that become annotations without being named by the span: some, or all that can. */
export type IndexedAttributes = ReadonlySet<string> | 'all';

export interface Notes {
  readonly annotations: Readonly<Record<string, AnnotationValue>> | undefined;
  /** By namespace. */
  readonly metadata: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

const METADATA_PREFIX = 'aws.xray.metadata.';
const ANNOTATION_KEYS = 'aws.xray.annotations';
/** They have fields of their own in a segment. */
const NEVER_NOTED: ReadonlySet<string> = new Set(['enduser.id', 'aws.xray.inprogress']);

/**
 * What becomes of the attributes that no other field has taken up (`isTaken`): annotations where they are indexed, by
 * the settings or in the span's own list `aws.xray.annotations`, else metadata. `resource` are the attributes of the
 * resource, null for a subsegment. As `makeXRayAttributes` of the collector's X-Ray exporter.
 */
export function notesOf(
  span: Attributes,
  isTaken: (key: string) => boolean,
  resource: Attributes | null,
  indexed: IndexedAttributes,
): Notes {
  const named = namedAnnotations(span);
  const isIndexed = (key: string) => indexed === 'all' || indexed.has(key) || named.has(key);
  const annotations = new Map<string, AnnotationValue>();
  const metadata = new Map<string, Record<string, unknown>>();
  const byDefault: Record<string, unknown> = {};

  for (const [key, value] of resource ?? []) {
    const name = `otel.resource.${key}`;
    if (isIndexed(name) && isAnnotatable(value)) annotations.set(annotationKey(name), value);
    else if (value !== null) setOwn(byDefault, name, value);
  }
  for (const [key, value] of span) {
    if (NEVER_NOTED.has(key) || (key === ANNOTATION_KEYS && Array.isArray(value))) continue;
    if (isTaken(key) && (indexed === 'all' || !indexed.has(key))) continue;
    if (isIndexed(key)) {
      if (isAnnotatable(value)) annotations.set(annotationKey(key), value);
    } else if (key.startsWith(METADATA_PREFIX) && typeof value === 'string') {
      addMetadata(metadata, byDefault, key, value);
    } else if (value !== null) {
      setOwn(byDefault, key, value);
    }
  }
  if (Object.keys(byDefault).length > 0) metadata.set('default', byDefault);
  return {
    annotations: annotations.size > 0 ? Object.fromEntries(annotations) : undefined,
    metadata: metadata.size > 0 ? Object.fromEntries(metadata) : undefined,
  };
}

/** One attribute with a list of keys, not a prefix of keys. */
function namedAnnotations(span: Attributes): ReadonlySet<unknown> {
  const keys = span.get(ANNOTATION_KEYS);
  return new Set(Array.isArray(keys) ? keys : []);
}

/** `aws.xray.metadata.<namespace>` holds an object as JSON; what is no object stays where it is. */
function addMetadata(
  metadata: Map<string, Record<string, unknown>>,
  byDefault: Record<string, unknown>,
  key: string,
  json: string,
): void {
  const namespace = key.slice(METADATA_PREFIX.length);
  const object = parseObject(json);
  if (object === null) setOwn(byDefault, key, json);
  else if (namespace.toLowerCase() !== 'default') metadata.set(namespace, object);
  else for (const [name, value] of Object.entries(object)) setOwn(byDefault, name, value);
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** An attribute called `__proto__` is an attribute like another. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function isAnnotatable(value: AttributeValue): value is AnnotationValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Dots stay, as they do in the exporter since 0.97. */
function annotationKey(key: string): string {
  return key.replace(/[^0-9A-Za-z.]/g, '_');
}

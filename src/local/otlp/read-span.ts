import type { Attributes, AttributeValue, Span, SpanKind } from './span.js';
import type { AnyValueMessage, KeyValueMessage, SpanMessage } from './wire.js';

/** The span cannot be a segment; the message says why. */
export class InvalidSpan extends Error {
  override readonly name = 'InvalidSpan';
}

const KINDS: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUS_ERROR = 2;

/** Throws InvalidSpan where an id is missing or has the wrong length. */
export function readSpan(message: SpanMessage): Span {
  const { status } = message;
  return {
    traceId: readId(message.traceId, 16, 'traceId'),
    spanId: readId(message.spanId, 8, 'spanId'),
    parentSpanId: isEmpty(message.parentSpanId) ? null : readId(message.parentSpanId, 8, 'parentSpanId'),
    name: message.name,
    kind: KINDS[message.kind] ?? 'unspecified',
    startSeconds: seconds(message.startTimeUnixNano),
    endSeconds: seconds(message.endTimeUnixNano),
    attributes: readAttributes(message.attributes),
    events: message.events.map(({ name, timeUnixNano, attributes }) => ({
      name,
      epochSeconds: seconds(timeUnixNano),
      attributes: readAttributes(attributes),
    })),
    links: message.links.map(({ traceId, spanId, attributes }) => ({
      traceId: readId(traceId, 16, 'traceId of a link'),
      spanId: readId(spanId, 8, 'spanId of a link'),
      attributes: readAttributes(attributes),
    })),
    error: status?.code === STATUS_ERROR ? status.message : null,
  };
}

export function readAttributes(pairs: readonly KeyValueMessage[]): Attributes {
  return new Map(pairs.map(({ key, value }) => [key, readValue(value)]));
}

function readValue(message: AnyValueMessage | undefined): AttributeValue {
  const value = message?.value;
  switch (value?.case) {
    case undefined:
      return null;
    case 'stringValue':
    case 'boolValue':
      return value.value;
    case 'intValue':
      return Number(value.value);
    case 'doubleValue':
      return Number.isFinite(value.value) ? value.value : String(value.value); // JSON has no NaN.
    case 'bytesValue':
      return Buffer.from(value.value).toString('base64');
    case 'arrayValue':
      return value.value.values.map(readValue);
    case 'kvlistValue':
      return Object.fromEntries(readAttributes(value.value.values));
  }
}

function readId(bytes: Uint8Array, length: number, what: string): string {
  if (bytes.length !== length) throw new InvalidSpan(`${what} must have ${length} bytes; got ${bytes.length}.`);
  if (isEmpty(bytes)) throw new InvalidSpan(`${what} must not be all zeros.`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** No id, in either way of saying so: no bytes, or all zeros. */
function isEmpty(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Microseconds are what a number can still hold of today's time. */
function seconds(unixNano: bigint): number {
  return Number(unixNano / 1000n) / 1e6;
}

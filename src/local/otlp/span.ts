/** The value of an attribute. Bytes are base64 text, 64-bit integers are numbers. */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };

export type Attributes = ReadonlyMap<string, AttributeValue>;

export type SpanKind = 'unspecified' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export interface SpanEvent {
  readonly name: string;
  readonly epochSeconds: number;
  readonly attributes: Attributes;
}

export interface SpanLink {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly attributes: Attributes;
}

/** A span of OpenTelemetry: https://opentelemetry.io/docs/specs/otel/trace/api/#span */
export interface Span {
  /** 32 hexadecimal digits, lower case. */
  readonly traceId: string;
  /** 16 hexadecimal digits, lower case. */
  readonly spanId: string;
  /** 16 hexadecimal digits, or null at the root. */
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  /** Since the epoch. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  /** The status is Error: with its message, which may be empty. null for Ok and Unset. */
  readonly error: string | null;
}

/** The first of the attributes that is a text with something in it; else empty. */
export function textOf(attributes: Attributes, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = attributes.get(key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/** The first of the attributes that is a number. */
export function numberOf(attributes: Attributes, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = attributes.get(key);
    if (typeof value === 'number') return value;
  }
  return undefined;
}

/** Whether the span is a call made with an AWS SDK. */
export function isAwsSdkCall({ attributes }: Span): boolean {
  return textOf(attributes, 'rpc.system', 'rpc.system.name') === 'aws-api';
}

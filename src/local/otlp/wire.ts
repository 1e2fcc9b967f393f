import {
  create,
  fromBinary,
  fromJson,
  type JsonValue,
  type MessageInitShape,
  toBinary,
  toJson,
} from '@bufbuild/protobuf';
import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { exportRequestSchema, exportResponseSchema, rpcStatusSchema } from './schema.js';

export type Encoding = 'protobuf' | 'json';

export interface ExportRequest {
  readonly resourceSpans: readonly ResourceSpansMessage[];
}

export interface ResourceSpansMessage {
  readonly resource?: { readonly attributes: readonly KeyValueMessage[] };
  readonly scopeSpans: readonly { readonly spans: readonly SpanMessage[] }[];
}

export interface SpanMessage {
  readonly traceId: Uint8Array;
  readonly spanId: Uint8Array;
  readonly parentSpanId: Uint8Array;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly attributes: readonly KeyValueMessage[];
  readonly events: readonly EventMessage[];
  readonly links: readonly LinkMessage[];
  readonly status?: { readonly message: string; readonly code: number };
}

export interface EventMessage {
  readonly timeUnixNano: bigint;
  readonly name: string;
  readonly attributes: readonly KeyValueMessage[];
}

export interface LinkMessage {
  readonly traceId: Uint8Array;
  readonly spanId: Uint8Array;
  readonly attributes: readonly KeyValueMessage[];
}

export interface KeyValueMessage {
  readonly key: string;
  readonly value?: AnyValueMessage;
}

export interface AnyValueMessage {
  readonly value:
    | { readonly case: 'stringValue'; readonly value: string }
    | { readonly case: 'boolValue'; readonly value: boolean }
    | { readonly case: 'intValue'; readonly value: bigint }
    | { readonly case: 'doubleValue'; readonly value: number }
    | { readonly case: 'arrayValue'; readonly value: { readonly values: readonly AnyValueMessage[] } }
    | { readonly case: 'kvlistValue'; readonly value: { readonly values: readonly KeyValueMessage[] } }
    | { readonly case: 'bytesValue'; readonly value: Uint8Array }
    | { readonly case: undefined; readonly value?: undefined };
}

/** What the local X-Ray answers an export with. */
export interface ExportResponse {
  readonly partialSuccess?: { readonly rejectedSpans: bigint; readonly errorMessage: string };
}

/** Reads the body of an export. Throws an Error that says why where it is none, or where it is nested too deep. */
export function readExportRequest(body: Uint8Array, encoding: Encoding): ExportRequest {
  const message =
    encoding === 'protobuf'
      ? fromBinary(exportRequestSchema, body, { readUnknownFields: false })
      : fromJson(exportRequestSchema, withBase64Ids(JSON.parse(Buffer.from(body).toString('utf8'))), {
          ignoreUnknownFields: true,
        });
  return message as unknown as ExportRequest; // The interfaces above are the schema's.
}

export function writeExportResponse(response: ExportResponse, encoding: Encoding): string | Uint8Array {
  return write(exportResponseSchema, { ...response }, encoding);
}

/** `code` is one of google.rpc.Code's. */
export function writeStatus(status: { readonly code: number; readonly message: string }, encoding: Encoding) {
  return write(rpcStatusSchema, { ...status }, encoding);
}

function write(schema: typeof rpcStatusSchema, fields: JsonObject, encoding: Encoding): string | Uint8Array {
  const message = create(schema, fields as MessageInitShape<typeof schema>);
  return encoding === 'protobuf' ? toBinary(schema, message) : JSON.stringify(toJson(schema, message));
}

/**
 * JSON of OTLP is that of Protobuf, except that trace and span ids are hexadecimal where other bytes are base64.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
function withBase64Ids(request: unknown): JsonValue {
  for (const resourceSpans of listIn(request, 'resourceSpans')) {
    for (const scopeSpans of listIn(resourceSpans, 'scopeSpans')) {
      for (const span of listIn(scopeSpans, 'spans')) {
        toBase64(span, 'traceId');
        toBase64(span, 'spanId');
        toBase64(span, 'parentSpanId');
        for (const link of listIn(span, 'links')) {
          toBase64(link, 'traceId');
          toBase64(link, 'spanId');
        }
      }
    }
  }
  return request as JsonValue;
}

function listIn(value: unknown, field: string): readonly unknown[] {
  const list = isJsonObject(value) ? value[field] : undefined;
  return Array.isArray(list) ? list : [];
}

function toBase64(value: unknown, field: string): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  const id = fields[field];
  if (typeof id !== 'string') return;
  if (!/^([0-9a-f]{2})*$/i.test(id)) throw new Error(`${field} must be hexadecimal digits; got "${id.slice(0, 100)}".`);
  fields[field] = Buffer.from(id, 'hex').toString('base64');
}

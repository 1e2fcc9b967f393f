import { create, createFileRegistry, type DescMessage } from '@bufbuild/protobuf';
import {
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as ScalarType,
} from '@bufbuild/protobuf/wkt';

/**
 * The part of OTLP that carries traces, and the Status that answers a refused request: each field with its number and
 * its type, `[]` where it repeats. Fields that nothing here reads are left out: the reader skips what it does not know.
 * https://github.com/open-telemetry/opentelemetry-proto, https://github.com/googleapis/googleapis (google.rpc.Status)
 */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, readonly [number, string]>>>> = {
  ExportTraceServiceRequest: { resource_spans: [1, 'ResourceSpans[]'] },
  ExportTraceServiceResponse: { partial_success: [1, 'ExportTracePartialSuccess'] },
  ExportTracePartialSuccess: { rejected_spans: [1, 'int64'], error_message: [2, 'string'] },
  RpcStatus: { code: [1, 'int32'], message: [2, 'string'] },
  ResourceSpans: { resource: [1, 'Resource'], scope_spans: [2, 'ScopeSpans[]'] },
  Resource: { attributes: [1, 'KeyValue[]'] },
  ScopeSpans: { spans: [2, 'Span[]'] },
  Span: {
    trace_id: [1, 'bytes'],
    span_id: [2, 'bytes'],
    parent_span_id: [4, 'bytes'],
    name: [5, 'string'],
    kind: [6, 'SpanKind'],
    start_time_unix_nano: [7, 'fixed64'],
    end_time_unix_nano: [8, 'fixed64'],
    attributes: [9, 'KeyValue[]'],
    events: [11, 'Event[]'],
    links: [13, 'Link[]'],
    status: [15, 'Status'],
  },
  Event: { time_unix_nano: [1, 'fixed64'], name: [2, 'string'], attributes: [3, 'KeyValue[]'] },
  Link: { trace_id: [1, 'bytes'], span_id: [2, 'bytes'], attributes: [4, 'KeyValue[]'] },
  Status: { message: [2, 'string'], code: [3, 'StatusCode'] },
  KeyValue: { key: [1, 'string'], value: [2, 'AnyValue'] },
  AnyValue: {
    string_value: [1, 'string'],
    bool_value: [2, 'bool'],
    int_value: [3, 'int64'],
    double_value: [4, 'double'],
    array_value: [5, 'ArrayValue'],
    kvlist_value: [6, 'KeyValueList'],
    bytes_value: [7, 'bytes'],
  },
  ArrayValue: { values: [1, 'AnyValue[]'] },
  KeyValueList: { values: [1, 'KeyValue[]'] },
};

/** The one message of which at most one field is set. */
const UNION = 'AnyValue';

/** Names in the order of their numbers, from 0. */
const ENUMS: Readonly<Record<string, readonly string[]>> = {
  SpanKind: [
    'SPAN_KIND_UNSPECIFIED',
    'SPAN_KIND_INTERNAL',
    'SPAN_KIND_SERVER',
    'SPAN_KIND_CLIENT',
    'SPAN_KIND_PRODUCER',
    'SPAN_KIND_CONSUMER',
  ],
  StatusCode: ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'],
};

const SCALARS: Readonly<Record<string, ScalarType>> = {
  bool: ScalarType.BOOL,
  bytes: ScalarType.BYTES,
  double: ScalarType.DOUBLE,
  fixed64: ScalarType.FIXED64,
  int32: ScalarType.INT32,
  int64: ScalarType.INT64,
  string: ScalarType.STRING,
};

const registry = createFileRegistry(
  create(FileDescriptorSetSchema, {
    file: [
      {
        name: 'otlp.proto',
        package: 'otlp',
        syntax: 'proto3',
        messageType: Object.entries(MESSAGES).map(([name, fields]) => ({
          name,
          oneofDecl: name === UNION ? [{ name: 'value' }] : [],
          field: Object.entries(fields).map(([field, [number, type]]) => ({
            name: field,
            jsonName: field.replace(/_./g, (boundary) => boundary.slice(1).toUpperCase()),
            number,
            ...fieldType(type),
            ...(name === UNION ? { oneofIndex: 0 } : {}),
          })),
        })),
        enumType: Object.entries(ENUMS).map(([name, values]) => ({
          name,
          value: values.map((value, number) => ({ name: value, number })),
        })),
      },
    ],
  }),
);

function fieldType(type: string) {
  const name = type.replace('[]', '');
  const label = type.endsWith('[]') ? Label.REPEATED : Label.OPTIONAL;
  const scalar = SCALARS[name];
  if (scalar !== undefined) return { label, type: scalar };
  return { label, type: name in ENUMS ? ScalarType.ENUM : ScalarType.MESSAGE, typeName: `.otlp.${name}` };
}

function message(name: string): DescMessage {
  return registry.getMessage(`otlp.${name}`)!;
}

export const exportRequestSchema = message('ExportTraceServiceRequest');
export const exportResponseSchema = message('ExportTraceServiceResponse');
export const rpcStatusSchema = message('RpcStatus');

export const id = 964;
export const ids = [964];
export const modules = {

/***/ 40964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readExportRequest: () => (/* binding */ readExportRequest),
  F: () => (/* binding */ writeExportResponse),
  K: () => (/* binding */ writeStatus)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/from-binary.js
var from_binary = __webpack_require__(39859);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/from-json.js + 1 modules
var from_json = __webpack_require__(21992);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/create.js
var create = __webpack_require__(76149);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/to-binary.js
var to_binary = __webpack_require__(85224);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/to-json.js
var to_json = __webpack_require__(78619);
// EXTERNAL MODULE: ./src/trace/json-object.ts
var json_object = __webpack_require__(80955);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/registry.js + 2 modules
var registry = __webpack_require__(80370);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wkt/google/protobuf/descriptor_pb.js + 1 modules
var descriptor_pb = __webpack_require__(46177);
;// CONCATENATED MODULE: ./src/local/otlp/schema.ts


/**
 * The part of OTLP that carries traces, and the Status that answers a refused request: each field with its number and
 * its type, `[]` where it repeats. Fields that nothing here reads are left out: the reader skips what it does not know.
 * https://github.com/open-telemetry/opentelemetry-proto, https://github.com/googleapis/googleapis (google.rpc.Status)
 */
const MESSAGES = {
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
const ENUMS = {
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
const SCALARS = {
    bool: descriptor_pb/* FieldDescriptorProto_Type */.P3.BOOL,
    bytes: descriptor_pb/* FieldDescriptorProto_Type */.P3.BYTES,
    double: descriptor_pb/* FieldDescriptorProto_Type */.P3.DOUBLE,
    fixed64: descriptor_pb/* FieldDescriptorProto_Type */.P3.FIXED64,
    int32: descriptor_pb/* FieldDescriptorProto_Type */.P3.INT32,
    int64: descriptor_pb/* FieldDescriptorProto_Type */.P3.INT64,
    string: descriptor_pb/* FieldDescriptorProto_Type */.P3.STRING,
};
const schema_registry = (0,registry/* createFileRegistry */.uO)((0,create/* create */.v)(descriptor_pb/* FileDescriptorSetSchema */.Zw, {
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
}));
function fieldType(type) {
    const name = type.replace('[]', '');
    const label = type.endsWith('[]') ? descriptor_pb/* FieldDescriptorProto_Label */.TX.REPEATED : descriptor_pb/* FieldDescriptorProto_Label */.TX.OPTIONAL;
    const scalar = SCALARS[name];
    if (scalar !== undefined)
        return { label, type: scalar };
    return { label, type: name in ENUMS ? descriptor_pb/* FieldDescriptorProto_Type */.P3.ENUM : descriptor_pb/* FieldDescriptorProto_Type */.P3.MESSAGE, typeName: `.otlp.${name}` };
}
function message(name) {
    return schema_registry.getMessage(`otlp.${name}`);
}
const exportRequestSchema = message('ExportTraceServiceRequest');
const exportResponseSchema = message('ExportTraceServiceResponse');
const rpcStatusSchema = message('RpcStatus');

;// CONCATENATED MODULE: ./src/local/otlp/wire.ts



/** Reads the body of an export. Throws an Error that says why where it is none, or where it is nested too deep. */
function readExportRequest(body, encoding) {
    const message = encoding === 'protobuf'
        ? (0,from_binary/* fromBinary */.Er)(exportRequestSchema, body, { readUnknownFields: false })
        : (0,from_json/* fromJson */.Rf)(exportRequestSchema, withBase64Ids(JSON.parse(Buffer.from(body).toString('utf8'))), {
            ignoreUnknownFields: true,
        });
    return message; // The interfaces above are the schema's.
}
function writeExportResponse(response, encoding) {
    return write(exportResponseSchema, { ...response }, encoding);
}
/** `code` is one of google.rpc.Code's. */
function writeStatus(status, encoding) {
    return write(rpcStatusSchema, { ...status }, encoding);
}
function write(schema, fields, encoding) {
    const message = (0,create/* create */.v)(schema, fields);
    return encoding === 'protobuf' ? (0,to_binary/* toBinary */.R)(schema, message) : JSON.stringify((0,to_json/* toJson */.aB)(schema, message));
}
/**
 * JSON of OTLP is that of Protobuf, except that trace and span ids are hexadecimal where other bytes are base64.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
function withBase64Ids(request) {
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
    return request;
}
function listIn(value, field) {
    const list = (0,json_object/* isJsonObject */.O)(value) ? value[field] : undefined;
    return Array.isArray(list) ? list : [];
}
function toBase64(value, field) {
    if (typeof value !== 'object' || value === null)
        return;
    const fields = value;
    const id = fields[field];
    if (typeof id !== 'string')
        return;
    if (!/^([0-9a-f]{2})*$/i.test(id))
        throw new Error(`${field} must be hexadecimal digits; got "${id.slice(0, 100)}".`);
    fields[field] = Buffer.from(id, 'hex').toString('base64');
}


/***/ })

};

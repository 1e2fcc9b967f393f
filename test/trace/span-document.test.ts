import { describe, expect, test } from 'vitest';
import { otelSpans } from '../../src/local/retrieval/otel-spans.js';
import { readAnyDocument } from '../../src/trace/span-document.js';
import { assembleTrace, type Trace } from '../../src/trace/trace.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  readSegment,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  TRACE_ID,
  told,
  traceOf,
} from '../support/segment-builder.js';

const START_NS = 1_795_189_814_000_000_000;

/** A span as the log group has it: of a server, number 1, that ran 100 ms. */
function span(overrides: Fields = {}): Fields {
  return {
    traceId: '6b006c360123456789abcdef01234567',
    spanId: entityId(1),
    name: 'GET /orders/{id}',
    kind: 'SERVER',
    startTimeUnixNano: START_NS,
    endTimeUnixNano: START_NS + 100e6,
    durationNano: 100e6,
    attributes: {},
    status: { code: 'UNSET' },
    resource: { attributes: { 'service.name': 'api' } },
    scope: { name: '@opentelemetry/instrumentation-http' },
    events: [],
    ...overrides,
  };
}

const segmentOf = (overrides: Fields) => {
  const read = readAnyDocument(JSON.stringify(span(overrides)));
  if (read.kind !== 'segment') throw new Error(JSON.stringify(read));
  return read.segment;
};

const subsegmentOf = (overrides: Fields) => {
  const read = readAnyDocument(span({ parentSpanId: entityId(9), kind: 'CLIENT', ...overrides }));
  if (read.kind !== 'subsegments') throw new Error(JSON.stringify(read));
  return read.subsegments[0]!.subsegment;
};

function asSpans(trace: Trace): Trace {
  return assembleTrace(
    trace.id,
    otelSpans(trace).map(([, document]) => readAnyDocument(JSON.stringify(document))),
  );
}

describe('a span that serves a request', () => {
  test('is a segment of its service, with what the request was', () => {
    const attributes = {
      'http.request.method': 'GET',
      'url.scheme': 'https',
      'url.path': '/orders/7',
      'server.address': 'shop.example.com',
      'http.response.status_code': 404,
      'user_agent.original': 'xray-gate/1.0 run-1',
    };
    const resource = {
      attributes: {
        'service.name': 'orders',
        'service.version': '1.7.3',
        'cloud.platform': 'aws_ecs',
        'aws.ecs.launchtype': 'fargate',
        'telemetry.sdk.name': 'opentelemetry',
        'telemetry.sdk.language': 'nodejs',
      },
    };
    expect(segmentOf({ attributes, resource, parentSpanId: entityId(9) })).toMatchObject({
      traceId: TRACE_ID,
      name: 'orders',
      parentId: entityId(9),
      startMs: START_NS / 1e6,
      endMs: START_NS / 1e6 + 100,
      origin: 'AWS::ECS::Fargate',
      serviceVersion: '1.7.3',
      sdk: 'opentelemetry for nodejs',
      error: true,
      fault: false,
      http: { method: 'GET', url: 'https://shop.example.com/orders/7', status: 404, userAgent: 'xray-gate/1.0 run-1' },
    });
  });

  const outcomes: { name: string; overrides: Fields; flags: string[] }[] = [
    { name: '429', overrides: { attributes: { 'http.status_code': 429 } }, flags: ['error', 'throttle'] },
    { name: '503', overrides: { attributes: { 'http.response.status_code': 503 } }, flags: ['fault'] },
    { name: 'an error without a status', overrides: { status: { code: 'ERROR' } }, flags: ['fault'] },
    { name: 'nothing', overrides: {}, flags: [] },
  ];
  test.each(outcomes)('that ended with $name has the flags that X-Ray gives it', ({ overrides, flags }) => {
    const segment = segmentOf(overrides);
    expect((['error', 'throttle', 'fault'] as const).filter((flag) => segment[flag])).toEqual(flags);
  });

  test('names its version by whatever attribute, its own or its resource’s', () => {
    const { annotations } = segmentOf({
      attributes: { build: 'b7' },
      resource: { attributes: { 'service.name': 'api', 'service.version': '2' } },
    });
    expect(annotations).toMatchObject({ build: 'b7', 'otel.resource.service.version': '2' });
  });

  test('has its exceptions', () => {
    const attributes = { 'exception.type': 'TypeError', 'exception.message': 'no' };
    const { exceptions } = segmentOf({ events: [{ name: 'exception', attributes }, { name: 'log' }] });
    expect(exceptions).toEqual([{ type: 'TypeError', message: 'no' }]);
  });

  test.each([[null], [undefined], [0]])('without an end (%s) is in progress', (endTimeUnixNano) => {
    expect(segmentOf({ endTimeUnixNano })).toMatchObject({ inProgress: true, endMs: null });
  });

  test.each(['SPAN_KIND_SERVER', 2, 'server'])('is known by its kind written as %s', (kind) => {
    expect(segmentOf({ kind, parentSpanId: entityId(9) }).name).toBe('api');
  });

  test('may have its times as text', () => {
    const times = { startTimeUnixNano: String(START_NS), endTimeUnixNano: String(START_NS + 100e6) };
    expect(segmentOf(times)).toMatchObject({ startMs: START_NS / 1e6, endMs: START_NS / 1e6 + 100 });
  });
});

describe('a span that calls', () => {
  test('over HTTP is a remote subsegment, named after its host', () => {
    const attributes = {
      'server.address': 'payments',
      'url.full': 'http://payments/charge',
      'http.request.method': 'POST',
    };
    expect(subsegmentOf({ name: 'POST', attributes })).toMatchObject({
      name: 'payments',
      namespace: 'remote',
      parentId: entityId(9),
      http: { url: 'http://payments/charge' },
    });
  });

  test('AWS is one of the namespace aws, with its operation and table', () => {
    const attributes = {
      'rpc.system': 'aws-api',
      'rpc.service': 'DynamoDB',
      'rpc.method': 'PutItem',
      'aws.dynamodb.table_names': ['orders'],
    };
    expect(subsegmentOf({ name: 'DynamoDB.PutItem', attributes })).toMatchObject({
      name: 'DynamoDB',
      namespace: 'aws',
      aws: { operation: 'PutItem', tableName: 'orders' },
    });
  });

  test('a database is named after it and its host', () => {
    const attributes = { 'db.namespace': 'shop', 'server.address': 'db.example.com' };
    expect(subsegmentOf({ attributes }).name).toBe('shop@db.example.com');
  });

  test('nobody is a subsegment of local work under its own name', () => {
    expect(subsegmentOf({ kind: 'INTERNAL', name: 'reserve stock' })).toMatchObject({
      name: 'reserve stock',
      namespace: null,
    });
  });
});

describe('a trace', () => {
  test('tells the same as segments and as spans', () => {
    const inner = { http: { request: { method: 'GET', url: 'http://h/orders/7' }, response: { status: 200 } } };
    const trace = traceOf(
      segmentDocument({
        ...inner,
        annotations: { version: 'v2' },
        service: { version: 'v2' },
        subsegments: [
          remoteCall('payments', { traced: undefined }),
          awsCall('DynamoDB', { operation: 'PutItem', table_name: 'orders' }, { id: entityId(4), ...ran(50, 60) }),
          subsegmentDocument({ id: entityId(5), ...ran(70, 80) }),
        ],
      }),
      segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35), fault: true }),
    );
    expect(told(asSpans(trace))).toEqual(told(trace));
  });

  test('may mix both', () => {
    const trace = assembleTrace(TRACE_ID, [
      readAnyDocument(JSON.stringify(segmentDocument({ subsegments: [remoteCall('payments')] }))),
      readAnyDocument(span({ spanId: entityId(3), parentSpanId: entityId(2) })),
    ]);
    expect(trace.segments.map(({ id, parentId }) => [id, parentId])).toEqual([
      [entityId(1), null],
      [entityId(3), entityId(2)],
    ]);
  });
});

test('what is no span is read as a segment document is', () => {
  expect(readAnyDocument(segmentDocument())).toMatchObject({
    kind: 'segment',
    segment: readSegment(segmentDocument()),
  });
  expect(readAnyDocument('{')).toMatchObject({ kind: 'malformed', fault: 'JSONFormatError' });
  expect(readAnyDocument('[]')).toMatchObject({ kind: 'subsegments' });
  expect(readAnyDocument(span({ traceId: 'x' }))).toMatchObject({ kind: 'malformed', fault: 'InvalidTraceId' });
});

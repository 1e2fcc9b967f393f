import { describe, expect, test } from 'vitest';
import { documentOf, documentsOf, PARENT_ID, SPAN_ID } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('segment or subsegment', () => {
  test.each([
    ['server', undefined],
    ['consumer', undefined],
    ['client', 'subsegment'],
    ['producer', 'subsegment'],
    ['internal', 'subsegment'],
  ] as const)('a %s span below another is a document of type %s', (kind, type) => {
    const document = documentOf({ kind });
    expect(document.type).toBe(type);
    expect(document).toMatchObject({
      id: SPAN_ID,
      parent_id: PARENT_ID,
      trace_id: '1-6b006c36-000000000000000000000001',
    });
  });

  test.each(['server', 'client', 'internal', 'producer', 'unspecified'] as const)(
    'a %s span without a parent is a segment without a parent',
    (kind) => {
      const document = documentOf({ kind, parentSpanId: null });
      expect(document.type).toBeUndefined();
      expect(document).not.toHaveProperty('parent_id');
    },
  );

  test('times are seconds, and a span in progress has no end', () => {
    expect(documentOf({ kind: 'server' })).toMatchObject({ start_time: 1_795_189_814, end_time: 1_795_189_814.1 });
    const open = documentOf({ kind: 'server', attributes: { 'aws.xray.inprogress': true } });
    expect(open).toMatchObject({ in_progress: true });
    expect(open).not.toHaveProperty('end_time');
    expect(documentOf({ attributes: { 'aws.xray.inprogress': false } })).not.toHaveProperty('in_progress');
  });

  test('the resource is noted on segments alone; the version is on both', () => {
    expect(documentOf({ kind: 'server' }).metadata.default).toMatchObject({
      'otel.resource.string.key': 'string',
      'otel.resource.int.key': 10,
      'otel.resource.map.key': { key1: 1, key2: 'value' },
      'otel.resource.array.key': ['foo', 'bar'],
    });
    expect(documentOf({ kind: 'client' })).not.toHaveProperty('metadata');
    expect(documentOf({ kind: 'server' }).service).toEqual({ version: 'semver:1.1.4' });
    expect(documentOf({}, { resource: { 'container.image.tag': 'v1' } }).service).toEqual({ version: 'v1' });
    expect(documentOf({}, { resource: {} })).not.toHaveProperty('service');
  });
});

describe('a local root', () => {
  const attributes = {
    'http.request.method': 'POST',
    'aws.span.kind': 'LOCAL_ROOT',
    'aws.remote.service': 'myRemoteService',
    'aws.remote.operation': 'myRemoteOperation',
    remoteTarget: 'myTarget',
    'aws.local.service': 'myLocalService',
    myAnnotationKey: 'myAnnotationValue',
    'aws.operation': 'UpdateItem',
    'aws.account_id': '42',
    'aws.table_name': 'TableName',
  };
  const links = [{ traceId: '6b006c36000000000000000000000009', spanId: '1111111111111111', attributes: new Map() }];
  const settings = { indexed: ['aws.remote.service', 'myAnnotationKey'] };

  test.each(['client', 'producer', 'consumer'] as const)('of a %s is a segment and, below it, the call', (kind) => {
    const [call, service] = documentsOf({ kind, attributes, links }, settings);
    expect(call).toMatchObject({
      type: 'subsegment',
      id: SPAN_ID,
      parent_id: service.id,
      name: 'myRemoteService',
      namespace: 'remote',
      http: { request: { method: 'POST' } },
      aws: { operation: 'UpdateItem', account_id: '42', table_name: 'TableName' },
      annotations: { 'aws.remote.service': 'myRemoteService', myAnnotationKey: 'myAnnotationValue' },
    });
    expect(service).toMatchObject({
      name: 'myLocalService',
      parent_id: PARENT_ID,
      start_time: call.start_time,
      end_time: call.end_time,
      annotations: { myAnnotationKey: 'myAnnotationValue' },
    });
    expect(service.annotations).toEqual({ myAnnotationKey: 'myAnnotationValue' });
    for (const field of ['type', 'namespace', 'http']) expect(service).not.toHaveProperty(field);
    for (const field of ['operation', 'account_id', 'table_name']) expect(service.aws).not.toHaveProperty(field);
    expect(Object.keys(service.metadata?.default ?? {}).every((key) => key.startsWith('otel.resource.'))).toBe(true);
    expect([call.links?.length, service.links?.length]).toEqual(kind === 'consumer' ? [undefined, 1] : [1, undefined]);
  });

  test('has the same ids when it is sent twice', () => {
    expect(documentsOf({ attributes })).toEqual(documentsOf({ attributes }));
  });

  test('of an AWS SDK call keeps the namespace', () => {
    const [call] = documentsOf({
      attributes: { ...attributes, 'rpc.system': 'aws-api', 'aws.remote.service': 'AWS.SDK.SQS' },
    });
    expect([call.name, call.namespace]).toEqual(['SQS', 'aws']);
  });

  test.each(['server', 'internal'] as const)('of a %s is one segment of the local service', (kind) => {
    const documents = documentsOf({ kind, attributes, links }, settings);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      name: 'myLocalService',
      parent_id: PARENT_ID,
      links: [{ id: '1111111111111111' }],
    });
    expect(documents[0]).not.toHaveProperty('type');
    expect(documents[0]).not.toHaveProperty('namespace');
  });
});

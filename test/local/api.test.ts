import {
  BatchGetTracesCommand,
  GetServiceGraphCommand,
  GetTraceGraphCommand,
  GetTraceSummariesCommand,
  PutTelemetryRecordsCommand,
  PutTraceSegmentsCommand,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import { EPOCH_S, entityId, segment, separate, shopTrace, traceId } from './documents.js';
import { clientOf, localXRay, post } from './harness.js';

const DURING = { StartTime: new Date((EPOCH_S - 60) * 1000), EndTime: new Date((EPOCH_S + 60) * 1000) };
const TEXTS = (documents: readonly unknown[]) => documents.map((document) => JSON.stringify(document));

describe('PutTraceSegments and BatchGetTraces', () => {
  test('what is put is read back, with its inferred segments', async () => {
    const client = clientOf(await localXRay());
    const put = await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: TEXTS(shopTrace()) }));
    expect(put.UnprocessedTraceSegments).toEqual([]);
    const { Traces, UnprocessedTraceIds } = await client.send(new BatchGetTracesCommand({ TraceIds: [traceId(1)] }));
    expect(UnprocessedTraceIds).toEqual([]);
    expect(Traces).toHaveLength(1);
    expect(Traces?.[0]).toMatchObject({ Id: traceId(1), Duration: 0.1, LimitExceeded: false });
    const documents = Traces?.[0]?.Segments?.map(({ Document }) => JSON.parse(Document ?? '')) ?? [];
    expect(documents.slice(0, 2)).toEqual(shopTrace());
    expect(documents.slice(2)).toMatchObject([{ inferred: true, parent_id: entityId(0xd) }]);
    expect(Traces?.[0]?.Segments?.map(({ Id }) => Id)).toEqual(documents.map(({ id }) => id));
  });

  test('a bad document is unprocessed with its code, and the others are kept', async () => {
    const xray = await localXRay();
    const client = clientOf(xray);
    const orphan = { ...separate(2, 1), parent_id: undefined };
    const { UnprocessedTraceSegments } = await client.send(
      new PutTraceSegmentsCommand({ TraceSegmentDocuments: ['{"broken', ...TEXTS([orphan, segment(1)])] }),
    );
    expect(UnprocessedTraceSegments).toEqual([
      { ErrorCode: 'JSONFormatError', Message: expect.stringContaining('not JSON') },
      { Id: entityId(2), ErrorCode: 'MissingParentId', Message: expect.any(String) },
    ]);
    expect(xray.counts()).toMatchObject({
      documents: 1,
      rejected: 2,
      rejectedBy: { JSONFormatError: 1, MissingParentId: 1 },
    });
  });

  test('an array of subsegments is one document', async () => {
    const client = clientOf(await localXRay());
    const array = JSON.stringify([separate(2, 1), separate(3, 2)]);
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: [array, ...TEXTS([segment(1)])] }));
    const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [traceId(1)] }));
    expect(Traces?.[0]?.Segments?.map(({ Id }) => Id)).toEqual([entityId(1)]);
  });

  test.each([
    ['unprocessed', [traceId(9)]],
    ['silent', []],
  ] as const)('unknown ids are %s when that is the setting', async (unknownIds, listed) => {
    const client = clientOf(await localXRay({ faults: { unknownIds } }));
    const answer = await client.send(new BatchGetTracesCommand({ TraceIds: [traceId(9)] }));
    expect(answer).toMatchObject({ Traces: [], UnprocessedTraceIds: listed });
  });

  test('an id that is asked for twice, or in its W3C form, is one trace', async () => {
    const client = clientOf(await localXRay());
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: TEXTS([segment(1)]) }));
    const w3c = traceId(1).slice(2).replace('-', '');
    const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [traceId(1), traceId(1), w3c] }));
    expect(Traces?.map(({ Id }) => Id)).toEqual([traceId(1)]);
  });
});

describe('graphs', () => {
  test('GetTraceGraph has the services of the traces asked for', async () => {
    const client = clientOf(await localXRay());
    const documents = TEXTS([...shopTrace(), segment(1, { trace_id: traceId(2), name: 'other' })]);
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: documents }));
    const { Services } = await client.send(new GetTraceGraphCommand({ TraceIds: [traceId(1), traceId(3)] }));
    expect(Services?.map(({ Name }) => Name)).toEqual(['api', 'api', 'inventory', 'stock']);
    expect(Services?.[0]?.StartTime).toEqual(new Date(EPOCH_S * 1000));
  });

  test('GetServiceGraph has the services of its window', async () => {
    const client = clientOf(await localXRay());
    const later = EPOCH_S + 600;
    const outside = segment(1, { trace_id: traceId(2), name: 'later', start_time: later, end_time: later + 1 });
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: TEXTS([...shopTrace(), outside]) }));
    const graph = await client.send(new GetServiceGraphCommand(DURING));
    expect(graph).toMatchObject({ ...DURING, ContainsOldGroupVersions: false });
    expect(graph.Services?.map(({ Name }) => Name)).toEqual(['api', 'api', 'inventory', 'stock']);
  });
});

describe('a request that the service refuses', () => {
  const six = Array.from({ length: 6 }, (_, number) => traceId(number));
  const { StartTime } = DURING;
  const late = new Date(StartTime.getTime() + 6 * 3600_000 + 1000);
  test.each([
    ['no trace id', new BatchGetTracesCommand({ TraceIds: [] }), 'at least one'],
    ['six trace ids', new BatchGetTracesCommand({ TraceIds: six }), 'Exceeding maximum query size: 5'],
    ['an overlong trace id', new BatchGetTracesCommand({ TraceIds: ['1'.repeat(36)] }), '1 to 35 characters'],
    [
      'a token for BatchGetTraces',
      new BatchGetTracesCommand({ TraceIds: [traceId(1)], NextToken: 'x' }),
      'NextToken is currently not supported',
    ],
    ['six ids for a graph', new GetTraceGraphCommand({ TraceIds: six }), 'Exceeding maximum query size: 5'],
    ['a token for a graph', new GetTraceGraphCommand({ TraceIds: [traceId(1)], NextToken: 'x' }), 'Invalid NextToken'],
    ['a graph over more than 6 hours', new GetServiceGraphCommand({ StartTime, EndTime: late }), 'longer than 6 hours'],
    ['a group', new GetServiceGraphCommand({ ...DURING, GroupName: 'slow' }), 'no group "slow"'],
    [
      'summaries over more than 6 hours',
      new GetTraceSummariesCommand({ StartTime, EndTime: late }),
      'longer than 6 hours',
    ],
    [
      'a window that ends at its start',
      new GetTraceSummariesCommand({ StartTime, EndTime: StartTime }),
      'before EndTime',
    ],
    [
      'a range type that there is not',
      new GetTraceSummariesCommand({ ...DURING, TimeRangeType: 'TimeStamp' as 'TraceId' }),
      'TimeRangeType must be one of TraceId, Event, Service; got "TimeStamp"',
    ],
    [
      'a range type that objects inherit',
      new GetTraceSummariesCommand({ ...DURING, TimeRangeType: 'constructor' as 'TraceId' }),
      'TimeRangeType must be one of',
    ],
    ['a token of somebody else', new GetTraceSummariesCommand({ ...DURING, NextToken: 'x' }), 'Invalid NextToken'],
    [
      'an unknown filter keyword',
      new GetTraceSummariesCommand({ ...DURING, FilterExpression: 'colour = "red"' }),
      'unknown keyword "colour"',
    ],
  ])('%s is an InvalidRequestException', async (_, command, message) => {
    const client = clientOf(await localXRay());
    await expect(client.send(command as BatchGetTracesCommand)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('on the wire', () => {
  test('every answer has a request id, and an error names its code in header and body', async () => {
    const { apiUrl } = await localXRay();
    const good = await post(`${apiUrl}/Traces`, JSON.stringify({ TraceIds: [traceId(1)] }));
    expect(good.status).toBe(200);
    expect(good.headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
    const bad = await post(`${apiUrl}/Traces`, '{"TraceIds":[]}');
    expect(bad.status).toBe(400);
    expect(bad.headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/);
    expect(bad.headers.get('x-amzn-ErrorType')).toBe('InvalidRequestException');
    expect(bad.body).toMatchObject({ __type: 'InvalidRequestException', message: bad.body.Message });
  });

  test.each([
    ['broken JSON', '/Traces', '{"TraceIds":', 'SerializationException'],
    ['a list for a request', '/Traces', '[]', 'SerializationException'],
    ['text for a list', '/Traces', '{"TraceIds":"1"}', 'SerializationException'],
    ['a number in a list of texts', '/Traces', '{"TraceIds":[1]}', 'SerializationException'],
    [
      'a segment document that is no text',
      '/TraceSegments',
      '{"TraceSegmentDocuments":[{}]}',
      'SerializationException',
    ],
    ['an ISO time', '/TraceSummaries', '{"StartTime":"2026-11-20","EndTime":1}', 'SerializationException'],
    ['no times', '/TraceSummaries', '{}', 'InvalidRequestException'],
    ['an empty body where fields are required', '/Traces', '', 'InvalidRequestException'],
    ['null for a required field', '/Traces', '{"TraceIds":null}', 'InvalidRequestException'],
    ['no records', '/TelemetryRecords', '{}', 'InvalidRequestException'],
  ])('%s is a 400', async (_, path, body, code) => {
    const { apiUrl } = await localXRay();
    expect(await post(`${apiUrl}${path}`, body)).toMatchObject({ status: 400, body: { __type: code } });
  });

  test.each(['/SamplingRules', '/traces', '/', '/constructor', '//Traces'])(
    '%s is an unknown operation',
    async (path) => {
      const { apiUrl } = await localXRay();
      expect(await post(`${apiUrl}${path}`, '{}')).toMatchObject({
        status: 404,
        body: { __type: 'UnknownOperationException' },
      });
    },
  );

  test('a body above the limit is refused, and the next request is answered', async () => {
    const { apiUrl } = await localXRay();
    const reply = await post(`${apiUrl}/TraceSegments`, `"${'x'.repeat(5 * 1024 * 1024)}"`);
    expect(reply).toMatchObject({ status: 413, body: { __type: 'RequestEntityTooLargeException' } });
    expect(await post(`${apiUrl}/GetSamplingRules`)).toMatchObject({ status: 200 });
  });

  test('times go out as numbers of seconds', async () => {
    const { apiUrl } = await localXRay();
    await post(`${apiUrl}/TraceSegments`, JSON.stringify({ TraceSegmentDocuments: TEXTS([segment(1)]) }));
    const window = { StartTime: EPOCH_S - 0.5, EndTime: EPOCH_S + 60 };
    const { body } = await post(`${apiUrl}/TraceSummaries`, JSON.stringify(window));
    expect(body).toMatchObject({ ApproximateTime: EPOCH_S, TraceSummaries: [{ StartTime: EPOCH_S, Duration: 0.1 }] });
  });
});

test('telemetry of a daemon is taken', async () => {
  const client = clientOf(await localXRay());
  const TelemetryRecords = [{ Timestamp: new Date(), SegmentsReceivedCount: 1 }];
  const { $metadata, ...fields } = await client.send(new PutTelemetryRecordsCommand({ TelemetryRecords }));
  expect($metadata.httpStatusCode).toBe(200);
  expect(fields).toEqual({});
});

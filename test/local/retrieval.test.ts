import {
  CancelTraceRetrievalCommand,
  GetRetrievedTracesGraphCommand,
  ListRetrievedTracesCommand,
  type ListRetrievedTracesCommandInput,
  PutTraceSegmentsCommand,
  type RetrievalStatus,
  type RetrievedTrace,
  StartTraceRetrievalCommand,
  UpdateTraceSegmentDestinationCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalXRaySettings } from '../../src/local/local-xray.js';
import {
  type DocumentFields,
  EPOCH_S,
  entityId,
  segment,
  separate,
  shopTrace,
  subsegment,
  traceId,
} from './documents.js';
import { clientOf, localXRay } from './harness.js';

const DURING = { StartTime: new Date(EPOCH_S * 1000), EndTime: new Date((EPOCH_S + 60) * 1000) };

/** A client of a local X-Ray whose documents go to the log group; a retrieval is complete at the first look. */
async function search(settings: Partial<LocalXRaySettings> = {}): Promise<XRayClient> {
  return clientOf(await localXRay({ destination: 'CloudWatchLogs', retrievalStates: ['COMPLETE'], ...settings }));
}

async function put(client: XRayClient, documents: readonly DocumentFields[]): Promise<void> {
  const TraceSegmentDocuments = documents.map((document) => JSON.stringify(document));
  const { UnprocessedTraceSegments } = await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
  expect(UnprocessedTraceSegments).toEqual([]);
}

async function start(client: XRayClient, TraceIds: string[], window = DURING): Promise<string> {
  const { RetrievalToken = '' } = await client.send(new StartTraceRetrievalCommand({ TraceIds, ...window }));
  return RetrievalToken;
}

/** The pages of a complete retrieval. */
async function pages(client: XRayClient, input: ListRetrievedTracesCommandInput): Promise<RetrievedTrace[][]> {
  const all: RetrievedTrace[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListRetrievedTracesCommand({ ...input, NextToken }));
    expect(page.RetrievalStatus).toBe('COMPLETE');
    all.push(page.Traces ?? []);
    NextToken = page.NextToken;
  } while (NextToken);
  return all;
}

async function documentsOf(client: XRayClient, TraceFormat: 'XRAY' | 'OTEL', id = traceId(1)) {
  const RetrievalToken = await start(client, [id]);
  const traces = (await pages(client, { RetrievalToken, TraceFormat })).flat();
  return traces.flatMap(({ Spans = [] }) => Spans.map(({ Document = '' }) => JSON.parse(Document)));
}

describe('a retrieval', () => {
  const statesSeen = async (client: XRayClient, RetrievalToken: string, looks: number) => {
    const seen: (RetrievalStatus | undefined)[] = [];
    for (let look = 0; look < looks; look += 1) {
      const { RetrievalStatus, Traces } = await client.send(new ListRetrievedTracesCommand({ RetrievalToken }));
      seen.push(RetrievalStatus);
      expect(Traces).toHaveLength(RetrievalStatus === 'COMPLETE' ? 1 : 0);
    }
    return seen;
  };

  test('is scheduled, runs and completes, a state for each look, and has no traces before', async () => {
    const client = clientOf(await localXRay({ destination: 'CloudWatchLogs' }));
    await put(client, [segment(1)]);
    const token = await start(client, [traceId(1)]);
    expect(await statesSeen(client, token, 4)).toEqual(['SCHEDULED', 'RUNNING', 'COMPLETE', 'COMPLETE']);
  });

  test.each(['FAILED', 'TIMEOUT', 'CANCELLED'] as const)('ends as %s where it is told to', async (state) => {
    const client = await search({ retrievalStates: ['RUNNING', state] });
    await put(client, [segment(1)]);
    const token = await start(client, [traceId(1)]);
    expect(await statesSeen(client, token, 3)).toEqual(['RUNNING', state, state]);
    expect(await client.send(new GetRetrievedTracesGraphCommand({ RetrievalToken: token }))).toMatchObject({
      RetrievalStatus: state,
      Services: [],
    });
  });

  test('is cancelled while it runs, and stays complete once it is', async () => {
    const client = await search({ retrievalStates: ['RUNNING', 'COMPLETE'] });
    await put(client, [segment(1)]);
    const [running, complete] = [await start(client, [traceId(1)]), await start(client, [traceId(1)])];
    await statesSeen(client, running, 1);
    await statesSeen(client, complete, 2);
    await client.send(new CancelTraceRetrievalCommand({ RetrievalToken: running }));
    await client.send(new CancelTraceRetrievalCommand({ RetrievalToken: complete }));
    expect(await statesSeen(client, running, 2)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await statesSeen(client, complete, 1)).toEqual(['COMPLETE']);
  });

  test('that nobody completed in an hour has timed out', async () => {
    let nowMs = EPOCH_S * 1000;
    const client = await search({ retrievalStates: ['RUNNING', 'COMPLETE'], nowMs: () => nowMs });
    await put(client, [segment(1)]);
    const token = await start(client, [traceId(1)]);
    nowMs += 3600_001;
    expect(await statesSeen(client, token, 1)).toEqual(['TIMEOUT']);
  });

  test('finds the traces of the log group, in the order asked for, in either form of their ids, each once', async () => {
    const client = await search();
    await put(client, [segment(1), segment(2, { trace_id: traceId(2) })]);
    await client.send(new UpdateTraceSegmentDestinationCommand({ Destination: 'XRay' }));
    await put(client, [segment(3, { trace_id: traceId(3) })]);
    const w3c = traceId(2).slice(2).replace('-', '');
    const RetrievalToken = await start(client, [traceId(9), w3c, traceId(2), traceId(3), traceId(1)]);
    const found = (await pages(client, { RetrievalToken })).flat();
    expect(found.map(({ Id }) => Id)).toEqual([traceId(2), traceId(1)]);
    expect(found[0]?.Duration).toBeCloseTo(0.1);
  });

  test('has the end of its window in it', async () => {
    const client = await search();
    await put(client, [segment(1)]);
    const window = { StartTime: new Date((EPOCH_S - 60) * 1000), EndTime: new Date(EPOCH_S * 1000) };
    const found = (await pages(client, { RetrievalToken: await start(client, [traceId(1)], window) })).flat();
    expect(found.map(({ Id }) => Id)).toEqual([traceId(1)]);
    const before = { ...window, EndTime: new Date(EPOCH_S * 1000 - 1) };
    expect(await pages(client, { RetrievalToken: await start(client, [traceId(1)], before) })).toEqual([[]]);
  });
});

describe('the pages of a retrieval', () => {
  const subsegments = (count: number) => Array.from({ length: count }, (_, number) => subsegment(number + 16));

  test('hold every span once, at most 5 traces and 100 spans of each, and no trace twice on one', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 230 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sizes, async (counts) => {
        const client = await search();
        const ids = counts.map((_, index) => traceId(index + 1));
        const traces = counts.map((count, index) =>
          segment(1, { trace_id: ids[index], subsegments: subsegments(count) }),
        );
        await put(client, traces);
        const RetrievalToken = await start(client, ids);
        const all = await pages(client, { RetrievalToken, TraceFormat: 'OTEL' });
        for (const page of all) {
          expect(page.length).toBeLessThanOrEqual(5);
          expect(new Set(page.map(({ Id }) => Id)).size).toBe(page.length);
          for (const { Spans = [] } of page) expect(Spans.length).toBeLessThanOrEqual(100);
        }
        const spansOf = Map.groupBy(all.flat(), ({ Id }) => Id);
        expect([...spansOf.keys()]).toEqual(ids);
        for (const [index, count] of counts.entries()) {
          const spans = spansOf.get(ids[index])?.flatMap(({ Spans = [] }) => Spans.map(({ Id }) => Id)) ?? [];
          expect(spans).toHaveLength(count + 1);
          expect(new Set(spans).size).toBe(count + 1);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('are of the traces as they were when it completed', async () => {
    const client = await search();
    const ids = Array.from({ length: 7 }, (_, number) => traceId(number + 1));
    await put(
      client,
      ids.map((trace_id) => segment(1, { trace_id })),
    );
    const RetrievalToken = await start(client, ids);
    const { NextToken } = await client.send(new ListRetrievedTracesCommand({ RetrievalToken }));
    await put(
      client,
      ids.map((trace_id) => separate(2, 1, { trace_id })),
    );
    const { Traces } = await client.send(new ListRetrievedTracesCommand({ RetrievalToken, NextToken }));
    expect(Traces?.map(({ Id }) => Id)).toEqual(ids.slice(5));
    expect(JSON.parse(Traces?.[0]?.Spans?.[0]?.Document ?? '')).not.toHaveProperty('subsegments');
  });
});

describe('a trace that went after its retrieval completed', () => {
  test('is absent from the pages, and moves no other', async () => {
    const client = await search({ maxTraces: 7 });
    const ids = Array.from({ length: 8 }, (_, number) => traceId(number + 1));
    const documents = ids.map((trace_id) => segment(1, { trace_id }));
    await put(client, documents.slice(0, 7));
    const RetrievalToken = await start(client, ids.slice(0, 7));
    const { NextToken } = await client.send(new ListRetrievedTracesCommand({ RetrievalToken }));
    await put(client, documents.slice(7)); // The first trace goes.
    const rest = await client.send(new ListRetrievedTracesCommand({ RetrievalToken, NextToken }));
    expect(rest.Traces?.map(({ Id }) => Id)).toEqual(ids.slice(5, 7));
    const again = (await pages(client, { RetrievalToken })).flat();
    expect(again.map(({ Id }) => Id)).toEqual(ids.slice(1, 7));
  });

  test('is read by nobody once its memory is used again', async () => {
    const client = await search({ maxBytes: 1_000_000 });
    const metadata = { padding: 'x'.repeat(60_000) };
    const named = (number: number) => segment(1, { trace_id: traceId(number), name: `service-${number}`, metadata });
    for (let number = 1; number <= 5; number += 1) await put(client, [named(number)]);
    const RetrievalToken = await start(
      client,
      [1, 2, 3, 4, 5].map((number) => traceId(number)),
    );
    expect((await pages(client, { RetrievalToken })).flat()).toHaveLength(5);
    for (let number = 6; number <= 60; number += 1) await put(client, [named(number)]);
    expect((await pages(client, { RetrievalToken })).flat()).toEqual([]);
    expect(await client.send(new GetRetrievedTracesGraphCommand({ RetrievalToken }))).toMatchObject({ Services: [] });
  });
});

describe('the documents of a retrieval', () => {
  test('are the segments as BatchGetTraces has them, in the format XRAY', async () => {
    const client = await search();
    await put(client, shopTrace());
    const documents = await documentsOf(client, 'XRAY');
    expect(documents.map(({ name, inferred }) => [name, inferred ?? false])).toEqual([
      ['api', false],
      ['inventory', false],
      ['DynamoDB', true],
    ]);
    expect(documents[0].subsegments[0]).toMatchObject({ id: entityId(0xb), name: 'inventory' });
  });

  test('that are too long come in parts of at most 204,800 characters, from which the whole can be made', async () => {
    const client = await search();
    const padding = 'x'.repeat(60_000);
    const parts = [2, 3, 4, 5].map((number) => separate(number, 1, { metadata: { padding } }));
    await put(client, [segment(1), ...parts]);
    const documents = await documentsOf(client, 'XRAY');
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThanOrEqual(204_800);
    expect(documents.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map(entityId));
    for (const document of documents.slice(1)) {
      expect(document).toMatchObject({ type: 'subsegment', parent_id: entityId(1), trace_id: traceId(1) });
    }
  });

  test('are spans of OpenTelemetry in the format OTEL', async () => {
    const client = await search();
    const [root, called] = shopTrace(traceId(1), {
      error: true,
      user: 'ann',
      service: { version: 'v2' },
      annotations: { plan: 'gold' },
    });
    await put(client, [
      root as DocumentFields,
      { ...called, fault: true, cause: { exceptions: [{ id: entityId(9), type: 'Error', message: 'no' }] } },
    ]);
    const spans = await documentsOf(client, 'OTEL');
    expect(spans).toHaveLength(4);
    expect(spans[0]).toEqual({
      resource: { attributes: { 'service.name': 'api', 'service.version': 'v2' } },
      scope: { name: 'aws-xray' },
      traceId: traceId(1).slice(2).replace('-', ''),
      spanId: entityId(0xa),
      parentSpanId: '53995c3f42cd8ad8',
      name: 'api',
      kind: 'SERVER',
      startTimeUnixNano: EPOCH_S * 1e9,
      endTimeUnixNano: EPOCH_S * 1e9 + 1e8,
      durationNano: 1e8,
      attributes: {
        'http.request.method': 'GET',
        'url.full': 'http://shop/checkout/42',
        'http.response.status_code': 200,
        'enduser.id': 'ann',
        plan: 'gold',
        'aws.xray.annotations': ['plan'],
      },
      status: { code: 'UNSET' },
      events: [],
    });
    expect(spans.map(({ kind, parentSpanId, status }) => [kind, parentSpanId, status.code])).toEqual([
      ['SERVER', '53995c3f42cd8ad8', 'UNSET'],
      ['CLIENT', entityId(0xa), 'UNSET'],
      ['SERVER', entityId(0xb), 'ERROR'],
      ['CLIENT', entityId(0xc), 'UNSET'],
    ]);
    expect(spans[2].events[0]).toMatchObject({
      name: 'exception',
      attributes: { 'exception.type': 'Error', 'exception.message': 'no' },
    });
    expect(spans[3].attributes).toMatchObject({
      'rpc.system': 'aws-api',
      'rpc.service': 'DynamoDB',
      'rpc.method': 'GetItem',
      'aws.dynamodb.table_names': ['stock'],
    });
  });

  test('have no end while the segment is in progress, and a parent where it never came', async () => {
    const client = await search();
    await put(client, [segment(1, { end_time: undefined, in_progress: true }), separate(2, 7)]);
    const spans = await documentsOf(client, 'OTEL');
    expect(spans.map(({ endTimeUnixNano, durationNano }) => [endTimeUnixNano, durationNano])).toEqual([
      [null, null],
      [EPOCH_S * 1e9 + 5e7, 5e7],
    ]);
    expect(spans.map(({ parentSpanId }) => parentSpanId)).toEqual([undefined, entityId(7)]);
  });
});

test('the graph of a retrieval has its services, and the links of their segments to other traces', async () => {
  const client = await search();
  const attributes = { 'aws.xray.reserved.reference_type': 'parent' };
  const links = [2, 3].map((number) => ({ trace_id: traceId(number), id: entityId(1), attributes }));
  await put(client, shopTrace(traceId(1), { links }));
  const RetrievalToken = await start(client, [traceId(1)]);
  const graph = await client.send(new GetRetrievedTracesGraphCommand({ RetrievalToken }));
  expect(graph.RetrievalStatus).toBe('COMPLETE');
  expect(graph.Services?.map(({ Service }) => Service?.Name)).toEqual(['api', 'api', 'inventory', 'stock']);
  const linked = graph.Services?.filter(({ Links = [] }) => Links.length > 0);
  expect(linked).toHaveLength(1);
  expect(linked?.[0]).toMatchObject({
    Service: { Name: 'api', Root: true },
    Links: [{ ReferenceType: 'parent', SourceTraceId: traceId(1), DestinationTraceIds: [traceId(2), traceId(3)] }],
  });
});

describe('what is refused', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, number) => traceId(number));
  const RetrievalToken = 'nobody-has-this';
  test.each([
    ['101 traces', new StartTraceRetrievalCommand({ TraceIds: ids(101), ...DURING }), 'InvalidRequestException'],
    [
      'a window that ends before it starts',
      new StartTraceRetrievalCommand({ TraceIds: ids(1), StartTime: DURING.EndTime, EndTime: DURING.StartTime }),
      'InvalidRequestException',
    ],
    ['an unknown token', new ListRetrievedTracesCommand({ RetrievalToken }), 'ResourceNotFoundException'],
    [
      'an unknown token of a graph',
      new GetRetrievedTracesGraphCommand({ RetrievalToken }),
      'ResourceNotFoundException',
    ],
    ['an unknown token to cancel', new CancelTraceRetrievalCommand({ RetrievalToken }), 'ResourceNotFoundException'],
    ['no token', new ListRetrievedTracesCommand({ RetrievalToken: undefined }), 'InvalidRequestException'],
    [
      'an overlong token',
      new ListRetrievedTracesCommand({ RetrievalToken: 'x'.repeat(1021) }),
      'InvalidRequestException',
    ],
    [
      'another format',
      new ListRetrievedTracesCommand({ RetrievalToken, TraceFormat: 'ZIPKIN' as 'XRAY' }),
      'InvalidRequestException',
    ],
  ])('%s', async (_, command, name) => {
    const client = await search();
    await expect(client.send(command as ListRetrievedTracesCommand)).rejects.toMatchObject({ name });
  });

  test('the next page in another format, or of another retrieval', async () => {
    const client = await search();
    await put(
      client,
      ids(6).map((trace_id) => segment(1, { trace_id })),
    );
    const [one, two] = [await start(client, ids(6)), await start(client, ids(6))];
    const { NextToken } = await client.send(new ListRetrievedTracesCommand({ RetrievalToken: one }));
    const other = { RetrievalToken: one, TraceFormat: 'OTEL' as const, NextToken };
    await expect(client.send(new ListRetrievedTracesCommand(other))).rejects.toThrow('other parameters');
    const foreign = { RetrievalToken: two, NextToken };
    await expect(client.send(new ListRetrievedTracesCommand(foreign))).rejects.toThrow('other parameters');
  });
});

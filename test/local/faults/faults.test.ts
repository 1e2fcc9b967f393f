import {
  BatchGetTracesCommand,
  GetSamplingRulesCommand,
  GetServiceGraphCommand,
  GetTraceGraphCommand,
  GetTraceSegmentDestinationCommand,
  GetTraceSummariesCommand,
  ListRetrievedTracesCommand,
  PutTraceSegmentsCommand,
  ThrottledException,
  type XRayClient,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import type { Faults } from '../../../src/local/faults/faults.js';
import { EPOCH_S, entityId, segment, separate, traceId } from '../documents.js';
import { clientOf, datagramOf, localXRay, sendDatagrams } from '../harness.js';

const DURING = { StartTime: new Date((EPOCH_S - 60) * 1000), EndTime: new Date((EPOCH_S + 60) * 1000) };

async function faulty(faults: Partial<Faults>) {
  const xray = await localXRay({ faults });
  return { xray, client: clientOf(xray) };
}

async function put(client: XRayClient, documents: readonly unknown[]): Promise<void> {
  const TraceSegmentDocuments = documents.map((document) => JSON.stringify(document));
  const { UnprocessedTraceSegments } = await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
  expect(UnprocessedTraceSegments).toEqual([]);
}

async function read(client: XRayClient, ...TraceIds: string[]) {
  const { Traces = [] } = await client.send(new BatchGetTracesCommand({ TraceIds }));
  return Traces;
}

/** Ids of the segments, of the subsegments too where their parent is missing. */
async function segmentIds(client: XRayClient, id = traceId(1)): Promise<(string | undefined)[]> {
  const [trace] = await read(client, id);
  return (trace?.Segments ?? []).map(({ Id }) => Id).sort();
}

/** So many segments of one trace, none of which calls another. */
const segments = (count: number) => Array.from({ length: count }, (_, index) => segment(index + 1));
/** So many traces of one segment. */
const traces = (count: number) =>
  Array.from({ length: count }, (_, index) => segment(1, { trace_id: traceId(index + 1) }));

/** What becomes of so many calls, one after the other. */
async function names(client: XRayClient, calls: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let call = 0; call < calls; call += 1) {
    const outcome = await read(client, traceId(1)).then(
      () => 'ok',
      (error: Error) => error.name,
    );
    outcomes.push(outcome);
  }
  return outcomes;
}

describe('throttling', () => {
  test.each([
    ['ThrottledException', ['ok', 'ok', 'ThrottledException', 'ok', 'ok', 'ThrottledException']],
    ['ThrottlingException', ['ok', 'ok', 'ThrottlingException', 'ok', 'ok', 'ThrottlingException']],
    ['alternating', ['ok', 'ok', 'ThrottledException', 'ok', 'ok', 'ThrottlingException']],
  ] as const)('refuses every third call, as %s', async (throttleCode, outcomes) => {
    const { client } = await faulty({ throttleEvery: 3, throttleCode });
    expect(await names(client, 6)).toEqual(outcomes);
  });

  test('is 429 in its own class to the SDK', async () => {
    const { client } = await faulty({ throttleEvery: 1 });
    const error = await read(client, traceId(1)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ThrottledException);
    expect(error).toMatchObject({ message: 'Rate exceeded', $metadata: { httpStatusCode: 429 } });
  });

  test('strikes every operation that reads, and no other', async () => {
    const { client } = await faulty({ throttleEvery: 1 });
    await put(client, segments(1));
    await client.send(new GetSamplingRulesCommand());
    for (const reading of [
      () => client.send(new GetTraceSummariesCommand(DURING)),
      () => client.send(new GetServiceGraphCommand(DURING)),
      () => client.send(new GetTraceGraphCommand({ TraceIds: [traceId(1)] })),
      () => client.send(new ListRetrievedTracesCommand({ RetrievalToken: 'x' })),
    ]) {
      await expect(reading()).rejects.toThrow('Rate exceeded');
    }
  });

  test('is nothing to an SDK that asks again', async () => {
    const xray = await localXRay({ faults: { throttleEvery: 2, throttleCode: 'alternating' } });
    const client = clientOf(xray, { maxAttempts: 3 });
    expect(await names(client, 6)).toEqual(Array.from({ length: 6 }, () => 'ok'));
  });
});

test('credentials expire after so many calls that read, until they are renewed', async () => {
  const { xray, client } = await faulty({ expireAfterCalls: 2 });
  await put(client, segments(1));
  expect(await names(client, 4)).toEqual(['ok', 'ok', 'ExpiredTokenException', 'ExpiredTokenException']);
  await client.send(new GetSamplingRulesCommand());
  await fetch(`${xray.apiUrl}/_local/faults`, { method: 'PUT', body: '{"expireAfterCalls": 1}' });
  expect(await names(client, 2)).toEqual(['ok', 'ExpiredTokenException']);
});

describe('the ingestion delay', () => {
  test('keeps a document out of sight until it is over', async () => {
    const { xray, client } = await faulty({ ingestionDelayMs: 300 });
    await sendDatagrams(xray, [datagramOf(segment(1))]);
    expect(await read(client, traceId(1))).toEqual([]);
    expect(xray.counts()).toMatchObject({ waiting: 1, documents: 0, traces: 0 });
    await expect.poll(() => segmentIds(client)).toEqual([entityId(1)]);
    expect(xray.counts()).toMatchObject({ waiting: 0, documents: 1, traces: 1 });
  });

  test('says at once what is wrong with a document', async () => {
    const { client } = await faulty({ ingestionDelayMs: 3_600_000 });
    const { UnprocessedTraceSegments } = await client.send(
      new PutTraceSegmentsCommand({ TraceSegmentDocuments: ['{'] }),
    );
    expect(UnprocessedTraceSegments).toMatchObject([{ ErrorCode: 'JSONFormatError' }]);
  });

  test('does not let what waits take more memory than there is', async () => {
    const xray = await localXRay({ maxBytes: 1_000_000, faults: { ingestionDelayMs: 3_600_000 } });
    const large = (number: number) => segment(number, { metadata: { text: 'x'.repeat(60_000) } });
    const documents = Array.from({ length: 20 }, (_, index) => large(index + 1));
    await sendDatagrams(xray, documents.map(datagramOf));
    expect(xray.counts()).toMatchObject({ waiting: 16, rejectedBy: { MemoryExceeded: 4 } });
    expect(xray.counts().bytes).toBeLessThanOrEqual(1_000_000);
  });
});

describe('lost documents', () => {
  const survivors = async (documents: readonly unknown[], seed: number) => {
    const { xray, client } = await faulty({ lostShare: 0.5, seed });
    await put(client, documents);
    const ids = await segmentIds(client);
    expect(xray.counts()).toMatchObject({ documents: ids.length, dropped: documents.length - ids.length, rejected: 0 });
    return ids;
  };

  test('are the same ones for a seed, in whatever order they come', async () => {
    const sent = segments(40);
    const ids = await survivors(sent, 7);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.length).toBeLessThan(35);
    expect(await survivors(sent.toReversed(), 7)).toEqual(ids);
    expect(await survivors(sent, 8)).not.toEqual(ids);
  });

  test('are all of them at a share of 1', async () => {
    const { xray, client } = await faulty({ lostShare: 1 });
    await put(client, segments(10));
    expect(xray.counts()).toMatchObject({ documents: 0, dropped: 10, traces: 0 });
  });
});

describe('a partial first read', () => {
  test('is without half of the documents, and the next is whole', async () => {
    const { client } = await faulty({ partialFirstRead: true });
    await put(client, segments(6));
    const first = await segmentIds(client);
    expect(first).toHaveLength(3);
    expect(await segmentIds(client)).toHaveLength(6);
    const other = await faulty({ partialFirstRead: true });
    await put(other.client, segments(6).toReversed());
    expect(await segmentIds(other.client)).toEqual(first);
  });

  test('is of each trace its own, and of BatchGetTraces alone', async () => {
    const { client } = await faulty({ partialFirstRead: true });
    await put(client, [...segments(2), ...segments(2).map((each) => ({ ...each, trace_id: traceId(2) }))]);
    await client.send(new GetTraceGraphCommand({ TraceIds: [traceId(1)] }));
    await client.send(new GetTraceSummariesCommand(DURING));
    expect(await segmentIds(client)).toHaveLength(1);
    expect(await segmentIds(client, traceId(2))).toHaveLength(1);
    expect((await read(client, traceId(1), traceId(2))).map(({ Segments }) => Segments?.length)).toEqual([2, 2]);
  });

  test('shows a subsegment whose parent is late as X-Ray does, by itself', async () => {
    const { client } = await faulty({ partialFirstRead: true, seed: 2 });
    await put(client, [segment(1), separate(2, 1)]);
    const [first, second] = [await segmentIds(client), await segmentIds(client)];
    expect([[entityId(1)], [entityId(2)]]).toContainEqual(first);
    expect(second).toEqual([entityId(1)]);
  });
});

describe('a trace at its size limit', () => {
  test('is cut to its first half and says so, each time', async () => {
    const { client } = await faulty({ limitExceededTraceIds: [traceId(1).toUpperCase()] });
    await put(client, [...segments(5), segment(1, { trace_id: traceId(2) })]);
    for (const _ of ['first', 'second']) {
      const [cut, whole] = await read(client, traceId(1), traceId(2));
      expect(cut).toMatchObject({ Id: traceId(1), LimitExceeded: true });
      expect(cut?.Segments?.map(({ Id }) => Id)).toEqual([1, 2, 3].map(entityId));
      expect(whole).toMatchObject({ Id: traceId(2), LimitExceeded: false });
    }
  });

  test('is one of a share of them, by the seed', async () => {
    const cut = async (limitExceededShare: number, seed = 1) => {
      const { client } = await faulty({ limitExceededShare, seed });
      await put(client, traces(5));
      const found = await read(client, ...traces(5).map(({ trace_id }) => String(trace_id)));
      return found.filter(({ LimitExceeded }) => LimitExceeded).map(({ Id }) => Id);
    };
    expect(await cut(1)).toHaveLength(5);
    expect(await cut(0.5)).toEqual(await cut(0.5));
    expect(await cut(0.5)).not.toEqual(await cut(0.5, 3));
  });
});

test('with Transaction Search at the start, X-Ray knows the indexed share of the traces', async () => {
  const search = { transactionSearch: { indexingPercentage: 0 } };
  const client = clientOf(await localXRay({ faults: search, activationMs: 3_600_000 }));
  const destination = await client.send(new GetTraceSegmentDestinationCommand());
  expect(destination).toMatchObject({ Destination: 'CloudWatchLogs', Status: 'ACTIVE' });
  await put(client, traces(3));
  expect(await read(client, traceId(1), traceId(2), traceId(3))).toEqual([]);
  const all = await faulty({ transactionSearch: { indexingPercentage: 100 } });
  await put(all.client, traces(3));
  expect(await read(all.client, traceId(1), traceId(2), traceId(3))).toHaveLength(3);
});

import { PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';
import { afterEach, describe, expect, test } from 'vitest';
import { traceSourceOf } from '../../src/adapters/xray-trace-source.js';
import type { TraceSource } from '../../src/collect/trace-source.js';
import { type LocalXRay, type LocalXRaySettings, startLocalXRay } from '../../src/local/local-xray.js';
import { segmentDocument } from '../support/segment-builder.js';
import { SkippingClock } from '../support/skipping-clock.js';

let xray: LocalXRay | null = null;
afterEach(async () => {
  await xray?.stop();
  xray = null;
});

interface Account {
  readonly source: TraceSource;
  readonly clock: SkippingClock;
  /** Names of the operations that were called since traces were put. */
  readonly calls: readonly string[];
  /** The role may not call these. */
  readonly denied: Set<string>;
  /** Of these X-Ray has too many. */
  readonly throttled: Set<string>;
  /** With Transaction Search: traces that X-Ray has beside the log group. */
  readonly indexed: string[];
  readonly put: (count: number, ageMs?: number, segments?: number) => Promise<string[]>;
}

/** A local X-Ray, and what the gate sees of it on a clock of its own. */
async function account(settings: Partial<LocalXRaySettings>): Promise<Account> {
  // Which share is indexed would hang on the ids: here none is.
  const faults =
    settings.destination === 'CloudWatchLogs' ? { transactionSearch: { indexingPercentage: 0 } } : undefined;
  xray = await startLocalXRay({
    host: '127.0.0.1',
    port: 0,
    apiPort: 0,
    ...settings,
    faults: { ...faults, ...settings.faults },
  });
  const client = new XRayClient({
    endpoint: xray.apiUrl,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const calls: string[] = [];
  const [denied, throttled] = [new Set<string>(), new Set<string>()];
  const indexed: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const operation = commandName.replace('Command', '');
        calls.push(operation);
        if (throttled.has(operation)) throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottledException' });
        if (operation === 'BatchGetTraces' && indexed.length > 0) return batchOf(args.input, indexed);
        if (!denied.has(operation)) return next(args);
        const error = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } };
        throw Object.assign(new Error('User is not authorized'), error);
      },
    { step: 'initialize' },
  );
  const clock = new SkippingClock();
  let minted = 0;
  const put = async (count: number, ageMs = 5000, segments = 1) => {
    const startS = (Date.now() - ageMs) / 1000;
    const epoch = Math.floor(startS).toString(16);
    const ids = Array.from({ length: count }, () => `1-${epoch}-${(minted++).toString(16).padStart(24, '0')}`);
    for (const trace_id of ids) {
      const documents = Array.from({ length: segments }, (_, number) =>
        segmentDocument({
          trace_id,
          id: number.toString(16).padStart(16, '0'),
          start_time: startS,
          end_time: startS + 1,
        }),
      );
      for (let from = 0; from < segments; from += 50) {
        const TraceSegmentDocuments = documents.slice(from, from + 50).map((document) => JSON.stringify(document));
        await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
      }
    }
    calls.length = 0;
    return ids;
  };
  return {
    source: traceSourceOf({ fetching: client, searching: client }, clock),
    clock,
    calls,
    denied,
    throttled,
    indexed,
    put,
  };
}

/** What X-Ray has of these traces where it has but those that it has indexed. */
function batchOf(input: object, indexed: readonly string[]) {
  const { TraceIds = [] } = input as { readonly TraceIds?: readonly string[] };
  const Traces = TraceIds.filter((id) => indexed.includes(id)).map((Id) => ({
    Id,
    Segments: [{ Document: JSON.stringify(segmentDocument({ trace_id: Id })) }],
  }));
  return { response: {}, output: { $metadata: {}, Traces } };
}

/** Ids of the traces that came, and how many documents each has. */
async function fetched({ source }: Account, ids: readonly string[]): Promise<Record<string, number> | string> {
  const answer = await source.fetch(ids);
  if (answer.kind === 'busy') return answer.reason;
  return Object.fromEntries(answer.traces.map(({ traceId, documents }) => [traceId, documents.length]));
}

const all = (ids: readonly string[], documents = 1) => Object.fromEntries(ids.map((id) => [id, documents]));

describe('without Transaction Search', () => {
  test('traces come from X-Ray, five a call, and where they are is asked once', async () => {
    const there = await account({});
    const ids = await there.put(5);
    expect(await fetched(there, ids)).toEqual(all(ids));
    expect(await fetched(there, ids.slice(1))).toEqual(all(ids.slice(1)));
    expect(there.calls).toEqual(['GetTraceSegmentDestination', 'BatchGetTraces', 'BatchGetTraces']);
    expect(there.source.batchSize()).toBe(5);
  });
});

describe('with Transaction Search', () => {
  test('traces are retrieved from the log group, a hundred at once, through all states and pages', async () => {
    const there = await account({
      destination: 'CloudWatchLogs',
      retrievalStates: ['SCHEDULED', 'RUNNING', 'COMPLETE'],
    });
    const ids = await there.put(100);
    expect(await fetched(there, ids)).toEqual(all(ids));
    expect(there.calls.filter((call) => call === 'StartTraceRetrieval')).toHaveLength(1);
    // Two looks that find it unfinished, and 20 pages of 5 traces.
    expect(there.calls.filter((call) => call === 'ListRetrievedTraces')).toHaveLength(22);
    expect(there.calls).not.toContain('BatchGetTraces');
    expect(there.source.batchSize()).toBe(100);
  });

  test('a trace that goes on from page to page is put together', async () => {
    const there = await account({ destination: 'CloudWatchLogs' });
    const ids = await there.put(2, 5000, 230);
    expect(await fetched(there, ids)).toEqual(all(ids, 230));
  });

  test('a trace that is in neither place is not there', async () => {
    const there = await account({ destination: 'CloudWatchLogs' });
    expect(await fetched(there, ['1-5759e988-bd862e3fe1be46a994272793'])).toEqual({});
  });

  test.each(['FAILED', 'TIMEOUT', 'CANCELLED'] as const)(
    'a retrieval that ends as %s is asked for again',
    async (end) => {
      const there = await account({ destination: 'CloudWatchLogs', retrievalStates: ['RUNNING', end] });
      expect(await fetched(there, await there.put(1))).toBe(`the retrieval of traces ended as ${end}`);
    },
  );

  test('a retrieval that does not come to an end is called off', async () => {
    const there = await account({ destination: 'CloudWatchLogs', retrievalStates: ['RUNNING'] });
    expect(await fetched(there, await there.put(1))).toMatch(/still RUNNING after 8\d s/);
    expect(there.calls.at(-1)).toBe('CancelTraceRetrieval');
  });

  test('throttling in the middle of a retrieval does not lose it', async () => {
    const faults = { throttleEvery: 3, throttleCode: 'alternating' } as const;
    const there = await account({ destination: 'CloudWatchLogs', faults });
    const ids = await there.put(50);
    expect(await fetched(there, ids)).toEqual(all(ids));
  });

  test('a role that may not retrieve is told which permission it needs', async () => {
    const there = await account({ destination: 'CloudWatchLogs' });
    there.denied.add('StartTraceRetrieval');
    await expect(fetched(there, await there.put(1))).rejects.toMatchObject({
      remedy: expect.stringContaining('xray:StartTraceRetrieval'),
    });
  });

  test('that nobody may ask about is known by traces that are missing for long', async () => {
    const there = await account({ destination: 'CloudWatchLogs' });
    there.denied.add('GetTraceSegmentDestination');
    const young = await there.put(5);
    expect(await fetched(there, young)).toEqual({});
    expect(there.source.batchSize()).toBe(5);
    const older = await there.put(5, 60_000);
    await fetched(there, older);
    await expect.poll(there.source.batchSize, { timeout: 10_000 }).toBe(100);
    expect(await fetched(there, [...young, ...older])).toEqual(all([...young, ...older]));
  });
});

describe('with Transaction Search that nobody may ask about', () => {
  test.each([10, 20, 50, 80])('traces of which X-Ray indexes %d % are found in the log group', async (percent) => {
    const there = await account({ destination: 'CloudWatchLogs' });
    there.denied.add('GetTraceSegmentDestination');
    const ids = await there.put(100, 60_000);
    there.indexed.push(...ids.filter((_, number) => number % 100 < percent));
    for (let from = 0; from < 100 && there.source.batchSize() === 5; from += 5) {
      await fetched(there, ids.slice(from, from + 5));
    }
    await expect.poll(there.source.batchSize, { timeout: 10_000 }).toBe(100);
    expect(await fetched(there, ids)).toEqual(all(ids));
  });

  test('what X-Ray has is not held up by looking for the others there', async () => {
    const there = await account({ destination: 'CloudWatchLogs', retrievalStates: ['RUNNING'] });
    there.denied.add('GetTraceSegmentDestination');
    const [found, ...missed] = await there.put(6, 60_000);
    there.indexed.push(found!);
    await fetched(there, missed);
    const startMs = there.clock.nowMs();
    expect(await fetched(there, [found!])).toEqual(all([found!]));
    expect(there.clock.nowMs() - startMs).toBeLessThan(30_000);
  });
});

test('X-Ray that was too busy to tell where traces are is asked again', async () => {
  const there = await account({ destination: 'CloudWatchLogs' });
  there.throttled.add('GetTraceSegmentDestination');
  const ids = await there.put(5);
  expect(await fetched(there, ids)).toEqual({});
  there.throttled.clear();
  await fetched(there, ids);
  expect(there.calls.filter((call) => call === 'GetTraceSegmentDestination')).toHaveLength(1);
  there.clock.skip(15_000);
  await fetched(there, ids);
  await expect.poll(there.source.batchSize, { timeout: 10_000 }).toBe(100);
});

test('traces that are missing without Transaction Search stay missing, and are looked for elsewhere a few times only', async () => {
  const there = await account({});
  there.denied.add('GetTraceSegmentDestination');
  for (let i = 0; i < 40; i++) {
    await fetched(
      there,
      [0, 1, 2, 3, 4].map((n) => `1-6b006c36-${(5 * i + n).toString(16).padStart(24, '0')}`),
    );
    there.clock.skip(10_000);
  }
  expect(there.calls.filter((call) => call === 'StartTraceRetrieval').length).toBeLessThanOrEqual(5);
  expect(there.source.batchSize()).toBe(5);
});

describe('what it has found out it tells:', () => {
  const toldBy = async ({ source }: Account) => {
    const [told] = await source.told();
    return told;
  };

  test('where the traces are, and in which region', async () => {
    const there = await account({ destination: 'CloudWatchLogs' });
    expect(await toldBy(there)).toMatchObject({ place: 'unknown' });
    await fetched(there, await there.put(1));
    expect(await toldBy(there)).toMatchObject({ place: 'log group', region: 'us-east-1', account: null, denied: [] });
  });

  test('what the role may not call, once it was tried', async () => {
    const there = await account({});
    there.denied.add('GetTraceSegmentDestination').add('StartTraceRetrieval');
    const ids = Array.from({ length: 5 }, (_, n) => `1-6b006c36-${n.toString(16).padStart(24, '0')}`);
    await fetched(there, ids);
    await expect
      .poll(() => toldBy(there))
      .toMatchObject({
        place: 'unknown',
        denied: ['xray:GetTraceSegmentDestination', 'xray:StartTraceRetrieval'],
      });
  });
});

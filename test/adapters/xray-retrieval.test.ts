import {
  CancelTraceRetrievalCommand,
  ListRetrievedTracesCommand,
  type ListRetrievedTracesCommandOutput,
  StartTraceRetrievalCommand,
  XRayClient,
} from '@aws-sdk/client-xray';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test } from 'vitest';
import { ownCall } from '../../src/adapters/fetch-call.js';
import { retrieveTraces } from '../../src/adapters/xray-retrieval.js';
import type { FetchCall } from '../../src/collect/trace-source.js';
import { readAnyDocument } from '../../src/trace/span-document.js';
import { assembleTrace } from '../../src/trace/trace.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const xray = mockClient(XRayClient);
afterEach(() => xray.reset());

const IDS = Array.from({ length: 100 }, (_, i) => traceIdOf(i));

type Listed = Partial<ListRetrievedTracesCommandOutput>;

/** Retrieves traces from an X-Ray that answers so to each question for a page, the first of which has no token. */
function retrieving(list: (token: string | undefined, clock: VirtualClock) => Listed | Promise<Listed>) {
  const clock = new VirtualClock();
  xray.on(StartTraceRetrievalCommand).resolves({ RetrievalToken: 'begun' });
  xray.on(CancelTraceRetrievalCommand).resolves({});
  xray.on(ListRetrievedTracesCommand).callsFake(({ NextToken }) => list(NextToken, clock));
  const client = new XRayClient({ region: 'eu-west-1' });
  return { clock, work: (call?: FetchCall) => retrieveTraces(client, IDS, clock, call) };
}

const questions = () => xray.commandCalls(ListRetrievedTracesCommand).length;

/** Five traces a page, in order. */
function pageOf(token: string | undefined): Listed {
  const from = Number(token ?? 0);
  const Traces = IDS.slice(from, from + 5).map((Id) => ({ Id, Spans: [{ Id: '1', Document: '{}' }] }));
  return { RetrievalStatus: 'COMPLETE', Traces, ...(from + 5 < IDS.length ? { NextToken: `${from + 5}` } : {}) };
}

describe('pages without end are given up:', () => {
  const endless: [string, (page: number) => string, number][] = [
    ['whose tokens lead back', () => 'again', 2],
    ['whose tokens go in a circle', (page) => `${page % 3}`, 4],
    ['that come at once', String, 10_000],
  ];
  test.each(endless)('%s', async (_, tokenOf, most) => {
    let page = 0;
    const { clock, work } = retrieving(() => ({ RetrievalStatus: 'COMPLETE', NextToken: tokenOf(page++) }));
    expect(await clock.run(work())).toEqual({ kind: 'busy', reason: expect.stringContaining('not come to an end') });
    expect(page).toBeLessThanOrEqual(most);
  });

  test('that come slowly, after minutes', async () => {
    let page = 0;
    const { clock, work } = retrieving(async (_, { after }) => {
      await after(1000);
      return { RetrievalStatus: 'COMPLETE', NextToken: `${page++}` };
    });
    const startMs = clock.nowMs();
    expect(await clock.run(work())).toMatchObject({ kind: 'busy' });
    expect(clock.nowMs() - startMs).toBeLessThan(400_000);
  });
});

test.each([6, 4, 3, 2])('every %dth call that is throttled costs no page that was read', async (nth) => {
  const { clock, work } = retrieving((token) => {
    if (questions() % nth === 0) throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottledException' });
    return pageOf(token);
  });
  const fetched = await clock.run(work());
  expect(fetched).toMatchObject({ kind: 'traces', traces: IDS.map((traceId) => ({ traceId })) });
  expect(xray.commandCalls(StartTraceRetrievalCommand)).toHaveLength(1);
});

test('pages that X-Ray stays too busy for are not asked for without end', async () => {
  const { clock, work } = retrieving((token) => {
    if (token !== undefined) throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottledException' });
    return pageOf(token);
  });
  expect(await clock.run(work())).toEqual({ kind: 'busy', reason: 'ThrottledException: Rate exceeded' });
});

describe('a segment that was sent before its end too', () => {
  const ended = segmentDocument({ trace_id: IDS[0]! });
  const begun = { ...ended, in_progress: true, end_time: undefined };
  test.each([
    ['first', [begun, ended]],
    ['last', [ended, begun]],
  ])('has ended, also where the older document comes %s', async (_, sent) => {
    const Spans = sent.map((document) => ({ Id: String(ended.id), Document: JSON.stringify(document) }));
    const { clock, work } = retrieving(() => ({ RetrievalStatus: 'COMPLETE', Traces: [{ Id: IDS[0], Spans }] }));
    const fetched = await clock.run(work());
    const documents = fetched.kind === 'traces' ? fetched.traces[0]!.documents : [];
    const { segments } = assembleTrace(IDS[0]!, documents.map(readAnyDocument));
    expect(segments.map(({ inProgress }) => inProgress)).toEqual([false]);
  });
});

describe('a retrieval for which nobody waits any more', () => {
  test('is called off at once', async () => {
    const { clock, work } = retrieving(() => ({ RetrievalStatus: 'RUNNING' }));
    const giveUp = new AbortController();
    const startMs = clock.nowMs();
    clock.at(startMs + 10_000, () => giveUp.abort());
    await clock.run(work({ ...ownCall(), calledOff: giveUp.signal }));
    expect(clock.nowMs() - startMs).toBe(10_000);
    expect(xray.commandCalls(CancelTraceRetrievalCommand)).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  test('has told until then what it waits for', async () => {
    const { clock, work } = retrieving(() => ({ RetrievalStatus: 'SCHEDULED' }));
    const told = new Set<string>();
    await clock.run(work({ ...ownCall(), waitsFor: (what) => told.add(what) }));
    expect([...told]).toEqual(['a retrieval of traces is still SCHEDULED']);
  });
});

import {
  BatchGetTracesCommand,
  GetTraceSegmentDestinationCommand,
  UpdateTraceSegmentDestinationCommand,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import type { Faults } from '../../src/local/faults/faults.js';
import type { LocalCounts } from '../../src/local/local-xray.js';
import { segment, traceId } from './documents.js';
import { clientOf, datagramOf, localXRay, post, sendDatagrams } from './harness.js';

interface State {
  readonly counts: LocalCounts;
  readonly faults: Faults;
}

async function putFaults(apiUrl: string, faults: unknown) {
  const answer = await fetch(`${apiUrl}/_local/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  return { status: answer.status, body: (await answer.json()) as State & { readonly message: string } };
}

async function stateOf(apiUrl: string) {
  return (await (await fetch(`${apiUrl}/_local/state`)).json()) as State;
}

test('web pages are refused: whoever opens one has not asked for its traces to go', async () => {
  const xray = await localXRay();
  await sendDatagrams(xray, [datagramOf(segment(1))]);
  const headers = { origin: 'http://evil.example', 'content-type': 'text/plain' };
  const answer = await fetch(`${xray.apiUrl}/_local/reset`, { method: 'POST', headers });
  expect(answer.status).toBe(403);
  expect(xray.counts().traces).toBe(1);
});

describe('the state', () => {
  test('has the counts, the faults, how often they struck, and the limits', async () => {
    const xray = await localXRay({ maxBytes: 2_000_000, faults: { throttleEvery: 1 } });
    await sendDatagrams(xray, [datagramOf(segment(1)), 'nonsense']);
    await post(`${xray.apiUrl}/Traces`, '{}');
    expect(await stateOf(xray.apiUrl)).toEqual({
      counts: JSON.parse(JSON.stringify(xray.counts())),
      faults: expect.objectContaining({ throttleEvery: 1, ingestionDelayMs: 0, transactionSearch: null }),
      struck: { refusedCalls: 1, partialReads: 0 },
      insights: 0,
      settings: { maxBytes: 2_000_000, maxTraceBytes: 500_000, maxTraces: null },
    });
    expect(xray.counts()).toMatchObject({ documents: 1, rejected: 1 });
  });

  test('is at the port of the API, not at the daemon’s, which services reach', async () => {
    const xray = await localXRay();
    const answer = await fetch(`http://${xray.daemonAddress}/_local/state`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });
});

describe('faults', () => {
  test('are set while it runs: those that are named, and no other', async () => {
    const xray = await localXRay({ faults: { lostShare: 1 } });
    const { status, body } = await putFaults(xray.apiUrl, { lostShare: 0, unknownIds: 'silent' });
    expect(status).toBe(200);
    expect(body.faults).toMatchObject({ lostShare: 0, unknownIds: 'silent', throttleEvery: 0 });
    await sendDatagrams(xray, [datagramOf(segment(1))]);
    const TraceIds = [traceId(1), traceId(2)];
    const answer = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds }));
    expect(answer).toMatchObject({ Traces: [{ Id: traceId(1) }], UnprocessedTraceIds: [] });
  });

  test('that cannot be are refused with all that is wrong, and none is set', async () => {
    const xray = await localXRay();
    const { status, body } = await putFaults(xray.apiUrl, { throttleEvery: 5, lostShare: 2, latency: 1 });
    expect(status).toBe(400);
    expect(body.message).toContain('"lostShare" must be a number from 0 to 1; got 2. There is no fault "latency".');
    expect((await stateOf(xray.apiUrl)).faults).toMatchObject({ throttleEvery: 0, lostShare: 0 });
  });

  test('switch Transaction Search on and off', async () => {
    const xray = await localXRay();
    const send = async (number: number) => {
      await sendDatagrams(xray, [datagramOf(segment(1, { trace_id: traceId(number) }))]);
      const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds: [traceId(number)] }));
      return Traces?.length;
    };
    expect(await send(1)).toBe(1);
    await putFaults(xray.apiUrl, { transactionSearch: { indexingPercentage: 0 } });
    expect(await send(2)).toBe(0);
    await putFaults(xray.apiUrl, { throttleEvery: 0 });
    expect(await send(3)).toBe(0);
    await putFaults(xray.apiUrl, { transactionSearch: null });
    expect(await send(4)).toBe(1);
  });

  test('that are not of Transaction Search leave the destination that a client chose', async () => {
    const xray = await localXRay();
    const client = clientOf(xray);
    await client.send(new UpdateTraceSegmentDestinationCommand({ Destination: 'CloudWatchLogs' }));
    await putFaults(xray.apiUrl, { lostShare: 0.5 });
    const destination = await client.send(new GetTraceSegmentDestinationCommand());
    expect(destination.Destination).toBe('CloudWatchLogs');
  });

  test('count calls anew when the throttling changes', async () => {
    const xray = await localXRay({ faults: { throttleEvery: 3 } });
    const statuses = async () => {
      const answers = [];
      for (const _ of 'abc') answers.push((await post(`${xray.apiUrl}/Traces`, '{"TraceIds":["x"]}')).status);
      return answers;
    };
    await post(`${xray.apiUrl}/Traces`, '{"TraceIds":["x"]}');
    await putFaults(xray.apiUrl, { throttleEvery: 2 });
    expect(await statuses()).toEqual([200, 429, 200]);
  });
});

test('a reset drops every trace, and what is on its way', async () => {
  const xray = await localXRay();
  await sendDatagrams(xray, [datagramOf(segment(1))]);
  await putFaults(xray.apiUrl, { ingestionDelayMs: 3_600_000 });
  await sendDatagrams(xray, [datagramOf(segment(2))]);
  expect(xray.counts()).toMatchObject({ traces: 1, waiting: 1 });
  const { status, body } = await post(`${xray.apiUrl}/_local/reset`);
  expect(status).toBe(200);
  expect(body.counts).toMatchObject({ traces: 0, waiting: 0, bytes: 0, evictedTraces: 0, documents: 1 });
  const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds: [traceId(1)] }));
  expect(Traces).toEqual([]);
});

test.each([
  ['another path', 'GET', '/_local/traces'],
  ['another method', 'POST', '/_local/faults'],
])('%s is told what there is', async (_, method, path) => {
  const xray = await localXRay();
  const answer = await fetch(xray.apiUrl + path, { method });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    message: `There is no ${method} ${path}. There are GET /_local/state, PUT /_local/faults, PUT /_local/insights, POST /_local/reset.`,
  });
});

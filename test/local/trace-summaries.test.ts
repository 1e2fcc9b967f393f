import {
  GetTraceSummariesCommand,
  type GetTraceSummariesCommandInput,
  type GetTraceSummariesCommandOutput,
  PutTraceSegmentsCommand,
  paginateGetTraceSummaries,
  type TraceSummary,
  type XRayClient,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import { EPOCH_S, entityId, segment, separate, shopTrace, subsegment, traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

const at = (seconds: number) => new Date((EPOCH_S + seconds) * 1000);
const MINUTE = { StartTime: at(0), EndTime: at(60) };

async function clientWith(documents: readonly unknown[]): Promise<XRayClient> {
  const client = clientOf(await localXRay());
  const texts = documents.map((document) => JSON.stringify(document));
  await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: texts }));
  return client;
}

async function summariesOf(client: XRayClient, input: Partial<GetTraceSummariesCommandInput> = {}) {
  const { TraceSummaries } = await client.send(new GetTraceSummariesCommand({ ...MINUTE, ...input }));
  return TraceSummaries ?? [];
}

const ids = (summaries: readonly TraceSummary[]) => summaries.map(({ Id }) => Id);

describe('a summary', () => {
  test('says what the trace was', async () => {
    const [api, inventory] = shopTrace(traceId(1), {
      user: 'alice',
      resource_arn: 'arn:aws:ec2:i-1',
      aws: { ec2: { instance_id: 'i-1', availability_zone: 'eu-west-1a' } },
      annotations: { version: 'v2', shard: 3, canary: true },
    });
    const [summary] = await summariesOf(await clientWith([api, { ...inventory, annotations: { version: 'v2' } }]));
    const apiId = { Name: 'api', Names: ['api'] };
    const inventoryId = { Name: 'inventory', Names: ['inventory'], Type: 'AWS::ECS::Fargate' };
    expect(summary).toEqual({
      Id: traceId(1),
      StartTime: at(0),
      Duration: 0.1,
      ResponseTime: 0.1,
      HasFault: false,
      HasError: false,
      HasThrottle: false,
      IsPartial: false,
      Http: { HttpURL: 'http://shop/checkout/42', HttpStatus: 200, HttpMethod: 'GET' },
      Annotations: {
        version: [{ AnnotationValue: { StringValue: 'v2' }, ServiceIds: [apiId, inventoryId] }],
        shard: [{ AnnotationValue: { NumberValue: 3 }, ServiceIds: [apiId] }],
        canary: [{ AnnotationValue: { BooleanValue: true }, ServiceIds: [apiId] }],
      },
      Users: [{ UserName: 'alice', ServiceIds: [apiId] }],
      ServiceIds: [apiId, inventoryId, { Name: 'stock', Names: ['stock'], Type: 'AWS::DynamoDB::Table' }],
      ResourceARNs: [{ ARN: 'arn:aws:ec2:i-1' }],
      FaultRootCauses: [],
      ErrorRootCauses: [],
      ResponseTimeRootCauses: [
        {
          Services: [
            {
              ...apiId,
              EntityPath: [
                { Name: 'api', Coverage: 1, Remote: false },
                { Name: 'inventory', Coverage: expect.closeTo(0.5), Remote: true },
              ],
              Inferred: false,
            },
            {
              ...inventoryId,
              EntityPath: [{ Name: 'inventory', Coverage: expect.closeTo(0.4), Remote: false }],
              Inferred: false,
            },
          ],
          ClientImpacting: true,
        },
      ],
      InstanceIds: [{ Id: 'i-1' }],
      AvailabilityZones: [{ Name: 'eu-west-1a' }],
      EntryPoint: apiId,
      Revision: 2,
    });
  });

  test('names what a fault and an error began with', async () => {
    const cause = { exceptions: [{ id: entityId(9), type: 'Error', message: 'no' }] };
    const [summary] = await summariesOf(
      await clientWith([
        segment(1, {
          fault: true,
          subsegments: [subsegment(2, { fault: true, cause }), subsegment(3, { error: true })],
        }),
      ]),
    );
    const pathsOf = (causes: TraceSummary['FaultRootCauses'] = []) =>
      causes.map(({ Services, ClientImpacting }) => [Services?.map(({ EntityPath }) => EntityPath), ClientImpacting]);
    const work = { Name: 'work', Remote: false };
    const thrown = [{ Name: 'Error', Message: 'no' }];
    const path = [
      { Name: 'api', Remote: false, Exceptions: [] },
      { ...work, Exceptions: thrown },
    ];
    expect(pathsOf(summary?.FaultRootCauses)).toEqual([[[path], true]]);
    expect(pathsOf(summary?.ErrorRootCauses)).toEqual([[[[{ ...work, Exceptions: [] }]], false]]);
  });

  test('tells faults and errors of the root alone, throttles of anybody', async () => {
    const [api, inventory] = shopTrace();
    const client = await clientWith([api, { ...inventory, fault: true, error: true, throttle: true }]);
    expect(await summariesOf(client)).toMatchObject([{ HasFault: false, HasError: false, HasThrottle: true }]);
    const failing = await clientWith(shopTrace(traceId(1), { fault: true }));
    expect(await summariesOf(failing)).toMatchObject([{ HasFault: true, HasError: false, HasThrottle: false }]);
  });

  test('counts what goes on after the response in the duration, not in the response time', async () => {
    const client = await clientWith([
      segment(1, { subsegments: [subsegment(2, { namespace: 'remote' })] }),
      segment(3, { parent_id: entityId(2), start_time: EPOCH_S + 0.05, end_time: EPOCH_S + 2 }),
    ]);
    expect(await summariesOf(client)).toMatchObject([{ Duration: 2, ResponseTime: 0.1 }]);
  });

  test('of a trace in progress is partial and has no response time', async () => {
    const [summary] = await summariesOf(await clientWith([segment(1, { end_time: undefined, in_progress: true })]));
    expect(summary).toMatchObject({ IsPartial: true, Duration: 0 });
    expect(summary?.ResponseTime).toBeUndefined();
  });

  test('of subsegments alone has no entry point', async () => {
    const [summary] = await summariesOf(await clientWith([separate(2, 1, { annotations: { key: 'x' } })]));
    expect(summary).toMatchObject({ Duration: 0.05, Annotations: { key: [{ ServiceIds: [] }] }, ServiceIds: [] });
    expect(summary?.EntryPoint).toBeUndefined();
  });

  test('has a revision that grows with every document', async () => {
    const client = await clientWith([segment(1)]);
    const [before] = await summariesOf(client);
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: [JSON.stringify(separate(2, 1))] }));
    const [after] = await summariesOf(client);
    expect(after?.Revision).toBeGreaterThan(before?.Revision ?? Number.NaN);
  });
});

describe('a window', () => {
  // its id says 0 s, its segment ran from 30 s to 50 s
  const trace = segment(1, { start_time: EPOCH_S + 30, end_time: EPOCH_S + 50 });

  test.each([
    ['TraceId', 'holds the second of the id', 0, 1, 1],
    ['TraceId', 'does not hold its own end', -10, 0, 0],
    ['TraceId', 'asks nothing of the segments', 30, 50, 0],
    ['Event', 'touches the trace at its start', 20, 31, 1],
    ['Event', 'lies within the trace', 35, 36, 1],
    ['Event', 'ends where the trace starts', 20, 30, 0],
    ['Event', 'begins after the trace', 51, 60, 0],
    ['Service', 'holds the end of a segment', 49, 51, 1],
    ['Service', 'lies within the trace', 35, 36, 0],
  ] as const)('of type %s that %s (%i s to %i s) has %i', async (TimeRangeType, _, from, until, count) => {
    const client = await clientWith([trace]);
    const input = { StartTime: at(from), EndTime: at(until), TimeRangeType };
    expect(await summariesOf(client, input)).toHaveLength(count);
  });

  test('of type Service asks nothing of subsegments that were sent alone', async () => {
    const client = await clientWith([trace, separate(2, 1, { start_time: EPOCH_S + 30, end_time: EPOCH_S + 35 })]);
    const input = { StartTime: at(34), EndTime: at(36) };
    expect(await summariesOf(client, { ...input, TimeRangeType: 'Service' })).toEqual([]);
    expect(await summariesOf(client, { ...input, TimeRangeType: 'Event' })).toHaveLength(1);
  });

  test('of type Event says when the trace matched', async () => {
    const client = await clientWith([trace]);
    expect(await summariesOf(client, { TimeRangeType: 'Event' })).toMatchObject([{ MatchedEventTime: at(50) }]);
  });

  test('without traces is an empty list', async () => {
    const client = await clientWith([]);
    const answer = await client.send(new GetTraceSummariesCommand(MINUTE));
    expect(answer).toMatchObject({ TraceSummaries: [], TracesProcessedCount: 0, ApproximateTime: at(0) });
    expect(answer.NextToken).toBeUndefined();
  });
});

describe('pages', () => {
  const numbers = Array.from({ length: 250 }, (_, number) => number);
  const documents = numbers.map((number) =>
    segment(1, {
      trace_id: traceId(number, EPOCH_S + (number % 50)),
      start_time: EPOCH_S + (number % 50),
      end_time: EPOCH_S + (number % 50) + 0.1,
      annotations: { even: number % 2 === 0 },
    }),
  );

  async function pagesOf(client: XRayClient, input: Partial<GetTraceSummariesCommandInput> = {}) {
    const pages: GetTraceSummariesCommandOutput[] = [];
    for await (const page of paginateGetTraceSummaries({ client }, { ...MINUTE, ...input })) pages.push(page);
    return pages;
  }

  test('hold every trace once, newest first', async () => {
    const pages = await pagesOf(await clientWith(documents));
    expect(pages.map(({ TraceSummaries }) => TraceSummaries?.length)).toEqual([100, 100, 50]);
    const summaries = pages.flatMap(({ TraceSummaries }) => TraceSummaries ?? []);
    expect(new Set(ids(summaries)).size).toBe(250);
    const times = summaries.map(({ StartTime }) => StartTime?.getTime() ?? Number.NaN);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('count the traces looked at, matching or not', async () => {
    const pages = await pagesOf(await clientWith(documents), { FilterExpression: 'annotation.even = true' });
    const matched = pages.flatMap(({ TraceSummaries }) => TraceSummaries ?? []);
    expect(matched).toHaveLength(125);
    expect(pages.reduce((sum, { TracesProcessedCount }) => sum + (TracesProcessedCount ?? 0), 0)).toBe(250);
  });

  test('are not disturbed by newer traces that arrive between them', async () => {
    const client = await clientWith(documents);
    const first = await client.send(new GetTraceSummariesCommand(MINUTE));
    const newer = segment(1, {
      trace_id: traceId(999, EPOCH_S + 55),
      start_time: EPOCH_S + 55,
      end_time: EPOCH_S + 56,
    });
    await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: [JSON.stringify(newer)] }));
    const second = await client.send(new GetTraceSummariesCommand({ ...MINUTE, NextToken: first.NextToken }));
    const seen = [...ids(first.TraceSummaries ?? []), ...ids(second.TraceSummaries ?? [])];
    expect(new Set(seen).size).toBe(200);
    expect(seen).not.toContain(traceId(999, EPOCH_S + 55));
  });

  test('refuse a token with other parameters than it was given for', async () => {
    const client = await clientWith(documents);
    const { NextToken } = await client.send(new GetTraceSummariesCommand(MINUTE));
    await expect(
      client.send(new GetTraceSummariesCommand({ ...MINUTE, FilterExpression: 'ok', NextToken })),
    ).rejects.toMatchObject({ name: 'InvalidRequestException', message: expect.stringContaining('other parameters') });
  });
});

test('a filter picks the traces for which it holds', async () => {
  const client = await clientWith([
    segment(1, { annotations: { run: 'one' } }),
    segment(1, { trace_id: traceId(2), annotations: { run: 'two' } }),
  ]);
  const summaries = await summariesOf(client, { FilterExpression: 'annotation[run] = "two" AND !fault' });
  expect(ids(summaries)).toEqual([traceId(2)]);
});

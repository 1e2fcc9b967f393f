import {
  CreateGroupCommand,
  GetTimeSeriesServiceStatisticsCommand,
  type GetTimeSeriesServiceStatisticsCommandInput,
  PutTraceSegmentsCommand,
  type XRayClient,
} from '@aws-sdk/client-xray';
import { describe, expect, test } from 'vitest';
import { type DocumentFields, EPOCH_S, segment, shopTrace, traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

const StartTime = new Date((EPOCH_S - 30) * 1000);
const EndTime = new Date((EPOCH_S + 600) * 1000);

async function put(client: XRayClient, documents: readonly DocumentFields[]): Promise<void> {
  const TraceSegmentDocuments = documents.map((document) => JSON.stringify(document));
  await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments }));
}

async function series(client: XRayClient, input: Partial<GetTimeSeriesServiceStatisticsCommandInput> = {}) {
  const command = new GetTimeSeriesServiceStatisticsCommand({ StartTime, EndTime, ...input });
  return (await client.send(command)).TimeSeriesServiceStatistics ?? [];
}

/** A call of `api` alone, some seconds after the epoch of the tests. */
function call(number: number, afterSeconds: number, fields: DocumentFields = {}): DocumentFields {
  const start = EPOCH_S + afterSeconds;
  return segment(number, { trace_id: traceId(number), start_time: start, end_time: start + 0.2, ...fields });
}

describe('a time series', () => {
  test('has the statistics of a service for each period from the start on in which it was called', async () => {
    const client = clientOf(await localXRay());
    await put(client, [call(1, 0), call(2, 29), call(3, 30, { fault: true }), call(4, 200, { error: true })]);
    const found = await series(client, { EntitySelectorExpression: 'service("api")' });
    const none = { ErrorStatistics: { ThrottleCount: 0, OtherCount: 0, TotalCount: 0 } };
    expect(found.map(({ Timestamp }) => Number(Timestamp) / 1000 - EPOCH_S)).toEqual([-30, 30, 150]);
    expect(found[0]).toMatchObject({
      ServiceSummaryStatistics: {
        OkCount: 2,
        ...none,
        FaultStatistics: { OtherCount: 0, TotalCount: 0 },
        TotalCount: 2,
        TotalResponseTime: 0.4,
      },
      ResponseTimeHistogram: [{ Value: 0.2, Count: 2 }],
    });
    expect(found[0]).not.toHaveProperty('EdgeSummaryStatistics');
    expect(found[1]?.ServiceSummaryStatistics).toMatchObject({ OkCount: 0, FaultStatistics: { TotalCount: 1 } });
    expect(found[2]?.ServiceSummaryStatistics).toMatchObject({ OkCount: 0, ErrorStatistics: { TotalCount: 1 } });
  });

  test('has periods as long as it is asked for', async () => {
    const client = clientOf(await localXRay());
    await put(client, [call(1, 0), call(2, 29), call(3, 269), call(4, 270)]);
    const found = await series(client, { Period: 300 });
    expect(found.map(({ EdgeSummaryStatistics }) => EdgeSummaryStatistics?.TotalCount)).toEqual([3, 1]);
  });

  test('has no call that began before its window or after, though the rest of the trace is inside', async () => {
    const client = clientOf(await localXRay());
    const during = [-31, 0, 600].map((second, index) => call(index + 1, second, { trace_id: traceId(1) }));
    await put(client, during);
    const found = await series(client, { Period: 3600 });
    expect(found.map(({ EdgeSummaryStatistics }) => EdgeSummaryStatistics?.TotalCount)).toEqual([1]);
  });

  test.each([
    ['every edge', undefined, 'EdgeSummaryStatistics', 3],
    ['one edge', 'edge("api", "inventory")', 'EdgeSummaryStatistics', 1],
    ['the edge from the client', 'edge(id(name: "api", type: "client"), "api")', 'EdgeSummaryStatistics', 1],
    ['two edges', 'edge("api", "inventory") OR edge("inventory", "stock")', 'EdgeSummaryStatistics', 2],
    ['no edge of the name', 'edge("inventory", "api")', 'EdgeSummaryStatistics', undefined],
    ['a service by its type', 'service(id(type: "AWS::DynamoDB::Table"))', 'ServiceSummaryStatistics', 1],
    ['a service by a bare id', 'id(name: "inventory", type: "AWS::ECS::Fargate")', 'ServiceSummaryStatistics', 1],
    ['every service', 'service()', 'ServiceSummaryStatistics', 3],
  ] as const)('is of %s', async (_, EntitySelectorExpression, field, count) => {
    const client = clientOf(await localXRay());
    await put(client, shopTrace());
    const [period] = await series(client, { EntitySelectorExpression });
    expect(period?.[field]?.TotalCount).toBe(count);
  });

  test('sees an edge as its caller did', async () => {
    const client = clientOf(await localXRay());
    await put(client, shopTrace());
    const [edge] = await series(client, { EntitySelectorExpression: 'edge("api", "inventory")' });
    const [service] = await series(client, { EntitySelectorExpression: 'service("inventory")' });
    expect(edge?.ResponseTimeHistogram).toEqual([{ Value: 0.05, Count: 1 }]);
    expect(service?.ResponseTimeHistogram).toEqual([{ Value: 0.04, Count: 1 }]);
  });

  test('is of the traces of a group', async () => {
    const client = clientOf(await localXRay());
    await client.send(new CreateGroupCommand({ GroupName: 'failed', FilterExpression: 'fault' }));
    await put(client, [call(1, 0), call(2, 0, { fault: true })]);
    const [period] = await series(client, { GroupName: 'failed' });
    expect(period?.EdgeSummaryStatistics).toMatchObject({ TotalCount: 1, FaultStatistics: { TotalCount: 1 } });
  });

  test('takes the wish for a forecast, and has none', async () => {
    const client = clientOf(await localXRay());
    await put(client, [call(1, 0)]);
    const [period] = await series(client, { EntitySelectorExpression: 'service("api")', ForecastStatistics: true });
    expect(period?.ServiceSummaryStatistics?.TotalCount).toBe(1);
    expect(period).not.toHaveProperty('ServiceForecastStatistics');
  });

  test.each([
    ['more than 6 hours', { EndTime: new Date(Number(StartTime) + 6 * 3600_000 + 1000) }, 'longer than 6 hours'],
    ['a period of nothing', { Period: 0 }, 'Period must be at least 1'],
    ['an unknown group', { GroupARN: 'arn:x' }, 'There is no group "arn:x"'],
    ['a selector that is a filter', { EntitySelectorExpression: 'fault' }, 'must be service(…), edge(…, …) or id(…)'],
    [
      'a service and an edge at once',
      { EntitySelectorExpression: 'service("a") OR edge("a", "b")' },
      'several of one kind',
    ],
    ['a selector with braces', { EntitySelectorExpression: 'service("a") { fault }' }, 'without braces'],
    ['an overlong selector', { EntitySelectorExpression: `service("${'x'.repeat(500)}")` }, 'at most 500 characters'],
    ['a forecast of everything', { ForecastStatistics: true }, 'needs an EntitySelectorExpression'],
  ])('is refused for %s', async (_, input, message) => {
    const client = clientOf(await localXRay());
    await expect(series(client, input)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining(message),
    });
  });
});

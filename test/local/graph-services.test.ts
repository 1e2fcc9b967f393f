import { expect, test } from 'vitest';
import { graphServices } from '../../src/local/graph-services.js';
import type { JsonObject } from '../../src/trace/json-object.js';
import { EPOCH_S, entityId, segment, shopTrace, subsegment, traceId } from './documents.js';
import { merged } from './stored.js';

const nodes = (services: readonly JsonObject[]) =>
  services.map(({ Name, Type, State, Root }) => [Name, Type, State, Root].filter((each) => each !== undefined));

/** `client:api → api` for each edge. */
function edges(services: readonly JsonObject[]): string[] {
  const named = new Map(
    services.map((each) => [each.ReferenceId, `${each.Type === 'client' ? 'client:' : ''}${each.Name}`]),
  );
  return services.flatMap((from) =>
    (from.Edges as JsonObject[]).map((edge) => `${named.get(from.ReferenceId)} → ${named.get(edge.ReferenceId)}`),
  );
}

test('a trace is a client, its services and what they called', () => {
  const services = graphServices([merged(shopTrace()).trace]);
  expect(nodes(services)).toEqual([
    ['api', 'active', true],
    ['api', 'client', 'unknown'],
    ['inventory', 'AWS::ECS::Fargate', 'active'],
    ['stock', 'AWS::DynamoDB::Table', 'unknown'],
  ]);
  expect(edges(services)).toEqual(['api → inventory', 'client:api → api', 'inventory → stock']);
});

test('an edge is timed by its caller, a node by itself', () => {
  const [api, , inventory] = graphServices([merged(shopTrace()).trace]);
  expect(api?.Edges).toMatchObject([
    { StartTime: EPOCH_S, EndTime: EPOCH_S + 0.05, ResponseTimeHistogram: [{ Value: 0.05, Count: 1 }] },
  ]);
  expect(inventory).toMatchObject({
    SummaryStatistics: { TotalCount: 1, TotalResponseTime: 0.04 },
    ResponseTimeHistogram: [{ Value: 0.04, Count: 1 }],
    DurationHistogram: [{ Value: 0.04, Count: 1 }],
  });
});

test('a client node has no statistics of its own', () => {
  const client = graphServices([merged(shopTrace()).trace]).find(({ Type }) => Type === 'client');
  expect(client).not.toHaveProperty('SummaryStatistics');
  expect(client).not.toHaveProperty('ResponseTimeHistogram');
  expect(client?.Edges).toMatchObject([{ SummaryStatistics: { TotalCount: 1, OkCount: 1 } }]);
});

test('traces add up, each request in one counter: fault before throttle before error', () => {
  const all = { error: true, throttle: true, fault: true };
  const outcomes = [{}, {}, { error: true }, { error: true, throttle: true }, all];
  const traces = outcomes.map((outcome) => merged(shopTrace(traceId(1), outcome)).trace);
  expect(graphServices(traces)[0]).toMatchObject({
    SummaryStatistics: {
      OkCount: 2,
      ErrorStatistics: { ThrottleCount: 1, OtherCount: 1, TotalCount: 2 },
      FaultStatistics: { OtherCount: 1, TotalCount: 1 },
      TotalCount: 5,
      TotalResponseTime: 0.5,
    },
    ResponseTimeHistogram: [{ Value: 0.1, Count: 5 }],
  });
});

test('the two nodes of a Lambda function share a name and not a type', () => {
  const services = graphServices([
    merged([
      segment(1, { name: 'fn', origin: 'AWS::Lambda' }),
      segment(2, { name: 'fn', origin: 'AWS::Lambda::Function', parent_id: entityId(1) }),
    ]).trace,
  ]);
  expect(nodes(services).map(([, type]) => type)).toEqual(['AWS::Lambda', 'client', 'AWS::Lambda::Function']);
  expect(edges(services)).toEqual(['fn → fn', 'client:fn → fn']);
});

test('what is in progress is a node without counts', () => {
  const { trace } = merged([segment(1, { end_time: undefined, in_progress: true })]);
  expect(graphServices([trace])[0]).toMatchObject({ Name: 'api', SummaryStatistics: { TotalCount: 0 } });
});

test('a remote call without an answer of its own is a remote node', () => {
  const { trace } = merged([
    segment(1, { subsegments: [subsegment(2, { name: 'payments.example.com', namespace: 'remote', fault: true })] }),
  ]);
  const remote = graphServices([trace]).find(({ Type }) => Type === 'remote');
  expect(remote).toMatchObject({
    Name: 'payments.example.com',
    State: 'unknown',
    SummaryStatistics: { FaultStatistics: { TotalCount: 1 } },
  });
});

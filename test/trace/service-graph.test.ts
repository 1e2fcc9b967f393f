import { describe, expect, test } from 'vitest';
import { callsOf, inferredNode, nodeKey, nodeOf } from '../../src/trace/service-graph.js';
import type { Trace } from '../../src/trace/trace.js';
import {
  aSegment,
  awsCall,
  entityId,
  type Fields,
  ran,
  readSegment,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  traceOf,
} from '../support/segment-builder.js';

/** `api → payments 30 ms`, with the type of the callee where it has one, and what happened. */
function drawnCalls(trace: Trace): string[] {
  return callsOf(trace).map(({ from, to, durationMs, callees, ...flags }) => {
    const type = to.type === '' ? '' : ` (${to.type})`;
    const seen = callees.length === 0 ? ' unseen' : '';
    const what = (['error', 'fault', 'throttle'] as const).filter((flag) => flags[flag]).map((flag) => ` ${flag}`);
    return `${from.name} → ${to.name}${type} ${durationMs} ms${seen}${what.join('')}`;
  });
}

const calling = (...calls: Fields[]) => segmentDocument({ subsegments: calls });
const callee = (overrides: Fields = {}) =>
  segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35), ...overrides });

describe('the node of a segment', () => {
  test('is its name, origin and account', () => {
    const segment = readSegment(segmentDocument({ origin: 'AWS::ECS::Fargate', aws: { account_id: '123456789012' } }));
    expect(nodeOf(segment)).toEqual({ name: 'api', type: 'AWS::ECS::Fargate', account: '123456789012' });
  });

  test('has no type and no account where the segment says nothing of them', () => {
    expect(nodeOf(aSegment())).toEqual({ name: 'api', type: '', account: '' });
  });

  test('two nodes with one name are two when type or account differ', () => {
    const node = { name: 'fn', type: 'AWS::Lambda', account: '1' };
    const keys = [node, { ...node, type: 'AWS::Lambda::Function' }, { ...node, account: '2' }, { ...node }].map(
      nodeKey,
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toBe(keys[3]);
  });

  test('names cannot be chosen so that two nodes are taken for one', () => {
    expect(nodeKey({ name: 'a","b', type: '', account: '' })).not.toBe(nodeKey({ name: 'a', type: 'b', account: '' }));
    expect(nodeKey({ name: 'a', type: '|b', account: '' })).not.toBe(nodeKey({ name: 'a|', type: 'b', account: '' }));
  });
});

describe('the node that a call without a callee goes to', () => {
  const nodes: { name: string; call: Fields; node: string; type: string }[] = [
    {
      name: 'a DynamoDB table',
      call: awsCall('DynamoDB', { operation: 'GetItem', table_name: 'orders' }),
      node: 'orders',
      type: 'AWS::DynamoDB::Table',
    },
    {
      name: 'DynamoDB, no table named',
      call: awsCall('DynamoDB', { operation: 'BatchGetItem' }),
      node: 'DynamoDB',
      type: 'AWS::DynamoDB::Table',
    },
    {
      name: 'an SQS queue',
      call: awsCall('SQS', { queue_url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/order-events' }),
      node: 'order-events',
      type: 'AWS::SQS::Queue',
    },
    {
      name: 'a queue URL that ends in a slash',
      call: awsCall('SQS', { queue_url: 'https://sqs/1/' }),
      node: 'SQS',
      type: 'AWS::SQS::Queue',
    },
    {
      name: 'an SNS topic',
      call: awsCall('SNS', { topic_arn: 'arn:aws:sns:eu-west-1:123456789012:alarms' }),
      node: 'alarms',
      type: 'AWS::SNS',
    },
    { name: 'SNS, a text message', call: awsCall('SNS', { operation: 'Publish' }), node: 'SNS', type: 'AWS::SNS' },
    {
      name: 'an S3 bucket',
      call: awsCall('S3', { bucket_name: 'invoices' }),
      node: 'invoices',
      type: 'AWS::S3::Bucket',
    },
    {
      name: 'a Lambda function',
      call: awsCall('Lambda', { function_name: 'resize' }),
      node: 'resize',
      type: 'AWS::Lambda',
    },
    { name: 'another AWS service', call: awsCall('KMS', { operation: 'Decrypt' }), node: 'KMS', type: 'AWS::KMS' },
    {
      name: 'an AWS service of which nothing is said',
      call: subsegmentDocument({ name: 'SSM', namespace: 'aws' }),
      node: 'SSM',
      type: 'AWS::SSM',
    },
    { name: 'a host', call: remoteCall('bank.example.com'), node: 'bank.example.com', type: 'remote' },
    {
      name: 'a name that every object has',
      call: awsCall('constructor', {}),
      node: 'constructor',
      type: 'AWS::constructor',
    },
    { name: 'a name that is a prototype', call: awsCall('__proto__', {}), node: '__proto__', type: 'AWS::__proto__' },
  ];
  test.each(nodes)('$name: $node ($type)', ({ call, node, type }) => {
    const [subsegment] = readSegment(calling(call)).subsegments;
    expect(inferredNode(subsegment!)).toEqual({ name: node, type, account: '' });
  });

  test('is the same whether or not X-Ray made a segment of it', () => {
    const call = awsCall('DynamoDB', { operation: 'GetItem', table_name: 'orders', account_id: '1' });
    const inferred = { ...call, namespace: undefined, inferred: true, origin: 'AWS::DynamoDB::Table' };
    const [subsegment] = readSegment(calling(call)).subsegments;
    expect(nodeOf(readSegment(callee(inferred)))).toEqual(inferredNode(subsegment!));
  });

  test('is the same host whether or not X-Ray made a segment of it', () => {
    const [subsegment] = readSegment(calling(remoteCall('bank'))).subsegments;
    const inferred = { inferred: true, name: 'bank' };
    expect(nodeOf(readSegment(callee(inferred)))).toEqual(inferredNode(subsegment!));
    expect(nodeOf(readSegment(callee({ ...inferred, origin: 'remote' })))).toEqual(inferredNode(subsegment!));
  });
});

describe('calls', () => {
  test('api ─► payments: the caller says how long it took', () => {
    expect(drawnCalls(traceOf(calling(remoteCall('payments')), callee()))).toEqual(['api → payments 30 ms']);
  });

  test('api ─► orders (DynamoDB), api ─► bank: both known from their caller', () => {
    const trace = traceOf(
      calling(awsCall('DynamoDB', { table_name: 'orders' }), remoteCall('bank', { id: entityId(4), ...ran(50, 90) })),
    );
    expect(drawnCalls(trace)).toEqual([
      'api → orders (AWS::DynamoDB::Table) 30 ms unseen',
      'api → bank (remote) 40 ms unseen',
    ]);
  });

  test('fn (Lambda) ─► fn (Lambda function): a segment directly below a segment', () => {
    const trace = traceOf(
      segmentDocument({ name: 'fn', origin: 'AWS::Lambda' }),
      segmentDocument({
        id: entityId(5),
        name: 'fn',
        origin: 'AWS::Lambda::Function',
        parent_id: entityId(1),
        ...ran(5, 95),
      }),
    );
    expect(drawnCalls(trace)).toEqual(['fn → fn (AWS::Lambda::Function) 90 ms']);
    expect(callsOf(trace)[0]).toMatchObject({ from: { type: 'AWS::Lambda' }, subsegment: null });
  });

  test('an inferred segment is not one call more', () => {
    const call = awsCall('DynamoDB', { table_name: 'orders' });
    const inferred = callee({ ...call, id: entityId(9), inferred: true, origin: 'AWS::DynamoDB::Table' });
    expect(drawnCalls(traceOf(calling(call), inferred))).toEqual(drawnCalls(traceOf(calling(call))));
  });

  test("an inferred segment gives way to the callee's own", () => {
    const inferred = callee({ id: entityId(9), name: 'guess', inferred: true, ...ran(10, 40) });
    expect(drawnCalls(traceOf(calling(remoteCall('payments')), inferred, callee()))).toEqual(['api → payments 30 ms']);
  });

  test('an inferred segment makes no calls of its own, whatever X-Ray copied into it', () => {
    const copied = [awsCall('DynamoDB', { table_name: 'lines' }, { id: entityId(7) })];
    const inferred = callee({ id: entityId(9), name: 'bank', inferred: true, subsegments: copied });
    expect(drawnCalls(traceOf(calling(remoteCall('bank')), inferred))).toEqual(['api → bank (remote) 30 ms unseen']);
  });

  test('local work is not a call, but a call inside it is', () => {
    const trace = traceOf(
      calling(subsegmentDocument({ id: entityId(6), name: 'price', subsegments: [remoteCall('payments')] })),
      callee(),
    );
    expect(drawnCalls(trace)).toEqual(['api → payments 30 ms']);
  });

  test('local work whose id a segment names as parent is a call', () => {
    expect(drawnCalls(traceOf(calling(subsegmentDocument()), callee()))).toEqual(['api → payments 30 ms']);
  });

  test('a call that is still in progress is left out', () => {
    expect(drawnCalls(traceOf(calling(remoteCall('bank', { ...ran(10), end_time: undefined }))))).toEqual([]);
  });

  test('what happened is told as the caller saw it', () => {
    const trace = traceOf(calling(remoteCall('payments', { fault: true })), callee({ error: true, throttle: true }));
    expect(drawnCalls(trace)).toEqual(['api → payments 30 ms fault']);
    const throttled = traceOf(calling(awsCall('SNS', {}, { error: true, throttle: true })));
    expect(drawnCalls(throttled)).toEqual(['api → SNS (AWS::SNS) 30 ms unseen error throttle']);
  });

  test('the same call three times is three calls', () => {
    const call = (number: number) => awsCall('DynamoDB', { table_name: 'lines' }, { id: entityId(number) });
    expect(callsOf(traceOf(calling(call(4), call(5), call(6))))).toHaveLength(3);
  });

  test('both of two segments that a retry left below one call are its callees', () => {
    const trace = traceOf(calling(remoteCall('payments')), callee(), callee({ id: entityId(7), ...ran(25, 35) }));
    expect(callsOf(trace).map(({ callees }) => callees.length)).toEqual([2]);
  });

  test('the root has no caller, even where its Parent is nobody', () => {
    expect(callsOf(traceOf(segmentDocument({ parent_id: entityId(99) })))).toEqual([]);
  });
});

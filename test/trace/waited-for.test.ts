import { describe, expect, test } from 'vitest';
import { readAnyDocument } from '../../src/trace/span-document.js';
import { assembleTrace, rootOf } from '../../src/trace/trace.js';
import { isWaitedFor, segmentsWaitedFor } from '../../src/trace/waited-for.js';
import {
  aSegment,
  aTrace,
  awsCall,
  entityId,
  type Fields,
  ran,
  readSegment,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  TRACE_ID,
  traceOf,
} from '../support/segment-builder.js';

const answered = (status: number) => ({ http: { response: { status } } });
const QUEUE = { queue_url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders' };
const TOPIC = { topic_arn: 'arn:aws:sns:eu-west-1:123456789012:alarms' };
const invoke = (status: number) => awsCall('Lambda', { function_name: 'f', operation: 'Invoke' }, answered(status));

const calls: { name: string; call: Fields; callee?: Fields; waited: boolean }[] = [
  { name: 'an HTTP call', call: remoteCall('orders'), waited: true },
  { name: 'a gRPC call, which records no request', call: remoteCall('orders', { http: undefined }), waited: true },
  { name: 'a part of its own code', call: subsegmentDocument(), waited: true },
  { name: 'a Lambda invocation', call: invoke(200), waited: true },
  { name: 'a Lambda invocation as an event', call: invoke(202), waited: false },
  {
    name: 'a Lambda invocation as an event, of the Lambda service’s own segment',
    call: invoke(202),
    callee: { origin: 'AWS::Lambda' },
    waited: false,
  },
  { name: 'an old asynchronous invocation', call: awsCall('Lambda', { operation: 'InvokeAsync' }), waited: false },
  { name: 'a message', call: awsCall('SQS', { ...QUEUE, operation: 'SendMessage' }), waited: false },
  { name: 'a call to a queue that names no operation', call: awsCall('SQS', QUEUE), waited: false },
  { name: 'a notification', call: awsCall('SNS', { ...TOPIC, operation: 'Publish' }), waited: false },
  {
    name: 'a notification, of the topic’s own segment',
    call: awsCall('SNS', { ...TOPIC, operation: 'Publish' }),
    callee: { origin: 'AWS::SNS' },
    waited: true,
  },
  { name: 'an event', call: awsCall('Events', { operation: 'PutEvents' }), waited: false },
  { name: 'an object that a function listens for', call: awsCall('S3', { operation: 'PutObject' }), waited: false },
  { name: 'a workflow', call: awsCall('StepFunctions', { operation: 'StartExecution' }), waited: false },
  {
    name: 'a workflow that is waited for',
    call: awsCall('StepFunctions', { operation: 'StartSyncExecution' }),
    waited: true,
  },
  {
    name: 'a message of OpenTelemetry',
    call: remoteCall('orders', { http: undefined, annotations: { 'messaging.system': 'kafka' } }),
    waited: false,
  },
];

describe('whether the caller waits for its callee', () => {
  test.each(calls)('$name: $waited', ({ call, callee = {}, waited }) => {
    const owner = readSegment(segmentDocument({ subsegments: [call] }));
    const called = readSegment(segmentDocument({ id: entityId(3), name: 'orders', ...ran(15, 35), ...callee }));
    expect(isWaitedFor(owner.subsegments[0]!, owner, called)).toBe(waited);
  });

  const FUNCTION = { origin: 'AWS::Lambda' };
  const sent = { subsegments: [awsCall('SQS', { ...QUEUE, operation: 'SendMessage' }, ran(10, 40))] };
  const directly: { name: string; caller: Fields; callee: Fields; waited: boolean }[] = [
    { name: 'of API Gateway', caller: { origin: 'AWS::ApiGateway::Stage' }, callee: FUNCTION, waited: true },
    { name: 'of the Lambda service', caller: FUNCTION, callee: { origin: 'AWS::Lambda::Function' }, waited: true },
    { name: 'of a service that sent no message', caller: {}, callee: FUNCTION, waited: true },
    { name: 'of a service that had sent a message', caller: sent, callee: FUNCTION, waited: false },
    { name: 'of one that sent it later', caller: sent, callee: { ...FUNCTION, ...ran(5, 9) }, waited: true },
    { name: 'of a service that had sent a message, of no function', caller: sent, callee: {}, waited: true },
    { name: 'of a topic', caller: { origin: 'AWS::SNS' }, callee: FUNCTION, waited: false },
  ];
  test.each(directly)('directly below the segment $name: $waited', ({ caller, callee, waited }) => {
    const owner = readSegment(segmentDocument(caller));
    const called = readSegment(segmentDocument({ id: entityId(3), name: 'orders', ...ran(50, 90), ...callee }));
    expect(isWaitedFor(owner, owner, called)).toBe(waited);
  });

  test('a consumer’s span below who produced the message: false; what the consumer itself calls: true', () => {
    const attributes = { 'messaging.system': 'kafka' };
    const span = (number: number, kind: string, parent: number | null, fields: Fields = {}) => ({
      traceId: TRACE_ID,
      spanId: entityId(number),
      ...(parent === null ? {} : { parentSpanId: entityId(parent) }),
      kind,
      name: `span ${number}`,
      startTimeUnixNano: 1e18,
      endTimeUnixNano: 1e18 + 1e8,
      ...fields,
    });
    const documents = [
      span(1, 'SERVER', null),
      span(2, 'CONSUMER', 1, { attributes }),
      span(3, 'SERVER', 2),
      span(4, 'SERVER', 1),
    ];
    const trace = assembleTrace(TRACE_ID, documents.map(readAnyDocument));
    const [api, consumer, called] = trace.segments;
    expect([...segmentsWaitedFor(trace)].map(({ name }) => name)).toEqual(['span 1', 'span 4']);
    expect(isWaitedFor(api!, api!, consumer!)).toBe(false);
    expect(isWaitedFor(consumer!, consumer!, called!)).toBe(true);
  });
});

describe('the segments that a response waited for', () => {
  test('are those below its calls, and theirs, also beside the critical path; not what a message set off', () => {
    const trace = traceOf(
      segmentDocument({
        subsegments: [
          remoteCall('a', ran(10, 40)),
          remoteCall('b', { id: entityId(4), ...ran(10, 90) }),
          awsCall('SQS', { ...QUEUE, operation: 'SendMessage' }, { id: entityId(6), ...ran(91, 95) }),
        ],
      }),
      segmentDocument({ id: entityId(3), name: 'a', parent_id: entityId(2), ...ran(12, 38) }),
      segmentDocument({ id: entityId(5), name: 'b', parent_id: entityId(4), ...ran(12, 88) }),
      segmentDocument({ id: entityId(7), name: 'mailer', parent_id: entityId(6), ...ran(92, 94) }),
      segmentDocument({ id: entityId(8), name: 'mail', parent_id: entityId(7), ...ran(92, 93) }),
    );
    expect([...segmentsWaitedFor(trace)].map(({ name }) => name).toSorted()).toEqual(['a', 'api', 'b']);
  });

  test('are each there once where ids form a circle, and none where there is no segment', () => {
    const segments = [
      aSegment({ name: 'root' }),
      aSegment({ id: entityId(2), name: 'a', parentId: entityId(1) }),
      aSegment({ id: entityId(3), name: 'b', parentId: entityId(2) }),
      aSegment({ id: entityId(2), name: 'c', parentId: entityId(3) }),
    ];
    expect([...segmentsWaitedFor(aTrace({ segments }))].map(({ name }) => name)).toEqual(['root', 'a', 'b', 'c']);
    expect(rootOf(traceOf())).toBeNull();
    expect(segmentsWaitedFor(traceOf()).size).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { TraceObserver } from '../../src/trace/observation.js';
import { callsOf } from '../../src/trace/service-graph.js';
import { readAnyDocument } from '../../src/trace/span-document.js';
import type { Trace } from '../../src/trace/trace.js';
import {
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

/** `api → events (AWS::SQS::Queue)`; `⇢` where nobody waits. */
function drawn(trace: Trace): string[] {
  return callsOf(trace).map(({ from, to, handedOver }) => {
    const type = to.type === '' ? '' : ` (${to.type})`;
    return `${from.name} ${handedOver ? '⇢' : '→'} ${to.name}${type}`;
  });
}

const QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/123456789012/order-events';
const send = (overrides: Fields = {}) => awsCall('SQS', { operation: 'SendMessage', queue_url: QUEUE_URL }, overrides);
const consumer = (overrides: Fields = {}) =>
  segmentDocument({ id: entityId(5), name: 'mailer', origin: 'AWS::Lambda', ...ran(200, 260), ...overrides });
const linkTo = (reference: string, attributes: Fields = {}, traceId = '1-654c0558-630340be09e985eb352a72e6') => [
  {
    trace_id: traceId,
    id: entityId(8),
    attributes: { 'aws.xray.reserved.reference_type': reference, ...attributes },
  },
];
const NAMED = { 'aws.xray.reserved.names': ['mailer'], 'aws.xray.reserved.type': 'AWS::Lambda' };

describe('a message', () => {
  test('whose consumer goes on with the trace goes over the queue: api ─► order-events ⇢ mailer', () => {
    const trace = traceOf(segmentDocument({ subsegments: [send()] }), consumer({ parent_id: entityId(2) }));
    expect(drawn(trace)).toEqual(['api → order-events (AWS::SQS::Queue)', 'order-events ⇢ mailer (AWS::Lambda)']);
  });

  test('goes the same way where X-Ray made a segment of the queue', () => {
    const aws = { operation: 'SendMessage', queue_url: QUEUE_URL, account_id: '123456789012' };
    const inferred = {
      ...send(),
      aws,
      id: entityId(9),
      parent_id: entityId(2),
      inferred: true,
      origin: 'AWS::SQS::Queue',
    };
    const trace = traceOf(
      segmentDocument({ subsegments: [send()] }),
      segmentDocument({ ...inferred, namespace: undefined }),
      consumer({ parent_id: entityId(2) }),
    );
    const [sent, received] = callsOf(trace);
    expect(received?.from).toEqual(sent?.to);
    expect(drawn(trace)).toEqual(['api → order-events (AWS::SQS::Queue)', 'order-events ⇢ mailer (AWS::Lambda)']);
  });

  test('to a topic that sends segments itself is a call like any other', () => {
    const publish = awsCall('SNS', { operation: 'Publish', topic_arn: 'arn:aws:sns:eu-west-1:123456789012:alarms' });
    const topic = consumer({ name: 'alarms', origin: 'AWS::SNS', parent_id: entityId(2) });
    expect(drawn(traceOf(segmentDocument({ subsegments: [publish] }), topic))).toEqual(['api → alarms (AWS::SNS)']);
  });

  test('whose consumer has a trace of its own leads where the link says', () => {
    const linked = send({ links: linkTo('child', NAMED) });
    expect(drawn(traceOf(segmentDocument({ subsegments: [linked] })))).toEqual([
      'api → order-events (AWS::SQS::Queue)',
      'order-events ⇢ mailer (AWS::Lambda)',
    ]);
  });

  test('is of the only queue that a function calls, where its invocation has the link', () => {
    const invocation = (...calls: Fields[]) =>
      traceOf(
        segmentDocument({
          name: 'producer',
          origin: 'AWS::Lambda::Function',
          subsegments: [subsegmentDocument({ name: 'Invocation', links: linkTo('child', NAMED), subsegments: calls })],
        }),
      );
    expect(drawn(invocation())).toEqual(['producer ⇢ mailer (AWS::Lambda)']);
    expect(drawn(invocation(send({ id: entityId(3) })))).toContain('order-events ⇢ mailer (AWS::Lambda)');
  });

  test('of many to one consumer is one edge for the call that sent them', () => {
    const linked = send({ links: [...linkTo('child', NAMED), ...linkTo('child', NAMED)] });
    expect(drawn(traceOf(segmentDocument({ subsegments: [linked] })))).toHaveLength(2);
  });

  test('to a consumer that the link does not name is no edge', () => {
    const linked = send({ links: linkTo('child') });
    expect(drawn(traceOf(segmentDocument({ subsegments: [linked] })))).toEqual([
      'api → order-events (AWS::SQS::Queue)',
    ]);
  });

  test('is seen from the consumer’s own trace as far as its link says', () => {
    const named = { 'aws.xray.reserved.names': ['producer'], 'aws.xray.reserved.type': 'AWS::Lambda' };
    expect(drawn(traceOf(consumer({ links: linkTo('parent', named) })))).toEqual(['producer ⇢ mailer (AWS::Lambda)']);
    expect(drawn(traceOf(consumer({ links: linkTo('parent') })))).toEqual([]);
  });

  test('that an OpenTelemetry consumer links to in the same trace', () => {
    const span = readAnyDocument({
      traceId: TRACE_ID,
      spanId: entityId(5),
      kind: 'CONSUMER',
      name: 'process',
      startTimeUnixNano: 1e18,
      endTimeUnixNano: 1e18 + 1e6,
      links: [{ traceId: TRACE_ID, spanId: entityId(2) }],
      resource: { attributes: { 'service.name': 'mailer' } },
    });
    if (span.kind !== 'segment') throw new Error('A consumer is a segment.');
    const producer = readSegment(segmentDocument({ subsegments: [send()] }));
    const trace = { ...traceOf(), id: TRACE_ID, segments: [producer, span.segment] };
    expect(drawn(trace)).toEqual(['api → order-events (AWS::SQS::Queue)', 'order-events ⇢ mailer']);
  });

  test('takes no time of who sent it, fails nobody, and is no witness of a time', () => {
    const trace = traceOf(
      segmentDocument({ subsegments: [send()], ...ran(0, 100) }),
      consumer({ parent_id: entityId(2), ...ran(20, 300), fault: true }),
    );
    const { work, calls, failure } = new TraceObserver('version').observe(trace);
    expect(work.find(({ node }) => node.name === 'api')).toMatchObject({ selfMs: 70, ownFault: false });
    expect(calls.map(({ to, fault, onlyWitness }) => [to.name, fault, onlyWitness])).toEqual([
      ['order-events', false, true],
      ['mailer', false, false],
    ]);
    expect(failure?.node.name).toBe('mailer');
    const linked = traceOf(segmentDocument({ subsegments: [send({ links: linkTo('child', NAMED) })] }));
    const [, link] = new TraceObserver('version').observe(linked).calls;
    expect(link).toMatchObject({ to: { name: 'mailer' }, durationMs: 0, onlyWitness: false });
  });
});

describe('links that are none', () => {
  test.each([
    ['no list', 'x'],
    ['no object', [null, 1]],
    ['no trace id', [{ id: entityId(8), attributes: NAMED }]],
    ['no id', [{ trace_id: TRACE_ID, attributes: NAMED }]],
    ['no reference', [{ trace_id: TRACE_ID, id: entityId(8), attributes: NAMED }]],
    ['names that are none', linkTo('child', { 'aws.xray.reserved.names': [{}] })],
  ])('%s: no edge', (_, links) => {
    expect(callsOf(traceOf(segmentDocument({ links })))).toEqual([]);
  });
});

describe('two nodes of one name', () => {
  test('stage ─► fn (Lambda) ─► fn (Lambda function) ─► table: from API Gateway to the function’s own code', () => {
    const trace = traceOf(
      segmentDocument({
        name: 'shop/prod',
        origin: 'AWS::ApiGateway::Stage',
        subsegments: [awsCall('Lambda', { function_name: 'fn', operation: 'Invoke' })],
      }),
      segmentDocument({ id: entityId(3), name: 'fn', origin: 'AWS::Lambda', parent_id: entityId(2), ...ran(12, 38) }),
      segmentDocument({
        id: entityId(4),
        name: 'fn',
        origin: 'AWS::Lambda::Function',
        parent_id: entityId(3),
        ...ran(14, 36),
        subsegments: [awsCall('DynamoDB', { table_name: 'orders' }, { id: entityId(6), ...ran(20, 30) })],
      }),
    );
    expect(drawn(trace)).toEqual([
      'shop/prod → fn (AWS::Lambda)',
      'fn → fn (AWS::Lambda::Function)',
      'fn → orders (AWS::DynamoDB::Table)',
    ]);
  });

  test('a function that sends no segments is the one node that its caller knows', () => {
    const trace = traceOf(segmentDocument({ subsegments: [awsCall('Lambda', { function_name: 'fn' })] }));
    expect(drawn(trace)).toEqual(['api → fn (AWS::Lambda)']);
  });

  test('a remote host and a service of the same name are two', () => {
    const trace = traceOf(
      segmentDocument({ subsegments: [remoteCall('bank'), remoteCall('bank', { id: entityId(7), ...ran(50, 60) })] }),
      segmentDocument({ id: entityId(3), name: 'bank', parent_id: entityId(2), ...ran(12, 38) }),
    );
    expect(drawn(trace)).toEqual(['api → bank', 'api → bank (remote)']);
  });
});

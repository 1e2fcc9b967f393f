import { describe, expect, test } from 'vitest';
import { coldStartMs } from '../../src/trace/cold-start.js';
import type { Segment } from '../../src/trace/entity.js';
import {
  aSegment,
  aSubsegment,
  aTrace,
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  traceOf,
} from '../support/segment-builder.js';

const lambda = (step: string, overrides: Partial<Segment> = {}) =>
  aSegment({ origin: 'AWS::Lambda::Function', subsegments: [aSubsegment({ name: step })], ...overrides });

describe('a cold start', () => {
  const cases: { name: string; segment: Segment; cold: boolean }[] = [
    { name: 'a function that was initialised', segment: lambda('Init'), cold: true },
    { name: 'a function that was initialised, in the older layout', segment: lambda('Initialization'), cold: true },
    { name: 'a function restored from its snapshot', segment: lambda('Restore'), cold: true },
    { name: 'a function that was warm', segment: lambda('Invocation'), cold: false },
    { name: 'a function without subsegments', segment: lambda('Init', { subsegments: [] }), cold: false },
    { name: "the Lambda service's own segment", segment: lambda('Init', { origin: 'AWS::Lambda' }), cold: false },
    { name: 'an application that calls a step Init', segment: lambda('Init', { origin: null }), cold: false },
    {
      name: "a function's own step called Init, deeper down",
      segment: lambda('load', {
        subsegments: [aSubsegment({ name: 'load', subsegments: [aSubsegment({ name: 'Init' })] })],
      }),
      cold: false,
    },
  ];
  test.each(cases)('$name: $cold', ({ segment, cold }) => {
    expect(coldStartMs(aTrace({ segments: [segment] })) !== null).toBe(cold);
  });

  test('took as long as all functions that had to be initialised, together', () => {
    const called = lambda('Restore', { id: entityId(3), parentId: entityId(1) });
    expect(coldStartMs(aTrace({ segments: [lambda('Init'), called] }))).toBe(60);
  });

  test('that still goes on has taken no time yet', () => {
    const going = lambda('Init', { subsegments: [aSubsegment({ name: 'Init', endMs: null })] });
    expect(coldStartMs(aTrace({ segments: [going] }))).toBe(0);
  });

  test('of any function that the response waited for is one of the request', () => {
    const [warm, cold] = ['Invocation', 'Init'].map((step, i) =>
      lambda(step, { id: entityId(3 + i), parentId: entityId(1) }),
    );
    expect(coldStartMs(aTrace({ segments: [aSegment(), warm!, cold!] }))).toBe(30);
  });

  const sqs = awsCall('SQS', { queue_url: 'https://sqs/1/orders', operation: 'SendMessage' });
  const invoke = (status: number) =>
    awsCall('Lambda', { function_name: 'f', operation: 'Invoke' }, { http: { response: { status } } });
  const http = remoteCall('f');
  const calls: { name: string; call: Fields; fromMs: number; cold: boolean }[] = [
    { name: 'of a function that a call over HTTP went to', call: http, fromMs: 12, cold: true },
    { name: 'of a function that was invoked and waited for', call: invoke(200), fromMs: 12, cold: true },
    { name: 'of a function whose clock is ahead', call: { ...http, ...ran(10, 90) }, fromMs: 110, cold: true },
    { name: 'of a function that was invoked as an event', call: invoke(202), fromMs: 12, cold: false },
    { name: 'of a queue’s consumer', call: sqs, fromMs: 12, cold: false },
    { name: 'of a function that began when the request was answered', call: {}, fromMs: 100, cold: false },
  ];
  test.each(calls)('$name makes the request cold: $cold', ({ call, fromMs, cold }) => {
    const called = segmentDocument({
      id: entityId(3),
      origin: 'AWS::Lambda::Function',
      parent_id: call.id ?? entityId(1),
      ...ran(fromMs, fromMs + 25),
      subsegments: [subsegmentDocument({ id: entityId(4), name: 'Init', ...ran(fromMs, fromMs + 20) })],
    });
    const below = segmentDocument({ id: entityId(5), ...ran(fromMs, fromMs + 25), parent_id: call.id ?? entityId(1) });
    const next = { ...called, parent_id: entityId(5) };
    const root = segmentDocument({ subsegments: call.id === undefined ? [] : [call] });
    expect(coldStartMs(traceOf(root, called)) !== null).toBe(cold);
    expect(coldStartMs(traceOf(root, below, next)) !== null).toBe(cold);
  });
});

import { describe, expect, test } from 'vitest';
import {
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  told,
  traceOf,
} from '../support/segment-builder.js';

const fault: Fields = { fault: true };
const error: Fields = { error: true };
const thrown = (type: string, message = 'no') => ({ cause: { exceptions: [{ id: entityId(9), type, message }] } });
const status = (code: number) => ({ http: { response: { status: code } } });
const part = (overrides: Fields) => subsegmentDocument({ id: entityId(5), ...ran(50, 80), ...overrides });
/** A call from 10 to 40 ms to a callee without segments. */
const call = (overrides: Fields) => remoteCall('cache', { traced: false, ...overrides });
const later = (overrides: Fields = {}) => call({ id: entityId(4), name: 'orders', ...ran(50, 80), ...overrides });

/** Each: a failed call, what else its segment did, and whose failure that is. */
const cases: { name: string; flag: 'Fault' | 'Error'; segment: Fields; parts: Fields[]; own: boolean }[] = [
  { name: 'a fault without any failed call', flag: 'Fault', segment: fault, parts: [call({})], own: true },
  { name: 'a fault where a call was an error', flag: 'Fault', segment: fault, parts: [call(error)], own: true },
  { name: 'a fault that is passed on', flag: 'Fault', segment: fault, parts: [call(fault)], own: false },
  { name: 'a failed call that is swallowed', flag: 'Fault', segment: {}, parts: [call(fault)], own: false },
  {
    name: 'a fault that is passed on as an answer of its own',
    flag: 'Fault',
    segment: { ...fault, ...status(500) },
    parts: [call({ ...fault, ...status(503) })],
    own: false,
  },
  {
    name: 'a fault after a failed call, and one that succeeded',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), later()],
    own: true,
  },
  {
    name: 'a fault after a failed call that was tried again, and failed',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), later(fault)],
    own: false,
  },
  {
    name: 'a fault after a failed call that was tried again, and was an error',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), later(error)],
    own: false,
  },
  {
    name: 'a fault after a failed call, beside one that succeeded',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), later(ran(39, 80))],
    own: false,
  },
  {
    name: 'a fault of which one of two failed calls was swallowed',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), later(), later({ id: entityId(6), ...ran(85, 90), ...fault })],
    own: false,
  },
  {
    name: 'a fault with an exception that is another than the call’s',
    flag: 'Fault',
    segment: { ...fault, ...thrown('TypeError', 'x is undefined') },
    parts: [call({ ...fault, ...thrown('Timeout', 'no answer') })],
    own: true,
  },
  {
    name: 'a fault with the exception of the call',
    flag: 'Fault',
    segment: { ...fault, ...thrown('Timeout', 'the cache is down') },
    parts: [call({ ...fault, ...thrown('Timeout', 'no answer') })],
    own: false,
  },
  {
    name: 'a fault with an exception that the call’s is wrapped into',
    flag: 'Fault',
    segment: { ...fault, ...thrown('CacheFailed', 'Timeout: no answer') },
    parts: [call({ ...fault, ...thrown('Timeout', 'no answer') })],
    own: false,
  },
  {
    name: 'a fault with an exception after an answer that was a fault',
    flag: 'Fault',
    segment: { ...fault, ...thrown('Error', 'the cache answered 503') },
    parts: [call({ ...fault, ...status(503) })],
    own: false,
  },
  {
    name: 'a fault of a part of its code that made no call',
    flag: 'Fault',
    segment: fault,
    parts: [call(fault), part(fault)],
    own: true,
  },
  {
    name: 'a fault of a part of its code around the failed call',
    flag: 'Fault',
    segment: fault,
    parts: [part({ ...fault, ...ran(5, 45), subsegments: [call(fault)] })],
    own: false,
  },
  {
    name: 'a fault of a part of the failed call',
    flag: 'Fault',
    segment: fault,
    parts: [call({ ...fault, subsegments: [part({ ...fault, ...ran(11, 12) })] })],
    own: false,
  },
  {
    name: 'an error of another status than the call’s',
    flag: 'Error',
    segment: { ...error, ...status(400) },
    parts: [call({ ...error, ...status(404) })],
    own: true,
  },
  {
    name: 'an error of another status than what an AWS SDK was answered',
    flag: 'Error',
    segment: { ...error, ...status(404) },
    parts: [call({ ...error, ...status(400), namespace: 'aws' })],
    own: false,
  },
  {
    name: 'an error of the call’s status',
    flag: 'Error',
    segment: { ...error, ...status(404) },
    parts: [call({ ...error, ...status(404) })],
    own: false,
  },
  {
    name: 'an error after a cache had nothing and the table had',
    flag: 'Error',
    segment: error,
    parts: [call({ ...error, ...status(404) }), later()],
    own: true,
  },
];

describe('a segment’s own failure', () => {
  test.each(cases)('$name: $own', ({ flag, segment, parts, own }) => {
    const [api] = told(traceOf(segmentDocument({ ...segment, subsegments: parts }))).work;
    expect(api?.[`own${flag}`]).toBe(own);
  });

  test('is none where the callee directly below it failed, and one where that is a consumer', () => {
    const failed = (fields: Fields) =>
      told(
        traceOf(
          segmentDocument({ ...fault, ...fields }),
          segmentDocument({
            id: entityId(3),
            name: 'f',
            parent_id: entityId(1),
            ...ran(50, 90),
            ...fault,
            origin: 'AWS::Lambda',
          }),
        ),
      ).work[0];
    const send = subsegmentDocument({ name: 'SQS', namespace: 'aws', aws: { operation: 'SendMessage' } });
    expect(failed({})).toMatchObject({ ownFault: false, selfMs: 60 });
    expect(failed({ subsegments: [send] })).toMatchObject({ ownFault: true, selfMs: 70 });
  });
});

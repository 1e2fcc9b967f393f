import { describe, expect, test } from 'vitest';
import { type ExceptionDifference, exceptionDifferences } from '../../src/compare/exceptions.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
} from '../support/segment-builder.js';
import { aProfile, aRequest } from '../support/simulated-run.js';
import { type DocumentsOf, tracedPairs } from './real-traces.js';

const PAIRS = 60;

const thrown = (type?: string, message?: string): Fields => ({
  fault: true,
  cause: { exceptions: [{ id: entityId(99), ...(type && { type }), ...(message && { message }) }] },
});

/** `api` calls `orders`, which calls `payments`. */
function chain({ api = {}, orders = {}, payments = {} }: Readonly<Record<string, Fields>> = {}): Fields[] {
  return [
    segmentDocument({ subsegments: [remoteCall('orders', { id: entityId(2), ...ran(5, 95) })], ...api }),
    segmentDocument({
      id: entityId(3),
      name: 'orders',
      parent_id: entityId(2),
      ...ran(10, 90),
      subsegments: [remoteCall('payments', { id: entityId(4), ...ran(20, 80) })],
      ...orders,
    }),
    segmentDocument({ id: entityId(5), name: 'payments', parent_id: entityId(4), ...ran(25, 75), ...payments }),
  ];
}

const calm = () => chain();
const inFirst =
  (count: number, documents: DocumentsOf): DocumentsOf =>
  (i) =>
    i < count ? documents(i) : chain();

function differences(baseline: DocumentsOf, candidate: DocumentsOf): ExceptionDifference[] {
  return exceptionDifferences(tracedPairs(PAIRS, baseline, candidate), 0.001);
}

/** `new: api › orders › payments TimeoutError` */
function told(found: readonly ExceptionDifference[]): string[] {
  return found.map(({ change, path, type, message }) => `${change}: ${path.join(' › ')} ${type || message}`);
}

describe('an exception that only the candidate records', () => {
  const timeouts = (i: number) => chain({ payments: thrown('TimeoutError', `no answer within ${i} ms`) });

  test('is told with its message, the path to it and a trace', () => {
    const [exception, ...others] = differences(calm, inFirst(20, timeouts));
    expect(others).toEqual([]);
    expect(exception).toMatchObject({
      change: 'new',
      type: 'TimeoutError',
      message: 'no answer within 0 ms',
      path: ['api', 'orders', 'payments'],
      operations: ['POST /orders'],
      seen: { baseline: 0, candidate: 20 },
      of: { baseline: PAIRS, candidate: PAIRS },
      certain: true,
      exampleTraceId: 'trace-0',
    });
  });

  test('in few traces may be an old one that the baseline missed', () => {
    expect(differences(calm, inFirst(4, timeouts))[0]).toMatchObject({ change: 'new', certain: false });
  });

  test('is not told where the baseline records it as well', () => {
    expect(differences(inFirst(1, timeouts), inFirst(40, timeouts))).toEqual([]);
  });

  test('is another at another node, and of another type', () => {
    const before = inFirst(20, timeouts);
    expect(
      told(
        differences(
          before,
          inFirst(20, () => chain({ orders: thrown('TimeoutError') })),
        ),
      ),
    ).toEqual(['new: api › orders TimeoutError', 'removed: api › orders › payments TimeoutError']);
    expect(
      told(
        differences(
          before,
          inFirst(20, () => chain({ payments: thrown('CardError') })),
        ),
      ),
    ).toEqual(['new: api › orders › payments CardError', 'removed: api › orders › payments TimeoutError']);
  });

  test('that its callers pass on is told once, where it began', () => {
    const passedOn = () => {
      const exception = thrown('TimeoutError', 'too late');
      return chain({ api: exception, orders: exception, payments: exception });
    };
    expect(told(differences(calm, inFirst(20, passedOn)))).toEqual(['new: api › orders › payments TimeoutError']);
  });

  test('below a new subsegment is the one that it was', () => {
    const inPart = () =>
      chain({
        payments: {
          fault: true,
          subsegments: [
            subsegmentDocument({ id: entityId(6), name: 'charge', ...ran(30, 40), ...thrown('TimeoutError') }),
          ],
        },
      });
    expect(differences(inFirst(20, timeouts), inFirst(20, inPart))).toEqual([]);
  });

  test('of a callee without segments is recorded at the callee', () => {
    const call = awsCall('DynamoDB', { table_name: 'cards', operation: 'GetItem' }, thrown('ResourceNotFound'));
    const missing = () => chain({ payments: { subsegments: [{ ...call, id: entityId(6), ...ran(30, 40) }] } });
    expect(told(differences(calm, inFirst(20, missing)))).toEqual([
      'new: api › orders › payments › cards ResourceNotFound',
    ]);
  });
});

test('what a caller records inside a call to a callee without segments is the caller’s', () => {
  const inCall = () => {
    const attempt = subsegmentDocument({ id: entityId(7), name: 'attempt', ...ran(31, 39), ...thrown('Refused') });
    const call = awsCall(
      'DynamoDB',
      { table_name: 'cards' },
      { id: entityId(6), ...ran(30, 40), subsegments: [attempt] },
    );
    return chain({ payments: { subsegments: [call] } });
  };
  expect(told(differences(calm, inFirst(20, inCall)))).toEqual(['new: api › orders › payments Refused']);
});

describe('an exception without a type', () => {
  const said = (message: string) => () => chain({ payments: thrown(undefined, message) });

  test('is known by its message, but for numbers and ids', () => {
    const before = inFirst(20, said('order 17 of 9b2f6c1e-0d4a-4b7e-8f10-2a3b4c5d6e7f (key ab12cd34ef) failed'));
    const after = inFirst(20, said('order 4 of 00000000-1111-2222-3333-444444444444 (key 99zz88yy77) failed'));
    expect(differences(before, after)).toEqual([]);
    expect(told(differences(before, inFirst(20, said('no such order'))))).toEqual([
      'new: api › orders › payments no such order',
      'removed: api › orders › payments order 17 of 9b2f6c1e-0d4a-4b7e-8f10-2a3b4c5d6e7f (key ab12cd34ef) failed',
    ]);
  });
});

test('profiles without exceptions have no differences, nor have those without traces', () => {
  expect(differences(calm, calm)).toEqual([]);
  const untraced = aProfile({ requests: [aRequest({ traced: false })] });
  expect(exceptionDifferences({ baseline: untraced, candidate: untraced }, 0.001)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/trace/failure.js';
import { callsOf } from '../../src/trace/service-graph.js';
import type { Trace } from '../../src/trace/trace.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  traceOf,
} from '../support/segment-builder.js';

const thrown = (type: string) => ({ cause: { exceptions: [{ id: entityId(9), type, message: 'no' }] } });
const status = (code: number) => ({ http: { response: { status: code } } });
const failed = (overrides: Fields = {}): Fields => ({ fault: true, ...status(500), ...overrides });
const callee = (overrides: Fields) =>
  segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35), ...overrides });

/** `payments 500 TypeError` */
function failureIn(trace: Trace): string | null {
  const failure = failureOf(trace, callsOf(trace));
  return failure === null ? null : `${failure.node.name} ${failure.status ?? '-'} ${failure.exception ?? '-'}`;
}

describe('the failure of a trace', () => {
  test('is none where nothing faulted, whatever was an error', () => {
    expect(failureIn(traceOf(segmentDocument({ error: true, ...status(404) })))).toBeNull();
  });

  test('is the segment that failed, with its status and exception', () => {
    expect(failureIn(traceOf(segmentDocument(failed(thrown('TypeError')))))).toBe('api 500 TypeError');
  });

  test('is an exception that a subsegment of it recorded', () => {
    const query = awsCall('DynamoDB', { table_name: 'orders' }, thrown('Throttled'));
    expect(failureIn(traceOf(segmentDocument(failed({ subsegments: [query] }))))).toBe('api 500 Throttled');
  });

  test('is the callee’s and not its callers’', () => {
    const call = remoteCall('payments', { fault: true });
    const trace = traceOf(segmentDocument(failed({ subsegments: [call] })), callee(failed(thrown('CardError'))));
    expect(failureIn(trace)).toBe('payments 500 CardError');
  });

  test('is the failed call to a callee that sent no segments', () => {
    const query = awsCall('DynamoDB', { table_name: 'orders' }, { fault: true, ...status(503) });
    expect(failureIn(traceOf(segmentDocument(failed({ subsegments: [query] }))))).toBe('orders 503 -');
  });

  test('is a fault that the caller swallowed too', () => {
    const call = remoteCall('payments', { fault: true });
    expect(failureIn(traceOf(segmentDocument({ subsegments: [call] }), callee(failed())))).toBe('payments 500 -');
  });
});

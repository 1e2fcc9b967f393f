import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ObservedRequest, type Profile, profileOf, type RequestProfile } from '../../src/trace/profile.js';
import type { Trace } from '../../src/trace/trace.js';
import {
  awsCall,
  EPOCH_MS,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  TRACE_ID,
  told,
  traceOf,
} from '../support/segment-builder.js';

const COVERAGE = { sent: 1, answered: 1, traced: 1, complete: 1, otherVersion: 0, operations: [] };
const CALM = { fault: false, error: false, throttle: false, expected: false, timedOutAfterMs: null };

type Overrides = Partial<ObservedRequest> & { readonly trace?: Trace | null };

function anObserved({ trace = traceOf(segmentDocument()), ...overrides }: Overrides = {}): ObservedRequest {
  return {
    traceId: TRACE_ID,
    run: null,
    order: 0,
    slot: 0,
    startMs: EPOCH_MS,
    operation: 'GET /',
    seen: CALM,
    told: trace === null ? null : told(trace),
    ...overrides,
  };
}

function profiled(...requests: readonly ObservedRequest[]): Profile {
  return profileOf(requests, { version: 'v2', run: null, coverage: COVERAGE });
}

function profiledOne(overrides: Overrides): RequestProfile {
  return profiled(anObserved(overrides)).requests[0]!;
}

/** `api 70 ms, payments 20 ms own fault` */
function workIn(trace: Trace): string[] {
  const { nodes, requests } = profiled(anObserved({ trace }));
  return requests[0]!.work.map(
    ({ node, selfMs, ownFault }) => `${nodes[node]?.name} ${selfMs} ms${ownFault ? ' own fault' : ''}`,
  );
}

/** `api/own code 70 ms, api/network to payments 10 ms` */
function pathIn(trace: Trace): string[] {
  const { nodes, steps, requests } = profiled(anObserved({ trace }));
  return requests[0]!.steps.map(({ step, pathMs }) => {
    const { node, name } = steps[step]!;
    return `${nodes[node]?.name}${name && `/${name}`} ${Math.round(pathMs * 100) / 100} ms`;
  });
}

const calling = (calls: Fields[], overrides: Fields = {}) => segmentDocument({ subsegments: calls, ...overrides });
const callee = (overrides: Fields = {}) =>
  segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35), ...overrides });
const order = awsCall('DynamoDB', { table_name: 'orders', operation: 'PutItem' }, { id: entityId(4), ...ran(50, 70) });

describe('a request', () => {
  test('keeps what it is known by', () => {
    const { traceId, order, startMs, operation } = profiledOne({ order: 7, operation: 'POST /orders' });
    expect({ traceId, order, startMs, operation }).toEqual({
      traceId: TRACE_ID,
      order: 7,
      startMs: EPOCH_MS,
      operation: 'POST /orders',
    });
  });

  test('without a whole trace is what the driver saw, and no work', () => {
    expect(profiledOne({ trace: null, seen: { ...CALM, fault: true } })).toMatchObject({
      traced: false,
      responseMs: null,
      fault: true,
      cold: false,
      work: [],
      calls: [],
      steps: [],
      exceptions: [],
    });
  });

  const responses: {
    name: string;
    timedOutAfterMs: number | null;
    servedMs: number | null;
    responseMs: number | null;
  }[] = [
    { name: 'as long as its root segment', timedOutAfterMs: null, servedMs: 80, responseMs: 80 },
    { name: 'unknown without a trace', timedOutAfterMs: null, servedMs: null, responseMs: null },
    {
      name: 'the time-out where no answer came and no trace',
      timedOutAfterMs: 10_000,
      servedMs: null,
      responseMs: 10_000,
    },
    { name: 'the time-out where its service was quick', timedOutAfterMs: 10_000, servedMs: 80, responseMs: 10_000 },
    {
      name: "the service's time where that went on after the time-out",
      timedOutAfterMs: 10_000,
      servedMs: 12_000,
      responseMs: 12_000,
    },
  ];
  test.each(responses)('took $name', ({ timedOutAfterMs, servedMs, responseMs }) => {
    const trace = servedMs === null ? null : traceOf(segmentDocument(ran(0, servedMs)));
    expect(profiledOne({ seen: { ...CALM, timedOutAfterMs }, trace }).responseMs).toBe(responseMs);
  });

  test.each(['fault', 'error', 'throttle'] as const)('is a %s when the driver or the root segment says so', (flag) => {
    const marked = traceOf(segmentDocument({ [flag]: true }));
    expect(profiledOne({ seen: { ...CALM, [flag]: true } })[flag]).toBe(true);
    expect(profiledOne({ trace: marked })[flag]).toBe(true);
    expect(profiledOne({ seen: null, trace: marked })[flag]).toBe(true);
    expect(profiledOne({})[flag]).toBe(false);
  });

  test('is no fault because of a fault that its root swallowed', () => {
    const trace = traceOf(calling([remoteCall('payments', { fault: true })]), callee({ fault: true }));
    expect(profiledOne({ trace }).fault).toBe(false);
  });

  test('is cold when a function had to be initialised', () => {
    const trace = traceOf(
      segmentDocument({ origin: 'AWS::Lambda::Function', subsegments: [subsegmentDocument({ name: 'Init' })] }),
    );
    expect(profiledOne({ trace }).cold).toBe(true);
  });
});

describe('work', () => {
  test("is each node's time without its calls, local steps included", () => {
    const local = subsegmentDocument({ id: entityId(6), name: 'render', ...ran(80, 95) });
    expect(workIn(traceOf(calling([remoteCall('payments'), order, local]), callee()))).toEqual([
      'api 50 ms',
      'payments 20 ms',
    ]);
  });

  test("of a Lambda's service segment is what its function did not take", () => {
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
    expect(workIn(trace)).toEqual(['fn 10 ms', 'fn 90 ms']);
  });

  test('is not done by what X-Ray inferred', () => {
    const inferred = callee({
      name: 'DynamoDB',
      parent_id: entityId(4),
      inferred: true,
      origin: 'AWS::DynamoDB::Table',
    });
    expect(workIn(traceOf(calling([order]), inferred))).toEqual(['api 80 ms']);
  });

  const faults: { name: string; trace: Trace; work: string[] }[] = [
    {
      name: 'that no call shows is its own',
      trace: traceOf(segmentDocument({ fault: true })),
      work: ['api 100 ms own fault'],
    },
    {
      name: "that its callee made is the callee's own",
      trace: traceOf(calling([remoteCall('payments', { fault: true })], { fault: true }), callee({ fault: true })),
      work: ['api 70 ms', 'payments 20 ms own fault'],
    },
    {
      name: "of a table is nobody's own",
      trace: traceOf(calling([{ ...order, fault: true }], { fault: true })),
      work: ['api 80 ms'],
    },
    {
      name: 'beside calls that went well is its own',
      trace: traceOf(calling([remoteCall('payments')], { fault: true }), callee()),
      work: ['api 70 ms own fault', 'payments 20 ms'],
    },
  ];
  test.each(faults)('a fault $name', ({ trace, work }) => {
    expect(workIn(trace)).toEqual(work);
  });
});

describe('calls', () => {
  test('tell whether anything but they witnessed the callee', () => {
    const inferred = callee({ id: entityId(8), name: 'DynamoDB', parent_id: entityId(4), inferred: true });
    const trace = traceOf(calling([remoteCall('payments'), order]), callee(), inferred);
    const { nodes, requests } = profiled(anObserved({ trace }));
    expect(
      requests[0]!.calls.map(({ from, to, durationMs, onlyWitness }) => [
        nodes[from]?.name,
        nodes[to]?.name,
        durationMs,
        onlyWitness,
      ]),
    ).toEqual([
      ['api', 'payments', 30, false],
      ['api', 'DynamoDB', 20, true],
    ]);
  });
});

describe('the path', () => {
  test('is split into own code, local steps, network, callees, and calls to what sends no segments', () => {
    const local = subsegmentDocument({ id: entityId(6), name: 'render', ...ran(80, 95) });
    expect(pathIn(traceOf(calling([remoteCall('payments'), order, local]), callee()))).toEqual([
      'api/own code 35 ms',
      'api/network to payments 10 ms',
      'payments/own code 20 ms',
      'orders/PutItem 20 ms',
      'api/render 15 ms',
    ]);
  });

  test('adds up what was done in several stretches', () => {
    const again = { ...order, id: entityId(5), ...ran(75, 85) };
    expect(pathIn(traceOf(calling([order, again])))).toEqual(['api/own code 70 ms', 'orders/PutItem 30 ms']);
  });

  test('of a call whose operation is unknown has no step', () => {
    expect(pathIn(traceOf(calling([remoteCall('bank', { traced: false })])))).toEqual([
      'api/own code 70 ms',
      'bank 30 ms',
    ]);
  });

  test('adds up to the response time, however calls lie', () => {
    const time = fc.integer({ min: -30, max: 130 });
    const calls = fc.array(fc.tuple(time, time, fc.constantFrom('aws', 'remote', undefined)), { maxLength: 8 });
    fc.assert(
      fc.property(calls, (drawn) => {
        const subsegments = drawn.map(([from, to, namespace], i) =>
          subsegmentDocument({ id: entityId(10 + i), name: `call${i % 3}`, namespace, ...ran(from, to) }),
        );
        const callees = drawn.flatMap(([from, to], i) =>
          i % 2 === 0 ? [callee({ id: entityId(50 + i), parent_id: entityId(10 + i), ...ran(from + 1, to) })] : [],
        );
        const { responseMs, steps } = profiledOne({ trace: traceOf(calling(subsegments), ...callees) });
        expect(steps.reduce((sum, { pathMs }) => sum + pathMs, 0)).toBeCloseTo(responseMs!, 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('nodes', () => {
  test('of all requests are listed once', () => {
    const trace = traceOf(calling([remoteCall('payments'), order]), callee());
    const { nodes, requests } = profiled(anObserved({ trace }), anObserved({ order: 1, trace }));
    expect(nodes.map(({ name }) => name).toSorted()).toEqual(['api', 'orders', 'payments']);
    expect(requests[1]?.work).toEqual(requests[0]?.work);
  });
});

test('a profile keeps its version, run and coverage', () => {
  const about = { version: 'v2', run: 'r1', coverage: { ...COVERAGE, sent: 5 } };
  expect(profileOf([], about)).toEqual({
    ...about,
    nodes: [],
    nodeVersions: [],
    steps: [],
    exceptions: [],
    requests: [],
  });
});

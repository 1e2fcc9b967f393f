import { expect, test } from 'vitest';
import type { FinishedTrace } from '../../src/local/finished-trace.js';
import { TraceWatch } from '../../src/local/trace-watch.js';
import { EPOCH_S, entityId, segment, shopTrace, subsegment, traceId } from './documents.js';
import { datagramOf, localXRay, sendDatagrams } from './harness.js';
import { storeOf } from './stored.js';

/** A watch over a store, on a clock that moves when it is told to. */
function watched(limits = {}) {
  const store = storeOf([], limits);
  const told: FinishedTrace[] = [];
  let nowMs = 0;
  const watch = new TraceWatch(
    store,
    (trace) => told.push(trace),
    () => nowMs,
  );
  return {
    store,
    watch,
    told,
    arrive(...documents: unknown[]) {
      for (const document of documents) {
        const stored = store.put(JSON.stringify(document));
        if (stored.kind === 'stored') watch.heard(stored.traceIds);
      }
    },
    after(ms: number) {
      nowMs += ms;
      watch.look();
      return told.length;
    },
  };
}

/** A segment that called a service which sends a segment of its own. */
const caller = segment(1, { subsegments: [subsegment(2, { namespace: 'remote', traced: true })] });
const callee = segment(3, { parent_id: entityId(2), name: 'inventory' });

test('a complete trace is told when a second has brought nothing more', () => {
  const { arrive, after } = watched();
  arrive(caller, callee);
  expect(after(999)).toBe(0);
  arrive(segment(4));
  expect(after(999)).toBe(0);
  expect(after(1)).toBe(1);
});

test('a trace is told once, whatever comes later', () => {
  const { arrive, after } = watched();
  arrive(segment(1));
  expect(after(1000)).toBe(1);
  arrive(segment(2));
  expect(after(60_000)).toBe(1);
});

test('an incomplete trace is waited for, and told as it is after half a minute', () => {
  const { arrive, after, told } = watched();
  arrive(caller);
  expect(after(29_999)).toBe(0);
  expect(after(1)).toBe(1);
  expect(told[0]).toMatchObject({ waitsFor: 'called segment', segments: 1 });
});

test('an incomplete trace is told when what it waited for has come', () => {
  const { arrive, after, told } = watched();
  arrive(caller);
  expect(after(20_000)).toBe(0);
  arrive(callee);
  expect(after(1000)).toBe(1);
  expect(told[0]).toMatchObject({ waitsFor: null, segments: 2 });
});

test('a trace that had to go for newer ones is not told', () => {
  const { arrive, after } = watched({ maxTraces: 1 });
  arrive(segment(1), segment(1, { trace_id: traceId(2) }));
  expect(after(60_000)).toBe(1);
});

test('a trace that went and came anew is told again', () => {
  const { arrive, after, store } = watched({ maxTraces: 1 });
  arrive(segment(1));
  expect(after(1000)).toBe(1);
  store.clear();
  arrive(segment(1));
  expect(after(1000)).toBe(2);
  arrive(segment(1, { trace_id: traceId(2) })); // The first one goes.
  expect(after(1000)).toBe(3);
  arrive(segment(1));
  expect(after(1000)).toBe(4);
});

test('a trace that came anew is waited for from then on', () => {
  const { arrive, after, store } = watched();
  arrive(caller);
  expect(after(20_000)).toBe(0);
  store.clear();
  arrive(caller);
  expect(after(29_999)).toBe(0);
  expect(after(1)).toBe(1);
});

test('the last look tells of all that are left as they are', () => {
  const { arrive, watch, told } = watched();
  arrive(caller, segment(1, { trace_id: traceId(2) }));
  watch.look(true);
  expect(told.map(({ traceId: id, waitsFor }) => [id, waitsFor])).toEqual([
    [traceId(1), 'called segment'],
    [traceId(2), null],
  ]);
});

test('what is told is of the root segment; inferred segments are not counted', () => {
  const { arrive, after, told } = watched();
  arrive(...shopTrace(traceId(1), { fault: true, service: { version: 'v1' }, annotations: { version: 'v2' } }));
  after(1000);
  expect(told).toEqual([
    {
      traceId: traceId(1),
      waitsFor: null,
      startMs: EPOCH_S * 1000,
      name: 'api',
      method: 'GET',
      path: '/checkout/42',
      status: 200,
      durationMs: 100,
      segments: 2,
      version: 'v2',
      fault: true,
      error: false,
      throttle: false,
    },
  ]);
});

test('a trace of the running local X-Ray is told, at the latest when it stops', async () => {
  const told: FinishedTrace[] = [];
  const xray = await localXRay({ onFinished: (trace) => told.push(trace) });
  await sendDatagrams(xray, [datagramOf(segment(1)), datagramOf({ ...caller, trace_id: traceId(2) })]);
  await expect.poll(() => told.map(({ traceId: id }) => id), { timeout: 5000 }).toEqual([traceId(1)]);
  await xray.stop();
  expect(told[1]).toMatchObject({ traceId: traceId(2), waitsFor: 'called segment' });
});

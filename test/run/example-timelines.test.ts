import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import { fetchTimelines } from '../../src/run/example-timelines.js';
import { FakeTraceSource, type FakeTraceSourceScript } from '../support/fake-trace-source.js';
import { entityId, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const idOf = (number: number) => `1-6b006c36-${number.toString(16).padStart(24, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, i) => idOf(i));
const documentOf = (traceId: string) => segmentDocument({ trace_id: traceId, id: entityId(1) });

async function fetched(traceIds: readonly string[], script: FakeTraceSourceScript) {
  const clock = new VirtualClock();
  const traces = new FakeTraceSource(clock, { holds: (traceId) => [documentOf(traceId)], ...script });
  const { timelines, calls } = await clock.run(fetchTimelines(traceIds, 'version', { traces, clock }));
  return { ids: timelines.map(({ traceId }) => traceId), calls, traces };
}

describe('the timelines of examples', () => {
  test('are of traces that are fetched once more, a few calls for all', async () => {
    const { ids: got, calls, traces } = await fetched(ids(12), {});
    expect(got).toEqual(ids(12));
    expect(traces.calls.map(({ traceIds }) => traceIds.length)).toEqual([5, 5, 2]);
    expect(calls).toBe(3);
  });

  test('need no call where there is no example', async () => {
    expect(await fetched([], {})).toMatchObject({ ids: [], calls: 0 });
  });

  test('leave out a trace that is not there any more, and one without a segment', async () => {
    const holds = (traceId: string) =>
      traceId === idOf(1) ? null : traceId === idOf(2) ? ['no document'] : [documentOf(traceId)];
    expect((await fetched(ids(4), { holds })).ids).toEqual([idOf(0), idOf(3)]);
  });

  test('are asked for again where X-Ray is busy, not without end', async () => {
    const once = await fetched(ids(7), { busy: (call) => (call === 1 ? 'ThrottledException' : null) });
    expect([once.ids.length, once.calls]).toEqual([7, 3]);
    const always = await fetched(ids(7), { busy: (call) => (call === 0 ? null : 'ThrottledException') });
    expect(always.ids).toEqual(ids(5));
    expect(always.calls).toBeLessThan(10);
  });

  test('cost the verdict nothing where X-Ray refuses', async () => {
    const busy = (call: number) => {
      if (call > 0) throw new GateError('The credentials have expired.', 'Renew them.');
      return null;
    };
    expect(await fetched(ids(20), { busy })).toMatchObject({ ids: ids(5), calls: 2 });
  });

  test('hide no defect', async () => {
    const busy = () => {
      throw new TypeError('undefined is not a function');
    };
    await expect(fetched(ids(1), { busy })).rejects.toThrow(TypeError);
  });
});

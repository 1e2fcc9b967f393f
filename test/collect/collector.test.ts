import { describe, expect, test } from 'vitest';
import { type Collected, type CollectSettings, collectTraces } from '../../src/collect/collector.js';
import { GateError } from '../../src/errors.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript } from '../support/fake-trace-source.js';
import { entityId, ran, remoteCall, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const idsOf = (count: number) => Array.from({ length: count }, (_, i) => traceIdOf(i));
const whole = (traceId: string) => [segmentDocument({ trace_id: traceId })];
const inProgress = (traceId: string) => [
  segmentDocument({ trace_id: traceId, in_progress: true, end_time: undefined }),
];

interface Collecting {
  readonly collected: Collected;
  readonly source: FakeTraceSource;
  readonly progress: readonly { readonly settled: number; readonly wanted: number }[];
}

async function collecting(
  traceIds: readonly string[],
  script: FakeTraceSourceScript,
  overrides: Partial<CollectSettings> = {},
): Promise<Collecting> {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, script);
  const progress: { settled: number; wanted: number }[] = [];
  const settings: CollectSettings = { settleTimeoutMs: 60_000, concurrency: 4, looks: 2, ...overrides };
  const collected = await clock.run(collectTraces(traceIds, source, settings, clock, (each) => progress.push(each)));
  return { collected, source, progress };
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

/** How often each trace was asked for. */
function asked(source: FakeTraceSource): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of source.calls.flatMap(({ traceIds }) => traceIds)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

describe('collecting', () => {
  test('a trace that is whole in two looks running is settled, and not asked for again', async () => {
    const { collected, source } = await collecting([traceIdOf(1)], { holds: whole });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: true, trace: { id: traceIdOf(1) } });
    expect(collected.calls).toBe(2);
    expect(source.calls).toHaveLength(2);
    expect(collected.elapsedMs).toBeLessThan(10_000);
  });

  test('a trace that was whole in one look only has not settled', async () => {
    const { collected } = await collecting([traceIdOf(1)], { holds: whole }, { settleTimeoutMs: 2000 });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: true, settled: false });
    const { collected: later } = await collecting([traceIdOf(1)], { holds: whole });
    expect(later.traces.get(traceIdOf(1))).toMatchObject({ complete: true, settled: true });
  });

  test('only what has not settled is asked for again', async () => {
    const late = traceIdOf(2);
    const { collected, source } = await collecting(idsOf(5), {
      holds: (id, elapsedMs) => (id === late && elapsedMs < 15_000 ? null : whole(id)),
    });
    const { [late]: asks = 0, ...others } = asked(source);
    expect(Object.values(others)).toEqual([2, 2, 2, 2]);
    expect(asks).toBeGreaterThan(4);
    expect(collected.traces.get(late)?.complete).toBe(true);
  });

  test('services that send in batches are waited for: a call whose callee comes five seconds later is not missed', async () => {
    const otel = { aws: { xray: { sdk: 'opentelemetry for js' } } };
    const caller = { ...otel, subsegments: [remoteCall('payments', { traced: undefined })] };
    const callee = segmentDocument({ ...otel, id: entityId(3), parent_id: entityId(2), ...ran(10, 20) });
    const { collected } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => {
        const came = segmentDocument({ ...caller, trace_id: id });
        return elapsedMs < 5000 ? [came] : [came, { ...callee, trace_id: id }];
      },
    });
    expect(collected.traces.get(traceIdOf(1))?.trace.segments).toHaveLength(2);
  });

  test('a trace that changed between two looks is looked at twice more', async () => {
    const callee = segmentDocument({ id: entityId(3), parent_id: entityId(1), ...ran(10, 20) });
    const { collected, source } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => (elapsedMs < 3000 ? whole(id) : [...whole(id), { ...callee, trace_id: id }]),
    });
    expect(source.calls).toHaveLength(3);
    expect(collected.traces.get(traceIdOf(1))?.trace.segments).toHaveLength(2);
  });

  test('a trace that waits for a callee settles when that has come, and stayed', async () => {
    const calling = (id: string) => segmentDocument({ trace_id: id, subsegments: [remoteCall('payments')] });
    const callee = (id: string) =>
      segmentDocument({ trace_id: id, id: entityId(3), parent_id: entityId(2), ...ran(15, 35) });
    const { collected, source } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => (elapsedMs < 9000 ? [calling(id)] : [calling(id), callee(id)]),
    });
    expect(collected.traces.get(traceIdOf(1))?.complete).toBe(true);
    expect(source.calls.filter(({ elapsedMs }) => elapsedMs >= 9000)).toHaveLength(2);
  });

  test('one look settles traces that are old already, and it is taken at once', async () => {
    const { collected, source } = await collecting(idsOf(3), { holds: whole }, { looks: 1 });
    expect(source.calls.map(({ elapsedMs }) => elapsedMs)).toEqual([0]);
    expect([...collected.traces.values()].every(({ complete }) => complete)).toBe(true);
  });

  test('at most five ids are asked for in a call, and at most four calls are under way', async () => {
    const { collected, source } = await collecting(idsOf(103), { holds: whole, callMs: 50 });
    expect(Math.max(...source.calls.map(({ traceIds }) => traceIds.length))).toBe(5);
    expect(Math.max(...source.calls.map(({ underWay }) => underWay))).toBe(4);
    expect(source.calls).toHaveLength(2 * 21);
    expect(collected.traces.size).toBe(103);
  });

  test('an id that is given twice is asked for once', async () => {
    const { source } = await collecting([traceIdOf(1), traceIdOf(1)], { holds: whole });
    expect(source.calls[0]?.traceIds).toEqual([traceIdOf(1)]);
  });

  test('waits grow between the rounds', async () => {
    const { source } = await collecting([traceIdOf(1)], { holds: inProgress });
    const at = source.calls.map(({ elapsedMs }) => elapsedMs);
    const waits = at.map((ms, i) => ms - (at[i - 1] ?? 0));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(4 * waits[0]!);
  });

  test('nothing is asked where nothing is wanted', async () => {
    const { collected, source } = await collecting([], {});
    expect(source.calls).toEqual([]);
    expect(collected).toMatchObject({ calls: 0, elapsedMs: 0 });
  });

  test('progress tells how many of those wanted have settled', async () => {
    const { progress } = await collecting(idsOf(7), { holds: whole });
    expect(progress.at(0)).toEqual({ settled: 0, wanted: 7 });
    expect(progress.at(-1)).toEqual({ settled: 7, wanted: 7 });
  });
});

describe('what does not settle', () => {
  test('is returned as it was seen last, incomplete, before the deadline has passed', async () => {
    const { collected } = await collecting([traceIdOf(1), traceIdOf(2)], {
      holds: (id) => (id === traceIdOf(1) ? inProgress(id) : whole(id)),
    });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({
      complete: false,
      trace: { segments: [{ inProgress: true }] },
    });
    expect(collected.traces.get(traceIdOf(2))?.complete).toBe(true);
    expect(collected.elapsedMs).toBeLessThanOrEqual(60_000);
    expect(collected.elapsedMs).toBeGreaterThan(30_000);
  });

  test('because the source is slow is not asked for after the deadline', async () => {
    const { collected, source } = await collecting(idsOf(100), { holds: whole, callMs: 25_000 });
    expect(Math.max(...source.calls.map(({ elapsedMs }) => elapsedMs))).toBeLessThanOrEqual(60_000);
    expect(source.calls).toHaveLength(12);
    expect(collected.traces.size).toBe(60);
  });

  test('is given up early when it is one in a hundred and nothing new comes', async () => {
    const { collected } = await collecting(
      idsOf(100),
      {
        holds: (id) => (id === traceIdOf(7) ? null : whole(id)),
      },
      { settleTimeoutMs: 120_000 },
    );
    expect(collected.traces.size).toBe(99);
    expect(collected.elapsedMs).toBeGreaterThan(15_000);
    expect(collected.elapsedMs).toBeLessThan(40_000);
  });

  test('is waited for while it still grows, however few are left', async () => {
    const growing = (id: string, elapsedMs: number) =>
      elapsedMs > 50_000
        ? whole(id)
        : [
            segmentDocument({
              trace_id: id,
              in_progress: true,
              end_time: undefined,
              id: entityId(Math.floor(elapsedMs / 1000)),
            }),
          ];
    const { collected } = await collecting(
      idsOf(100),
      {
        holds: (id, elapsedMs) => (id === traceIdOf(7) ? growing(id, elapsedMs) : whole(id)),
      },
      { settleTimeoutMs: 120_000 },
    );
    expect(collected.traces.get(traceIdOf(7))?.complete).toBe(true);
  });

  test('because it was never found is not there', async () => {
    const { collected } = await collecting(idsOf(2), { holds: (id) => (id === traceIdOf(0) ? whole(id) : null) });
    expect([...collected.traces.keys()]).toEqual([traceIdOf(0)]);
  });

  test('because nothing is known of it but its id is not there', async () => {
    const { collected } = await collecting([traceIdOf(1)], { holds: () => [] });
    expect(collected.traces.size).toBe(0);
  });

  test('because X-Ray cut it is incomplete', async () => {
    const { collected } = await collecting([traceIdOf(1)], {
      holds: (id) => ({ documents: whole(id), limitExceeded: true }),
    });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: false, trace: { limitExceeded: true } });
  });

  test('because it changes at every look may be complete all the same', async () => {
    const { collected } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => [segmentDocument({ trace_id: id, ...ran(0, 100 + elapsedMs) })],
    });
    expect(collected.traces.get(traceIdOf(1))?.complete).toBe(true);
    expect(collected.elapsedMs).toBeGreaterThan(30_000);
  });
});

describe('a source that is busy', () => {
  test('is asked for the same ids again', async () => {
    const { collected, source } = await collecting(idsOf(7), {
      holds: whole,
      busy: (call) => (call < 2 ? 'ThrottledException' : null),
    });
    expect(collected.traces.size).toBe(7);
    expect(asked(source)).toEqual(Object.fromEntries(idsOf(7).map((id) => [id, 3])));
  });

  test('for one batch does not hold up the others', async () => {
    const { collected } = await collecting(idsOf(10), {
      holds: whole,
      busy: (_, traceIds) => (traceIds.includes(traceIdOf(0)) ? 'ThrottledException' : null),
    });
    expect([...collected.traces.keys()]).toEqual(idsOf(10).slice(5));
  });

  test('between two looks does not undo the first', async () => {
    const { source } = await collecting([traceIdOf(1)], { holds: whole, busy: (call) => (call === 1 ? 'busy' : null) });
    expect(source.calls).toHaveLength(3);
  });

  test('all the time is a GateError with its reason', async () => {
    const error = await errorOf(collecting(idsOf(3), { busy: () => 'ThrottledException: Rate exceeded' }));
    expect(error).toBeInstanceOf(GateError);
    expect(error).toMatchObject({
      message: 'X-Ray did not answer a single call in 60 s: ThrottledException: Rate exceeded.',
      remedy: expect.stringContaining('settle-timeout'),
    });
  });

  test('is not one that answers and has nothing', async () => {
    const { collected } = await collecting(idsOf(3), { holds: () => null });
    expect(collected.traces.size).toBe(0);
    expect(collected.calls).toBeGreaterThan(3);
  });

  test('has not been asked at all where the deadline comes before the first round', async () => {
    const error = await errorOf(collecting(idsOf(3), { holds: whole }, { settleTimeoutMs: 1000 }));
    expect(error).toMatchObject({ message: 'X-Ray did not answer a single call in 1 s: no time to ask.' });
  });
});

test('an error of the source passes through as it is', async () => {
  const denied = new GateError('Access denied.', 'Allow xray:BatchGetTraces.');
  const error = await errorOf(
    collecting(idsOf(30), {
      busy: () => {
        throw denied;
      },
    }),
  );
  expect(error).toBe(denied);
});

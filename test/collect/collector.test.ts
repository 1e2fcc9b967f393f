import { describe, expect, test } from 'vitest';
import { collectTraces } from '../../src/collect/collect-traces.js';
import type { Collected } from '../../src/collect/collected.js';
import { Collector } from '../../src/collect/collector.js';
import type { FetchCall, TraceSource } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript, portsOf } from '../support/fake-trace-source.js';
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

interface Overrides {
  readonly settleTimeoutMs?: number;
  readonly looks?: 1 | 2;
}

/** Collects traces whose requests ended long ago. */
async function collecting(
  traceIds: readonly string[],
  script: FakeTraceSourceScript,
  { settleTimeoutMs = 60_000, looks = 2 }: Overrides = {},
): Promise<Collecting> {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, script);
  const progress: { settled: number; wanted: number }[] = [];
  const settings = { settleTimeoutMs, looks, versionAnnotation: 'version' };
  const work = collectTraces(traceIds, portsOf(clock, source), settings, (each) => progress.push(each));
  return { collected: await clock.run(work), source, progress };
}

/** Is told of requests as they end. */
const collectorOn = (clock: VirtualClock, source: FakeTraceSource) =>
  new Collector(portsOf(clock, source), { looks: 2, versionAnnotation: 'version', delayMs: null });

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
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: true, told: { root: { operation: 'api' } } });
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
    expect(collected.traces.get(traceIdOf(1))?.told.work).toHaveLength(2);
  });

  test('a trace that changed between two looks is looked at twice more', async () => {
    const callee = segmentDocument({ id: entityId(3), parent_id: entityId(1), ...ran(10, 20) });
    const { collected, source } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => (elapsedMs < 3000 ? whole(id) : [...whole(id), { ...callee, trace_id: id }]),
    });
    expect(source.calls).toHaveLength(3);
    expect(collected.traces.get(traceIdOf(1))?.told.work).toHaveLength(2);
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

  test('at most five ids are asked for in a call, and at most eight calls are under way', async () => {
    const { collected, source } = await collecting(idsOf(103), { holds: whole, callMs: 50 });
    expect(Math.max(...source.calls.map(({ traceIds }) => traceIds.length))).toBe(5);
    expect(source.calls.filter(({ elapsedMs }) => elapsedMs === 0)).toHaveLength(4);
    expect(Math.max(...source.calls.map(({ underWay }) => underWay))).toBeLessThanOrEqual(8);
    expect(source.calls).toHaveLength(2 * 21);
    expect(collected.traces.size).toBe(103);
  });

  test('an id that is given twice is asked for once', async () => {
    const { source } = await collecting([traceIdOf(1), traceIdOf(1)], { holds: whole });
    expect(source.calls[0]?.traceIds).toEqual([traceIdOf(1)]);
  });

  test('waits grow between the looks', async () => {
    const { source } = await collecting([traceIdOf(1)], { holds: inProgress });
    const at = source.calls.map(({ elapsedMs }) => elapsedMs);
    const waits = at.slice(1).map((ms, i) => ms - at[i]!);
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
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: false, told: { root: { responseMs: null } } });
    expect(collected.traces.get(traceIdOf(2))?.complete).toBe(true);
    expect(collected.elapsedMs).toBeLessThanOrEqual(60_000);
    expect(collected.elapsedMs).toBeGreaterThan(30_000);
  });

  test('because the source is slow is not asked for after the deadline', async () => {
    const { collected, source } = await collecting(idsOf(100), { holds: whole, callMs: 25_000 });
    expect(Math.max(...source.calls.map(({ elapsedMs }) => elapsedMs))).toBeLessThanOrEqual(60_000);
    expect(source.calls.length).toBeLessThan(20);
    expect(collected.elapsedMs).toBe(60_000);
    // What was still under way then is not waited for.
    const answered = source.calls.filter(({ elapsedMs }) => elapsedMs + 25_000 < 60_000);
    expect(collected.traces.size).toBe(5 * answered.length);
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
    expect(collected.elapsedMs).toBeGreaterThanOrEqual(15_000);
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
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: false, missing: { what: 'whole document' } });
  });

  test('because X-Ray cut it is not asked for once two looks saw the same', async () => {
    const { collected, source } = await collecting(idsOf(300), {
      holds: (id) => ({ documents: whole(id), limitExceeded: true }),
    });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: false, settled: true });
    expect(collected.elapsedMs).toBeLessThan(15_000);
    expect(Math.max(...Object.values(asked(source)))).toBe(2);
  });

  test('because X-Ray cut it while it grew is asked for until it grows no more', async () => {
    const { collected, source } = await collecting([traceIdOf(1)], {
      holds: (id, elapsedMs) => ({
        documents: [segmentDocument({ trace_id: id, ...ran(0, Math.min(elapsedMs, 20_000)) })],
        limitExceeded: true,
      }),
    });
    expect(collected.traces.get(traceIdOf(1))).toMatchObject({ complete: false, settled: true });
    expect(source.calls.at(-1)!.elapsedMs).toBeGreaterThan(20_000);
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
    expect(Object.values(asked(source))).toEqual([3, 3, 3, 3, 3, 3, 3]);
  });

  test('for one trace does not hold up the others', async () => {
    const { collected } = await collecting(idsOf(10), {
      holds: whole,
      busy: (_, traceIds) => (traceIds.includes(traceIdOf(0)) ? 'ThrottledException' : null),
    });
    expect([...collected.traces.keys()]).toEqual(expect.arrayContaining(idsOf(10).slice(5)));
  });

  test('is asked less at once, and not again at once', async () => {
    const { source } = await collecting(idsOf(200), {
      holds: whole,
      callMs: 50,
      busy: (call) => (call >= 4 && call < 14 ? 'ThrottlingException' : null),
    });
    const refused = source.calls.slice(4, 14);
    expect(refused.at(-1)?.underWay).toBe(1);
    const waits = refused.slice(1).map(({ elapsedMs }, i) => elapsedMs - refused[i]!.elapsedMs);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...source.calls.slice(14).map(({ underWay }) => underWay))).toBeGreaterThan(2);
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

  test('for longer than there is time ends the collection at its deadline, and its calls are called off', async () => {
    const clock = new VirtualClock();
    const startMs = clock.nowMs();
    let called: FetchCall | undefined;
    const source: TraceSource = {
      ...new FakeTraceSource(clock),
      fetch: async (_, call) => {
        called = call;
        await clock.until(startMs + 90_000);
        return { kind: 'busy', reason: 'too late' };
      },
    };
    const collector = new Collector(portsOf(clock, source), { looks: 2, versionAnnotation: 'version', delayMs: null });
    collector.expect(traceIdOf(1), startMs - 60_000);
    const error = await errorOf(clock.run(collector.finish(10_000)));
    expect(clock.nowMs() - startMs).toBe(10_000);
    expect(called?.calledOff.aborted).toBe(true);
    expect(error).toMatchObject({ message: 'X-Ray did not answer a single call in 10 s: 1 under way.' });
  });

  test('and has answered meanwhile is told by what it waits for', async () => {
    const clock = new VirtualClock();
    const startMs = clock.nowMs();
    const source: TraceSource = {
      ...new FakeTraceSource(clock),
      fetch: async (_, call) => {
        call?.waitsFor('a retrieval of traces is still RUNNING');
        await clock.until(startMs + 90_000);
        return { kind: 'traces', traces: [] };
      },
    };
    const collector = new Collector(portsOf(clock, source), { looks: 2, versionAnnotation: 'version', delayMs: null });
    collector.expect(traceIdOf(1), startMs - 60_000);
    expect(await errorOf(clock.run(collector.finish(10_000)))).toMatchObject({
      message: 'X-Ray has given no traces in 10 s: a retrieval of traces is still RUNNING.',
      remedy: expect.stringContaining('settle-timeout'),
    });
  });

  test('has not been asked at all where the deadline comes before the first look', async () => {
    const clock = new VirtualClock();
    const collector = collectorOn(clock, new FakeTraceSource(clock, { holds: whole }));
    collector.expect(traceIdOf(1), clock.nowMs());
    const error = await errorOf(clock.run(collector.finish(400)));
    expect(error).toMatchObject({ message: 'X-Ray did not answer a single call in 0 s: no time to ask.' });
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

interface Driven extends Collecting {
  /** From the last trace's becoming complete to the end of the collection. */
  readonly lateMs: number;
  /** Calls that were made before the last request had ended. */
  readonly whileDriving: FakeTraceSource['calls'];
}

/** Collects while requests end at a rate, each of whose traces is complete so long after it, unless it is lost. */
async function driving(
  requests: {
    readonly count: number;
    readonly perSecond: number;
    readonly completeAfterMs: (request: number) => number;
  },
  script: FakeTraceSourceScript = {},
): Promise<Driven> {
  const clock = new VirtualClock();
  const startMs = clock.nowMs();
  const completeMs = new Map<string, number>();
  const source = new FakeTraceSource(clock, {
    callMs: 30,
    holds: (id, elapsedMs) => (elapsedMs >= (completeMs.get(id) ?? Number.POSITIVE_INFINITY) ? whole(id) : null),
    ...script,
  });
  const collector = collectorOn(clock, source);
  const drive = async () => {
    for (let request = 0; request < requests.count; request++) {
      await clock.until(startMs + (1000 * request) / requests.perSecond);
      const endedMs = clock.nowMs();
      const afterMs = requests.completeAfterMs(request);
      if (Number.isFinite(afterMs)) completeMs.set(traceIdOf(request), endedMs - startMs + afterMs);
      collector.expect(traceIdOf(request), endedMs);
    }
    const drivenMs = clock.nowMs() - startMs;
    const collected = await collector.finish(120_000);
    const lateMs = clock.nowMs() - startMs - Math.max(...completeMs.values());
    const whileDriving = source.calls.filter(({ elapsedMs }) => elapsedMs < drivenMs);
    return { collected, source, progress: [], lateMs, whileDriving };
  };
  return clock.run(drive());
}

const everyNth = (n: number) => (call: number) => (call % n === n - 1 ? 'ThrottledException' : null);
const callsPerFive = ({ source }: Driven, count: number) => (5 * source.calls.length) / count;

describe('collecting while requests are being sent', () => {
  test('ends soon after the last trace has come, and looks little more than twice at each', async () => {
    const driven = await driving({ count: 2000, perSecond: 100, completeAfterMs: () => 5000 }, { busy: everyNth(20) });
    expect([...driven.collected.traces.values()].filter(({ settled }) => settled)).toHaveLength(2000);
    expect(driven.lateMs).toBeLessThan(10_000);
    expect(callsPerFive(driven, 2000)).toBeLessThan(2.5);
  });

  test('does most of the work before the last request, with few calls at once', async () => {
    const { whileDriving, source } = await driving({ count: 2000, perSecond: 50, completeAfterMs: () => 5000 });
    expect(whileDriving.length).toBeGreaterThan(0.6 * source.calls.length);
    expect(Math.max(...whileDriving.map(({ underWay }) => underWay))).toBeLessThanOrEqual(2);
  });

  const delays: { readonly name: string; readonly afterMs: (request: number) => number }[] = [
    { name: 'a second', afterMs: () => 1000 },
    { name: 'a minute and a half', afterMs: () => 90_000 },
    { name: 'between five and eight seconds', afterMs: (request) => 5000 + ((request * 7919) % 3000) },
  ];
  test.each(delays)('learns a delay of $name', async ({ afterMs }) => {
    const driven = await driving({ count: 1000, perSecond: 20, completeAfterMs: afterMs });
    expect([...driven.collected.traces.values()].every(({ settled }) => settled)).toBe(true);
    expect(callsPerFive(driven, 1000)).toBeLessThan(2.7);
  });

  test('learns that traces come later, or earlier, than the first did', async () => {
    const changing = (firstMs: number, thenMs: number) =>
      driving({ count: 2000, perSecond: 20, completeAfterMs: (request) => (request < 200 ? firstMs : thenMs) });
    const [later, earlier] = [await changing(5000, 20_000), await changing(20_000, 5000)];
    expect(callsPerFive(later, 2000)).toBeLessThan(3);
    expect(callsPerFive(earlier, 2000)).toBeLessThan(3);
    expect(earlier.lateMs).toBeLessThan(7000);
  });

  test('asks little where nothing comes', async () => {
    const { source, collected } = await driving({ count: 2000, perSecond: 20, completeAfterMs: () => Number.NaN });
    expect(source.calls.length).toBeLessThan(250);
    expect(collected.traces.size).toBe(0);
  });

  test('is not put off by requests that leave no trace', async () => {
    const completeAfterMs = (request: number) => (request % 4 === 0 ? Number.NaN : 5000);
    const { collected } = await driving({ count: 400, perSecond: 20, completeAfterMs });
    expect(collected.traces.size).toBe(300);
    expect([...collected.traces.values()].every(({ settled }) => settled)).toBe(true);
  });
});

describe('traces that are waited for while others are still expected', () => {
  const feeding = (script: FakeTraceSourceScript) => {
    const clock = new VirtualClock();
    const source = new FakeTraceSource(clock, script);
    const collector = collectorOn(clock, source);
    for (const id of idsOf(20)) collector.expect(id, clock.nowMs());
    return { clock, collector };
  };

  test('can be read once they have settled', async () => {
    const { clock, collector } = feeding({ holds: (id) => (id < traceIdOf(10) ? whole(id) : null) });
    await clock.run(collector.settledOf(idsOf(10), 30_000));
    const { traces } = collector.collected();
    expect(idsOf(10).every((id) => traces.get(id)?.settled)).toBe(true);
    expect(traces.has(traceIdOf(10))).toBe(false);
  });

  test('are not waited for longer than asked', async () => {
    const { clock, collector } = feeding({ holds: () => null });
    const fromMs = clock.nowMs();
    await clock.run(collector.settledOf(idsOf(10), 15_000));
    expect(clock.nowMs() - fromMs).toBe(15_000);
  });

  test('are those that it was told of', async () => {
    const { clock, collector } = feeding({ holds: whole });
    await clock.run(collector.settledOf([traceIdOf(77)], 15_000));
    expect(collector.collected().traces.size).toBe(0);
  });

  test('end with the refusal of the source, and so does the collection', async () => {
    const denied = new GateError('Access denied.', 'Allow xray:BatchGetTraces.');
    const { clock, collector } = feeding({
      busy: () => {
        throw denied;
      },
    });
    expect(await errorOf(clock.run(collector.settledOf(idsOf(10), 30_000)))).toBe(denied);
    expect(await errorOf(clock.run(collector.finish(30_000)))).toBe(denied);
  });

  test('are not asked for once it has been stopped', async () => {
    const clock = new VirtualClock();
    const source = new FakeTraceSource(clock, { holds: whole });
    const collector = collectorOn(clock, source);
    collector.expect(traceIdOf(1), clock.nowMs());
    collector.stop();
    collector.expect(traceIdOf(2), clock.nowMs());
    await clock.run(clock.until(clock.nowMs() + 10_000));
    expect(source.calls).toEqual([]);
  });
});

describe('a callee that is announced and never sends a segment', () => {
  const calling = (id: string) => segmentDocument({ trace_id: id, subsegments: [remoteCall('payments')] });
  const callee = (id: string) =>
    segmentDocument({ trace_id: id, id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35) });

  test('in any trace is not waited for for ever, and its callers are complete', async () => {
    const { collected } = await collecting(idsOf(100), { holds: (id) => [calling(id)] }, { settleTimeoutMs: 120_000 });
    expect([...collected.traces.values()].every(({ complete, settled }) => complete && settled)).toBe(true);
    expect(collected.elapsedMs).toBeGreaterThanOrEqual(30_000);
    expect(collected.elapsedMs).toBeLessThan(60_000);
  });

  test('in some traces alone leaves those incomplete', async () => {
    const { collected } = await collecting(
      idsOf(100),
      { holds: (id) => (id < traceIdOf(10) ? [calling(id)] : [calling(id), callee(id)]) },
      { settleTimeoutMs: 120_000 },
    );
    expect([...collected.traces].filter(([, { complete }]) => !complete).map(([id]) => id)).toEqual(idsOf(10));
    expect(collected.elapsedMs).toBeLessThan(60_000);
  });
});

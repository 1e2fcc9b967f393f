import { describe, expect, test } from 'vitest';
import { collectTraces } from '../../src/collect/collect-traces.js';
import { Collector } from '../../src/collect/collector.js';
import { NO_SHORTCOMINGS, shortcomingsOfAll } from '../../src/collect/shortcomings.js';
import { CredentialsExpired } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript, portsOf } from '../support/fake-trace-source.js';
import { remoteCall, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const idsOf = (count: number) => Array.from({ length: count }, (_, i) => traceIdOf(i));
const whole = (traceId: string) => [segmentDocument({ trace_id: traceId })];
const broken = (traceId: string) => ({ trace_id: traceId, id: 'no id', name: 'x' });
const withBroken = (traceId: string) => [...whole(traceId), broken(traceId)];
const SETTINGS = { looks: 2, versionAnnotation: 'version', settleTimeoutMs: 120_000 } as const;

async function collecting(count: number, script: FakeTraceSourceScript) {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, script);
  const collected = await clock.run(collectTraces(idsOf(count), portsOf(clock, source), SETTINGS));
  return { collected, source };
}

const EXPIRED = new CredentialsExpired('The AWS credentials have expired.', 'Make the session longer.');

/** Refuses from this call on. */
const expiringAfter = (calls: number) => (call: number) => {
  if (call >= calls) throw EXPIRED;
  return null;
};

describe('documents that cannot be read', () => {
  test('are counted, and their traces settle without being whole', async () => {
    const { collected } = await collecting(10, { holds: (id) => (id === traceIdOf(3) ? withBroken(id) : whole(id)) });
    expect(collected.traces.get(traceIdOf(3))).toMatchObject({ complete: false, settled: true });
    expect([...collected.traces.values()].filter(({ complete }) => complete)).toHaveLength(9);
    expect(collected.shortcomings).toEqual({
      ended: null,
      search: null,
      unreadable: { documents: 1, traces: 1, because: expect.stringContaining('id') },
    });
  });

  test('do not hold a run, even where all traces have one', async () => {
    const { collected, source } = await collecting(10, { holds: withBroken });
    expect(collected.elapsedMs).toBeLessThan(10_000);
    expect(source.calls).toHaveLength(4);
    expect(collected.shortcomings.unreadable).toMatchObject({ documents: 10, traces: 10 });
  });

  test('may be what a trace waits for, and are waited for as silent callees are', async () => {
    const calling = (id: string) => [
      segmentDocument({ trace_id: id, subsegments: [remoteCall('payments')] }),
      broken(id),
    ];
    const { collected } = await collecting(10, { holds: calling });
    expect(collected.elapsedMs).toBeGreaterThan(30_000);
    expect(collected.elapsedMs).toBeLessThan(60_000);
  });

  test('may be all that there is of a trace', async () => {
    const { collected } = await collecting(10, { holds: (id) => [broken(id)] });
    expect([...collected.traces.values()].every(({ complete, settled }) => settled && !complete)).toBe(true);
    expect(collected.shortcomings.unreadable).toMatchObject({ documents: 10, traces: 10 });
    expect(collected.elapsedMs).toBeLessThan(60_000);
  });

  test('that come late are noticed: their trace was whole in the look before', async () => {
    const { collected } = await collecting(1, {
      holds: (id, elapsedMs) => (elapsedMs < 2000 ? whole(id) : withBroken(id)),
    });
    expect(collected.traces.get(traceIdOf(0))).toMatchObject({ complete: false });
  });

  test('that have become readable are counted no more', async () => {
    const { collected } = await collecting(1, {
      holds: (id, elapsedMs) => (elapsedMs < 2000 ? withBroken(id) : whole(id)),
    });
    expect(collected.traces.get(traceIdOf(0))).toMatchObject({ complete: true, settled: true });
    expect(collected.shortcomings).toEqual(NO_SHORTCOMINGS);
  });
});

describe('credentials that expire', () => {
  test('leave what was collected before, and say after how much', async () => {
    const { collected, source } = await collecting(30, { holds: whole, busy: expiringAfter(4), callMs: 10 });
    expect(collected.traces.size).toBe(20);
    expect(collected.shortcomings.ended).toEqual({
      because: 'The AWS credentials have expired.',
      remedy: 'Make the session longer.',
      collected: 20,
      expected: 30,
    });
    expect(source.calls.length).toBeLessThan(10);
    expect(collected.elapsedMs).toBeLessThan(5000);
  });

  test('before anything was collected are an error', async () => {
    await expect(collecting(30, { holds: whole, busy: expiringAfter(0) })).rejects.toBe(EXPIRED);
    await expect(collecting(30, { holds: () => null, busy: expiringAfter(4) })).rejects.toBe(EXPIRED);
  });

  test('are not the only refusal that leaves it: they may not be renewed, or the role may have lost its permission', async () => {
    const denied = new GateError('X-Ray denied access.', 'Allow it.');
    const busy = (call: number) => {
      if (call >= 4) throw denied;
      return null;
    };
    const { collected } = await collecting(30, { holds: whole, busy, callMs: 10 });
    expect(collected.traces.size).toBe(20);
    expect(collected.shortcomings.ended).toMatchObject({ because: 'X-Ray denied access.', remedy: 'Allow it.' });
    await expect(collecting(30, { holds: () => null, busy })).rejects.toBe(denied);
  });

  test('are no defect of the gate, which is an error whatever was collected', async () => {
    const busy = (call: number) => {
      if (call >= 4) throw new TypeError('undefined is not a function');
      return null;
    };
    await expect(collecting(30, { holds: whole, busy, callMs: 10 })).rejects.toThrow(TypeError);
  });

  test('while requests are being sent end that, once; what ends later is expected and not asked for', async () => {
    const clock = new VirtualClock();
    const source = new FakeTraceSource(clock, { holds: whole, busy: expiringAfter(2), callMs: 2500 });
    let ended = 0;
    const collector = new Collector(portsOf(clock, source), {
      ...SETTINGS,
      delayMs: null,
      onEnded: () => (ended += 1),
    });
    const drive = async () => {
      for (const id of idsOf(20)) {
        collector.expect(id, clock.nowMs());
        await clock.until(clock.nowMs() + 1000);
      }
      await collector.settledOf(idsOf(20), 60_000);
      return collector.finish(60_000);
    };
    const collected = await clock.run(drive());
    expect(ended).toBe(1);
    // Two were under way.
    expect(source.calls).toHaveLength(4);
    expect(collected.shortcomings.ended).toMatchObject({ collected: collected.traces.size, expected: 20 });
    expect(collected.elapsedMs).toBe(0);
  });
});

test('several collections are told of as one', () => {
  const ended = { because: 'a', remedy: 'b', collected: 1, expected: 2 };
  const unreadable = { documents: 3, traces: 2, because: 'c' };
  const search = { what: 'traces of version 1', found: 5 };
  const [one, other] = [
    { ended, unreadable, search: null },
    { ended, unreadable: null, search },
  ];
  expect(shortcomingsOfAll([NO_SHORTCOMINGS, one, other])).toEqual({
    ended: { ...ended, collected: 2, expected: 4 },
    unreadable,
    search,
  });
  expect(shortcomingsOfAll([])).toEqual(NO_SHORTCOMINGS);
});

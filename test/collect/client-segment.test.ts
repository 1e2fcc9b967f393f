import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/collect/collector.js';
import { parentIdOf, traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript, portsOf } from '../support/fake-trace-source.js';
import { EPOCH_MS, type Fields, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const ID = traceIdOf(1);
const APPLICATION = segmentDocument({ trace_id: ID, parent_id: parentIdOf(1) });
const own = (annotations: Fields = { version: 'v2' }) =>
  segmentDocument({
    trace_id: ID,
    id: parentIdOf(1),
    name: 'xray-gate',
    annotations: { ...annotations, xray_gate_run: '0a1b2c3d', xray_gate_side: 'candidate' },
  });

/** Collects a trace into which the gate puts a segment that X-Ray takes after so long; null: never. */
async function collecting(holds: NonNullable<FakeTraceSourceScript['holds']>, takenAfterMs: number | null = 0) {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, { holds });
  const collector = new Collector(portsOf(clock, source), { looks: 2, versionAnnotation: 'version', delayMs: null });
  collector.expect(ID, EPOCH_MS, { clientSegment: true });
  clock.at(EPOCH_MS + (takenAfterMs ?? 0), () => collector.clientSegmentPut(ID, takenAfterMs !== null));
  const { traces } = await clock.run(collector.finish(120_000));
  return { trace: traces.get(ID), elapsedMs: clock.nowMs() - EPOCH_MS, lastLookMs: source.calls.at(-1)?.elapsedMs };
}

describe('a trace into which the gate puts a segment of its own', () => {
  test('tells of the application, and what the gate said apart from it', async () => {
    const { trace } = await collecting(() => [own(), APPLICATION]);
    expect(trace).toMatchObject({
      complete: true,
      settled: true,
      told: { root: { operation: 'api' }, version: null },
      client: { run: '0a1b2c3d', version: 'v2' },
    });
    expect(trace?.told.work.map(({ node }) => node.name)).toEqual(['api']);
    expect(trace?.told.calls).toEqual([]);
  });

  test('has not settled before that has come, and stayed', async () => {
    const { trace, lastLookMs } = await collecting((_, elapsedMs) =>
      elapsedMs < 20_000 ? [APPLICATION] : [APPLICATION, own()],
    );
    expect(trace).toMatchObject({ settled: true, client: { version: 'v2' } });
    expect(lastLookMs).toBeGreaterThan(20_000);
  });

  test('has not settled while that is still on its way', async () => {
    const { lastLookMs } = await collecting(() => [APPLICATION], 50_000);
    expect(lastLookMs).toBeGreaterThan(80_000);
  });

  test('is whole and settles without one that X-Ray took and lost', async () => {
    const { trace, elapsedMs } = await collecting(() => [APPLICATION]);
    expect(trace).toMatchObject({ complete: true, settled: true, client: null });
    expect(elapsedMs).toBeGreaterThan(30_000);
    expect(elapsedMs).toBeLessThan(60_000);
  });

  test('is not waited for where X-Ray will never have that', async () => {
    const { trace, elapsedMs } = await collecting(() => [APPLICATION], null);
    expect(trace).toMatchObject({ settled: true, client: null });
    expect(elapsedMs).toBeLessThan(15_000);
  });

  test('is none, where that is all there is', async () => {
    const { trace } = await collecting(() => [own()]);
    expect(trace).toBeUndefined();
  });
});

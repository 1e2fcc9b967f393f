import { describe, expect, test } from 'vitest';
import { collectVersion, LOOK_BACK_DAYS } from '../../src/collect/version-traces.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript } from '../support/fake-trace-source.js';
import { EPOCH_MS, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const OURS = 'xray-gate/';

async function collectingVersion(found: NonNullable<FakeTraceSourceScript['found']>) {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, { found, holds: (id) => [segmentDocument({ trace_id: id })] });
  const result = await clock.run(
    collectVersion(
      { annotation: 'version', version: '1.7.3', userAgentPrefix: OURS },
      EPOCH_MS,
      50,
      source,
      { settleTimeoutMs: 60_000, concurrency: 4 },
      clock,
    ),
  );
  return { result, source };
}

describe('the traces of a version', () => {
  test("are those of the gate's own traffic, where there are any", async () => {
    const { result, source } = await collectingVersion(() => ({
      traceIds: [traceIdOf(1), traceIdOf(2)],
      scanned: 900,
    }));
    expect(source.searches).toEqual([
      {
        filter: 'annotation.version = "1.7.3" AND http.useragent BEGINSWITH "xray-gate/"',
        what: 'traces of version 1.7.3',
        sinceMs: EPOCH_MS - LOOK_BACK_DAYS * 86_400_000,
        untilMs: EPOCH_MS,
        limit: 300,
        enough: 50,
      },
    ]);
    expect(result).toMatchObject({ found: 2, scanned: 900 });
    expect([...result.collected.traces.keys()]).toEqual([traceIdOf(1), traceIdOf(2)]);
  });

  test("are anybody's, where the gate never drove it", async () => {
    const { result, source } = await collectingVersion(({ filter }) =>
      filter.includes(OURS) ? { traceIds: [], scanned: 900 } : { traceIds: [traceIdOf(3)], scanned: 800 },
    );
    expect(source.searches).toMatchObject([
      { filter: expect.stringContaining(OURS), limit: 300 },
      { filter: 'annotation.version = "1.7.3"', limit: 50 },
    ]);
    expect(result).toMatchObject({ found: 1, scanned: 1700 });
  });

  test('are fetched once each, at once: they are old', async () => {
    const { source } = await collectingVersion(() => ({ traceIds: [traceIdOf(1)], scanned: 1 }));
    expect(source.calls.map(({ elapsedMs }) => elapsedMs)).toEqual([0]);
  });

  test('may be none', async () => {
    const { result } = await collectingVersion(() => ({ traceIds: [], scanned: 5 }));
    expect(result).toMatchObject({ found: 0, scanned: 10, collected: { calls: 0 } });
  });
});

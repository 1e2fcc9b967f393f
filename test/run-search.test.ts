import { describe, expect, test } from 'vitest';
import type { FoundTraces, TraceSearch, TraceSource } from '../src/collect/trace-source.js';
import { GateError } from '../src/errors.js';
import { type SoughtRun, searchRun } from '../src/run/run-search.js';
import { CLIENT_NAME, RUN_ANNOTATION } from '../src/trace/client-segment.js';
import { traceIdOf } from './support/exchange-builder.js';
import { FakeTraceSource } from './support/fake-trace-source.js';
import { EPOCH_MS, entityId, segmentDocument } from './support/segment-builder.js';
import { SkippingClock } from './support/skipping-clock.js';
import { VirtualClock } from './support/virtual-clock.js';

const OWN = [1, 2, 3, 4].map(traceIdOf);

const SOUGHT: SoughtRun = {
  userAgent: 'xray-gate/1.0.0 run-0a1b2c3d',
  sinceMs: EPOCH_MS,
  ownIds: new Set(OWN),
  untracedIds: new Set(OWN),
  noneTraced: true,
  versionAnnotation: 'version',
};

/** What a search of a run of four requests says, where the filter for its user agent finds these, and none finds those. */
async function searched(
  found: readonly string[],
  anybody: readonly string[],
  overrides: Partial<SoughtRun> & {
    holds?: (traceId: string) => readonly unknown[] | null;
    endedEarly?: boolean;
  } = {},
) {
  const {
    holds = (id) => [segmentDocument({ trace_id: id, id: entityId(1), name: 'api' })],
    endedEarly = false,
    ...run
  } = overrides;
  const clock = new SkippingClock();
  const find = (search: TraceSearch): Pick<FoundTraces, 'traceIds' | 'scanned' | 'endedEarly'> => ({
    traceIds: (search.filter === null ? anybody : found).slice(0, search.limit),
    scanned: 10,
    endedEarly,
  });
  const traces = new FakeTraceSource(clock, { found: find, holds });
  return { search: await searchRun({ ...SOUGHT, ...run }, { traces, clock }), searches: traces.searches };
}

describe('the search of a run', () => {
  test('counts traces of its user agent under other ids, and names the services that began them', async () => {
    const strangers = [7, 8, 9].map(traceIdOf);
    const { search, searches } = await searched(strangers, []);
    expect(search).toMatchObject({ strangers: 3, untraced: 4, services: ['api'], others: null });
    expect(searches.map(({ filter }) => filter)).toEqual(['http.useragent BEGINSWITH "xray-gate/1.0.0 run-0a1b2c3d"']);
    expect(searches[0]).toMatchObject({ sinceMs: EPOCH_MS - 60_000 });
  });

  test('tells which have come since', async () => {
    const { search } = await searched(OWN.slice(0, 2), []);
    expect(search).toMatchObject({ strangers: 0, lateIds: new Set(OWN.slice(0, 2)), others: null });
  });

  test("takes the gate's own segments for no traces of the application, nor for anybody's", async () => {
    const ours = (trace_id: string) => [
      segmentDocument({ trace_id, id: entityId(1), name: CLIENT_NAME, annotations: { [RUN_ANNOTATION]: '0a1b2c3d' } }),
    ];
    const { search } = await searched(OWN, OWN, { holds: ours });
    expect(search).toMatchObject({ strangers: 0, lateIds: new Set(), others: 0 });
  });

  test("asks for anybody's traces only where there is nothing of its own", async () => {
    expect((await searched([], [traceIdOf(7)])).search).toMatchObject({ others: 1 });
    const { search, searches } = await searched([], [traceIdOf(7)], { noneTraced: false });
    expect(search).toMatchObject({ others: null });
    expect(searches).toHaveLength(1);
  });

  test('ends once it has scanned 100,000 traces', async () => {
    const { searches } = await searched([], []);
    for (const { isEnough } of searches) {
      const isEnoughAt = (scanned: number) => isEnough({ operations: new Map(), scanned });
      expect([isEnoughAt(99_999), isEnoughAt(100_000)]).toEqual([false, true]);
    }
  });

  test('ends after 200 pages', async () => {
    const { searches } = await searched([], []);
    const pages = Array.from({ length: 200 }, () => searches[0]!.isEnough({ operations: new Map(), scanned: 0 }));
    expect([pages.indexOf(true), pages.length]).toEqual([199, 200]);
  });

  test('ends after a minute, and says what it had found by then', async () => {
    const clock = new VirtualClock();
    const traces = new FakeTraceSource(clock);
    let pages = 0;
    // Page after page of nine seconds, of which the third has something.
    const find: TraceSource['find'] = async ({ isEnough }) => {
      do {
        await clock.until(clock.nowMs() + 9000);
        pages += 1;
      } while (!isEnough({ operations: new Map(), scanned: 10 * pages }));
      return { traceIds: [traceIdOf(7)], annotations: new Map(), scanned: 10 * pages, endedEarly: false };
    };
    const run: SoughtRun = { ...SOUGHT, noneTraced: true };
    const startMs = clock.nowMs();
    const source = { ...traces, batchSize: traces.batchSize, find };
    const search = await clock.run(searchRun(run, { traces: source, clock }));
    expect(search).toMatchObject({ kind: 'made', strangers: 1, endedEarly: true });
    expect([pages, clock.nowMs() - startMs]).toEqual([7, 63_000]);
  });

  test('that X-Ray brought to no end is one that was ended early', async () => {
    const { search } = await searched([traceIdOf(7)], [], { endedEarly: true });
    expect(search).toMatchObject({ strangers: 1, endedEarly: true });
  });

  test("draws nothing from nobody's traces where it was ended early", async () => {
    expect((await searched([], [], { endedEarly: true })).search).toMatchObject({ others: null });
    expect((await searched([], [])).search).toMatchObject({ others: 0, endedEarly: false });
  });

  test('that is refused is no error', async () => {
    const clock = new SkippingClock();
    const traces = new FakeTraceSource(clock, {
      found: () => {
        throw new GateError('X-Ray denied access.', 'Allow it.');
      },
    });
    const run = { userAgent: 'a', sinceMs: 0, ownIds: new Set<string>(), untracedIds: new Set<string>() };
    const search = await searchRun({ ...run, noneTraced: true, versionAnnotation: 'version' }, { traces, clock });
    expect(search).toEqual({ kind: 'refused', because: 'X-Ray denied access.' });
  });
});

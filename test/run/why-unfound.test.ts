import { describe, expect, test } from 'vitest';
import type { FetchedTrace, SourceTold, TraceSource } from '../../src/collect/trace-source.js';
import { GateError } from '../../src/errors.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import { type GateRun, runGate } from '../../src/main.js';
import { reportJson } from '../../src/report/json.js';
import { traceIdOf } from '../support/exchange-builder.js';
import { EPOCH_MS, segmentDocument } from '../support/segment-builder.js';
import { GREEN, simulatedWorld } from '../support/simulated-world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  url: GREEN,
  version: 'v2',
  baseline: 'v1',
  requests: '1 GET /orders',
  duration: '20s',
  'warm-up': '2s',
  'settle-timeout': '30s',
  seed: '7',
};
/** What a search finds of the baseline. */
const FOUND = Array.from({ length: 100 }, (_, n) => traceIdOf(9000 + n));

interface Earlier {
  /** What X-Ray returns of the trace that is found as this one. */
  readonly holds: (n: number, traceId: string) => Omit<FetchedTrace, 'traceId'> | null;
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly finds?: readonly string[];
  readonly told?: readonly SourceTold[];
}

const whole = (traceId: string, more = {}) => ({
  limitExceeded: false,
  documents: [
    JSON.stringify(
      segmentDocument({
        trace_id: traceId,
        annotations: { version: 'v1' },
        http: { request: { method: 'GET', url: 'http://a/orders' }, response: { status: 200 } },
        ...more,
      }),
    ),
  ],
});

/** The gate where traces of before are what this says, and those that it drives are whole. */
async function gate({ holds, inputs = {}, told = [], finds = FOUND }: Earlier): Promise<GateRun> {
  const { world, clock } = simulatedWorld({});
  const fetch: TraceSource['fetch'] = async (traceIds, call) => {
    const driven = await world.traces.fetch(
      traceIds.filter((id) => !FOUND.includes(id)),
      call,
    );
    if (driven.kind === 'busy') return driven;
    const earlier = traceIds.flatMap((traceId) => {
      const n = FOUND.indexOf(traceId);
      const held = n < 0 ? null : holds(n, traceId);
      return held === null ? [] : [{ traceId, ...held }];
    });
    return { kind: 'traces', traces: [...driven.traces, ...earlier] };
  };
  const traces: TraceSource = {
    batchSize: () => 5,
    fetch,
    find: async () => ({ traceIds: finds, annotations: new Map(), scanned: 100, endedEarly: false }),
    told: async () => told,
  };
  const settings = readInputs((name) => ({ ...INPUTS, ...inputs })[name]);
  return clock.run(runGate(settings, { ...world, traces }));
}

describe('a baseline that is looked up', () => {
  test('of which X-Ray returns too little says so, and nothing that a driver would do', async () => {
    const { report } = await gate({ holds: (n, id) => (n < 10 ? whole(id) : null) });
    expect(report.verdict).toBe('inconclusive');
    expect(report.run.uncovered).toMatchObject([
      { side: 'baseline', stage: 'first', traffic: 'found', causes: [{ kind: 'not fetched', requests: 90 }] },
    ]);
    expect(report.compared?.reasons[0]).toMatch(/^Whole traces were found for 10 of 100 baseline .* version\.$/);
    const { uncovered } = JSON.parse(reportJson(report));
    expect(uncovered[0].causes[0].remedy).toContain('"settle-timeout"');
  });

  test('may look back to what X-Ray has deleted', async () => {
    const { report } = await gate({ holds: (n, id) => (n < 10 ? whole(id) : null), inputs: { since: '30d' } });
    expect(report.run.uncovered[0]?.causes).toMatchObject([{ kind: 'not fetched', mayBeDeleted: true }]);
  });

  test('whose traces are too large says so', async () => {
    const { report } = await gate({ holds: (n, id) => ({ ...whole(id), limitExceeded: n % 2 === 0 }) });
    expect(report.run.uncovered[0]?.causes).toMatchObject([{ kind: 'incomplete', waitsFor: 'whole document' }]);
  });

  test('that is whole needs no cause', async () => {
    expect((await gate({ holds: (_, id) => whole(id) })).report.run.uncovered).toEqual([]);
  });

  test('and so does the build where nothing is driven', async () => {
    const { report } = await gate({ holds: (n, id) => (n < 10 ? whole(id) : null), inputs: { mode: 'compare' } });
    expect(report.run.uncovered.map(({ side, traffic }) => `${side} ${traffic}`)).toEqual([
      'candidate found',
      'baseline found',
    ]);
  });
});

describe('traffic of another engine', () => {
  const id = `${Math.floor(EPOCH_MS / 1000).toString(16)}aaaaaaaa`;

  test('of which nothing is found fails with its causes', async () => {
    const told: SourceTold = { region: 'eu-west-1', account: null, place: 'log group', denied: [], clockAheadMs: 0 };
    const inputs = { traffic: 'external', 'external-run': id };
    const run = gate({ holds: () => null, finds: [], inputs, told: [told] });
    const { message } = (await run.catch((error: unknown) => error)) as GateError;
    await expect(run).rejects.toBeInstanceOf(GateError);
    expect(message).toContain('- Likely (candidate): X-Ray indexes a share of the traces only.');
    expect(message).toContain('- Likely (candidate): fewer requests left a trace than the script was to send.');
  });
});

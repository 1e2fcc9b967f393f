import { describe, expect, test } from 'vitest';
import { collectExternalRun, profileExternal } from '../../src/collect/external-run.js';
import { align } from '../../src/compare/alignment.js';
import type { Workload } from '../../src/scenario/workload.js';
import { workloadHash } from '../../src/scenario/workload-hash.js';
import { aScenario, aStep, traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, portsOf } from '../support/fake-trace-source.js';
import { segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const RUN = '6b006c36a1b2c3d4';
const WORKLOAD: Workload = {
  scenarios: [aScenario({ path: '/a' }), aScenario({}, { steps: [aStep({ method: 'POST' }), aStep({ path: '/b' })] })],
  variables: new Map(),
};
const SETTINGS = { settleTimeoutMs: 120_000, versionAnnotation: 'version' };

/** Traces with these user agents, each there so long after the start. */
async function collecting(
  agents: readonly { readonly agent: string; readonly fromMs?: number; readonly version?: string }[],
  expected: number,
) {
  const clock = new VirtualClock();
  const startMs = clock.nowMs();
  const there = () => agents.flatMap(({ fromMs = 0 }, i) => (clock.nowMs() - startMs >= fromMs ? [traceIdOf(i)] : []));
  const source = new FakeTraceSource(clock, {
    found: () => ({ traceIds: there(), scanned: 1000 }),
    holds: (id) => {
      const { agent, version = 'v1' } = agents[Number.parseInt(id.slice(11), 16)]!;
      const request = { method: 'GET', url: 'http://h/x', user_agent: agent };
      return [
        segmentDocument({ trace_id: id, annotations: { version }, http: { request, response: { status: 200 } } }),
      ];
    },
  });
  const run = { id: RUN, sinceMs: startMs - 3_600_000, expected };
  const external = await clock.run(collectExternalRun(run, portsOf(clock, source), SETTINGS, () => {}));
  return { external, source };
}

const agent = (side: string, slot: string, step = '0.0', run = RUN, workload: Workload = WORKLOAD) =>
  `xray-gate/1.0 run-${run} workload-${workloadHash(workload)} ${side} ${slot}/${step}`;
const profiled = (external: Awaited<ReturnType<typeof collecting>>['external'], side: 'baseline' | 'candidate') =>
  profileExternal(side, external, null, {
    id: RUN,
    inPairs: true,
    expected: 2,
    workload: WORKLOAD,
  });

describe('a run that another engine drove', () => {
  test('is searched for by its user agent until all that was sent is there', async () => {
    const { external, source } = await collecting(
      [{ agent: agent('candidate', '0') }, { agent: agent('candidate', '1'), fromMs: 15_000 }],
      2,
    );
    expect(source.searches.map(({ filter }) => filter)).toEqual(
      Array(3).fill(`http.useragent CONTAINS " run-${RUN} "`),
    );
    expect(external.scanned).toBe(3000);
    expect(external.collected.traces.size).toBe(2);
  });

  test('is given up once searches bring no more', async () => {
    const { external, source } = await collecting([{ agent: agent('candidate', '0') }], 5);
    expect(source.searches).toHaveLength(4);
    expect(external.collected.traces.size).toBe(1);
  });

  test('is put in pairs by slot and step, under the operations of its scenarios', async () => {
    const { external } = await collecting(
      [
        { agent: agent('candidate', 'b2', '1.1') },
        { agent: agent('baseline', 'b2', '1.0') },
        { agent: agent('candidate', 'a1') },
        { agent: agent('baseline', 'a1') },
        { agent: agent('candidate', 'b2', '1.0') },
        { agent: agent('baseline', 'b2', '1.1') },
      ],
      6,
    );
    const [baseline, candidate] = [profiled(external, 'baseline'), profiled(external, 'candidate')];
    const { design, requests } = align({ baseline, candidate });
    expect([design.kind, design.units]).toEqual(['pairs', 2]);
    const operations = requests.candidate.map(({ request }) => request.operation);
    expect(operations).toEqual(['GET /a', 'POST /orders', 'GET /b']);
    expect(requests.baseline.map(({ request }) => request.operation)).toEqual(operations);
  });

  test('has a fault where only the other half of a pair got as far as a trace', async () => {
    const { external } = await collecting(
      [{ agent: agent('baseline', '1') }, { agent: agent('baseline', '2') }, { agent: agent('candidate', '2') }],
      3,
    );
    const { requests, coverage } = profiled(external, 'candidate');
    expect(requests.map(({ order, fault, traced }) => [order, fault, traced])).toEqual([
      [2, false, true],
      [0, true, false],
    ]);
    expect(coverage).toMatchObject({ sent: 2, complete: 1 });
  });

  test('is an error where it was exported from other scenarios, though of the same shape', async () => {
    const exported: Workload = { ...WORKLOAD, scenarios: [aScenario({ path: '/before' }), WORKLOAD.scenarios[1]!] };
    const { external } = await collecting([{ agent: agent('candidate', '1', '0.0', RUN, exported) }], 1);
    expect(() => profiled(external, 'candidate')).toThrow(
      `Run ${RUN} sent other requests than these: its script was made of the workload ${workloadHash(exported)}, and "requests" or "scenarios" now give ${workloadHash(WORKLOAD)}.`,
    );
  });

  test('is named after its root segments where it is not compared in pairs, as found traces are', async () => {
    const { external } = await collecting([{ agent: agent('candidate', '1') }], 1);
    const settings = { id: RUN, inPairs: false, expected: 1, workload: WORKLOAD };
    const { requests } = profileExternal('candidate', external, null, settings);
    expect(requests[0]?.operation).toBe('GET /x');
  });

  test('counts what was to be sent, and leaves out other runs, other versions and strangers', async () => {
    const { external } = await collecting(
      [
        { agent: agent('candidate', '1') },
        { agent: agent('candidate', '2'), version: 'v0' },
        { agent: agent('candidate', '3') },
        { agent: agent('candidate', '4', '7.0', 'ffff6c36a1b2c3d4') },
        { agent: 'curl/8.0' },
      ],
      5,
    );
    const { coverage, version, requests } = profiled(external, 'candidate');
    expect(version).toBe('v1');
    expect(requests).toHaveLength(2);
    const reached = { sent: 3, answered: 3, traced: 3, complete: 2, otherVersion: 1 };
    expect(coverage).toEqual({ ...reached, operations: [{ operation: 'GET /a', ...reached }] });
    expect(profiled(external, 'baseline').coverage).toMatchObject({ sent: 3, traced: 0 });
  });
});

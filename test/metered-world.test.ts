import { describe, expect, it } from 'vitest';
import { NO_USE } from '../src/aws-cost.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { runGate } from '../src/main.js';
import { metered } from '../src/run/metered-world.js';
import type { World } from '../src/world.js';
import { FakeTraceSource } from './support/fake-trace-source.js';
import { answers, FakeTransport } from './support/fake-transport.js';
import { BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';
import { VirtualClock } from './support/virtual-clock.js';

const REQUEST = { url: new URL(GREEN), method: 'GET', headers: {}, body: null, timeoutMs: 1000, keepsAnswer: false };
const SEARCH = { filter: '', group: null, what: 'traces', sinceMs: 0, untilMs: 1, limit: 9, isEnough: () => false };

const INPUTS: Partial<Record<InputName, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  duration: '10s',
  'warm-up': '2s',
  seed: '7',
};

async function gate(overrides: Partial<World>) {
  const simulated = simulatedWorld({});
  const settings = readInputs((name) => INPUTS[name]);
  const world = { ...simulated.world, ...overrides };
  const { report } = await simulated.clock.run(runGate(settings, world));
  return { ...simulated, report };
}

describe('what a run has X-Ray do', () => {
  it('is every request that left, every trace that came back each time it did, and every trace that was scanned', async () => {
    const clock = new VirtualClock();
    const { world, used } = metered({
      ...simulatedWorld({}).world,
      tracesCostMoney: true,
      transport: new FakeTransport(clock, (_, number) =>
        number === 0 ? { kind: 'not sent', afterMs: 1, error: 'no such host' } : answers(5),
      ),
      traces: new FakeTraceSource(clock, {
        holds: (traceId) => (traceId === 'missing' ? null : [{}]),
        busy: (number) => (number === 0 ? 'throttled' : null),
        found: () => ({ traceIds: ['a'], scanned: 1234 }),
      }),
    });
    await clock.run(
      (async () => {
        for (let i = 0; i < 4; i++) await world.transport.send(REQUEST);
        for (let i = 0; i < 3; i++) await world.traces.fetch(['a', 'b', 'missing']);
        await world.traces.find(SEARCH);
        await world.traces.find(SEARCH);
      })(),
    );
    expect(used()).toEqual({ ...NO_USE, tracesRecorded: 3, tracesRetrieved: 4, tracesScanned: 2468 });
  });

  it('is in the report, with what was sent before anything was measured', async () => {
    const { report, transport, steps } = await gate({ tracesCostMoney: true });
    const { awsUse } = report.run;
    expect(awsUse.tracesRecorded).toBe(transport.departures.length);
    expect(awsUse.tracesRecorded).toBeGreaterThan(report.compared?.coverage.candidate.sent ?? Number.NaN);
    // Of a hundred requests that were measured each was looked at twice at least.
    expect(awsUse.tracesRetrieved).toBeGreaterThanOrEqual(200);
    expect(steps.join(' ')).toContain('100 requests in 10 s, as many traces, less than $0.01 of X-Ray at list price.');
  });

  it('is nothing where the traces are not in AWS', async () => {
    const { report, steps } = await gate({ tracesCostMoney: false });
    expect(report.run.awsUse).toEqual(NO_USE);
    expect(steps.join(' ')).not.toContain('list price');
  });
});

import { describe, expect, it } from 'vitest';
import { NO_USE } from '../src/aws-cost.js';
import { RunFailed } from '../src/failed-run.js';
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

  it('is what a search scanned page by page, also where it failed in the end', async () => {
    const clock = new VirtualClock();
    let fails = true;
    const { world, used } = metered({
      ...simulatedWorld({}).world,
      tracesCostMoney: true,
      traces: new FakeTraceSource(clock, {
        found: ({ isEnough }) => {
          for (const scanned of [1000, 2500]) isEnough({ operations: new Map(), scanned });
          if (fails) throw new Error('The credentials have expired.');
          return { traceIds: [], scanned: 3000 };
        },
      }),
    });
    await expect(world.traces.find(SEARCH)).rejects.toThrow('expired');
    expect(used()).toMatchObject({ tracesScanned: 2500 });
    fails = false;
    await world.traces.find(SEARCH);
    expect(used()).toMatchObject({ tracesScanned: 5500 });
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

  it('is told by the error of a run that measured nothing, with the searches for the reason', async () => {
    const traces = new FakeTraceSource(new VirtualClock(), { found: () => ({ traceIds: [], scanned: 1000 }) });
    const failed = await gate({ tracesCostMoney: true, traces }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RunFailed);
    // Of its own user agent, and of anybody.
    expect((failed as RunFailed).awsUse).toMatchObject({ tracesScanned: 2000, tracesRetrieved: 0 });
    expect((failed as RunFailed).awsUse.tracesRecorded).toBeGreaterThanOrEqual(100);
    expect((failed as RunFailed).message).toContain('X-Ray has none of the traces');
  });

  it('is nothing where the traces are not in AWS', async () => {
    const { report, steps } = await gate({ tracesCostMoney: false });
    expect(report.run.awsUse).toEqual(NO_USE);
    expect(steps.join(' ')).not.toContain('list price');
  });
});

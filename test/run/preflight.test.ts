import { expect, test } from 'vitest';
import type { FetchCall, Fetched } from '../../src/collect/trace-source.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import { runGate } from '../../src/main.js';
import { BLUE, GREEN, simulatedWorld } from '../support/simulated-world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  duration: '10s',
  seed: '7',
};

test('before anything is sent X-Ray need only answer: a retrieval that goes on is not waited for', async () => {
  const { world, clock } = simulatedWorld({});
  const startMs = clock.nowMs();
  let waitedMs: number | null = null;
  const retrieval = async (traceIds: readonly string[], call?: FetchCall): Promise<Fetched> => {
    if (waitedMs !== null) return world.traces.fetch(traceIds, call);
    call?.waitsFor('a retrieval of traces is still RUNNING');
    if (call?.calledOff.aborted !== true) await clock.until(startMs + 90_000);
    waitedMs = clock.nowMs() - startMs;
    return { kind: 'busy', reason: 'called off' };
  };
  const settings = readInputs((name) => INPUTS[name]);
  await clock.run(runGate(settings, { ...world, traces: { ...world.traces, fetch: retrieval } }));
  expect(waitedMs).toBe(0);
});

import { expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import type { InputName } from '../../src/input-list.js';
import { readInputs } from '../../src/inputs.js';
import { runGate } from '../../src/main.js';
import { FakeTraceSource } from '../support/fake-trace-source.js';
import { EPOCH_S } from '../support/segment-builder.js';
import { simulatedWorld } from '../support/simulated-world.js';

const DAY_S = 86_400;
const HOUR_S = 3600;

/** What becomes of the collection of a run whose script was written so long ago, of which X-Ray has no trace. */
async function collecting(agoS: number) {
  const { world, clock } = simulatedWorld({});
  const traces = new FakeTraceSource(clock);
  const given: Partial<Record<InputName, string>> = {
    ...{ url: 'http://shop.example.com', version: 'v2', requests: '1 GET /', traffic: 'external' },
    'external-run': `${(EPOCH_S - agoS).toString(16)}a1b2c3d4`,
  };
  const gate = runGate(
    readInputs((name) => given[name]),
    { ...world, traces },
  );
  const error = await clock.run(gate.catch((thrown: unknown) => thrown));
  return { error, searches: traces.searches.length };
}

test.each([
  ['more than 30 days ago', 31 * DAY_S, 'more than 30 days ago: X-Ray keeps no traces for so long', 'Export again'],
  ['in the future', -HOUR_S, 'whose script would have been written at', 'set the clocks right'],
])('a run whose script was written %s is refused, and X-Ray not searched', async (_, agoS, message, remedy) => {
  const { error, searches } = await collecting(agoS);
  expect(error).toBeInstanceOf(GateError);
  expect(error).toMatchObject({ message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) });
  expect(searches).toBe(0);
});

test.each([
  ['29 days ago', 29 * DAY_S],
  ['by a clock that is a little ahead', -30],
])('a run whose script was written %s is looked for', async (_, agoS) => {
  expect((await collecting(agoS)).searches).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { runGate } from '../src/main.js';
import { type Behaviour, BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';

const INPUTS: Partial<Record<InputName, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  duration: '10s',
  'warm-up': '0s',
  seed: '7',
};

async function gate(v2: Behaviour, overrides: Partial<Record<InputName, string>> = {}) {
  const simulated = simulatedWorld({ v2 });
  const settings = readInputs((name) => ({ ...INPUTS, ...overrides })[name]);
  const { report } = await simulated.clock.run(runGate(settings, simulated.world));
  return { ...simulated, report };
}

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );

describe('before anything is driven', () => {
  test('both targets are asked until they answer as the versions that are expected there', async () => {
    const { steps, transport, sent } = await gate({});
    expect(steps).toContain(`${GREEN} answers as version v2.`);
    expect(steps).toContain(`${BLUE} answers as version v1.`);
    expect(sent('xray-gate-ready')).toBe(6);
    expect(transport.departures.slice(0, 6).every(({ request }) => request.url.pathname === '/orders')).toBe(true);
  });

  test('a deployment that is not finished is waited for', async () => {
    const { steps, report } = await gate({ version: (elapsedMs) => (elapsedMs < 20_000 ? 'v1' : 'v2') });
    expect(steps.filter((step) => step.startsWith('Waiting'))).toEqual([
      `Waiting for ${GREEN}: it answers as version v1.`,
    ]);
    expect(report.candidateCoverage.otherVersion).toBe(0);
  });

  test('a deployment that does not come about is an error that says which version answers', async () => {
    expect(await errorOf(gate({ version: () => 'v1.9' }))).toBe(
      `${GREEN} is to be version v2, and after 60 s it answers as version v1.9.`,
    );
  });

  test('a target that comes up late is waited for; one that does not is an error that says why', async () => {
    const late = await gate({ gone: (elapsedMs) => elapsedMs < 30_000 });
    expect(late.steps).toContain(`Waiting for ${GREEN}: connect ECONNREFUSED.`);
    expect(await errorOf(gate({ gone: () => true }, { 'ready-timeout': '20s' }))).toBe(
      `${GREEN} is not ready after 20 s: connect ECONNREFUSED.`,
    );
  });

  test('one target that will not be ready ends the waiting for the other', async () => {
    const { clock, world } = simulatedWorld({ v1: { version: () => 'v0' }, v2: { version: () => 'v1' } });
    const settings = readInputs((name) => ({ ...INPUTS, 'ready-timeout': '20s' })[name]);
    const startMs = clock.nowMs();
    await errorOf(clock.run(runGate(settings, world)));
    const endedMs = clock.nowMs();
    expect(endedMs - startMs).toBeLessThan(30_000);
  });

  test('a target that fails is not ready', async () => {
    expect(await errorOf(gate({ fails: () => true }))).toBe(
      `${GREEN} is not ready after 60 s: it answers with status 500.`,
    );
  });

  test('nothing is asked where nobody wants to wait', async () => {
    expect((await gate({}, { 'ready-timeout': '0s' })).sent('xray-gate-ready')).toBe(0);
  });

  test('a response header tells the version at once, without a trace', async () => {
    const header = { 'version-header': 'X-Version' };
    const { steps } = await gate({ version: (elapsedMs) => (elapsedMs < 5000 ? 'v1' : 'v2') }, header);
    expect(steps).toContain(`Waiting for ${GREEN}: it answers as version v1.`);
    expect(steps).toContain(`${GREEN} answers as version v2.`);
    expect(await errorOf(gate({}, { 'version-header': 'x-build' }))).toMatch(
      /is to be version v\d, and after 60 s its answers have no header "x-build"\.$/,
    );
  });

  test('a redirect elsewhere is an error at once; one within is an answer', async () => {
    expect(await errorOf(gate({ redirects: 'https://login.example.com/?next=1' }))).toBe(
      `${GREEN} redirects to https://login.example.com, and redirects are not followed.`,
    );
    expect(await errorOf(gate({ redirects: GREEN.replace('http:', 'https:') }))).toContain(
      'redirects to https://green',
    );
    expect(await errorOf(gate({ redirects: '/orders/' }))).toBe('nothing was thrown');
  });

  test('another path may be asked', async () => {
    const { transport } = await gate({}, { 'ready-path': '/health?deep=1' });
    expect(transport.departures[0]?.request.url.href).toMatch(/\/health\?deep=1$/);
  });
});

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

  test('a target is asked three times, one after the other, and from the first again after a wrong answer', async () => {
    const { transport, sent } = await gate({ fails: (_, number) => number === 1 }, { 'version-header': 'x-version' });
    expect(sent('xray-gate-ready')).toBe(3 + 2 + 3);
    const probes = transport.departures.filter(
      ({ request }) => request.headers['user-agent']?.startsWith('xray-gate-ready') && request.url.origin === GREEN,
    );
    const gapsMs = probes.slice(1).map(({ atMs }, i) => atMs - probes[i]!.atMs);
    expect(gapsMs).toHaveLength(4);
    expect(Math.min(...gapsMs)).toBeGreaterThan(0);
    expect(gapsMs[1]).toBeGreaterThan(2000);
  });

  test('a target that hangs is not waited for beyond the deadline', async () => {
    const hangs = { slowness: () => 1000 };
    const { clock, world } = simulatedWorld({ v2: hangs });
    const settings = readInputs((name) => ({ ...INPUTS, 'ready-timeout': '20s', timeout: '15s' })[name]);
    const startMs = clock.nowMs();
    expect(await errorOf(clock.run(runGate(settings, world)))).toBe(
      `${GREEN} is not ready after 20 s: no answer in time.`,
    );
    expect(clock.nowMs() - startMs).toBe(20_000);
  });

  test('a target that answers too slowly for three answers in time is not ready, and that is said', async () => {
    const slow = { slowness: () => 80 };
    expect(await errorOf(gate(slow, { 'ready-timeout': '20s', timeout: '15s' }))).toMatch(
      /is not ready after 20 s: only [12] of 3 answers in a row came in time\.$/,
    );
  });

  test('an answer that is cut short by the deadline does not hide what was wrong before', async () => {
    const late = { version: () => 'v1', slowness: (elapsedMs: number) => (elapsedMs < 15_000 ? 1 : 1000) };
    const inputs = { 'ready-timeout': '20s', 'version-header': 'x-version' };
    expect(await errorOf(gate(late, inputs))).toBe(
      `${GREEN} is to be version v2, and after 20 s it answers as version v1.`,
    );
  });

  test('functions are not asked, and that is said once', async () => {
    const { clock, world, steps, sent } = simulatedWorld({});
    const lambdas = { url: 'lambda:shop:2', 'baseline-url': 'lambda:shop:1' };
    const settings = readInputs((name) => ({ ...INPUTS, ...lambdas })[name]);
    await errorOf(clock.run(runGate(settings, world)));
    expect(steps.filter((step) => step.includes('ready'))).toEqual([
      'Functions are not asked whether they are ready, because an invocation has effects: lambda:shop:2, lambda:shop:1.',
    ]);
    expect(sent('xray-gate-ready')).toBe(0);
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

import { BatchGetTracesCommand, GetTraceSummariesCommand, XRayClient } from '@aws-sdk/client-xray';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBytes } from '../src/adapters/chance.js';
import { httpTransport } from '../src/adapters/http-transport.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { xraySegmentStore } from '../src/adapters/xray-segment-store.js';
import { xrayTraceSource } from '../src/adapters/xray-trace-source.js';
import { GateError } from '../src/errors.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { type GateRun, runGate } from '../src/main.js';
import { reportJson } from '../src/report/json.js';
import type { World } from '../src/world.js';
import { simulatedWorld } from './support/simulated-world.js';
import { SkippingClock } from './support/skipping-clock.js';
import { scattered, startTracedTarget, type TracedTarget, type TracedTargetOptions } from './support/traced-target.js';

type Inputs = Partial<Record<InputName, string>>;

const REQUESTS = 80;
const DRIVING: Inputs = {
  'client-segment': 'true',
  requests: '1 GET /orders/42',
  rate: '80',
  duration: '1s',
  'warm-up': '0.25s',
  'ready-timeout': '0s',
  'settle-timeout': '20s',
  seed: '7',
};

let xray: LocalXRay;
const targets: TracedTarget[] = [];
beforeAll(async () => {
  xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
});
afterAll(async () => {
  await Promise.all(targets.map((target) => target.stop()));
  await xray.stop();
});

/** A service that annotates nothing, unless told to. */
async function service(medianMs: number, options: Partial<TracedTargetOptions> = {}): Promise<TracedTarget> {
  const { daemonAddress: daemon } = xray;
  const target = await startTracedTarget({ daemon, version: null, durationMs: scattered(medianMs), ...options });
  targets.push(target);
  return target;
}

/** Over real sockets, in the system's time. */
function realWorld(overrides: Partial<World> = {}): World {
  const settings = { region: 'us-east-1', endpoint: xray.apiUrl };
  return {
    ...simulatedWorld({}).world,
    clock: systemClock,
    transport: httpTransport(systemClock, {}),
    randomBytes,
    traces: xrayTraceSource(settings, systemClock),
    segments: xraySegmentStore(settings),
    ...overrides,
  };
}

async function gate(inputs: Inputs, overrides: Partial<World> = {}): Promise<GateRun> {
  return runGate(
    readInputs((name) => ({ ...DRIVING, ...inputs })[name]),
    realWorld(overrides),
  );
}

/** Two versions that are in X-Ray. */
async function compare(inputs: Inputs): Promise<GateRun> {
  const clock = new SkippingClock();
  const traces = xrayTraceSource({ region: 'us-east-1', endpoint: xray.apiUrl }, clock);
  return runGate(
    readInputs((name) => ({ mode: 'compare', since: '1h', ...inputs })[name as 'mode']),
    realWorld({ clock, traces }),
  );
}

const client = () =>
  new XRayClient({
    endpoint: xray.apiUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

describe.concurrent('an application that annotates nothing', () => {
  test('is found by version in later runs, which judge it as if the gate’s own segments were not there', async () => {
    const [fast, slow] = [await service(50), await service(90)];
    const first = await gate({ url: fast.url, version: 'a1' });
    expect(first.report).toMatchObject({
      verdict: 'no-baseline',
      candidateCoverage: { sent: REQUESTS, traced: REQUESTS, complete: REQUESTS, otherVersion: 0 },
      run: { clientSegments: { taken: REQUESTS, lost: 0 }, unversioned: ['candidate'] },
    });
    expect(first.profile.nodes).toEqual([{ name: 'target', type: '', account: '' }]);
    expect(first.profile.requests.every(({ calls, work }) => calls.length === 0 && work.length === 1)).toBe(true);

    const second = await gate({ url: slow.url, version: 'a2', baseline: 'a1' });
    expect(second.report).toMatchObject({ verdict: 'regressed', baselineVersion: 'a1', candidateVersion: 'a2' });
    expect(second.report.compared?.coverage.baseline).toMatchObject({ sent: REQUESTS, complete: REQUESTS });

    const later = await compare({ version: 'a2', baseline: 'a1' });
    expect(later.report).toMatchObject({
      verdict: 'regressed',
      candidateCoverage: { sent: REQUESTS, complete: REQUESTS },
    });
    for (const { report } of [second, later]) {
      expect(report.operations.map(({ operation }) => operation)).toContain('GET /orders/{id}');
      expect(reportJson(report)).not.toContain('"xray-gate"');
    }
  });

  test('has one own segment of the gate in each measured trace, at its root, and in no other', async () => {
    const target = await service(50);
    await gate({ url: target.url, version: 'b1' });
    const agent = (kind: string) =>
      target.requests.filter((headers) => String(headers['user-agent']).startsWith(`xray-gate${kind}/`)).length;
    expect(agent('-warm-up')).toBeGreaterThan(0);
    const { TraceSummaries = [] } = await client().send(
      new GetTraceSummariesCommand({
        StartTime: new Date(Date.now() - 600_000),
        EndTime: new Date(Date.now() + 1000),
        FilterExpression: 'annotation.version = "b1" AND http.useragent BEGINSWITH "xray-gate/"',
      }),
    );
    expect(TraceSummaries).toHaveLength(agent(''));
    expect(TraceSummaries.every(({ EntryPoint }) => EntryPoint?.Name === 'xray-gate')).toBe(true);
    const { Traces = [] } = await client().send(new BatchGetTracesCommand({ TraceIds: [TraceSummaries[0]!.Id!] }));
    const [own, root] = Traces[0]!
      .Segments!.map(({ Document }) => JSON.parse(Document!))
      .toSorted((one) => (one.name === 'xray-gate' ? -1 : 1));
    expect(own.annotations).toMatchObject({ version: 'b1', xray_gate_side: 'candidate' });
    expect(root).toMatchObject({ name: 'target', parent_id: own.id });
  });

  test('is found under a key with dots, which X-Ray does not allow in the gate’s segments', async () => {
    const key = { 'version-annotation': 'service.version' };
    await gate({ url: (await service(50)).url, version: 'c1', ...key });
    await gate({ url: (await service(50)).url, version: 'c2', ...key });
    const { report } = await compare({ version: 'c2', baseline: 'c1', ...key });
    expect(report).toMatchObject({ verdict: 'passed', candidateCoverage: { complete: REQUESTS } });
  });

  test('is driven side by side with both versions annotated', async () => {
    const [v1, v2] = [await service(50), await service(50)];
    const { report } = await gate({ url: v2.url, version: 'd2', 'baseline-url': v1.url, baseline: 'd1', pairs: '60' });
    expect(report).toMatchObject({ verdict: 'passed', run: { clientSegments: { taken: 120, lost: 0 } } });
    expect((await compare({ version: 'd2', baseline: 'd1' })).report.verdict).toBe('passed');
  });
});

describe.concurrent('the gate’s own segments', () => {
  test('do not hide that another version answered, not in later runs either', async () => {
    const stale = await service(50, { version: 'e1' });
    const { report } = await gate({ url: stale.url, version: 'e2' });
    expect(report.candidateCoverage).toMatchObject({ traced: REQUESTS, complete: 0, otherVersion: REQUESTS });
    const { report: later } = await compare({ version: 'e2', baseline: 'e1' });
    expect(later).toMatchObject({ verdict: 'inconclusive', candidateCoverage: { otherVersion: REQUESTS } });
  });

  test('are no traces of a target that sends none', async () => {
    const untraced = await service(50, { daemon: null });
    await expect(gate({ url: untraced.url, version: 'f1', 'settle-timeout': '5s' })).rejects.toMatchObject({
      message: expect.stringContaining(`X-Ray has none of the traces of ${REQUESTS} candidate requests`),
    });
  });

  test('end the run before a request leaves where the role may not put them', async () => {
    const target = await service(50);
    const denied = new GateError('X-Ray denied access: no.', 'Give permission for xray:PutTraceSegments.');
    const segments = {
      ...xraySegmentStore({ region: 'us-east-1', endpoint: xray.apiUrl }),
      assertOpen: () => Promise.reject(denied),
    };
    await expect(gate({ url: target.url, version: 'g1' }, { segments })).rejects.toMatchObject({
      message: denied.message,
      remedy: denied.remedy,
    });
    expect(target.requests).toEqual([]);
    await gate({ url: target.url, version: 'g1', 'client-segment': 'false' }, { segments });
    expect(target.requests.length).toBeGreaterThan(REQUESTS);
  });
});

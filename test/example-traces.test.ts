import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBytes } from '../src/adapters/chance.js';
import { httpTransport } from '../src/adapters/http-transport.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { xrayTraceSource } from '../src/adapters/xray-trace-source.js';
import type { TraceSource } from '../src/collect/trace-source.js';
import { timelinesInFile } from '../src/file-timelines.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { reportOn, runGate } from '../src/main.js';
import { reportHtml } from '../src/report/html.js';
import type { Report } from '../src/report/report.js';
import { readRun, writeRun } from '../src/saved-run.js';
import { BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';
import { traceFile } from './support/trace-file.js';
import { scattered, startTracedTarget, type TracedTarget } from './support/traced-target.js';

const INPUTS: Partial<Record<InputName, string>> = {
  version: 'v2',
  baseline: 'v1',
  requests: '1 GET /orders/42',
  rate: '40',
  duration: '2s',
  pairs: '80',
  'warm-up': '0.25s',
  'ready-timeout': '0s',
  confirm: 'no',
  seed: '7',
};

const settingsOf = (urls: Partial<Record<InputName, string>>) => readInputs((name) => ({ ...INPUTS, ...urls })[name]);
const sectionOf = (report: Report) => /<section id="examples">.*?<\/section>/s.exec(reportHtml(report))?.[0] ?? '';

describe('a run on the local X-Ray', () => {
  let xray: LocalXRay;
  let targets: TracedTarget[];
  beforeAll(async () => {
    xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
    const target = (version: string, medianMs: number) =>
      startTracedTarget({ daemon: xray.daemonAddress, version, durationMs: scattered(medianMs) });
    targets = [await target('v1', 50), await target('v2', 80)];
  });
  afterAll(async () => {
    await Promise.all(targets.map((target) => target.stop()));
    await xray.stop();
  });

  test('draws each finding’s traces beside the baseline’s, and so does its saved run without any traffic', async () => {
    const [v1, v2] = targets as [TracedTarget, TracedTarget];
    const world = {
      ...simulatedWorld({}).world,
      clock: systemClock,
      transport: httpTransport(systemClock, {}),
      randomBytes,
      traces: xrayTraceSource({ region: 'eu-central-1', endpoint: xray.apiUrl }, systemClock),
      awsRegion: 'eu-central-1',
    };
    const { report, saved } = await runGate(settingsOf({ url: v2.url, 'baseline-url': v1.url }), world);
    const findings = report.compared?.findings ?? [];
    expect(report.verdict).toBe('regressed');
    expect(findings.length).toBeGreaterThan(0);

    const took = new Map(report.timelines.map(({ traceId, durationMs }) => [traceId, durationMs]));
    for (const { metric, examples } of findings) {
      const [now, before] = [examples!.typical.candidate, examples!.typical.baseline!].map((id) => took.get(id)!);
      expect(now! / before!, metric).toBeCloseTo(1.6, 1);
      expect(took.get(examples!.worst.candidate)).toBeGreaterThanOrEqual(now!);
    }
    const section = sectionOf(report);
    expect(section.match(/<figure>/g)).toHaveLength(4 * findings.length);
    expect(section).not.toContain('Not drawn');
    expect(section).toContain(
      'https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#xray:traces/1-',
    );

    const again = readRun(JSON.parse(writeRun(saved!)), 'run.json');
    const { timelines, awsRegion } = again;
    const told = { ...reportOn(again, { ...report.run, collected: null, awsRegion }), timelines };
    expect(sectionOf(told)).toBe(section);
    expect(sectionOf(reportOn(again, report.run))).toBe(section);
  });
});

describe('what the drawings cost', () => {
  test('is in the run’s cost, and in its calls', async () => {
    const { world, clock } = simulatedWorld({ v2: { slowness: () => 1.5 } });
    const [wanted, returned]: [string[][], string[]] = [[], []];
    const traces: TraceSource = {
      ...world.traces,
      fetch: async (traceIds) => {
        wanted.push([...traceIds]);
        const fetched = await world.traces.fetch(traceIds);
        if (fetched.kind === 'traces') returned.push(...fetched.traces.map(({ traceId }) => traceId));
        return fetched;
      },
    };
    const urls = { url: GREEN, 'baseline-url': BLUE };
    const { report } = await clock.run(runGate(settingsOf(urls), { ...world, traces, tracesCostMoney: true }));
    expect(report.timelines.length).toBeGreaterThan(3);
    expect(report.run.awsUse.tracesRetrieved).toBe(returned.length);
    // One more asks, before all else, whether X-Ray may be asked.
    expect(report.run.collected?.calls).toBe(wanted.length - 1);
    expect(wanted.at(-1)).toContain(report.timelines.at(-1)?.traceId);
  });

  test('is nothing where nothing got worse', async () => {
    const { world, clock } = simulatedWorld({});
    const { report } = await clock.run(runGate(settingsOf({ url: GREEN, 'baseline-url': BLUE }), world));
    expect(report).toMatchObject({ verdict: 'passed', timelines: [] });
  });
});

describe('a file of traces', () => {
  const file = traceFile(3, scattered(50)) as { Traces: { Id: string }[] };
  const [first, second] = file.Traces.map(({ Id }) => Id) as [string, string];

  test('has the timelines of its traces', () => {
    const timelines = timelinesInFile(
      file,
      'traces.json',
      [second, first, '1-00000000-000000000000000000000000'],
      'version',
    );
    expect(timelines.map(({ traceId }) => traceId)).toEqual([first, second]);
    expect(timelines[0]?.rows).toHaveLength(1);
  });

  test('that holds a profile has none', () => {
    expect(timelinesInFile({ kind: 'xray-gate-profile' }, 'profile.json', [first], 'version')).toEqual([]);
  });
});

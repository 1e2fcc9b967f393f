import { CreateGroupCommand, PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xrayGroups } from '../src/adapters/xray-groups.js';
import { xrayTraceSource } from '../src/adapters/xray-trace-source.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { runGate } from '../src/main.js';
import { reportHtml } from '../src/report/html.js';
import { reportJson } from '../src/report/json.js';
import { reportMarkdown } from '../src/report/markdown.js';
import { entityId, segmentDocument } from './support/segment-builder.js';
import { simulatedWorld } from './support/simulated-world.js';
import { SkippingClock } from './support/skipping-clock.js';

interface Build {
  readonly annotations?: Readonly<Record<string, string | number>>;
  readonly serviceVersion?: string;
  readonly meanMs: number;
  readonly userAgent?: string;
}

const TRACES = 150;
const OURS = 'xray-gate/1.0.0 run-0a1b2c3d';
const BUILDS: readonly Build[] = [
  { annotations: { version: 7 }, meanMs: 100, userAgent: 'curl/8.0' },
  { annotations: { version: 'v1' }, meanMs: 100 },
  { annotations: { version: 'v2' }, meanMs: 180 },
  { annotations: { version: 'v3' }, meanMs: 100 },
  { annotations: { otel_resource_service_version: 'v4' }, meanMs: 100 },
  { annotations: { version: 'v5' }, meanMs: 100, userAgent: 'curl/8.0' },
  { serviceVersion: 'v6', meanMs: 180 },
];

let xray: LocalXRay;
beforeAll(async () => {
  xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, faults: { throttleEvery: 40 } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new XRayClient({ endpoint: xray.apiUrl, region: 'us-east-1', credentials });
  const FilterExpression = 'http.useragent BEGINSWITH "xray-gate/"';
  await client.send(new CreateGroupCommand({ GroupName: 'driven', FilterExpression }));
  for (const [number, build] of BUILDS.entries()) {
    const documents = Array.from({ length: TRACES }, (_, i) => JSON.stringify(documentOf(build, TRACES * number + i)));
    for (let from = 0; from < TRACES; from += 50) {
      await client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: documents.slice(from, from + 50) }));
    }
  }
});
afterAll(() => xray.stop());

/** One of the traces of a build, an hour old and some. */
function documentOf({ annotations, serviceVersion, meanMs, userAgent = OURS }: Build, number: number) {
  const startS = Date.now() / 1000 - 3600 - number;
  const durationMs = meanMs * (1 + 0.2 * Math.sin(12.9898 * number));
  return segmentDocument({
    trace_id: `1-${Math.floor(startS).toString(16)}-${number.toString(16).padStart(24, '0')}`,
    id: entityId(number + 1),
    start_time: startS,
    end_time: startS + durationMs / 1000,
    annotations,
    service: { version: serviceVersion },
    http: {
      request: { method: 'GET', url: 'http://shop/orders/7', user_agent: userAgent },
      response: { status: 200 },
    },
  });
}

async function compared(given: Partial<Record<InputName, string>>) {
  const { world, transport } = simulatedWorld({});
  const clock = new SkippingClock();
  const here = { region: 'us-east-1', endpoint: xray.apiUrl };
  const [traces, groups] = [xrayTraceSource(here, clock), xrayGroups(here, clock)];
  const settings = readInputs((name) => ({ mode: 'compare', since: '12h', ...given })[name as 'mode']);
  const { report } = await runGate(settings, { ...world, clock, traces, groups, tracesCostMoney: true });
  expect(transport.departures).toEqual([]);
  return report;
}

describe('two versions that are only in X-Ray', () => {
  test('are compared without a request', async () => {
    const report = await compared({ baseline: 'v1', version: 'v2' });
    expect(report).toMatchObject({
      verdict: 'regressed',
      candidateVersion: 'v2',
      baselineVersion: 'v1',
      candidateCoverage: { complete: TRACES },
    });
    expect(report.run.awsUse.tracesScanned).toBeGreaterThan(0);
  });

  test('pass where they are as fast', async () => {
    expect(await compared({ baseline: 'v1', version: 'v3' })).toMatchObject({
      baselineVersion: 'v1',
      verdict: 'passed',
    });
  });

  test('are found by OpenTelemetry’s annotation, as it was written before', async () => {
    const given = { baseline: 'v1', version: 'v4', 'version-annotation': 'otel.resource.service.version' };
    expect((await compared(given)).candidateCoverage.complete).toBe(TRACES);
  });

  test('may be those of traffic that was not the gate’s', async () => {
    const report = await compared({ baseline: 'v1', version: 'v5' });
    expect(report.candidateCoverage.complete).toBe(TRACES);
  });

  test('may be named by their documents alone', async () => {
    expect(await compared({ baseline: 'v1', version: 'v6' })).toMatchObject({
      candidateVersion: 'v6',
      verdict: 'regressed',
    });
  });

  test('may be annotated as numbers', async () => {
    expect(await compared({ baseline: 'v1', version: '7' })).toMatchObject({
      candidateVersion: '7',
      candidateCoverage: { complete: TRACES },
      verdict: 'passed',
    });
  });

  test('are told where one is unknown, with those that are there', async () => {
    const error = await compared({ baseline: 'v9', version: 'v2' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^X-Ray has no traces of version "v9" from .* It has versions .*"v1", "v2", "v3"/),
      remedy: expect.stringContaining('"since"'),
    });
  });

  test('are not found outside the time that is searched', async () => {
    const error = await compared({ baseline: 'v1', version: 'v2', since: '10m' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('X-Ray has no traces of version "v2"') });
  });
});

describe('two versions in a group', () => {
  const HOUR_S = 3600;
  const now = () => Math.round(Date.now() / 1000);
  async function putInsights(...insights: object[]) {
    const put = await fetch(`${xray.apiUrl}/_local/insights`, { method: 'PUT', body: JSON.stringify(insights) });
    expect(put.status).toBe(200);
  }

  test('are looked up among its traces alone', async () => {
    const given = { baseline: 'v1', group: 'driven' };
    expect((await compared({ ...given, version: 'v3' })).candidateCoverage.complete).toBe(TRACES);
    const error = await compared({ ...given, version: 'v5' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^X-Ray has no traces of version "v5" in the group "driven" from .* "v1", "v2"/),
    });
  });

  test('are told where there is no such group, with those that are there', async () => {
    const error = await compared({ baseline: 'v1', version: 'v3', group: 'Driven' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: 'X-Ray has no group "Driven". It has "Default", "driven".',
      remedy: expect.stringContaining('capitals count'),
    });
  });

  test('come with the insights of that group that were active in the time that is searched', async () => {
    const anomaly = (Summary: string, hoursAgo: number, other: object = {}) => ({
      GroupName: 'driven',
      StartTime: now() - hoursAgo * HOUR_S,
      Summary,
      RootCauseServiceId: { Name: 'payments' },
      TopAnomalousServices: [{ ServiceId: { Name: 'shop' } }, { ServiceId: { Name: 'payments' } }],
      ...other,
    });
    await putInsights(
      anomaly('Faults of payments rise', 30),
      anomaly('Over by now', 3, { State: 'CLOSED', EndTime: now() - 2 * HOUR_S }),
      anomaly('Over before', 20, { State: 'CLOSED', EndTime: now() - 13 * HOUR_S }),
      anomaly('Of another group', 1, { GroupName: 'Default' }),
    );
    const report = await compared({ baseline: 'v1', version: 'v3', group: 'driven' });
    expect(report.verdict).toBe('passed');
    for (const text of [reportMarkdown(report), reportHtml(report)]) {
      expect(text).toContain('2 X-Ray insights, 1 of them active');
      for (const words of ['Faults of payments rise', 'Over by now']) expect(text).toContain(words);
      for (const words of ['Over before', 'Of another group']) expect(text).not.toContain(words);
    }
    expect(JSON.parse(reportJson(report)).insights.insights).toMatchObject([
      { summary: 'Over by now', isActive: false, rootCause: 'payments', anomalous: ['shop', 'payments'] },
      { summary: 'Faults of payments rise', isActive: true, untilMs: null },
    ]);
  });

  test('come with word that there are none, and that X-Ray does not look for any', async () => {
    await putInsights();
    const comment = reportMarkdown(await compared({ baseline: 'v1', version: 'v3', group: 'driven' }));
    expect(comment).toMatch(/X-Ray insights: none in the group `driven` between .*: the group has them turned off\./);
  });

  test('that is not named come without any', async () => {
    await putInsights({ StartTime: now() - HOUR_S, Summary: 'Of every trace' });
    const report = await compared({ baseline: 'v1', version: 'v3' });
    expect(report.run.insights).toBeNull();
    expect(reportMarkdown(report)).not.toMatch(/insight/i);
  });
});

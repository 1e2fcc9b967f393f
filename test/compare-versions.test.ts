import { PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xrayTraceSource } from '../src/adapters/xray-trace-source.js';
import type { InputName } from '../src/input-list.js';
import { readInputs } from '../src/inputs.js';
import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { runGate } from '../src/main.js';
import { entityId, segmentDocument } from './support/segment-builder.js';
import { simulatedWorld } from './support/simulated-world.js';
import { SkippingClock } from './support/skipping-clock.js';

interface Build {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly serviceVersion?: string;
  readonly meanMs: number;
  readonly userAgent?: string;
}

const TRACES = 150;
const OURS = 'xray-gate/1.0.0 run-0a1b2c3d';
const BUILDS: readonly Build[] = [
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
  const traces = xrayTraceSource({ region: 'us-east-1', endpoint: xray.apiUrl }, clock);
  const settings = readInputs((name) => ({ mode: 'compare', since: '12h', ...given })[name as 'mode']);
  const { report } = await runGate(settings, { ...world, clock, traces, tracesCostMoney: true });
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

import { globSync, readFileSync } from 'node:fs';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cloudWatchMetrics } from '../../src/adapters/cloudwatch-metrics.js';
import { type Metric, metricsOf } from '../../src/report/metrics.js';
import { type LocalCloudWatch, type Refusal, startLocalCloudWatch } from '../support/local-cloudwatch.js';
import { aReport } from '../support/report-builder.js';
import { spoiled } from '../support/spoiled-report.js';

const NAMESPACE = 'PerformanceGate/checkout';

const mockCloudWatch = () => mockClient(CloudWatchClient);

function metrics(count: number): Metric[] {
  return Array.from({ length: count }, (_, i) => ({
    name: 'P95',
    unit: 'Milliseconds',
    value: i,
    dimensions: { Operation: `GET /${i}`, Side: 'candidate' },
  }));
}

describe('putting metrics', () => {
  let cloudWatch: LocalCloudWatch;

  async function open(refusal?: (call: number) => Refusal | null): Promise<void> {
    cloudWatch = await startLocalCloudWatch(refusal);
    vi.stubEnv('AWS_ENDPOINT_URL_CLOUDWATCH', cloudWatch.url);
  }

  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await cloudWatch.stop();
  });

  it('gives CloudWatch names, units, values and dimensions, and leaves the time to it', async () => {
    await open();
    const outcome = await cloudWatchMetrics('eu-west-1').put(NAMESPACE, metrics(1));
    expect(outcome).toEqual({ metrics: 1, calls: 1, because: null });
    expect(cloudWatch.taken).toEqual([
      {
        Namespace: NAMESPACE,
        MetricData: [
          {
            MetricName: 'P95',
            Unit: 'Milliseconds',
            Value: 0,
            Dimensions: [
              { Name: 'Operation', Value: 'GET /0' },
              { Name: 'Side', Value: 'candidate' },
            ],
          },
        ],
      },
    ]);
  });

  it('makes as many calls as it takes, each within what one call may hold, and each metric in one of them', async () => {
    await open();
    const many = metrics(1201).map((metric, i) => ({
      ...metric,
      dimensions: { Operation: `${i}${'"'.repeat(251)}`, Version: '"'.repeat(255) },
    }));
    expect(await cloudWatchMetrics('eu-west-1').put(NAMESPACE, many)).toEqual({
      metrics: 1201,
      calls: 3,
      because: null,
    });
    const values = cloudWatch.taken.flatMap(({ MetricData }) => MetricData.map(({ Value }) => Value));
    expect(values).toEqual(many.map(({ value }) => value));
  });

  it('of a report with names of any kind is taken', async () => {
    await open();
    for (const name of ['größe 🙂', 'x'.repeat(2000), '\u0000\u001f\u007f\u202e', ':colon', '\ud83d', ' ', '"\\']) {
      const report = spoiled(aReport(), (text) => `${name}${text}`);
      const outcome = await cloudWatchMetrics('eu-west-1').put(NAMESPACE, metricsOf(report).metrics);
      expect(outcome, name).toMatchObject({ because: null });
    }
  });

  it('tries again when it is throttled', async () => {
    await open((call) => (call === 1 ? { status: 400, code: 'Throttling' } : null));
    expect(await cloudWatchMetrics('eu-west-1').put(NAMESPACE, metrics(3))).toEqual({
      metrics: 3,
      calls: 1,
      because: null,
    });
    expect(cloudWatch.calls()).toBe(2);
  });

  it('ends at the first call that is refused, and says how many were put, why not the rest, and the remedy', async () => {
    await open((call) => (call === 2 ? { status: 403, code: 'AccessDenied' } : null));
    const outcome = await cloudWatchMetrics('eu-west-1').put(NAMESPACE, metrics(1500));
    expect(outcome).toMatchObject({ metrics: 500, calls: 1 });
    expect(outcome.because).toContain('AccessDenied, said the local CloudWatch');
    expect(outcome.because).toContain(
      `cloudwatch:PutMetricData, on the condition that cloudwatch:namespace is ${NAMESPACE}`,
    );
    expect(cloudWatch.calls()).toBe(2);
  });
});

describe('what CloudWatch says', () => {
  let cloudWatch: ReturnType<typeof mockCloudWatch>;
  beforeEach(() => {
    cloudWatch = mockCloudWatch();
  });
  afterEach(() => {
    cloudWatch.restore();
  });

  it.each([
    ['CredentialsProviderError', 'Could not load credentials from any providers', /configure-aws-credentials/],
    ['ExpiredToken', 'The security token included in the request is expired', /configure-aws-credentials/],
    ['Error', 'Region is missing', /"aws-region"/],
    ['Throttling', 'Rate exceeded', /^Throttling: Rate exceeded$/],
    [
      'InvalidParameterValue',
      'The value for parameter is bad.',
      /^InvalidParameterValue: The value for parameter is bad$/,
    ],
  ])('is told, with a remedy where there is one: %s', async (name, message, words) => {
    cloudWatch.on(PutMetricDataCommand).rejects(Object.assign(new Error(message), { name }));
    const outcome = await cloudWatchMetrics('eu-west-1').put(NAMESPACE, metrics(1));
    expect(outcome).toMatchObject({ metrics: 0, calls: 0 });
    expect(outcome.because).toMatch(words);
  });

  it('is not asked for nothing', async () => {
    expect(await cloudWatchMetrics('eu-west-1').put(NAMESPACE, [])).toEqual({ metrics: 0, calls: 0, because: null });
    expect(cloudWatch.commandCalls(PutMetricDataCommand)).toEqual([]);
  });
});

it('the SDK for CloudWatch is loaded only when it is used: nothing imports it but types', () => {
  const importing = globSync('src/**/*.ts').filter((path) =>
    /^import (?!type )[^;]*'@aws-sdk\/client-cloudwatch'/m.test(readFileSync(path, 'utf8')),
  );
  expect(importing).toEqual([]);
});

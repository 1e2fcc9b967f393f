import { describe, expect, it } from 'vitest';
import { type MetricStore, type MetricsOutcome, putMetrics } from '../src/put-metrics.js';
import { type Metric, MOST_OPERATIONS } from '../src/report/metrics.js';
import { aReport } from './support/report-builder.js';

interface Put {
  readonly namespace: string;
  readonly metrics: readonly Metric[];
}

/** Takes everything, or ends as the outcome says; remembers what it was given. */
function aStore(outcome?: MetricsOutcome): MetricStore & { readonly puts: Put[] } {
  const puts: Put[] = [];
  return {
    puts,
    put: async (namespace, metrics) => {
      puts.push({ namespace, metrics });
      return outcome ?? { metrics: metrics.length, calls: 1, because: null };
    },
  };
}

const SETTINGS = { cloudWatchNamespace: 'PerformanceGate/checkout' };

describe('the input cloudwatch-namespace', () => {
  it('without it nothing is put, and the report stays as it is', async () => {
    const store = aStore();
    const report = aReport();
    expect(await putMetrics(report, { cloudWatchNamespace: null }, store)).toEqual({
      report,
      log: null,
      warning: null,
    });
    expect(store.puts).toEqual([]);
  });

  it('with it the metrics go there, and the report counts what they cost', async () => {
    const store = aStore();
    const { report, log, warning } = await putMetrics(aReport(), SETTINGS, store);
    const [put] = store.puts;
    expect(put?.namespace).toBe('PerformanceGate/checkout');
    expect(put?.metrics.length).toBeGreaterThan(50);
    expect(report.run.awsUse).toEqual({ ...aReport().run.awsUse, metricsPut: put?.metrics.length, metricCalls: 1 });
    expect(log).toBe(`Metrics: ${put?.metrics.length} in CloudWatch, namespace PerformanceGate/checkout.`);
    expect(warning).toBeNull();
  });

  it('what CloudWatch refuses is a warning, and only what was put is counted', async () => {
    const store = aStore({ metrics: 0, calls: 0, because: 'AccessDenied: no' });
    const { report, log, warning } = await putMetrics(aReport(), SETTINGS, store);
    expect(report).toEqual(aReport());
    expect(log).toBeNull();
    expect(warning).toBe(`CloudWatch took 0 of ${store.puts[0]?.metrics.length} metrics: AccessDenied: no.`);
  });

  it('operations that are left out are said', async () => {
    const [one] = aReport().operations;
    const operations = Array.from({ length: MOST_OPERATIONS + 5 }, (_, i) => ({ ...one!, operation: `GET /${i}` }));
    const { warning } = await putMetrics(aReport({ operations }), SETTINGS, aStore());
    expect(warning).toBe('Metrics are put for 20 operations, those with findings or most requests; 5 more have none.');
  });
});

import type { Settings } from './inputs.js';
import { type Metric, MOST_OPERATIONS, metricsOf } from './report/metrics.js';
import type { Report } from './report/report.js';

/** Where metrics are kept. */
export interface MetricStore {
  /** Gives each metric its value, as of now. Never throws. */
  readonly put: (namespace: string, metrics: readonly Metric[]) => Promise<MetricsOutcome>;
}

export interface MetricsOutcome {
  /** That were put, and in how many calls. */
  readonly metrics: number;
  readonly calls: number;
  /** Why the rest was not; null where all were. A warning, never the gate's failure. */
  readonly because: string | null;
}

/** A report that counts what putting its metrics took, and what there is to say of that. */
export interface WithMetrics {
  readonly report: Report;
  readonly log: string | null;
  readonly warning: string | null;
}

/** Puts the report's metrics into the namespace of the input `cloudwatch-namespace`; without one, nothing. Never throws. */
export async function putMetrics(
  report: Report,
  { cloudWatchNamespace: namespace }: Pick<Settings, 'cloudWatchNamespace'>,
  store: MetricStore,
): Promise<WithMetrics> {
  if (namespace === null) return { report, log: null, warning: null };
  const { metrics, leftOut } = metricsOf(report);
  const { metrics: metricsPut, calls: metricCalls, because } = await store.put(namespace, metrics);
  const awsUse = { ...report.run.awsUse, metricsPut, metricCalls };
  const warnings = [
    ...(because === null ? [] : [`CloudWatch took ${metricsPut} of ${metrics.length} metrics: ${because}.`]),
    ...(leftOut.length === 0
      ? []
      : [
          `Metrics are put for ${MOST_OPERATIONS} operations, those with findings or most requests; ${leftOut.length} more have none.`,
        ]),
  ];
  return {
    report: { ...report, run: { ...report.run, awsUse } },
    log: metricsPut === 0 ? null : `Metrics: ${metricsPut} in CloudWatch, namespace ${namespace}.`,
    warning: warnings.length === 0 ? null : warnings.join(' '),
  };
}

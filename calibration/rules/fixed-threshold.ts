import { quantileSorted } from 'simple-statistics';
import type { Rule } from '../report-samples.js';

/**
 * p95 above 1.10 times the baseline's anywhere, or 1 point more faults. What one writes as k6's thresholds
 * (grafana.com/docs/k6/latest/using-k6/thresholds) against the numbers of the last release, and as Keptn's objective
 * `response_time_p95: pass: "<=+10%"` (keptn.sh, quality gates, `slo.yaml`).
 */
export const FIXED_THRESHOLD: Rule = {
  name: 'p95 +10 %',
  told: 'p95 above 1.10 times the baseline’s anywhere, or 1 point more faults: thresholds as one writes them for k6 and Keptn',
  alarms: ({ times, faults }) =>
    times.some(({ baseline, candidate }) => p95(candidate) > 1.1 * p95(baseline)) ||
    faults.some(({ baseline, candidate }) => candidate.count / candidate.of - baseline.count / baseline.of > 0.01),
};

function p95(ascending: Float64Array): number {
  return quantileSorted([...ascending], 0.95);
}

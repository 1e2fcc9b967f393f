import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { MetricStore } from '../put-metrics.js';
import type { Metric } from '../report/metrics.js';
import { putFailure } from './cloudwatch-failure.js';

/** PutMetricData takes 1000 metrics and 1 MB: of those with the longest names, half as many. */
const MOST_PER_CALL = 500;

type Sdk = typeof import('@aws-sdk/client-cloudwatch');

/**
 * Amazon CloudWatch through the AWS SDK, loaded when first needed, with its default credentials. Throttled calls are
 * tried again by the SDK; after a call that fails for good no more are made.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export function cloudWatchMetrics(region: string | null): MetricStore {
  return {
    put: async (namespace, metrics) => {
      let [put, calls] = [0, 0];
      try {
        const sdk = await import('@aws-sdk/client-cloudwatch');
        const client = clientIn(region, sdk);
        try {
          for (let from = 0; from < metrics.length; from += MOST_PER_CALL) {
            const batch = metrics.slice(from, from + MOST_PER_CALL);
            await client.send(new sdk.PutMetricDataCommand({ Namespace: namespace, MetricData: batch.map(datumOf) }));
            put += batch.length;
            calls += 1;
          }
        } finally {
          client.destroy();
        }
        return { metrics: put, calls, because: null };
      } catch (error) {
        return { metrics: put, calls, because: putFailure(error, namespace) };
      }
    },
  };
}

function clientIn(region: string | null, { CloudWatchClient }: Sdk): CloudWatchClient {
  return new CloudWatchClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(region === null ? {} : { region }),
  });
}

/** Without a timestamp, so that it is CloudWatch's own: a runner's clock may be wrong. */
function datumOf({ name, unit, value, dimensions }: Metric) {
  return {
    MetricName: name,
    Unit: unit,
    Value: value,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
  };
}

import { mean, sampleVariance } from 'simple-statistics';
import { Z_95 } from '../../src/compare/interval.js';
import type { Rule } from '../report-samples.js';

const TOLERANCE = 0.05;

/**
 * The 90 % interval of the change of the mean lies above 0 and the change above 5 %: how the Datadog agent's and
 * Vector's regression detector decides ("Confidence level 90.00 %", "|Δ mean %| ≥ 5.00 %"; its comment on
 * vectordotdev/vector pull request 17198). Its third condition, which sets aside what varies by more than a tenth,
 * would set aside every sample of single requests, and is left out.
 */
export const MEAN_INTERVAL: Rule = {
  name: 'Datadog-like',
  told: 'the 90 % interval of the change of the mean above 0, and the change above 5 %: as the Datadog agent’s regression detector',
  alarms: ({ times }) =>
    times.some(({ baseline, candidate }) => {
      const [b, c] = [[...baseline], [...candidate]];
      const difference = mean(c) - mean(b);
      const error = Math.sqrt(sampleVariance(b) / b.length + sampleVariance(c) / c.length);
      return difference > Z_95 * error && difference > TOLERANCE * mean(b);
    }),
};

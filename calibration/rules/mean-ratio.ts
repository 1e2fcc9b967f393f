import { mean } from 'simple-statistics';
import type { Rule } from '../report-samples.js';

/**
 * The mean above 200 % of the previous one: github-action-benchmark's default `alert-threshold`
 * (benchmark-action/github-action-benchmark, action.yml and src/write.ts `findAlerts`).
 */
export const MEAN_RATIO: Rule = {
  name: 'mean 200 %',
  told: 'the mean above twice the baseline’s: github-action-benchmark’s default',
  alarms: ({ times }) => times.some(({ baseline, candidate }) => mean([...candidate]) > 2 * mean([...baseline])),
};

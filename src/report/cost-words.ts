import { type AwsUse, dollarsFor, formatDollars } from '../aws-cost.js';
import { formatNumber } from './format.js';

/** What the run cost, and what for, to follow "Cost"; null where it used nothing that AWS charges for. */
export function costWords(use: AwsUse): string | null {
  const { tracesRecorded, tracesRetrieved, tracesScanned, metricsPut } = use;
  const traces = tracesRecorded + tracesRetrieved + tracesScanned;
  if (traces + metricsPut === 0) return null;
  const parts = [
    ...(traces === 0
      ? []
      : [
          `${formatNumber(tracesRecorded)} traces recorded`,
          `${formatNumber(tracesRetrieved)} retrieved`,
          `${formatNumber(tracesScanned)} scanned`,
        ]),
    ...(metricsPut === 0 ? [] : [`${formatNumber(metricsPut)} metrics put`]),
  ];
  return `${formatDollars(dollarsFor(use))} at the list price of us-east-1, free tier not counted: ${parts.join(', ')}.`;
}

import { expect, test } from 'vitest';
import type { GateRun } from '../../demo/action-process.js';
import { summaryOf } from '../../demo/summary.js';

test.each([
  ['retries', '0.20 → 1.40 a request'],
  ['calls', '0.20 → 1.40 a request'],
  ['faults', '20.0 % → 140 %'],
])('%s are told in their unit', (metric, measured) => {
  const place = { operation: 'POST /orders', node: 'stock', edge: null };
  const finding = { metric, ...place, baseline: 0.2, candidate: 1.4, ratio: 7, p: 0.001 };
  const result = { verdict: 'regressed', reasons: [], findings: [finding], others: [], design: null };
  const run = { build: 'v2', result, exitCode: 1, seconds: 60, folder: 'out', lastLines: [] } as unknown as GateRun;
  expect(summaryOf(run, (path) => path).join('\n')).toContain(measured);
});

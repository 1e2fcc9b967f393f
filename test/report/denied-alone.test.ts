import { expect, test } from 'vitest';
import type { EdgePolicy } from '../../src/compare/edge-policy.js';
import { conclude } from '../../src/publish.js';
import { reportHtml } from '../../src/report/html.js';
import { reportJson } from '../../src/report/json.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { metricsOf } from '../../src/report/metrics.js';
import { lonelyReport } from '../../src/report/report.js';
import { reportText } from '../../src/report/text.js';
import { aReportWithoutBaseline } from '../support/report-builder.js';
import { aCall, aNode, aProfile, aRequest } from '../support/simulated-run.js';

const POLICY: EdgePolicy = {
  rules: [
    {
      ...{ effect: 'deny', from: '*', to: 'legacy-*', reason: 'being switched off', owner: 'payments', until: null },
      place: 'edges.deny[0], line 3',
    },
  ],
  names: [],
  day: '2026-11-21',
};

/** A build whose requests call the database, of which there is nothing to compare with. */
function reportOf(database: string, unread = false) {
  const requests = Array.from({ length: 40 }, (_, order) => aRequest({ order, calls: order < 3 ? [aCall()] : [] }));
  const profile = aProfile({ nodes: [aNode('api'), aNode(database)], requests });
  const { run } = aReportWithoutBaseline();
  return lonelyReport(
    profile,
    { missing: 'Nothing gave a baseline.', unread },
    {
      candidateVersion: 'v2',
      policy: POLICY,
      run,
    },
  );
}

test.each([false, true])('a denied call needs no baseline to fail the job, and every report names it', (unread) => {
  const report = reportOf('legacy-db', unread);
  expect(conclude(report, { onNoBaseline: 'warn', onInconclusive: 'warn' })).toMatchObject({ failed: true });
  const told = 'in 3 of 40 candidate traces: being switched off (payments, edges.deny[0], line 3).';
  expect(reportText(report)).toContain(`Denied: api → legacy-db, ${told}`);
  expect(reportMarkdown(report)).toMatch(/- Denied: `api` → `legacy-db`, in 3 of 40 candidate traces/);
  expect(reportHtml(report)).toMatch(/<code>legacy-db<\/code>, in 3 of 40 candidate traces/);
  for (const text of [reportText(report), reportMarkdown(report), reportHtml(report)]) {
    expect(text).toContain('Regressed');
    expect(text).toContain('1 call of this build is denied');
    expect(text).toContain('Nothing gave a baseline.');
  }
  expect(JSON.parse(reportJson(report))).toMatchObject({
    verdict: 'regressed',
    findings: [{ metric: 'denied edge', place: { edge: { from: 'api', to: 'legacy-db' } }, candidate: 3 / 40 }],
  });
  expect(metricsOf(report).metrics).toContainEqual(
    expect.objectContaining({ name: 'Regressions', value: 1, dimensions: {} }),
  );
});

test('a build without denied calls has no baseline, or one that cannot be read', () => {
  expect(reportOf('orders').verdict).toBe('no-baseline');
  expect(reportOf('orders', true).verdict).toBe('inconclusive');
});

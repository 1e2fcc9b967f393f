import { headline } from './headline.js';
import { causesSection } from './html-causes.js';
import { coldStartsSection } from './html-cold-starts.js';
import { examplesSection } from './html-examples.js';
import { exceptionsSection } from './html-exceptions.js';
import { findingsSection } from './html-findings.js';
import { deniedSection, graphSection } from './html-graph.js';
import { pageHead } from './html-head.js';
import { insightsSection } from './html-insights.js';
import { measurementsSection } from './html-measurements.js';
import { methodSection, noBaselineSection } from './html-method.js';
import { STYLE } from './html-style.js';
import { timeSection } from './html-time.js';
import { type Markup, markup } from './markup.js';
import type { Report } from './report.js';

/**
 * The page: everything that the comment says, and what it has no room for. One file that loads nothing and runs
 * nothing (its policy forbids both); everything that the application named is escaped.
 */
export function reportHtml(report: Report): string {
  const { mark, title } = headline(report);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${mark} ${title}: ${report.candidateVersion}</title>
${STYLE}
</head>
<body>
<main>
${pageHead(report)}
${causesSection(report)}
${sections(report)}
</main>
<footer>AWS X-Ray performance gate: response times, faults and service graph of this build, from its traces.</footer>
</body>
</html>
`.text;
}

function sections(report: Report): Markup[] {
  const { compared } = report;
  if (compared === null)
    return [deniedSection(report), noBaselineSection(report), insightsSection(report), methodSection(report)];
  return [
    findingsSection(report, compared),
    examplesSection(report, compared),
    exceptionsSection(report, compared),
    timeSection(compared),
    graphSection(compared),
    insightsSection(report),
    measurementsSection(compared),
    coldStartsSection(compared),
    methodSection(report),
  ];
}

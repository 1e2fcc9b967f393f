import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/html.js';
import { type GroupInsights, type Insight, insightLink } from '../../src/report/insight.js';
import { reportJson } from '../../src/report/json.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { reportText } from '../../src/report/text.js';
import { aPassedReport, aReportWithoutBaseline, aRun } from '../support/report-builder.js';

const ID = '0a1b2c3d-0a1b-4c2d-8e3f-0123456789ab';
const LINK = `https://console.aws.amazon.com/xray/home?region=eu-central-1#/insights/${ID}`;
const SINCE_MS = Date.UTC(2026, 2, 7, 14, 2);

function anInsight(overrides: Partial<Insight> = {}): Insight {
  return {
    id: ID,
    isActive: true,
    sinceMs: SINCE_MS,
    untilMs: null,
    summary: 'Faults of payments rise.',
    rootCause: 'payments',
    anomalous: ['storefront-api', 'payments'],
    ...overrides,
  };
}

function aGroup(insights: readonly Insight[], overrides: Partial<GroupInsights> = {}): GroupInsights {
  return { group: 'checkout', enabled: true, sinceMs: SINCE_MS, untilMs: SINCE_MS + 60_000, insights, ...overrides };
}

function reportWith(insights: GroupInsights | null, region: string | null = 'eu-central-1') {
  return aPassedReport({ run: aRun({ insights, awsRegion: region }) });
}

describe('insights in the report', () => {
  it('are rows of the comment: words, state, since when, root cause, services, and a link', () => {
    const comment = reportMarkdown(reportWith(aGroup([anInsight()])));
    expect(comment).toContain('### 1 X-Ray insight, active\n');
    expect(comment).toContain(
      'X-Ray found anomalies in the group `checkout` between 2026-03-07 14:02 UTC and 2026-03-07 14:03 UTC.',
    );
    expect(comment).toContain(
      `| **active** [Faults of payments rise.](${LINK}) | 2026-03-07 14:02 UTC | \`payments\` | \`storefront-api\`, \`payments\` |`,
    );
  });

  it('are rows of the page, and of the report without a baseline too', () => {
    const run = aRun({ insights: aGroup([anInsight(), anInsight({ isActive: false, untilMs: SINCE_MS + 60_000 })]) });
    const page = reportHtml(aReportWithoutBaseline({ run }));
    expect(page).toContain('2 X-Ray insights, 1 of them active');
    expect(page).toContain(`<a href="${LINK}" rel="noopener noreferrer">Faults of payments rise.</a>`);
    expect(page).toContain('2026-03-07 14:02 UTC to 2026-03-07 14:03 UTC');
    expect(page).toContain('<span class="state inconclusive">active</span>');
    expect(page).toContain('<code>storefront-api</code>, <code>payments</code>');
  });

  it('are lines of the log, and in result.json', () => {
    const group = aGroup([anInsight()]);
    const report = reportWith(group);
    expect(reportText(report)).toContain(
      'X-Ray insight, active, since 2026-03-07 14:02 UTC, root cause payments: Faults of payments rise.',
    );
    expect(JSON.parse(reportJson(report)).insights).toEqual(group);
    expect(JSON.parse(reportJson(report)).run).not.toHaveProperty('insights');
  });

  it('that X-Ray says nothing of are named by their ids', () => {
    const comment = reportMarkdown(reportWith(aGroup([anInsight({ summary: ' ', rootCause: null, anomalous: [] })])));
    expect(comment).toContain(`| **active** [Insight ${ID}](${LINK}) | 2026-03-07 14:02 UTC |  |  |`);
  });

  it('are ten in the comment, with word of the others, and all on the page', () => {
    const report = reportWith(aGroup(Array.from({ length: 12 }, (_, i) => anInsight({ summary: `Anomaly no. ${i}` }))));
    expect(reportMarkdown(report).match(/Anomaly no/g)).toHaveLength(10);
    expect(reportMarkdown(report)).toContain('2 more are in `report.html`.');
    expect(reportHtml(report).match(/Anomaly no/g)).toHaveLength(12);
  });

  it.each([
    [true, 'none in the group checkout between 2026-03-07 14:02 UTC and 2026-03-07 14:03 UTC.'],
    [null, 'none in the group checkout between 2026-03-07 14:02 UTC and 2026-03-07 14:03 UTC.'],
    [
      false,
      'none in the group checkout between 2026-03-07 14:02 UTC and 2026-03-07 14:03 UTC: the group has them turned off.',
    ],
  ])('that there are none of (enabled: %s) are a fact of how it was measured', (enabled, words) => {
    const report = reportWith(aGroup([], { enabled }));
    expect(reportHtml(report)).toContain(`<dt>Insights</dt><dd>${words}</dd>`);
    expect(reportMarkdown(report)).toContain(`- X-Ray insights: ${words.replace('checkout', '`checkout`')}\n`);
  });

  it('that were not asked for are not spoken of', () => {
    for (const text of [reportMarkdown, reportHtml, reportText].map((render) => render(reportWith(null)))) {
      expect(text).not.toMatch(/insight/i);
    }
  });

  it.each([
    '[x](https://evil.example) | <img src=x> @everyone',
    '</a><script>alert(1)</script>',
    '](javascript:alert(1))',
  ])('show %s as text', (hostile) => {
    const insight = anInsight({ summary: hostile, rootCause: hostile, anomalous: [hostile] });
    const report = reportWith(aGroup([insight]));
    const row = reportMarkdown(report)
      .split('\n')
      .find((line) => line.startsWith('| **active**'));
    const outsideCode = row?.replace(/(`+).*?\1/g, '');
    expect(outsideCode?.replaceAll('\\|', '').split('|')).toHaveLength(6);
    expect(outsideCode).not.toMatch(/<img|<script|@everyone|(?<!\\)\]\((?!https:\/\/console)/);
    expect(reportHtml(report)).not.toMatch(/<img|<script|<\/a><\/a>/);
  });
});

describe('the link to an insight', () => {
  it('leads to the console of its region', () => {
    expect(insightLink('eu-central-1', ID)).toBe(LINK);
  });

  it.each([
    ['no region', null, ID],
    ['what is no region', 'x.example/#', ID],
    ['what is no id', 'eu-central-1', `${ID}/../x`],
    ['an id with markup', 'eu-central-1', '"><img>'],
  ])('is none for %s', (_, region, id) => {
    expect(insightLink(region, id)).toBeNull();
  });
});

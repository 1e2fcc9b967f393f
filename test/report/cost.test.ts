import { describe, expect, it } from 'vitest';
import { type AwsUse, dollarsFor, NO_USE } from '../../src/aws-cost.js';
import { costWords } from '../../src/report/cost-words.js';
import { reportHtml } from '../../src/report/html.js';
import { reportJson } from '../../src/report/json.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { reportText } from '../../src/report/text.js';
import { aReport, aReportWithoutBaseline, aRun } from '../support/report-builder.js';

const USE: AwsUse = {
  tracesRecorded: 2500,
  tracesRetrieved: 6000,
  tracesScanned: 40_000,
  metricsPut: 84,
  metricCalls: 1,
};
const WORDS =
  'about $0.07 at the list price of us-east-1, free tier not counted: 2,500 traces recorded, 6,000 retrieved, 40,000 scanned, 84 metrics put.';

describe('the cost of a run', () => {
  it.each([
    ['a million traces recorded', { tracesRecorded: 1e6 }, 5],
    ['a million traces retrieved', { tracesRetrieved: 1e6 }, 0.5],
    ['a million traces scanned', { tracesScanned: 1e6 }, 0.5],
    ['a metric in every hour of a month', { metricsPut: 730 }, 0.3],
    ['a thousand calls', { metricCalls: 1000 }, 0.01],
  ] as const)('of %s is as the price list says', (_, use, dollars) => {
    expect(dollarsFor({ ...NO_USE, ...use })).toBeCloseTo(dollars, 9);
  });

  it('is one line in every report', () => {
    const run = aRun({ awsUse: USE });
    for (const report of [aReport({ run }), aReportWithoutBaseline({ run })]) {
      const linesWith = (text: string) => text.split('\n').filter((line) => line.includes('free tier')).length;
      expect(reportMarkdown(report)).toContain(`\n- Cost: ${WORDS}\n`);
      expect(reportText(report).split('\n').at(-1)).toBe(`Cost: ${WORDS}`);
      expect(reportHtml(report)).toContain(`<dt>Cost</dt><dd>${WORDS}</dd>`);
      for (const text of [reportMarkdown(report), reportText(report), reportHtml(report)]) {
        expect(linesWith(text)).toBe(1);
      }
      expect(JSON.parse(reportJson(report)).cost).toEqual({ dollars: 0.07003, ...USE });
    }
  });

  it('is no line where AWS was not used', () => {
    const report = aReport({ run: aRun({ awsUse: NO_USE }) });
    for (const text of [reportMarkdown(report), reportText(report), reportHtml(report)]) {
      expect(text).not.toMatch(/Cost|list price/);
    }
    expect(JSON.parse(reportJson(report)).cost).toMatchObject({ dollars: 0 });
  });

  it('tells of metrics alone where traces cost nothing', () => {
    expect(costWords({ ...NO_USE, metricsPut: 84, metricCalls: 1 })).toBe(
      'about $0.03 at the list price of us-east-1, free tier not counted: 84 metrics put.',
    );
  });
});

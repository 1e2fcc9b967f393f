import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/html.js';
import { reportJson } from '../../src/report/json.js';
import { placesToLookAt } from '../../src/report/look-at.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { reportText } from '../../src/report/text.js';
import { aComparedPart, aFinding, aPassedReport, aReport } from '../support/report-builder.js';

const { exceptions, coldStarts } = aComparedPart();
const [certain] = exceptions;

/** Everything between a heading and the next. */
function section(markdown: string, heading: string): string {
  return markdown.split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? '';
}

describe('new exceptions', () => {
  it('are said in the comment with the path to them, their message and a trace, where they are certain', () => {
    const shown = section(reportMarkdown(aReport()), 'New exceptions');
    expect(shown).toContain('- `storefront-api` › `order-processor` › `payments`: **CardError');
    expect(shown).toContain(
      'in 19 of 312 candidate traces and in none of 312 baseline traces · [example trace](https:',
    );
    expect(shown).toContain('`storefront-api`: an exception without type or message, in 12 of 312');
    expect(shown).not.toContain('ResourceNotFound');
    expect(shown).not.toContain('RedisTimeout');
  });

  it('are at most five in the comment', () => {
    const many = aReport({ compared: aComparedPart({ exceptions: Array.from({ length: 8 }, () => certain!) }) });
    const shown = section(reportMarkdown(many), 'New exceptions').split('<details>', 1).join('');
    expect(shown.match(/^- /gm)).toHaveLength(5);
    expect(shown).toContain('…and 3 more in the report.');
  });

  it('are escaped', () => {
    expect(reportMarkdown(aReport())).toContain('&#64;everyone &lt;img src=x onerror=alert\\(1\\)&gt;');
    expect(reportHtml(aReport())).not.toContain('<img src=x');
  });

  it('are all on the page, with those that are gone, and in the JSON', () => {
    const page = reportHtml(aReport()).split('<section id="exceptions"')[1]!.split('</section>')[0]!;
    for (const text of ['CardError', 'ResourceNotFoundException', 'too rare to be certain', 'RedisTimeout', 'gone']) {
      expect(page).toContain(text);
    }
    expect(JSON.parse(reportJson(aReport())).exceptions).toEqual(exceptions);
  });

  it('are in the log where they are certain', () => {
    expect(reportText(aReport())).toContain(
      'New exception: storefront-api › order-processor › payments: CardError | <b>',
    );
    expect(reportText(aReport())).not.toContain('ResourceNotFound');
  });

  it('have no section where there are none', () => {
    const none = aPassedReport();
    expect(reportMarkdown(none)).not.toContain('exceptions');
    expect(reportHtml(none)).not.toContain('id="exceptions"');
  });
});

describe('cold starts', () => {
  it('are a line in the comment, and a row for each operation', () => {
    const comment = reportMarkdown(aReport());
    expect(comment).toContain(
      'Cold starts: 1 of 202 → 14 of 202 requests, 410 → 394 ms; set aside from times (15 + 15)',
    );
    expect(comment).toContain('| `POST /orders` | 1 of 120 → 12 of 120, surely more often | 410 → 395 ms | 13 + 13 |');
    expect(comment).toContain('| 0 of 82 → 2 of 82 | – → 388 ms | 2 + 2 |');
  });

  it('of one operation say whether they are surely more', () => {
    const one = aReport({ compared: aComparedPart({ coldStarts: coldStarts.slice(0, 1) }) });
    expect(reportText(one)).toContain(
      'Cold starts: 1 of 120 → 12 of 120 requests, surely more often, 410 → 395 ms; set aside from times (13 + 13).',
    );
  });

  it('are on the page and in the JSON', () => {
    const page = reportHtml(aReport()).split('<section id="cold-starts"')[1]!;
    expect(page).toContain('1 of 120 → 12 of 120');
    expect(page).toContain('may be chance');
    expect(JSON.parse(reportJson(aReport())).coldStarts).toEqual(coldStarts);
  });

  it('are not mentioned where there were none', () => {
    const warm = aReport({ compared: aComparedPart({ coldStarts: [] }) });
    expect(reportMarkdown(warm)).not.toContain('Cold starts');
    expect(reportText(warm)).not.toContain('Cold starts');
    expect(reportHtml(warm)).not.toContain('id="cold-starts"');
  });
});

describe('where to look at first', () => {
  const onEdge = { operation: 'POST /orders', edge: { from: 'orders', to: 'order-lines' } };

  it('is the operation of which there are more calls, and not the edge as well', () => {
    const places = placesToLookAt([
      aFinding({ metric: 'calls', place: onEdge }),
      aFinding({ metric: 'calls', place: { ...onEdge, step: 'Query' } }),
    ]);
    expect(places.map(({ where }) => where)).toEqual([['orders → order-lines', 'Query']]);
  });

  it('is the edge where no operation is known, and each local subsegment by itself', () => {
    const places = placesToLookAt([
      aFinding({ metric: 'calls', place: onEdge }),
      aFinding({ metric: 'calls', place: { operation: 'POST /orders', node: 'orders', step: 'render' } }),
      aFinding({ metric: 'calls', place: { operation: 'POST /orders', node: 'orders', step: 'check' } }),
    ]);
    expect(places.map(({ where }) => where)).toEqual([
      ['orders → order-lines'],
      ['orders', 'render'],
      ['orders', 'check'],
    ]);
  });
});

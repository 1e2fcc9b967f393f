import { describe, expect, it } from 'vitest';
import { COMMENT_LIMIT, reportMarkdown } from '../../src/report/markdown.js';
import {
  aComparedPart,
  aFinding,
  anInconclusiveReport,
  aPassedReport,
  aReport,
  aReportWithoutBaseline,
} from '../support/report-builder.js';
import { spoiled } from '../support/spoiled-report.js';

describe('the comment', () => {
  it.each([
    ['regressed', aReport()],
    ['passed', aPassedReport()],
    ['inconclusive', anInconclusiveReport()],
    ['no-baseline', aReportWithoutBaseline()],
  ])('reads as in test/golden/%s.md', async (name, report) => {
    await expect(reportMarkdown(report)).toMatchFileSnapshot(`../golden/${name}.md`);
  });

  it('leads with the verdict and the places to look at', () => {
    const lines = reportMarkdown(aReport()).split('\n');
    expect(lines[0]).toMatch(/^## ❌ Regressed: `.+` against `.+`$/);
    const table = lines.findIndex((line) => line.startsWith('| Worse'));
    expect(lines.indexOf('### Look at')).toBeLessThan(table);
  });

  it('names every finding with measurement, interval, tolerance, p and samples', () => {
    const finding = aFinding({
      metric: 'p95',
      place: { operation: 'GET /orders/{id}' },
      baseline: 212,
      candidate: 287,
      ratio: 287 / 212,
      interval: [1.21, 1.48],
      tolerance: 0.1,
      p: 0.0005,
      samples: { baseline: 312, candidate: 311 },
      examples: null,
    });
    const row = reportMarkdown(aReport({ compared: aComparedPart({ findings: [finding] }) }))
      .split('\n')
      .find((line) => line.startsWith('| **p95'));
    expect(row).toBe(
      '| **p95 response time** <br>`GET /orders/{id}` | 212 → 287 ms | **+35 %** <br><sub>+21 % … +48 %</sub> | <sub>tolerance +10 % · p 0.0005 · 312 + 311 samples</sub> |',
    );
  });

  it.each([
    ['markup', '</summary><img src=x onerror=alert(1)>'],
    ['a mention', '@everyone'],
    ['a table cell', 'a | b'],
    ['a code fence', '```js\nalert(1)\n```'],
    ['backticks', '`x` ``y``'],
    ['a link', '[free](https://evil.example)'],
    ['an image', '![x](https://evil.example/x.png)'],
    ['an end of the diagram', '"] end; click n0 "javascript:alert(1)"'],
    ['turned text', '\u202egnp.exe'],
  ])('shows %s in a name as text', (_, hostile) => {
    const comment = reportMarkdown(spoiled(aReport(), (text) => `${text}${hostile}`));
    const outsideCode = withoutCode(comment);
    expect(outsideCode).not.toMatch(/<img|<\/summary>.*<img/);
    expect(outsideCode).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
    expect(outsideCode).not.toContain('@everyone');
    expect(comment).not.toContain('\u202e');
    // As many rows and columns, sections and diagrams as with harmless names.
    expect(shape(comment)).toEqual(shape(reportMarkdown(aReport())));
  });

  it('never exceeds what GitHub takes, and says what it left out', () => {
    const findings = Array.from({ length: 400 }, (_, i) =>
      aFinding({ place: { operation: `GET /${'long/'.repeat(20)}${i}`, node: 'n'.repeat(200) } }),
    );
    const edges = aComparedPart().edgeDifferences[0]!;
    const comment = reportMarkdown(
      aReport({
        compared: aComparedPart({
          findings,
          others: findings,
          reasons: Array.from({ length: 300 }, () => 'word '.repeat(80)),
          edgeDifferences: Array.from({ length: 500 }, () => edges),
        }),
      }),
    );
    expect(comment.length).toBeLessThan(COMMENT_LIMIT);
    expect(comment).toContain('The rest does not fit into a comment');
  });

  it('names a part that is surely slower within an operation that cannot be told, with its share of the change', () => {
    const [sharper] = aComparedPart().sharper;
    const { blame } = anInconclusiveReport().compared!;
    const operation = blame[0]!.operation;
    const whole = { ...sharper!.whole, state: 'inconclusive' as const, place: { operation, node: null, edge: null } };
    const compared = aComparedPart({ blame, sharper: [{ ...sharper!, whole }] });
    const comment = reportMarkdown(aReport({ compared }));
    const section = comment.slice(comment.indexOf('### Slower within'), comment.indexOf('### Service graph'));
    expect(section).toContain('| `GET /orders/{id}`: what requests at p95 waited for |');
    expect(section).toContain('- `order-processor → order-lines` is surely slower by itself');
    expect(section).toContain('The whole of `GET /orders/{id}` scatters too much to tell');
  });

  it('warns when no trace said which build answered', () => {
    const report = aReport();
    const comment = reportMarkdown({ ...report, run: { ...report.run, unversioned: ['candidate', 'baseline'] } });
    expect(comment).toContain('> [!WARNING]\n> No trace of the candidate and the baseline names a version');
  });

  it('says how many of the gate’s own segments X-Ray did not take, and nothing where it took all', () => {
    const report = aReport();
    const commentOf = (taken: number, lost: number, because: string | null) =>
      reportMarkdown({ ...report, run: { ...report.run, clientSegments: { taken, lost, because } } });
    expect(commentOf(597, 3, 'ThrottledException: slow down')).toContain(
      "> [!NOTE]\n> X-Ray did not take 3 of the gate's own 600 segments",
    );
    expect(commentOf(600, 0, null)).toBe(reportMarkdown(report));
  });

  it('warns when the generator was late', () => {
    const report = aReport();
    const { driven } = report.run;
    const late = { ...driven!.health, lateP50Ms: 3, lateP99Ms: 42, state: 'generator saturated' as const };
    const comment = reportMarkdown({ ...report, run: { ...report.run, driven: { ...driven!, health: late } } });
    expect(comment).toContain('1 request in 100 left more than 42.0 ms late.');
  });
});

function withoutCode(comment: string): string {
  return comment.replace(/^```mermaid$[\s\S]*?^```$/gm, '').replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');
}

function shape(comment: string) {
  const lines = comment.split('\n');
  return {
    headings: lines.filter((line) => line.startsWith('#')).length,
    columns: lines.filter((line) => line.startsWith('|')).map((line) => line.match(/(?<!\\)\|/g)?.length),
    folded: lines.filter((line) => line === '<details>').length,
    fences: lines.filter((line) => line.startsWith('```')).length,
    edges: lines.filter((line) => /^ {2}n\d+ [=-]/.test(line)).length,
  };
}

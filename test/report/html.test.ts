import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingWords, placeParts } from '../../src/report/finding-words.js';
import { BOX, layOut } from '../../src/report/graph-layout.js';
import { reportHtml } from '../../src/report/html.js';
import { placesToLookAt } from '../../src/report/look-at.js';
import { markup } from '../../src/report/markup.js';
import type { Report } from '../../src/report/report.js';
import {
  aComparedPart,
  aFinding,
  aNode,
  anEdge,
  anInconclusiveReport,
  aPassedReport,
  aReport,
  aReportWithoutBaseline,
  aRun,
} from '../support/report-builder.js';
import { spoiled } from '../support/spoiled-report.js';

const REPORTS: Readonly<Record<Report['verdict'], Report>> = {
  regressed: aReport(),
  passed: aPassedReport(),
  inconclusive: anInconclusiveReport(),
  'no-baseline': aReportWithoutBaseline(),
};

describe('every verdict', () => {
  it.each([
    ['regressed', '❌ Regressed', 'driven side by side'],
    ['passed', '✅ Passed', 'Nothing got worse in 312 pairs'],
    ['inconclusive', '⚠️ Inconclusive', 'Too little was measured'],
    ['no-baseline', '⚪ No baseline', 'nothing to compare them with'],
  ] as const)('%s stands at the top with its mark, title and versions', (verdict, title, summary) => {
    const page = pageOf(REPORTS[verdict]);
    const [head = ''] = page.text.split('How it was measured');
    expect(page.text).toContain(`${title} ${REPORTS[verdict].candidateVersion}`);
    expect(head).toContain(summary);
    expect(head.includes('against 1.7.3')).toBe(verdict !== 'no-baseline');
  });

  it('an inconclusive report gives every reason in full, and what limits the measurement', () => {
    const { text } = pageOf(REPORTS.inconclusive);
    for (const reason of REPORTS.inconclusive.compared!.reasons) expect(text).toContain(reason);
    expect(text).toContain('measured one after the other');
    expect(text).toContain('The generator was saturated: 1 request in 100 left more than 38.4 ms late.');
  });

  it('a report without a baseline says why, and how to get one', () => {
    const { text } = pageOf(REPORTS['no-baseline']);
    expect(text).toContain(REPORTS['no-baseline'].baselineChoice);
    for (const input of ['baseline-url', 'baseline-profile', 'environment']) expect(text).toContain(input);
    expect(text).toContain('318 96.4 %');
  });
});

describe('what the page shows', () => {
  const report = REPORTS.regressed;
  const compared = report.compared!;
  const page = () => pageOf(report);

  it('every measurement is a row with its place, values, change, interval and p', () => {
    const rows = page().rows('measurements');
    const all = [...compared.findings, ...compared.others];
    expect(rows).toHaveLength(all.length);
    all.forEach((finding, i) => {
      const { what, measured, change, interval, p } = findingWords(finding);
      for (const words of [what, measured, change, interval, p, ...placeParts(finding)])
        expect(rows[i]).toContain(words);
    });
  });

  it('every finding is a row with its tolerance, samples and example traces besides', () => {
    const rows = page().rows('findings');
    expect(rows).toHaveLength(compared.findings.length);
    compared.findings.forEach((finding, i) => {
      const { what, tolerance, samples } = findingWords(finding);
      const { typical, worst } = finding.examples!;
      for (const words of [what, tolerance, samples, typical.candidate, worst.candidate])
        expect(rows[i]).toContain(words);
    });
  });

  it('what to look at comes before the findings, each place once', () => {
    const places = page().section('look').match(/<li>/g);
    expect(places).toHaveLength(placesToLookAt(compared.findings).length);
    const { text } = page();
    expect(text.indexOf('Look at')).toBeLessThan(text.indexOf('What got worse'));
  });

  it('every edge is drawn and listed, and what is new or gone is said with its counts', () => {
    const graph = page().section('graph');
    expect(graph.match(/<g class="edge /g)).toHaveLength(compared.edges.length);
    const rows = page().rows('graph');
    compared.edges.forEach(({ from, to }, i) => {
      for (const { name } of [from, to]) expect(rows[i]).toContain(name);
    });
    const text = textOf(graph);
    expect(text).toContain('in 82 of 312 candidate traces and in none of 312 baseline traces.');
    expect(text).toContain('Gone storefront-api → sessions, in 118 of 312 baseline traces');
    expect(text).toContain(
      'Seen, not certain mailer → templates.example.com/<script>, in 2 of 312 candidate traces and in none of 312 baseline traces.',
    );
    expect(text).toContain('1.00 → 2.00 calls');
  });

  const divided = [
    ...compared.blame.map(({ ms, parts, notExplained }) => ({
      whole: ms,
      steps: [...parts, notExplained].map((part) => part.ms),
    })),
    ...compared.whereTimeWent
      .filter(({ operation }) => compared.blame.every((blame) => blame.operation !== operation))
      .map(({ meanMs, parts }) => ({ whole: meanMs, steps: parts.map((part) => part.meanMs) })),
  ];

  it.each(divided.map((division, i) => [i, division] as const))(
    'the steps in the bars of division %i add up to its whole, on one scale for both sides',
    (i, { whole, steps }) => {
      const bars = [
        ...page()
          .section('time')
          .matchAll(/<svg class="stack".*?<\/svg>/gs),
      ].slice(2 * i, 2 * i + 2);
      const scaleMs = Math.max(whole.baseline, whole.candidate);
      (['baseline', 'candidate'] as const).forEach((side, k) => {
        const widths = [...bars[k]![0].matchAll(/ width="([\d.]+)%"/g)].slice(1).map(([, width]) => Number(width));
        expect(widths).toHaveLength(steps.filter((ms) => ms[side] > 0).length);
        const sum = widths.reduce((sum, width) => sum + width, 0);
        expect((sum * scaleMs) / 100).toBeCloseTo(whole[side], 0);
        expect(sum).toBeLessThanOrEqual(100.1);
      });
    },
  );

  it('each slower operation is open, with every step of its change and the interval of that', () => {
    const text = textOf(page().section('time'));
    expect(text).toContain('POST /orders p95 response time 212 → 287 ms +75.0 ms');
    expect(text).toContain('DynamoDB Query on order-lines in order-processor (×1 → ×2)');
    expect(text).toContain('+61.2 ms +52.4 … +70.9');
    expect(text).toContain('not explained');
    expect(
      page()
        .section('time')
        .match(/<details class="time" open>/g),
    ).toHaveLength(2);
  });

  it('a part that shows a change more clearly than the whole is named', () => {
    expect(textOf(page().section('time'))).toContain(
      'order-processor → order-lines shows it most clearly: p95 call 22.6 → 49.8 ms',
    );
  });

  it('tells how it was measured', () => {
    const text = textOf(page().section('method'));
    for (const words of [
      'at most 1.0 %',
      '20260307',
      '148 calls',
      '1.84 ms at p99',
      'gh-8412773301-1',
      'version 1.0.0',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('2026-03-07 14:02 UTC');
    expect(text).toContain('GET /health 8 + 8 8 0 + 0 too few');
  });

  it('an example trace that is not in AWS is named, not linked', () => {
    const page = pageOf(aReport({ run: aRun({ awsRegion: null }) }));
    expect(page.source).not.toContain('console.aws');
    expect(page.text).toContain(aFinding().examples?.worst.candidate);
  });

  it('an end that the samples do not bound is an arrow at the edge of its chart', () => {
    const arrows = (interval: readonly [number, number | null]) =>
      pageOf(aReport({ compared: aComparedPart({ findings: [aFinding({ interval })] }) }))
        .section('findings')
        .match(/<path class="range"/g)?.length ?? 0;
    expect([arrows([1.2, 1.5]), arrows([1.2, null]), arrows([0, null])]).toEqual([0, 1, 2]);
  });
});

describe('hostile names', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    '</title></style></svg></code><img src=x onerror=alert(1)>',
    '--><![CDATA[<svg onload=alert(1)>]]>',
    'javascript:alert(1)',
    '&lt;b&gt; &quot; &#x3c;',
    '${alert(1)} `alert(1)` {{7*7}}',
  ];
  const cases = HOSTILE.flatMap((text) =>
    Object.entries(REPORTS).map(([verdict, report]) => [text, verdict, report] as const),
  );

  it.each(cases)('%s stays text in a report that is %s', (text, _, report) => {
    const hostile = pageOf(spoiled(report, (name) => `${text}${name}`));
    const tame = pageOf(spoiled(report, (name) => `x${name}`));
    // The same elements with the same attributes, so nothing was added; and what was written is what is read.
    expect(hostile.elements).toEqual(tame.elements);
    expect(hostile.text).toContain(`${text}${report.candidateVersion}`);
  });

  it('what is interpolated cannot leave its attribute, and markup goes in as it is', () => {
    const inner = markup`<b>${1 / 3}</b>`;
    expect(markup`<i title="${`"'<&>`}">${inner}${[inner, inner]}</i>`.text).toBe(
      '<i title="&quot;&#39;&lt;&amp;&gt;"><b>0.33</b><b>0.33</b><b>0.33</b></i>',
    );
  });

  const UNSEEN = ['\u202e', '\u0000', '\u2028', '\u200b'];

  it('marks that turn the direction of text around, or that nobody sees, are gone', () => {
    const { source } = pageOf(spoiled(REPORTS.regressed, (name) => UNSEEN.join(name)));
    for (const mark of UNSEEN) expect(source).not.toContain(mark);
  });

  it('a name without end is cut, a sentence is not', () => {
    const sentence = 'The last deployment failed. '.repeat(40).trim();
    const { text } = pageOf(
      aReport({ candidateVersion: 'v'.repeat(5000), baselineChoice: `${sentence} ${'w'.repeat(5000)}` }),
    );
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/v{121}|w{121}/);
  });
});

describe('the page by itself', () => {
  const INTO_CONSOLE =
    /^https:\/\/eu-central-1\.console\.aws\.amazon\.com\/cloudwatch\/home\?region=eu-central-1#xray:(traces\/1-[0-9a-f]{8}-[0-9a-f]{24}|insights\/.+)$/;

  it('links to traces in the AWS console of the run, and to nothing else', () => {
    const { source } = pageOf(REPORTS.regressed);
    const links = Array.from(source.matchAll(/ href="([^"]*)"/g), ([, link = '']) => link);
    const out = links.filter((link) => !link.startsWith('#'));
    expect(out.length).toBeGreaterThan(REPORTS.regressed.compared!.findings.length);
    for (const link of out) expect(link).toMatch(INTO_CONSOLE);
    for (const link of links) if (link.startsWith('#')) expect(source).toContain(` id="${link.slice(1)}"`);
  });

  it.each(Object.entries(REPORTS))('loads nothing and runs nothing when %s', (_, report) => {
    const { source, elements } = pageOf(report);
    expect(source).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(source).not.toMatch(/@import|url\((?!#)/);
    expect(
      elements.filter((element) => / src| on|^(script|link|img|iframe|object|embed|base|form)\b/.test(element)),
    ).toEqual([]);
  });

  it.each(Object.entries(REPORTS))('names its language and title, and every column, when %s', (_, report) => {
    const { source, elements } = pageOf(report);
    expect(source).toMatch(/<html lang="en">/);
    expect(source).toMatch(/<title>\S+ \w/);
    for (const element of elements.filter((element) => /^th\b/.test(element))) expect(element).toContain(' scope');
  });

  it('is the same for the same report', () => {
    expect(reportHtml(aReport())).toBe(reportHtml(aReport()));
  });
});

describe('the drawing of the service graph', () => {
  it('a graph of nothing but a cycle, and a node that calls itself, are drawn', () => {
    const [a, b, c] = [aNode('a'), aNode('b'), aNode('c')];
    const edges = [anEdge(a, b), anEdge(b, c), anEdge(c, a), anEdge(c, c)];
    const graph = pageOf(aReport({ compared: aComparedPart({ edges, edgeDifferences: [] }) })).section('graph');
    expect(graph.match(/<g class="edge /g)).toHaveLength(4);
    expect(graph).not.toContain('NaN');
  });

  it('more edges than anybody can read are in the table only', () => {
    const edges = Array.from({ length: 200 }, (_, i) => anEdge(aNode(`caller-${i % 20}`), aNode(`callee-${i}`)));
    const page = pageOf(aReport({ compared: aComparedPart({ edges, edgeDifferences: [] }) }));
    expect(page.section('graph').match(/<g class="edge /g)).toHaveLength(120);
    expect(page.rows('graph')).toHaveLength(200);
    expect(page.text).toContain('80 more edges are in the table only.');
  });

  it('whatever calls whatever, boxes never overlap and every arrow goes from its node to its node', () => {
    const node = fc.nat(11);
    const arrow = fc.record({ from: node, to: node, labelWidth: fc.constantFrom(0, 90) });
    fc.assert(
      fc.property(fc.uniqueArray(arrow, { maxLength: 40, selector: ({ from, to }) => `${from} ${to}` }), (arrows) => {
        const { boxes, routes, width, height } = layOut(12, arrows);
        boxes.forEach((box, i) => {
          expect(
            box.x >= 0 && box.y >= -0.001 && box.x + BOX.width <= width && box.y + BOX.height <= height + 0.001,
          ).toBe(true);
          for (const other of boxes.slice(i + 1)) {
            const apart = Math.abs(box.x - other.x) >= BOX.width || Math.abs(box.y - other.y) >= BOX.height;
            expect(apart).toBe(true);
          }
        });
        arrows.forEach(({ from, to }, i) => {
          const [first, last] = [routes[i]!.at(0), routes[i]!.at(-1)];
          if (from === to) expect(routes[i]).toEqual([]);
          else expect(onSide(boxes[from]!, first!.from) && onSide(boxes[to]!, last!.to)).toBe(true);
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  function onSide(box: { x: number; y: number }, { x, y }: { x: number; y: number }): boolean {
    return (x === box.x || x === box.x + BOX.width) && y > box.y && y < box.y + BOX.height;
  }
});

interface Page {
  readonly source: string;
  /** Element and attribute names in the order of the page, without what the attributes say: `td role class`. */
  readonly elements: readonly string[];
  readonly text: string;
  section(id: string): string;
  /** The texts of a section's table rows, heads left out. */
  rows(id: string): string[];
}

/**
 * Reads a page by a grammar narrower than a browser's, so that nothing is a matter of interpretation: every `<` begins
 * a tag, every attribute is in double quotes, every element but the void ones is closed in its turn.
 */
function pageOf(report: Report): Page {
  const source = reportHtml(report);
  const tag = /<(\/?)([a-zA-Z][\w-]*)((?: [a-zA-Z:-]+(?:="[^"<>]*")?)*)(\/?)>/gy;
  const elements: string[] = [];
  const open: string[] = [];
  const body = source.replace(/^<!doctype html>/, '').replace(/<style>.*?<\/style>/s, '<style></style>');
  for (let at = 0; at < body.length; ) {
    const text = /[^<>]*/y;
    text.lastIndex = at;
    at += text.exec(body)![0].length;
    if (at === body.length) break;
    tag.lastIndex = at;
    const found = tag.exec(body);
    if (found === null) throw new Error(`no tag at: ${body.slice(at, at + 80)}`);
    const [whole, closing, name = '', attributes = '', closed] = found;
    if (closing) expect(open.pop()).toBe(name);
    else {
      const names = Array.from(attributes.matchAll(/ ([a-zA-Z:-]+)(?:="[^"]*")?/g), ([, key]) => key);
      elements.push([name, ...names].join(' '));
      if (!closed && name !== 'meta') open.push(name);
    }
    at += whole.length;
  }
  expect(open).toEqual([]);
  const section = (id: string) => new RegExp(`<section id="${id}".*?</section>`, 's').exec(source)?.[0] ?? '';
  return {
    source,
    elements,
    text: textOf(source),
    section,
    rows: (id) =>
      Array.from(section(id).matchAll(/<tr role="row">(<th scope="row".*?)<\/tr>/gs), ([, row = '']) => textOf(row)),
  };
}

/** What a reader sees, tooltips included; spaces folded. */
function textOf(source: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return source
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;])/g, '$1')
    .trim();
}

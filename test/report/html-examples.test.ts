import { describe, expect, test } from 'vitest';
import { MOST_DRAWN, MOST_ILLUSTRATED } from '../../src/report/drawn-traces.js';
import type { Finding } from '../../src/report/finding.js';
import { reportHtml } from '../../src/report/html.js';
import type { Report } from '../../src/report/report.js';
import { aComparedPart, aFinding, aReport, aRun } from '../support/report-builder.js';
import { aRow, aTimeline } from '../support/timeline-builder.js';

const idOf = (number: number) => `1-6b006c36-${number.toString(16).padStart(24, '0')}`;
const [NOW, BEFORE, WORST_NOW, WORST_BEFORE] = [1, 2, 3, 4].map(idOf) as [string, string, string, string];
const EXAMPLES = {
  typical: { candidate: NOW, baseline: BEFORE },
  worst: { candidate: WORST_NOW, baseline: WORST_BEFORE },
};
const ALL_FOUR = [NOW, BEFORE, WORST_NOW, WORST_BEFORE].map((traceId) => aTimeline({ traceId }));

function examplesOf(report: Partial<Report>, ...findings: readonly Partial<Finding>[]): string {
  const all = findings.map((finding) => aFinding({ examples: EXAMPLES, ...finding }));
  const page = reportHtml(aReport({ compared: aComparedPart({ findings: all }), timelines: ALL_FOUR, ...report }));
  return /<section id="examples">.*?<\/section>/s.exec(page)?.[0] ?? '';
}

/** The figures of one pair, now and before. */
function drawnPair(now: Report['timelines'][number], before: Report['timelines'][number], finding = {}): string[] {
  const timelines = [
    { ...now, traceId: NOW },
    { ...before, traceId: BEFORE },
  ];
  const alone = { examples: { typical: EXAMPLES.typical, worst: EXAMPLES.typical }, ...finding };
  return examplesOf({ timelines }, alone).match(/<figure>.*?<\/figure>/gs) ?? [];
}

function barsIn(figure: string): { kind: string; from: number; to: number }[] {
  return Array.from(
    figure.matchAll(/<rect class="(\w+)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g),
    ([, kind = '', x, width]) => ({
      kind,
      from: Number(x),
      to: Number(x) + Number(width),
    }),
  );
}

describe('the example traces of a finding', () => {
  test('are its typical and its worst one, each beside one of the baseline, with ids that link to the console', () => {
    const section = examplesOf({}, {});
    const figures = section.match(/<figure>.*?<\/figure>/gs) ?? [];
    expect(figures).toHaveLength(4);
    [NOW, BEFORE, WORST_NOW, WORST_BEFORE].forEach((id, i) => {
      expect(figures[i]).toContain(`#xray:traces/${id}"`);
      expect(figures[i]).toContain(i % 2 === 0 ? '<b>now</b>' : '<b>before</b>');
    });
    expect(section).toContain('<h3>Typical: at the 95th percentile</h3>');
    expect(section).toContain('<h3>Worst</h3>');
  });

  test('are named, not linked, where they are not in AWS', () => {
    const section = examplesOf({ run: aRun({ awsRegion: null }) }, {});
    expect(section).toContain(`<code>${NOW}</code>`);
    expect(section).not.toContain('href');
  });

  test.each([
    ['typical', 'at the median'],
    ['faults', 'at the median of those that show it'],
  ] as const)('say where they stand: %s', (metric, words) => {
    expect(examplesOf({}, { metric })).toContain(`<h3>Typical: ${words}</h3>`);
  });

  test('are one where only one trace shows it, and have none beside it where the baseline has none', () => {
    const pair = { candidate: NOW, baseline: null };
    const section = examplesOf({}, { examples: { typical: pair, worst: pair } });
    expect(section).toContain('<h3>The only trace that shows it</h3>');
    expect(section).toContain('no trace of this operation');
    expect(section.match(/<table/g)).toHaveLength(1);
  });

  test('are folded but those of the first place to look at', () => {
    const section = examplesOf({}, { p: 0.005 }, { place: { operation: 'GET /', node: 'orders' }, p: 0.001 });
    expect(section.match(/<details class="examples"( open)?>/g)).toEqual([
      '<details class="examples">',
      '<details class="examples" open>',
    ]);
  });

  test('that could not be fetched once more are said to be missing', () => {
    const section = examplesOf({ timelines: [aTimeline({ traceId: NOW })] }, {});
    expect(section.match(/<table/g)).toHaveLength(1);
    expect(section.match(/its documents could not be fetched once more/g)).toHaveLength(3);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const pair = { candidate: idOf(100 + i), baseline: idOf(200 + i) };
      return { examples: { typical: pair, worst: pair } };
    });

  test('that are too many are said not to have been fetched', () => {
    const missing = examplesOf({}, ...many(MOST_ILLUSTRATED)).match(/only so many traces are fetched once more/g);
    expect(missing).toHaveLength(2 * MOST_ILLUSTRATED - MOST_DRAWN);
  });

  test('of more findings than a page can hold are in the table only', () => {
    const findings = many(MOST_ILLUSTRATED + 7).map((finding) => aFinding(finding));
    const page = reportHtml(aReport({ compared: aComparedPart({ findings }) }));
    expect(page.match(/<details class="examples"/g)).toHaveLength(MOST_ILLUSTRATED);
    expect(page.match(/href="#example-/g)).toHaveLength(MOST_ILLUSTRATED);
    expect(page).toContain('The traces of 7 more findings are in the table above only.');
  });

  test('of files that hold no documents have no timelines, which is said once', () => {
    const section = examplesOf({ timelines: [], run: aRun({ collected: null }) }, {}, {});
    expect(section).toContain('There are no timelines: the traces came from files that hold none of their documents.');
    expect(section).not.toContain('<figure>');
  });

  test('are no section where no trace shows anything', () => {
    expect(examplesOf({}, { examples: null })).toBe('');
  });
});

describe('a timeline beside another', () => {
  const running = (fromMs: number, toMs: number) =>
    aRow({ ran: [{ fromMs, toMs }], onPath: [], durationMs: toMs - fromMs });

  test('has the same scale: half as long is half as wide', () => {
    const lasting = (ms: number) => aTimeline({ durationMs: ms, rows: [running(0, ms)] });
    const axis = /<thead>.*?<\/thead>/s;
    for (const [nowMs, beforeMs] of [
      [200, 100],
      [100, 200],
    ] as const) {
      const [now = '', before = ''] = drawnPair(lasting(nowMs), lasting(beforeMs));
      expect(barsIn(now)).toEqual([{ kind: 'ran', from: 0, to: nowMs / 2 }]);
      expect(barsIn(before)).toEqual([{ kind: 'ran', from: 0, to: beforeMs / 2 }]);
      expect(axis.exec(now)?.[0]).toBe(axis.exec(before)?.[0]);
    }
  });

  test('draws each time that a row ran, and within it what was on the critical path', () => {
    const ran = [
      { fromMs: 0, toMs: 40 },
      { fromMs: 50, toMs: 90 },
    ];
    const [now = ''] = drawnPair(
      aTimeline({ rows: [aRow({ count: 2, ran, onPath: [{ fromMs: 50, toMs: 100 }] })] }),
      aTimeline(),
    );
    expect(barsIn(now)).toEqual([
      { kind: 'ran', from: 0, to: 40 },
      { kind: 'ran', from: 50, to: 90 },
      { kind: 'path', from: 50, to: 100 },
    ]);
    expect(now).toContain('<b>2 ×</b>');
  });

  test('shows what is too short to be seen, inside of the drawing', () => {
    const [now = ''] = drawnPair(aTimeline({ rows: [running(0, 0.001), running(100, 100)] }), aTimeline());
    for (const { from, to } of barsIn(now)) {
      expect(to - from).toBeCloseTo(0.5, 5);
      expect(to).toBeLessThanOrEqual(100);
    }
  });

  test('begins before the request where a clock is behind', () => {
    const [now = ''] = drawnPair(aTimeline({ rows: [running(-20, 30)] }), aTimeline());
    expect(barsIn(now)[0]?.from).toBeGreaterThanOrEqual(0);
    expect(now).toContain('from −20.0 ms');
  });

  test('is not squeezed by what runs long after the response: that is said instead', () => {
    const [now = ''] = drawnPair(
      aTimeline({ rows: [running(0, 100), running(5000, 5100), running(80, 9000), running(-900, -800)] }),
      aTimeline(),
    );
    expect(barsIn(now)[0]!.to - barsIn(now)[0]!.from).toBeGreaterThanOrEqual(50);
    expect(now).toContain('from 5.00 s →');
    expect(now).toContain('← until −800 ms');
  });

  test.each([
    [{ fault: true, status: 502 }, '<b class="worse">fault 502</b>'],
    [{ error: true, throttle: true, status: 429 }, '<b class="warned">throttled 429</b>'],
    [{ error: true }, '<b class="warned">error</b>'],
  ])('marks in words what failed: %j', (failed, words) => {
    const [now = '', before = ''] = drawnPair(
      aTimeline({ rows: [aRow(failed)] }),
      aTimeline({ rows: [aRow({ status: 200 })] }),
    );
    expect(now).toContain(words);
    expect(before).not.toMatch(/class="w/);
  });

  test('says of what has no end that it has none, and how much was left out', () => {
    const [now = ''] = drawnPair(aTimeline({ rows: [aRow({ inProgress: true })], leftOut: 17 }), aTimeline());
    expect(now).toContain('<td class="n">no end</td>');
    expect(now).toContain('17 more segments and subsegments');
  });

  test.each([
    [
      'an edge',
      { operation: 'GET /', edge: { from: 'api', to: 'orders' } },
      ['call orders GetItem', 'call orders Query'],
    ],
    [
      'an operation of an edge',
      { operation: 'GET /', edge: { from: 'api', to: 'orders' }, step: 'Query' },
      ['call orders Query'],
    ],
    ['a node', { operation: 'GET /', node: 'api' }, ['segment api GET /']],
    ['a part of a node', { operation: 'GET /', node: 'api', step: 'price' }, ['part api price']],
    ['an operation', { operation: 'GET /' }, []],
  ] as const)('sets off the rows at the place of the finding: %s', (_, place, expected) => {
    const rows = [
      ['segment', 'api', 'GET /'],
      ['part', 'api', 'price'],
      ['call', 'orders', 'GetItem'],
      ['call', 'orders', 'Query'],
    ] as const;
    const timeline = aTimeline({ rows: rows.map(([kind, node, name]) => aRow({ kind, node, name })) });
    const [now = ''] = drawnPair(timeline, aTimeline(), { place });
    const lines = now.match(/<tr.*?<\/tr>/gs)?.slice(1) ?? [];
    const setOff = rows.filter((__, i) => lines[i]?.startsWith('<tr class="here">')).map((row) => row.join(' '));
    expect(setOff).toEqual(expected);
  });

  test('is read by a table’s means: a head for each column and row', () => {
    const [now = ''] = drawnPair(aTimeline(), aTimeline());
    expect(now.match(/<th scope="col"/g)).toHaveLength(3);
    expect(now).toMatch(/<th scope="row"[^>]*><code>api<\/code>/);
    expect(now).toContain('<title>from 0 ms, 100 ms, 100 ms of it on the critical path</title>');
  });
});

import { describe, expect, test } from 'vitest';
import type { CoverageCause, Uncovered } from '../../src/collect/coverage-cause.js';
import { samplingRuleFor } from '../../src/collect/sampling-rule.js';
import { causeWords } from '../../src/report/cause-words.js';
import { causeLines, causesTold, samplingRules } from '../../src/report/causes.js';
import { reportHtml } from '../../src/report/html.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { aReport, aReportWithoutBaseline, aRun } from '../support/report-builder.js';

const RULE = samplingRuleFor(new URL('https://shop.example.com'), ['GET /orders']);
const of = { requests: 40 };

/** A cause of each kind, and what its words must say: the numbers that speak for it, and what to do. */
const CAUSES: readonly (readonly [CoverageCause, RegExp, RegExp])[] = [
  [{ ...of, kind: 'runner clock', aheadMs: 900_000 }, /15 min ahead of AWS's/, /NTP/],
  [
    { ...of, kind: 'host clock', clock: { service: 'api', aheadMs: -40_000, traces: 12 } },
    /40 s behind the runner's: by it, 12 traces begin before/,
    /hosts of api/,
  ],
  [
    { ...of, kind: 'own trace ids', strangers: 40, untraced: 44, services: ['api', 'web'], view: 'all' },
    /40 of the 44 missing traces under ids that they made up\.$/,
    /OTEL_PROPAGATORS/,
  ],
  [
    { ...of, kind: 'own trace ids', strangers: 9, untraced: 40, services: ['api'], view: 'all' },
    /9 of the 40 .* it made up\. The others were not recorded at all: sampling rules/,
    /X-Amzn-Trace-Id/,
  ],
  [
    { ...of, kind: 'own trace ids', strangers: 3, untraced: 300, services: ['api'], view: 'share indexed' },
    /3 of the 300 .* With Transaction Search .* share .* may be more of them\.$/,
    /OTEL_PROPAGATORS/,
  ],
  [
    { ...of, kind: 'still arriving', late: 30, waitedMs: 120_000, quietMs: 1e5 },
    /30 of .*, 2 min after/,
    /"settle-timeout"/,
  ],
  [{ ...of, kind: 'still arriving', late: 0, waitedMs: 60_000, quietMs: 2000 }, /2 s before .* 60 s after/, /Raise/],
  [
    { ...of, kind: 'called segment', call: { caller: 'api', callee: 'orders', traces: 20 } },
    /In 20 traces api announces a segment of orders that never came/,
    /orders is traced on every instance/,
  ],
  [{ ...of, kind: 'incomplete', waitsFor: 'end of a segment' }, /40 traces hold a segment that is still/, /flushes/],
  [{ ...of, kind: 'incomplete', waitsFor: 'root segment' }, /40 traces come without/, /daemon or collector/],
  [{ ...of, kind: 'incomplete', waitsFor: 'parent segment' }, /40 traces hold subsegments/, /daemon or collector/],
  [{ requests: 1, kind: 'incomplete', waitsFor: 'whole document' }, /1 trace is larger/, /fewer subsegments/],
  [{ ...of, kind: 'incomplete', waitsFor: 'readable document' }, /no segments/, /a name, an id/],
  [
    {
      ...of,
      kind: 'other version',
      version: 'v2',
      others: [
        { version: 'v1', traces: 38 },
        { version: 'v0', traces: 2 },
      ],
    },
    /40 traces name another version than v2: v1 \(38\) and v0 \(2\)/,
    /"version-header"/,
  ],
  [{ ...of, kind: 'not answered' }, /40 requests got none/, /rate/],
  [
    { ...of, kind: 'operations untraced', operations: ['GET /cart'], target: 'API Gateway' },
    /None of 40 requests/,
    /tracing mode of the functions/,
  ],
  [
    { ...of, kind: 'sampling rules', traced: 12, sent: 200, byDefaultRule: 13, searched: true, rule: RULE },
    /12 of 200 requests left a trace \(6\.0 %\).* gives 13\./,
    /never creates one.*shop\.example\.com.*\$5\.00/,
  ],
  [
    { ...of, kind: 'Transaction Search', denied: ['xray:StartTraceRetrieval'], traced: 2, sent: 200 },
    /2 of 200 traces, and the role may not call xray:StartTraceRetrieval/,
    /xray:ListRetrievedTraces/,
  ],
  [{ ...of, kind: 'target untraced', target: 'function', others: 4 }, /other traffic left.*PassThrough/, /Mode=Active/],
  [{ ...of, kind: 'target untraced', target: 'load balancer', others: null }, /these requests\. A load/, /Instrument/],
  [
    { ...of, kind: 'elsewhere', inAws: true, others: 0, sources: [{ region: 'eu-west-1', account: '111122223333' }] },
    /X-Ray in eu-west-1 of account 111122223333 has no trace of anybody/,
    /"aws-region"/,
  ],
  [
    { ...of, kind: 'elsewhere', inAws: true, others: null, sources: [{ region: 'eu-west-1', account: null }] },
    /asked X-Ray in eu-west-1, which may not/,
    /credentials/,
  ],
  [{ ...of, kind: 'elsewhere', inAws: false, others: 0, sources: [] }, /Not one segment/, /AWS_XRAY_DAEMON_ADDRESS/],
  [
    { ...of, kind: 'sampling rules', traced: 144, sent: 600, byDefaultRule: 144, searched: false, rule: null },
    /^144 of 600 requests left a trace \(24\.0 %\), though each said Sampled=1\. Lambda's own .* gives 144\.$/,
    /cannot be set/,
  ],
  [
    { ...of, kind: 'not continued', target: 'function', view: 'share indexed', searched: true },
    /under its own id, and a search found them under no other\. With Transaction Search .* nobody can tell which/,
    /OTEL_PROPAGATORS.*Mode=Active/,
  ],
  [
    { ...of, kind: 'not continued', target: 'service', view: 'share perhaps indexed', searched: false },
    /under its own id\. Where Transaction Search is on, which the role may not ask/,
    /daemon or collector/,
  ],
  [
    {
      ...of,
      kind: 'reading ended',
      because: 'The credentials expired.',
      remedy: 'Ask for longer.',
      collected: 8,
      expected: 40,
    },
    /^The credentials expired\. By then something had come of 8 of 40 traces\.$/,
    /^Ask for longer\.$/,
  ],
  [
    { ...of, kind: 'not fetched', waitedMs: 60_000, mayBeDeleted: false },
    /named 40 traces that X-Ray had not returned 60 s later\.$/,
    /^Raise "settle-timeout"/,
  ],
  [
    { ...of, kind: 'not fetched', waitedMs: 60_000, mayBeDeleted: true },
    /after 30 days, and some may be as old\.$/,
    /"since".*"settle-timeout"/,
  ],
  [{ ...of, kind: 'fewer found', found: 60, expected: 100 }, /60 of the about 100 requests/, /User-Agent/],
  [{ ...of, kind: 'share indexed', view: 'share indexed' }, /has to search .* 1 % unless/, /update-indexing-rule/],
  [{ ...of, kind: 'searched in part', view: 'ended early' }, /ended before it had seen all/, /lower "rate"/],
  [{ ...of, kind: 'searched in part', view: 'share indexed' }, /1 % unless/, /update-indexing-rule/],
  [{ ...of, kind: 'not searched', denied: true, because: '' }, /may not call xray:GetTraceSummaries/, /Allow it/],
  [{ ...of, kind: 'not searched', denied: false, because: 'It broke.' }, /under other ids: It broke\./, /again/],
];

describe('the words of a cause', () => {
  test.each(CAUSES)('$kind: name what speaks for it and what to do', (cause, evidence, remedy) => {
    const words = causeWords(cause, 'driven');
    expect(words.evidence).toMatch(evidence);
    expect(words.remedy).toMatch(remedy);
    expect(words.title).toMatch(/^\S.*[^.]$/);
    for (const sentence of [words.evidence, words.remedy]) expect(sentence).toMatch(/^[A-Z0-9].*[.)]$/s);
  });

  test('are there for every kind', () => {
    const kinds = new Set(CAUSES.map(([{ kind }]) => kind));
    expect(kinds.size).toBe(20);
  });
});

describe('what helps a side that was not driven', () => {
  const remedy = (cause: CoverageCause, traffic: Uncovered['traffic']) => causeWords(cause, traffic).remedy;

  test('is nothing that only its driver can do, nor a longer wait for traces of days ago', () => {
    expect(remedy(ofKind('other version'), 'driven')).toContain('"ready-timeout"');
    for (const traffic of ['found', 'external'] as const) {
      expect(remedy(ofKind('other version'), traffic)).not.toContain('"ready-timeout"');
    }
    expect(remedy(ofKind('other version'), 'found')).toContain('Narrow "since" and "until"');
    for (const kind of ['called segment', 'incomplete'] as const) {
      expect(remedy(ofKind(kind), 'external')).toContain('"settle-timeout"');
      expect(remedy(ofKind(kind), 'found')).toContain('will not come');
      expect(remedy(ofKind(kind), 'found')).not.toContain('"settle-timeout"');
    }
  });

  test('is told beside what helps the side that was', () => {
    const found = { ...uncovered('baseline', versions), traffic: 'found' as const };
    const told = causesTold([uncovered('candidate', versions), found]);
    expect(told.map(({ lead, remedy }) => [lead, remedy.split(' ')[0]])).toEqual([
      ['Likely (candidate)', 'Let'],
      ['Likely (baseline)', 'Narrow'],
    ]);
  });
});

test('what X-Ray said is told whole, however long', () => {
  const because = `X-Ray could not be searched ${'for a good many reasons '.repeat(20)}at all.`;
  const { evidence } = causeWords({ requests: 0, kind: 'not searched', denied: false, because }, 'driven');
  expect(evidence).toContain(because);
});

const uncovered = (side: Uncovered['side'], ...causes: CoverageCause[]): Uncovered => ({
  side,
  stage: 'first',
  traffic: 'driven',
  causes,
});
const [clock, , strangers] = CAUSES.map(([cause]) => cause) as [CoverageCause, CoverageCause, CoverageCause];
const ofKind = (kind: CoverageCause['kind']) => CAUSES.find(([cause]) => cause.kind === kind)![0];
const versions = ofKind('other version');
const rules = ofKind('sampling rules');

describe('the causes that are shown', () => {
  test('are three at most, each kind once: of both sides, with the figures of the one that it explains more of', () => {
    const fewer = { ...strangers, requests: 3, strangers: 3 } as CoverageCause;
    const told = causesTold([
      uncovered('candidate', fewer, versions, clock, rules),
      uncovered('baseline', strangers, ofKind('called segment')),
    ]);
    expect(told.map(({ lead, title }) => `${lead}: ${title}`)).toEqual([
      'Likely (candidate and baseline): api and web did not take over the trace header',
      'Likely (candidate): the deployment was not finished',
      'Likely (baseline): segments of orders are missing',
    ]);
    expect(told[0]?.evidence).toContain('40 of the 44');
  });

  test('bring their sampling rule with them, as CreateSamplingRule takes it', () => {
    expect(samplingRules([uncovered('candidate', rules)]).map((rule) => JSON.parse(rule))).toEqual([
      { SamplingRule: RULE },
    ]);
    expect(samplingRules([uncovered('candidate', versions)])).toEqual([]);
    expect(causeLines([uncovered('candidate', rules)])[1]).toBe(
      `Sampling rule: ${JSON.stringify({ SamplingRule: RULE })}`,
    );
  });

  test.each([
    ['a comparison', aReport],
    ['a first run', aReportWithoutBaseline],
  ])('are in comment and page of %s', (_, report) => {
    const about = report({ run: aRun({ uncovered: [uncovered('candidate', rules)] }) });
    for (const text of [reportMarkdown(about), reportHtml(about)]) {
      expect(text).toContain('Why traces are missing');
      expect(text).toContain('sampling rules decide, not the request.');
      expect(text).toContain('xray-gate-shop-example-com');
    }
    expect(reportMarkdown(report({}))).not.toContain('Why traces are missing');
    expect(reportHtml(report({}))).not.toContain('Why traces are missing');
  });

  test('escape what the application named', () => {
    const services = ['<b>@all\u202e`'];
    const hostile: CoverageCause = { ...of, kind: 'own trace ids', strangers: 9, untraced: 9, services, view: 'all' };
    const about = aReport({ run: aRun({ uncovered: [uncovered('candidate', hostile)] }) });
    expect(reportMarkdown(about)).toContain('&lt;b&gt;&#64;all \\`');
    expect(reportHtml(about)).not.toContain('<b>@all');
  });
});

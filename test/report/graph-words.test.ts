import { describe, expect, test } from 'vitest';
import type { EdgeRule } from '../../src/compare/edge-policy.js';
import type { Edge } from '../../src/compare/edges.js';
import { graphLines } from '../../src/report/graph-words.js';
import { graphSection as htmlSection } from '../../src/report/html-graph.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { graphSection } from '../../src/report/markdown-graph.js';
import { notesOf } from '../../src/report/notes.js';
import { aComparedPart, aGraphDifference, aNode, anEdge, aReport } from '../support/report-builder.js';

const [API, DB, CACHE] = [aNode('api'), aNode('db'), aNode('cache')];
const RULE: EdgeRule = {
  effect: 'deny',
  from: '*',
  to: 'd*',
  reason: 'being switched off',
  owner: 'payments',
  until: '2027-03-31',
  place: 'edges.deny[0], line 3',
};
const NOTHING = aGraphDifference({ nodes: [], names: { same: [], undecided: [], accounts: null } });
const isNew = { change: 'new', certain: true, seen: { baseline: 0, candidate: 40 } } as const;
const isGone = { change: 'removed', certain: true, seen: { baseline: 30, candidate: 0 } } as const;

function told(edges: readonly Edge[], graph: Partial<typeof NOTHING> = {}): string[] {
  return graphLines({ edges, graph: { ...NOTHING, ...graph } }).map(
    ({ label, words }) => `${label}: ${words.map((word) => (typeof word === 'string' ? word : word.name)).join('')}`,
  );
}

describe('a line says', () => {
  test('that an edge is new, that it may be, and that one is gone', () => {
    const edges = [
      anEdge(API, DB, isNew),
      anEdge(API, CACHE, { ...isNew, certain: false, seen: { baseline: 0, candidate: 2 } }),
      anEdge(DB, CACHE, { ...isGone, certain: false }),
    ];
    expect(told(edges)).toEqual([
      'New: api → db, in 40 of 312 candidate traces and in none of 312 baseline traces.',
      'Seen, not certain: api → cache, in 2 of 312 candidate traces and in none of 312 baseline traces.',
      'Gone: db → cache, in 30 of 312 baseline traces and in none of 312 candidate traces. Too rare to be certain.',
    ]);
  });

  test.each([
    ['callee', [anEdge(API, DB, isGone)], [anEdge(API, CACHE, isNew)], 'api calls cache instead of db.'],
    ['caller', [anEdge(API, DB, isGone)], [anEdge(CACHE, DB, isNew)], 'db is called by cache instead of api.'],
    [
      'through',
      [anEdge(API, DB, isGone)],
      [anEdge(API, CACHE, isNew), anEdge(CACHE, DB, isNew)],
      'api reaches db through cache.',
    ],
    [
      'past',
      [anEdge(API, CACHE, isGone), anEdge(CACHE, DB, isGone)],
      [anEdge(API, DB, isNew)],
      'api calls db itself, no longer through cache.',
    ],
  ] as const)('what was rewired, and nothing of it twice: %s', (kind, gone, come, words) => {
    expect(told([...gone, ...come], { rewired: [{ kind, gone, come }] })).toEqual([
      `Rewired: ${words} Before in 30 of 312 traces, now in 40 of 312.`,
    ]);
  });

  test('which rule denies and which allows, and why', () => {
    const denied = anEdge(API, DB, { rule: RULE });
    const allowed = anEdge(API, CACHE, { ...isNew, rule: { ...RULE, effect: 'allow', owner: null, until: null } });
    expect(told([denied, allowed], { denied: [denied], allowed: [allowed] })).toEqual([
      'Denied: api → db, in 312 of 312 candidate traces, 312 of 312 before: being switched off (payments, until 2027-03-31, edges.deny[0], line 3).',
      'New, allowed: api → cache, in 40 of 312 candidate traces and in none of 312 baseline traces: being switched off (edges.deny[0], line 3).',
    ]);
  });

  test('which name of its own a rule is about, where another is shown', () => {
    const denied = anEdge(API, aNode('*'), { rule: RULE, ruledAs: { from: 'api', to: '10.0.9.9' } });
    expect(told([denied], { denied: [denied] })[0]).toContain('Denied: api → * (of them api → 10.0.9.9), in 312 of');
  });

  test('of which accounts two nodes of one name are', () => {
    const of = (account: string) => ({ ...DB, account });
    const [gone, come] = [anEdge(API, of('111'), isGone), anEdge(API, of('999'), isNew)];
    const rewired = [{ kind: 'callee' as const, gone: [gone], come: [come] }];
    expect(told([gone, come], { rewired })[0]).toContain('Rewired: api calls db of 999 instead of db of 111.');
  });

  test('once that a function is new, though it is two nodes', () => {
    const [service, code] = ['AWS::Lambda', 'AWS::Lambda::Function'].map((type) => aNode('fn', type));
    expect(told([anEdge(API, service!, isNew), anEdge(service!, code!, isNew)])).toHaveLength(1);
    expect(told([anEdge(API, service!), anEdge(service!, code!, isNew)])).toHaveLength(1);
  });

  test('which names are taken for the same, each once, and which are left apart', () => {
    const names = { baseline: ['t-1A2B3C4D5E6F'], candidate: ['t-9Z8Y7X6W5V4U'] };
    const same = { shownAs: aNode('t-9Z8Y7X6W5V4U'), names, parts: ['CloudFormation suffix'] };
    const moved = { ...same, names: { baseline: ['t'], candidate: ['t'] }, parts: ['account'] };
    const accounts = { baseline: '111', candidate: '222' };
    expect(
      told([], { names: { same: [same, same, moved], undecided: [{ names, parts: ['port'] }], accounts } }),
    ).toEqual([
      'Same: t-9Z8Y7X6W5V4U, before t-1A2B3C4D5E6F (CloudFormation suffix).',
      'Same: every node with an account is in 222 instead of 111: taken for two deployments, of a version each.',
      'Left apart: t-1A2B3C4D5E6F before and t-9Z8Y7X6W5V4U now may be the same but for generated parts (port): which is which, a rule under "names" can say.',
    ]);
  });
});

test('a rule that is over is a warning', () => {
  const compared = aComparedPart({ graph: { ...NOTHING, expired: [RULE] } });
  expect(notesOf(aReport({ compared })).map(({ text }) => text)).toContain(
    'The rule that denies * → d* (payments) ended on 2027-03-31 and no longer applies: edges.deny[0], line 3 of the gate file. Renew or remove it.',
  );
});

test('many rules that are over are one warning that names five of them', () => {
  const expired = Array.from({ length: 300 }, (_, i) => ({ ...RULE, to: `partner-${i}`, place: `edges.deny[${i}]` }));
  const compared = aComparedPart({ graph: { ...NOTHING, expired } });
  const notes = notesOf(aReport({ compared })).filter(({ text }) => text.includes('no longer appl'));
  expect(notes).toHaveLength(1);
  expect(notes[0]?.text).toBe(
    '300 rules of the gate file ended and no longer apply: what denies * → partner-0 (payments, until 2027-03-31, edges.deny[0]); what denies * → partner-1 (payments, until 2027-03-31, edges.deny[1]); what denies * → partner-2 (payments, until 2027-03-31, edges.deny[2]); what denies * → partner-3 (payments, until 2027-03-31, edges.deny[3]); what denies * → partner-4 (payments, until 2027-03-31, edges.deny[4]); 295 more. Renew or remove them.',
  );
  expect(reportMarkdown(aReport({ compared }))).toContain('### Look at');
});

test('names and reasons of a hostile kind stay text', () => {
  const hostile = '`<img src=x onerror=alert(1)> @everyone';
  const rule = { ...RULE, reason: hostile };
  const denied = anEdge(aNode(hostile), DB, { rule });
  const names = {
    same: [{ shownAs: aNode(hostile), names: { baseline: [hostile], candidate: ['x'] }, parts: [] }],
    undecided: [],
    accounts: null,
  };
  const compared = aComparedPart({ edges: [denied], findings: [], graph: { ...NOTHING, denied: [denied], names } });
  expect(htmlSection(compared).text).not.toContain('<img');
  const outsideCode = graphSection(compared)
    .replaceAll(/(`+) .*? \1/g, '')
    .replaceAll(/```mermaid.*?```/gs, '');
  expect(outsideCode).not.toMatch(/<img|@everyone/);
});

test('an edge that is denied, and one that is allowed, are drawn as that', () => {
  const denied = anEdge(API, DB, { rule: RULE });
  const allowed = anEdge(API, CACHE, { ...isNew, rule: { ...RULE, effect: 'allow' } });
  const compared = aComparedPart({ edges: [denied, allowed], findings: [], graph: NOTHING });
  expect(graphSection(compared)).toContain('n0 ==>|"denied"| n1');
  expect(graphSection(compared)).toContain('n0 -->|"new, allowed"| n2');
  expect(htmlSection(compared).text).toMatch(/>denied<.*>new, allowed</s);
});

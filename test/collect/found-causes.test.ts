import { describe, expect, test } from 'vitest';
import { causesOfFound, type FoundEvidence } from '../../src/collect/found-causes.js';
import type { LostTraces } from '../../src/collect/lost-traces.js';
import type { SourceTold } from '../../src/collect/trace-source.js';
import { type CountedRequest, coverageOf } from '../../src/trace/coverage.js';

const DAY_MS = 86_400_000;
const SOURCE: SourceTold = { region: 'eu-west-1', account: null, place: 'X-Ray', denied: [], clockAheadMs: 0 };
const NOTHING_LOST: LostTraces = {
  untraced: 0,
  unanswered: 0,
  inPart: new Map(),
  silentCalls: [],
  otherVersions: [],
  wrongClocks: [],
};

const covered = (fates: Partial<Record<CountedRequest['trace'], number>>) =>
  coverageOf(
    Object.entries(fates).flatMap(([trace, count]) =>
      Array.from({ length: count }, () => ({
        operation: 'GET /orders',
        answered: true,
        trace: trace as CountedRequest['trace'],
      })),
    ),
  );

function causes(overrides: Partial<FoundEvidence>) {
  return causesOfFound({
    coverage: covered({ whole: 10, none: 90 }),
    lost: NOTHING_LOST,
    unread: overrides.traffic === 'external' ? 0 : 90,
    version: 'v1',
    traffic: 'found',
    oldestMs: 7 * DAY_MS,
    waitedMs: 60_000,
    ended: null,
    sources: [SOURCE],
    inAws: true,
    ...overrides,
  });
}

const kinds = (overrides: Partial<FoundEvidence>) => causes(overrides).map(({ kind }) => kind);

describe('a side that was looked up', () => {
  test('has lost what X-Ray named and did not return', () => {
    expect(causes({})).toEqual([{ kind: 'not fetched', requests: 90, waitedMs: 60_000, mayBeDeleted: false }]);
  });

  test('may have lost what X-Ray has deleted since, where it looks as far back', () => {
    expect(causes({ oldestMs: 30 * DAY_MS })).toMatchObject([{ kind: 'not fetched', mayBeDeleted: true }]);
  });

  test('has lost traces in part, documents that are cut among them, and those of another version', () => {
    const coverage = covered({ whole: 10, 'in part': 50, 'of another version': 40 });
    const lost: LostTraces = {
      ...NOTHING_LOST,
      inPart: new Map([
        ['whole document', 30],
        ['called segment', 20],
      ]),
      silentCalls: [{ caller: 'api', callee: 'orders', traces: 20 }],
      otherVersions: [{ version: 'v0', traces: 40 }],
    };
    expect(kinds({ coverage, lost })).toEqual(['other version', 'incomplete', 'called segment']);
  });

  test('has lost what came after X-Ray refused, of which nothing else is said', () => {
    const ended = { because: 'The credentials expired.', remedy: 'Ask for longer.', collected: 10, expected: 100 };
    expect(causes({ ended })).toEqual([{ kind: 'reading ended', requests: 90, ...ended }]);
  });
});

describe('a side that another engine drove', () => {
  test('has lost what no search found', () => {
    expect(causes({ traffic: 'external' })).toEqual([{ kind: 'fewer found', requests: 90, found: 10, expected: 100 }]);
  });

  test('has lost what a search found and X-Ray did not return', () => {
    expect(causes({ traffic: 'external', unread: 60 })).toMatchObject([
      { kind: 'not fetched', requests: 60 },
      { kind: 'fewer found', requests: 30, found: 70, expected: 100 },
    ]);
  });

  test('may be elsewhere where nothing was found', () => {
    expect(kinds({ traffic: 'external', coverage: covered({ none: 100 }) })).toEqual(['fewer found', 'elsewhere']);
  });

  test.each([
    ['log group', 'share indexed'],
    ['unknown', 'share perhaps indexed'],
  ] as const)('has lost what X-Ray does not index: %s', (place, view) => {
    const told = causes({ traffic: 'external', sources: [{ ...SOURCE, place }] });
    expect(told[0]).toMatchObject({ kind: 'share indexed', view, requests: 90 });
  });
});

import { describe, expect, test } from 'vitest';
import { coldStartsOf } from '../../src/compare/cold-starts.js';
import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import { reasonText } from '../../src/report/reason-text.js';
import type { RequestProfile } from '../../src/trace/profile.js';
import { aCall, aNode, aWork, OPERATION } from '../support/simulated-run.js';
import { changesOf, pairs, someSettings } from './samples.js';

const COUNT = 200;
const SETTINGS = { ...someSettings(), failOnNewEdges: true };
const warm = () => ({});
const coldIf =
  (isCold: (i: number) => boolean, initMs = 400) =>
  (i: number): Partial<RequestProfile> =>
    isCold(i) ? { cold: true, initMs: initMs + (i % 2), responseMs: 100 + initMs } : {};

describe('cold starts', () => {
  const colder = pairs(
    COUNT,
    coldIf((i) => i === 3),
    coldIf((i) => i % 8 === 0, 300),
  );

  test('are told by operation: how many on each side, how long, and what is set aside', () => {
    expect(coldStartsOf(colder, 0.01)).toMatchObject([
      {
        operation: OPERATION,
        cold: { baseline: 1, candidate: 25 },
        of: { baseline: COUNT, candidate: COUNT },
        meanMs: { baseline: 401, candidate: 300 },
        setAside: { baseline: 26, candidate: 26 },
        change: 'more',
      },
    ]);
  });

  test('that are many more fail no job: the times are of warm requests', () => {
    const outcome = outcomeOf(oneStage(colder), SETTINGS);
    expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true })).toEqual({
      verdict: 'passed',
      reasons: [],
      regressions: [],
    });
  });

  test.each([
    ['in four of five requests', (i: number) => i % 5 !== 0, 40],
    ['in every request', () => true, 0],
  ] as const)('%s of the candidate leave too little to judge, however slow it is', (_, isCold, comparable) => {
    const slower = (i: number) => ({ ...coldIf(isCold)(i), responseMs: 180 });
    const outcome = outcomeOf(oneStage(pairs(COUNT, warm, slower)), { ...SETTINGS, minimumTraces: 41 });
    expect(outcome.operations).toMatchObject([
      { comparable, coldStarts: { baseline: 0, candidate: COUNT - comparable } },
    ]);
    const { verdict, reasons } = decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true });
    expect({ verdict, reasons }).toMatchObject({ verdict: 'inconclusive', reasons: [{ kind: 'too few traces' }] });
    expect(reasonText(reasons[0]!)).toContain(
      `POST /orders (${comparable}; cold starts: 0 of the baseline, ${COUNT - comparable} of`,
    );
    expect(reasonText(reasons[0]!)).toContain('provisioned concurrency');
  });

  test('are left out of the self times, the calls and the steps as well', () => {
    const serving = (isCold: boolean): Partial<RequestProfile> => ({
      ...(isCold ? { cold: true, initMs: 400 } : {}),
      work: [aWork({ selfMs: isCold ? 500 : 50 })],
      calls: Array.from({ length: isCold ? 4 : 1 }, () => aCall({ retries: Number(isCold) })),
      steps: [{ step: 0, count: isCold ? 5 : 2, pathMs: 0 }],
    });
    const { baseline, candidate } = pairs(
      COUNT,
      () => serving(false),
      (i) => serving(i % 3 === 0),
    );
    const shape = {
      nodes: [aNode('api'), aNode('table')],
      nodeVersions: [null, null],
      steps: [{ parent: null, node: 0, name: 'render-line' }],
    };
    const changes = changesOf({ baseline: { ...baseline, ...shape }, candidate: { ...candidate, ...shape } });
    expect(changes.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(changes.find(({ metric }) => metric === 'calls')).toMatchObject({ baseline: 1, candidate: 1 });
  });

  test('that differ by what chance does are not said to be more', () => {
    const alike = pairs(
      COUNT,
      coldIf((i) => i < 10),
      coldIf((i) => i < 16),
    );
    expect(coldStartsOf(alike, 0.01)).toMatchObject([{ change: null }]);
  });

  test('that became fewer are said to be', () => {
    const { baseline, candidate } = colder;
    expect(coldStartsOf({ baseline: candidate, candidate: baseline }, 0.01)).toMatchObject([{ change: 'fewer' }]);
  });

  test('take only themselves out of the times of versions that were driven one after the other', () => {
    const apart = { baseline: { ...colder.baseline, run: 'a' }, candidate: { ...colder.candidate, run: 'b' } };
    expect(coldStartsOf(apart, 0.01)).toMatchObject([{ setAside: { baseline: 1, candidate: 25 } }]);
  });

  test('of one side alone have no time on the other', () => {
    expect(
      coldStartsOf(
        pairs(
          COUNT,
          warm,
          coldIf((i) => i === 0),
        ),
        0.01,
      ),
    ).toMatchObject([{ meanMs: { baseline: null, candidate: 400 }, change: null }]);
  });

  test('are none where all requests were warm', () => {
    expect(coldStartsOf(pairs(COUNT, warm, warm), 0.01)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import { NOT_LOOKED, type OperationCount } from '../../src/compare/comparison.js';
import type { Edge } from '../../src/compare/edges.js';
import type { MostlyFailing } from '../../src/compare/mostly-failing.js';
import type { Outcome } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Coverage } from '../../src/trace/coverage.js';
import { aNode, OPERATION } from '../support/simulated-run.js';
import { aReplay } from './samples.js';

const SETTINGS = { minimumCoverage: 0.9, failOnNewEdges: true };

describe('the verdict', () => {
  test('is passed where nothing got worse and all was seen', () => {
    expect(decide(aComparison(), SETTINGS)).toEqual({ verdict: 'passed', reasons: [], regressions: [] });
  });

  test('is regressed where anything surely got worse', () => {
    const change = aChange({ state: 'regressed' });
    expect(decide(aComparison({ changes: [aChange(), change] }), SETTINGS)).toEqual({
      verdict: 'regressed',
      reasons: [],
      regressions: [{ kind: 'change', change }],
    });
  });

  test('is passed where something improved', () => {
    expect(decide(aComparison({ changes: [aChange({ state: 'improved' })] }), SETTINGS).verdict).toBe('passed');
  });

  test.each([
    ['typical response time may be far worse', { metric: 'typical', interval: [0.9, 1.4] }],
    ['p95 looks worse than tolerated', { ratio: 1.3, interval: [1.05, 1.6] }],
    [
      'faults look more than tolerated',
      { metric: 'faults', candidate: 0.04, baseline: 0, ratio: null, ...ofDifference([0.01, 0.08]), tolerance: 0.005 },
    ],
  ] as const)('is inconclusive where an operation’s %s', (_, overrides) => {
    const change = aChange({ state: 'inconclusive', ...overrides });
    expect(decide(aComparison({ changes: [change] }), SETTINGS)).toEqual({
      verdict: 'inconclusive',
      reasons: [{ kind: 'undecided', change, runsDiffer: false }],
      regressions: [],
    });
  });

  test.each([
    ['p95 cannot be pinned down', { ratio: 1.3, interval: [0.95, 1.7] }],
    ['p95 is worse by less than tolerated', { ratio: 1.09, interval: [1.01, 1.3] }],
    [
      'faults cannot be pinned down',
      { metric: 'faults', candidate: 0, baseline: 0, ratio: null, ...ofDifference([-0.06, 0.06]) },
    ],
  ] as const)('is passed where an operation’s %s', (_, overrides) => {
    const change = aChange({ state: 'inconclusive', ...overrides });
    expect(decide(aComparison({ changes: [change] }), SETTINGS).verdict).toBe('passed');
  });

  const stageOf = (kind: 'screen' | 'confirm', failing: readonly MostlyFailing[]) => ({
    ...{ kind, alpha: 0.2, units: 100, share: 1, suspected: 0, failing },
    coverage: { baseline: aCoverage(), candidate: aCoverage() },
  });

  test.each([
    ['screen', 'faults', { baseline: 1, candidate: 1 }, 'inconclusive'],
    ['screen', 'errors', { baseline: 0.6, candidate: 0.5 }, 'inconclusive'],
    ['screen', 'faults', { baseline: 1, candidate: 0.01 }, 'passed'],
    ['confirm', 'faults', { baseline: 0, candidate: 1 }, 'inconclusive'],
    ['confirm', 'faults', { baseline: 1, candidate: 0 }, 'inconclusive'],
  ] as const)('where most requests are, in the %s stage, %s: %j, is %s', (kind, metric, failed, verdict) => {
    const failing = { operation: OPERATION, metric, failed };
    const decision = decide(aComparison({ stages: [stageOf(kind, [failing])] }), SETTINGS);
    const reasons = verdict === 'passed' ? [] : [{ kind: 'failing', stage: kind, failing }];
    expect(decision).toEqual({ verdict, reasons, regressions: [] });
  });

  test('is not troubled by failures of an operation that is not judged', () => {
    const failing = { operation: 'GET /rare', metric: 'faults', failed: { baseline: 1, candidate: 1 } } as const;
    expect(decide(aComparison({ stages: [stageOf('screen', [failing])] }), SETTINGS).verdict).toBe('passed');
  });

  test('is inconclusive where a first stage that ended early was refuted', () => {
    const first = { ...stageOf('screen', []), share: 0.25, suspected: 2 };
    const second = stageOf('confirm', []);
    expect(decide(aComparison({ stages: [first, second] }), SETTINGS)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'ended early', share: 0.25 }],
    });
    expect(decide(aComparison({ stages: [first, { ...second, suspected: 2 }] }), SETTINGS).verdict).toBe('passed');
    expect(decide(aComparison({ stages: [{ ...first, share: 1 }, second] }), SETTINGS).verdict).toBe('passed');
  });

  test('is inconclusive where the second stage could not be asked, or not be measured', () => {
    const unasked = { changes: [aChange({ state: 'inconclusive' })], edges: [] };
    expect(decide(aComparison({ unasked }), SETTINGS).reasons).toMatchObject([{ kind: 'not asked again' }]);
    expect(decide(aComparison({ notConfirmed: 'Nothing answered.' }), SETTINGS)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'not confirmed', because: 'Nothing answered.' }],
    });
  });

  test('is passed where only a node within an operation is inconclusive', () => {
    const place = { operation: OPERATION, node: aNode('payments'), edge: null };
    const { verdict } = decide(
      aComparison({ changes: [aChange({ state: 'inconclusive', metric: 'typical', place })] }),
      SETTINGS,
    );
    expect(verdict).toBe('passed');
  });

  test.each(['baseline', 'candidate'] as const)('is inconclusive where too few traces of the %s were whole', (side) => {
    const thin = aCoverage({ complete: 89 });
    const coverage = { baseline: aCoverage(), candidate: aCoverage(), [side]: thin };
    expect(decide(aComparison({ coverage }), SETTINGS)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'coverage', stage: 'screen', side, share: 0.89, coverage: thin, minimumCoverage: 0.9 }],
    });
  });

  test('is inconclusive where the second stage is thin: what was suspected is not refuted', () => {
    const whole = { baseline: aCoverage(), candidate: aCoverage() };
    const thin = { ...whole, candidate: aCoverage({ complete: 40 }) };
    const stage = { alpha: 0.1, units: 100, share: 1, failing: [] } as const;
    const stages = [
      { ...stage, kind: 'screen', suspected: 2, coverage: whole },
      { ...stage, kind: 'confirm', suspected: 0, coverage: thin },
    ] as const;
    expect(decide(aComparison({ stages }), SETTINGS)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'coverage', stage: 'confirm', side: 'candidate' }],
    });
  });

  test('is passed at exactly the coverage that was asked for', () => {
    const coverage = { baseline: aCoverage({ complete: 90 }), candidate: aCoverage({ complete: 90 }) };
    expect(decide(aComparison({ coverage }), SETTINGS).verdict).toBe('passed');
  });

  test('stays regressed under thin coverage', () => {
    const coverage = { baseline: aCoverage({ complete: 10 }), candidate: aCoverage({ complete: 10 }) };
    const comparison = aComparison({ coverage, changes: [aChange({ state: 'regressed' })] });
    expect(decide(comparison, SETTINGS)).toMatchObject({ verdict: 'regressed', reasons: [] });
  });

  test('is inconclusive where nothing was sent', () => {
    const nothing = aCoverage({ sent: 0, complete: 0 });
    const comparison = aComparison({ coverage: { baseline: nothing, candidate: nothing }, operations: [] });
    expect(decide(comparison, SETTINGS).reasons.map(({ kind }) => kind)).toEqual([
      'coverage',
      'coverage',
      'too few traces',
    ]);
  });

  test('is inconclusive where operations with more than a tenth of the requests were not judged', () => {
    const rare = anOperationCount({ operation: 'GET /rare', requests: { baseline: 12, candidate: 12 }, judged: false });
    const comparison = aComparison({ operations: [anOperationCount(), rare] });
    expect(decide(comparison, SETTINGS)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'too few traces', operations: [rare], minimumTraces: 30 }],
    });
  });

  test('is passed where only a rare operation was not judged', () => {
    const rare = anOperationCount({ operation: 'GET /rare', requests: { baseline: 9, candidate: 9 }, judged: false });
    expect(decide(aComparison({ operations: [anOperationCount(), rare] }), SETTINGS).verdict).toBe('passed');
  });

  test('is regressed by a certain new edge', () => {
    const edge = anEdge({ change: 'new', certain: true });
    expect(decide(aComparison({ edges: [edge] }), SETTINGS)).toEqual({
      verdict: 'regressed',
      reasons: [],
      regressions: [{ kind: 'new edge', edge }],
    });
  });

  test.each([
    ['an uncertain new edge', anEdge({ change: 'new', certain: false }), SETTINGS],
    ['a certain removed edge', anEdge({ change: 'removed', certain: true }), SETTINGS],
    [
      'a certain new edge that is allowed',
      anEdge({ change: 'new', certain: true }),
      { ...SETTINGS, failOnNewEdges: false },
    ],
  ])('is passed with %s', (_, edge, settings) => {
    expect(decide(aComparison({ edges: [edge] }), settings)).toEqual({
      verdict: 'passed',
      reasons: [],
      regressions: [],
    });
  });

  test('is regressed where a request fails whenever the candidate gets it', () => {
    const replay = aReplay();
    expect(decide(aComparison({ replays: [aReplay({ certain: false }), replay] }), SETTINGS)).toEqual({
      verdict: 'regressed',
      reasons: [],
      regressions: [{ kind: 'replay', replay }],
    });
    expect(decide(aComparison({ replays: [aReplay({ certain: false })] }), SETTINGS).verdict).toBe('passed');
  });
});

function aComparison(overrides: Partial<Outcome> = {}): Outcome {
  const coverage = overrides.coverage ?? { baseline: aCoverage(), candidate: aCoverage() };
  return {
    design: 'pairs',
    units: 100,
    seed: 1,
    alpha: 0.01,
    stages: [{ kind: 'screen', alpha: 0.1, units: 100, share: 1, suspected: 0, coverage, failing: [] }],
    alphaAtMargin: 0.041,
    unasked: { changes: [], edges: [] },
    notConfirmed: null,
    replays: [],
    pairing: null,
    sequential: null,
    looked: NOT_LOOKED,
    nullMargin: 0.03,
    minimumTraces: 30,
    coverage,
    operations: [anOperationCount()],
    changes: [],
    edges: [],
    ...overrides,
  };
}

function aCoverage(overrides: Partial<Coverage> = {}): Coverage {
  return { sent: 100, answered: 100, traced: 100, complete: 100, otherVersion: 0, operations: [], ...overrides };
}

function ofDifference(interval: readonly [number, number]) {
  return { interval, intervalOf: 'difference' } as const;
}

function anOperationCount(overrides: Partial<OperationCount> = {}): OperationCount {
  return {
    operation: OPERATION,
    requests: { baseline: 100, candidate: 100 },
    comparable: 100,
    coldStarts: { baseline: 0, candidate: 0 },
    judged: true,
    ...overrides,
  };
}

function aChange(overrides: Partial<Change> = {}): Change {
  return {
    state: 'unchanged',
    metric: 'p95',
    place: { operation: OPERATION, node: null, edge: null },
    baseline: 100,
    candidate: 101,
    ratio: 1.01,
    interval: [0.98, 1.04],
    intervalOf: 'ratio',
    tolerance: 0.1,
    p: 0.5,
    samples: { baseline: 100, candidate: 100 },
    testable: true,
    detectable: 0.1,
    needs: null,
    first: null,
    ...overrides,
  };
}

function anEdge(overrides: Partial<Edge> = {}): Edge {
  return {
    from: aNode('api'),
    to: aNode('fraud'),
    change: 'none',
    seen: { baseline: 0, candidate: 100 },
    of: { baseline: 100, candidate: 100 },
    callsPerRequest: { baseline: 0, candidate: 1 },
    p: 0.001,
    certain: false,
    operations: { baseline: [], candidate: ['GET /'] },
    exampleTraceId: 'trace-0',
    rule: null,
    ruledAs: null,
    first: null,
    ...overrides,
  };
}

import type { Uncovered } from '../../src/collect/coverage-cause.js';
import { samplingRuleFor } from '../../src/collect/sampling-rule.js';
import { NO_SHORTCOMINGS } from '../../src/collect/shortcomings.js';
import type { Blame } from '../../src/compare/blame.js';
import type { ColdStarts } from '../../src/compare/cold-starts.js';
import type { Edge } from '../../src/compare/edges.js';
import type { Examples } from '../../src/compare/examples.js';
import type { ExceptionDifference } from '../../src/compare/exceptions.js';
import type { Sharper } from '../../src/compare/sharper.js';
import type { TimePart, WhereTimeWent } from '../../src/compare/where-time-went.js';
import type { Finding } from '../../src/report/finding.js';
import type { GraphDifference } from '../../src/report/graph-difference.js';
import type { OperationFigures } from '../../src/report/operation-figures.js';
import { reasonTexts } from '../../src/report/reason-text.js';
import type { Compared, EdgeDifference, Report, RunFacts } from '../../src/report/report.js';
import { type Coverage, mergedCoverage, NOTHING_REACHED } from '../../src/trace/coverage.js';
import type { Node } from '../../src/trace/service-graph.js';
import { OWN_CODE } from '../../src/trace/steps.js';
import { aBlame, aChange, aPathPart } from './blame-builder.js';
import { aCheckout } from './timeline-builder.js';

/*
 * Reports of a small shop:
 *
 *   storefront-api ─► order-processor ─► order-lines, orders (DynamoDB)
 *        │  │                ├─► payments ─► bank.example.com
 *        │  │                └─► order-events (SQS) ─► mailer (new: ─► templates.example.com)
 *        │  └─► catalog ─► products (DynamoDB)     (new: ─► prices (DynamoDB))
 *        └─► sessions (gone)
 */

const PAIRS = 312;

/** A regressed build, measured side by side: a finding of every metric, 13 edges, and names that nobody should trust. */
export function aReport(overrides: Partial<Report> = {}): Report {
  return {
    verdict: 'regressed',
    candidateVersion: '1.8.0-rc.2+3f9c1e7',
    baselineVersion: '1.7.3',
    baselineChoice: 'https://baseline.shop.example.com, driven side by side with the candidate.',
    candidateCoverage: aCoverage(),
    operations: FIGURES,
    compared: aComparedPart(),
    denied: [],
    timelines: TIMELINES,
    run: aRun(),
    ...overrides,
  };
}

/** Nothing got worse. */
export function aPassedReport(overrides: Partial<Report> = {}): Report {
  const edges = EDGES.filter(({ change }) => change === 'none');
  const compared = aComparedPart({
    findings: [],
    blame: [],
    sharper: [],
    exceptions: [],
    coldStarts: COLD_STARTS.slice(1),
    others: OTHERS.slice(1),
    edges,
    edgeDifferences: [],
    graph: aGraphDifference({ nodes: [] }),
    stages: [
      { kind: 'screen', alpha: 0.2, units: PAIRS, share: 1, suspected: 0, coverage: bothCovered(), failing: [] },
    ],
    pairing: { correlation: 0.41, offset: 1.006 },
  });
  return aReport({ verdict: 'passed', compared, ...overrides });
}

/** Two runs one after the other, of which one gave too few traces, from a runner that could not keep up. */
export function anInconclusiveReport(overrides: Partial<Report> = {}): Report {
  const coverage = {
    baseline: aCoverage(),
    candidate: covered([CHECKOUT, 110, 110, 8, 4, 0], [READ, 110, 110, 81, 80, 0], [SEARCH, 110, 110, 82, 80, 0]),
  };
  const compared = aComparedPart({
    design: 'sequential',
    units: 42,
    stages: [{ kind: 'only', alpha: 0.01, units: 42, share: 1, suspected: 0, coverage, failing: [] }],
    pairing: null,
    sequential: { runs: 1, setAside: 0, shift: null, common: null },
    nullMargin: 0.15,
    coverage,
    findings: [],
    blame: UNDECIDED_BLAME,
    sharper: [],
    exceptions: EXCEPTIONS.slice(2),
    coldStarts: [],
    others: OTHERS,
    edges: EDGES.filter(({ change }) => change === 'none'),
    edgeDifferences: [],
    graph: aGraphDifference({ nodes: [] }),
    reasons: [
      ...reasonTexts(
        [
          {
            ...{ kind: 'coverage', stage: 'only', side: 'candidate', share: 164 / 330, minimumCoverage: 0.9 },
            coverage: coverage.candidate,
          },
        ],
        [HALF_SAMPLED],
        ['candidate'],
      ),
      'GET /orders/{id}: p95 88.0 → 104 ms may be anything from −3.0 % to +41 %. About 2.6 times as many requests would settle it.',
    ],
  });
  const health = { notSent: 4, lateP50Ms: 2.1, lateP99Ms: 38.4, state: 'generator saturated' as const, fromPlan: {} };
  return aReport({
    verdict: 'inconclusive',
    baselineChoice: '1.7.3: last successful deployment to production',
    candidateCoverage: coverage.candidate,
    compared,
    run: aRun({ driven: { requestsPerSecond: 5, slots: 330, health, storms: [] }, uncovered: [HALF_SAMPLED] }),
    ...overrides,
  });
}

/** Services that decide by themselves whether to record. */
const HALF_SAMPLED: Uncovered = {
  side: 'candidate',
  stage: 'first',
  traffic: 'driven',
  causes: [
    {
      ...{ kind: 'sampling rules', requests: 159, traced: 171, sent: 330, byDefaultRule: null, searched: true },
      rule: samplingRuleFor(new URL('https://candidate.shop.example.com'), ['POST /orders', 'GET /orders/{id}']),
    },
  ],
};

/** A first run. */
export function aReportWithoutBaseline(overrides: Partial<Report> = {}): Report {
  return aReport({
    verdict: 'no-baseline',
    baselineVersion: null,
    operations: FIGURES.filter(({ side }) => side === 'candidate'),
    baselineChoice:
      'None of "baseline-url", "baseline", "baseline-profile" and "environment" gave a baseline, and this run has no pull request with a merge base.',
    compared: null,
    ...overrides,
  });
}

export function aComparedPart(overrides: Partial<Compared> = {}): Compared {
  return {
    design: 'pairs',
    units: PAIRS,
    stages: [
      { kind: 'screen', alpha: 0.2, units: PAIRS, share: 1, suspected: 10, coverage: bothCovered(), failing: [] },
      { kind: 'confirm', alpha: 0.04, units: 156, share: 0.5, suspected: 10, coverage: halfCovered(), failing: [] },
    ],
    pairing: { correlation: 0.41, offset: 1.124 },
    sequential: null,
    seed: 20_260_307,
    alpha: 0.01,
    alphaAtMargin: 0.041,
    nullMargin: 0.03,
    coverage: bothCovered(),
    operations: [
      anOperation(CHECKOUT, 120, 6),
      anOperation(READ, 110, 2),
      anOperation(SEARCH, 82, 0),
      { ...anOperation('GET /health', 8, 0), comparable: 8, judged: false },
    ],
    findings: FINDINGS,
    others: OTHERS,
    edgeDifferences: DIFFERENCES,
    graph: aGraphDifference(),
    edges: EDGES,
    whereTimeWent: [
      timeOf(CHECKOUT, [
        [ORDER_LINES, 'Query', 31.2, 92.4],
        [PROCESSOR, 'price basket', 18.4, 33.9],
        [PAYMENTS, '', 41.7, 44.1],
        [PROCESSOR, 'waiting for payments', 6.1, 3.9],
        [BANK, '', 62.5, 63.4],
        [STOREFRONT, '', 12.2, 12.6],
        [ORDERS, 'PutItem', 8.8, 9.1],
        [PROCESSOR, '', 9.4, 9.2],
        [EVENTS, 'SendMessage', 5.2, 5.3],
        [STOREFRONT, 'check session <b onclick="x">', 3.1, 0],
        [PAYMENTS, '3-D Secure | `eval`', 2.2, 2.2],
      ]),
      timeOf(READ, [
        [ORDERS, 'GetItem', 21.8, 22.9],
        [STOREFRONT, '', 14.1, 13.8],
        [PROCESSOR, '', 17.2, 17.4],
      ]),
      timeOf(SEARCH, [
        [PRICES, 'BatchGetItem', 0, 14.2],
        [PRODUCTS, 'Scan', 38.1, 37.2],
        [CATALOG, '', 11.9, 12.1],
      ]),
    ],
    undivided: 0,
    blame: BLAME,
    sharper: SHARPER,
    exceptions: EXCEPTIONS,
    coldStarts: COLD_STARTS,
    reasons: [],
    ...overrides,
  };
}

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    metric: 'p95',
    state: 'regressed',
    place: { operation: CHECKOUT },
    baseline: 212,
    candidate: 287,
    ratio: 287 / 212,
    interval: [1.21, 1.48],
    intervalOf: 'ratio',
    tolerance: 0.1,
    p: 0.0004,
    samples: { baseline: 117, candidate: 117 },
    testable: true,
    detectable: 0.16,
    needs: null,
    examples: EXAMPLES,
    first: null,
    cause: null,
    ...overrides,
  };
}

export function anEdge(from: Node, to: Node, overrides: Partial<Edge> = {}): Edge {
  return {
    from,
    to,
    change: 'none',
    seen: { baseline: PAIRS, candidate: PAIRS },
    of: { baseline: PAIRS, candidate: PAIRS },
    callsPerRequest: { baseline: 1, candidate: 1 },
    p: 1,
    certain: false,
    exampleTraceId: '1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1',
    rule: null,
    ruledAs: null,
    operations: { baseline: [CHECKOUT], candidate: [CHECKOUT] },
    first: null,
    ...overrides,
  };
}

/** A new table and a new host, and a table that CloudFormation gave another name. */
export function aGraphDifference(overrides: Partial<GraphDifference> = {}): GraphDifference {
  const of = { baseline: PAIRS, candidate: PAIRS };
  const isNew = { change: 'new', p: 0.00001, certain: true, seen: { baseline: 0, candidate: 82 }, of } as const;
  return {
    nodes: [
      { ...isNew, node: PRICES },
      { ...isNew, node: TEMPLATES, p: 0.75, certain: false, seen: { baseline: 0, candidate: 2 } },
      { ...isNew, node: SESSIONS, change: 'removed', seen: { baseline: 118, candidate: 0 } },
    ],
    rewired: [],
    denied: [],
    allowed: [],
    names: {
      same: [
        {
          shownAs: ORDERS,
          names: { baseline: ['shop-Orders-1A2B3C4D5E6F'], candidate: ['orders'] },
          parts: ['your rule'],
        },
      ],
      undecided: [],
      accounts: null,
    },
    expired: [],
    ...overrides,
  };
}

export function aNode(name: string, type = ''): Node {
  return { name, type, account: type.startsWith('AWS::') ? '111122223333' : '' };
}

export function aRun(overrides: Partial<RunFacts> = {}): RunFacts {
  return {
    id: 'gh-8412773301-1',
    gateVersion: '1.0.0',
    startedAtMs: 1_772_892_120_000,
    driven: {
      requestsPerSecond: 5,
      slots: 330,
      storms: [],
      health: { notSent: 0, lateP50Ms: 0.31, lateP99Ms: 1.84, state: 'on time', fromPlan: FROM_PLAN },
    },
    collected: { calls: 148, elapsedMs: 21_400, scanned: 0, shortcomings: NO_SHORTCOMINGS },
    unversioned: [],
    uncovered: [],
    clientSegments: null,
    insights: null,
    awsRegion: 'eu-central-1',
    awsUse: { tracesRecorded: 1020, tracesRetrieved: 2316, tracesScanned: 0, metricsPut: 0, metricCalls: 0 },
    ...overrides,
  };
}

const EXAMPLES: Examples = {
  typical: { candidate: '1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1', baseline: '1-69abf8c3-07a1c2d94be85f3106c9d2e7' },
  worst: { candidate: '1-69abf8e7-f1029d3c5b7a48e6920c14fd', baseline: '1-69abf8d9-3c58e0b7a1f2496d8e05b7a4' },
};
const EDGE_EXAMPLE = { candidate: '1-69abf8d0-0b7c21e95d3f48a6b2c91f03', baseline: null };

/** The one of the edge could not be fetched once more. */
const TIMELINES = [
  aCheckout(EXAMPLES.typical.candidate, 6, false),
  aCheckout(EXAMPLES.typical.baseline!, 3, false),
  aCheckout(EXAMPLES.worst.candidate, 14, true),
  aCheckout(EXAMPLES.worst.baseline!, 4, false),
];

const FROM_PLAN = {
  baseline: { p50Ms: 96.2, p95Ms: 214, p99Ms: 301 },
  candidate: { p50Ms: 104, p95Ms: 291, p99Ms: 388 },
};

const CHECKOUT = 'POST /orders';
const READ = 'GET /orders/{id}';
const SEARCH = 'GET /search/"><img src=x onerror=alert(1)>';

const FIGURES: readonly OperationFigures[] = [
  figures(CHECKOUT, 'baseline', { requests: 125, p95Ms: 212, faults: 0.004 }),
  figures(READ, 'baseline', { requests: 113, p95Ms: 88 }),
  figures(SEARCH, 'baseline', { requests: 84, p95Ms: 73.4 }),
  figures('GET /health', 'baseline', { requests: 8 }),
  figures(CHECKOUT, 'candidate', { requests: 125, p95Ms: 287, faults: 0.064 }),
  figures(READ, 'candidate', { requests: 113, p95Ms: 104, coverage: 0.93 }),
  figures(SEARCH, 'candidate', { requests: 84, p95Ms: 74.1 }),
  figures('GET /health', 'candidate', { requests: 8 }),
];

const STOREFRONT = aNode('storefront-api', 'AWS::ECS::Container');
const PROCESSOR = aNode('order-processor');
const PAYMENTS = aNode('payments');
const CATALOG = aNode('catalog | @everyone `v2`', 'AWS::Lambda::Function');
const MAILER = aNode('mailer', 'AWS::Lambda::Function');
const ORDER_LINES = aNode('order-lines', 'AWS::DynamoDB::Table');
const ORDERS = aNode('orders', 'AWS::DynamoDB::Table');
const PRODUCTS = aNode('products', 'AWS::DynamoDB::Table');
const PRICES = aNode('regional-price-overrides-eu-central', 'AWS::DynamoDB::Table');
const EVENTS = aNode('order-events', 'AWS::SQS::Queue');
const SESSIONS = aNode('sessions', 'AWS::ElastiCache::CacheCluster');
const BANK = aNode('bank.example.com', 'remote');
const TEMPLATES = aNode('templates.example.com/<script>', 'remote');

const EDGES: readonly Edge[] = [
  anEdge(CATALOG, PRICES, {
    change: 'new',
    seen: { baseline: 0, candidate: 82 },
    callsPerRequest: { baseline: 0, candidate: 0.26 },
    p: 0.00001,
    certain: true,
  }),
  anEdge(STOREFRONT, SESSIONS, {
    change: 'removed',
    seen: { baseline: 118, candidate: 0 },
    callsPerRequest: { baseline: 0.38, candidate: 0 },
    p: 0.00001,
    certain: true,
  }),
  anEdge(MAILER, TEMPLATES, {
    change: 'new',
    seen: { baseline: 0, candidate: 2 },
    callsPerRequest: { baseline: 0, candidate: 0.01 },
    p: 0.75,
  }),
  anEdge(STOREFRONT, PROCESSOR),
  anEdge(PROCESSOR, ORDER_LINES, { callsPerRequest: { baseline: 1, candidate: 2 } }),
  anEdge(PROCESSOR, ORDERS),
  anEdge(PROCESSOR, PAYMENTS),
  anEdge(PAYMENTS, BANK),
  anEdge(PROCESSOR, EVENTS),
  anEdge(EVENTS, MAILER),
  anEdge(STOREFRONT, CATALOG),
  anEdge(CATALOG, PRODUCTS),
  anEdge(PAYMENTS, PROCESSOR, {
    seen: { baseline: 4, candidate: 6 },
    callsPerRequest: { baseline: 0.01, candidate: 0.02 },
  }),
];

const DIFFERENCES: readonly EdgeDifference[] = EDGES.flatMap(({ change, certain, from, to, seen, of, p }) =>
  change === 'none'
    ? []
    : [
        {
          change,
          certain,
          rule: null,
          from: from.name,
          to: to.name,
          seen: seen.baseline + seen.candidate,
          of: change === 'new' ? of.candidate : of.baseline,
          absentFrom: change === 'new' ? of.baseline : of.candidate,
          p,
        },
      ],
);

const EXCEPTIONS: readonly ExceptionDifference[] = [
  anException({
    type: 'CardError | <b>',
    message: 'no answer from bank.example.com within 500 ms @everyone <img src=x onerror=alert(1)>',
    path: [STOREFRONT.name, PROCESSOR.name, PAYMENTS.name],
    seen: { baseline: 0, candidate: 19 },
    p: 0.00002,
  }),
  anException({ type: '', message: '', path: [STOREFRONT.name], seen: { baseline: 0, candidate: 12 }, p: 0.0004 }),
  anException({
    type: 'ResourceNotFoundException',
    message: 'Requested resource not found',
    path: [STOREFRONT.name, CATALOG.name],
    seen: { baseline: 0, candidate: 1 },
    p: 1,
    certain: false,
  }),
  anException({
    change: 'removed',
    type: 'RedisTimeout',
    message: 'sessions did not answer',
    path: [STOREFRONT.name, SESSIONS.name],
    seen: { baseline: 41, candidate: 0 },
    p: 0.00001,
  }),
];

function anException(overrides: Partial<ExceptionDifference>): ExceptionDifference {
  return {
    change: 'new',
    type: 'Error',
    message: 'it broke',
    path: [STOREFRONT.name],
    operations: [CHECKOUT],
    seen: { baseline: 0, candidate: 20 },
    of: { baseline: PAIRS, candidate: PAIRS },
    p: 0.0001,
    certain: true,
    exampleTraceId: '1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1',
    ...overrides,
  };
}

const COLD_STARTS: readonly ColdStarts[] = [
  {
    operation: CHECKOUT,
    cold: { baseline: 1, candidate: 12 },
    of: { baseline: 120, candidate: 120 },
    meanMs: { baseline: 410, candidate: 395 },
    setAside: { baseline: 13, candidate: 13 },
    change: 'more',
    p: 0.0032,
  },
  {
    operation: SEARCH,
    cold: { baseline: 0, candidate: 2 },
    of: { baseline: 82, candidate: 82 },
    meanMs: { baseline: null, candidate: 388 },
    setAside: { baseline: 2, candidate: 2 },
    change: null,
    p: 0.99,
  },
];

const TO_LINES = { operation: CHECKOUT, edge: { from: PROCESSOR.name, to: ORDER_LINES.name } };

const FINDINGS: readonly Finding[] = [
  aFinding({
    place: { operation: SEARCH },
    metric: 'errors',
    ...share(0.012, 0.11, [0.041, 0.158], 0.003),
    samples: both(82),
  }),
  aFinding({
    place: { operation: SEARCH },
    metric: 'throttles',
    ...share(0, 0.073, [0.024, 0.132], 0.0081),
    samples: both(82),
  }),
  aFinding({ metric: 'faults', ...share(0.004, 0.064, [0.028, 0.102], 0.0021) }),
  aFinding({
    first: { baseline: 208, candidate: 301, ratio: 301 / 208, p: 0.0005, samples: both(236) },
  }),
  aFinding({
    place: { operation: CHECKOUT, node: PAYMENTS.name },
    metric: 'replay',
    ...share(0, 1, [0.68, 1], 0.00008),
    tolerance: 0,
    samples: both(8),
    cause: 'HTTP 502, CardError <b>',
  }),
  aFinding({ metric: 'typical', ...times(154, 201, [1.19, 1.42]), tolerance: 0.05, p: 0.00002, detectable: 0.08 }),
  aFinding({ place: { operation: CHECKOUT, node: PROCESSOR.name }, ...times(38.4, 61.2, [1.31, 1.93]), p: 0.0009 }),
  aFinding({
    place: { operation: CHECKOUT, node: PAYMENTS.name },
    metric: 'faults',
    ...share(0, 0.051, [0.018, 0.094], 0.0086),
  }),
  aFinding({ place: TO_LINES, ...times(22.6, 49.8, [1.82, 2.64]), p: 0.00002, detectable: 0.21 }),
  aFinding({
    place: TO_LINES,
    metric: 'calls',
    baseline: 1,
    candidate: 2,
    ratio: 2,
    interval: [1, 1],
    intervalOf: 'difference',
    p: 0.00002,
    detectable: null,
  }),
  aFinding({
    place: { ...TO_LINES, step: 'Query | <b>' },
    metric: 'calls',
    baseline: 1,
    candidate: 2,
    ratio: 2,
    interval: [1, 1],
    intervalOf: 'difference',
    p: 0.00002,
    detectable: null,
  }),
  aFinding({
    place: TO_LINES,
    metric: 'retries',
    baseline: 0,
    candidate: 0.31,
    ratio: null,
    interval: [0.22, 0.4],
    intervalOf: 'difference',
    tolerance: 0.05,
    p: 0.00006,
    detectable: null,
  }),
  aFinding({
    place: { edge: { from: CATALOG.name, to: PRICES.name } },
    metric: 'edge',
    ...share(0, 82 / PAIRS, [0.222, 0.306], 0.00001),
    tolerance: 0,
    samples: both(PAIRS),
    examples: { typical: EDGE_EXAMPLE, worst: EDGE_EXAMPLE },
  }),
];

const OTHERS: readonly Finding[] = [
  other('inconclusive', {
    place: { operation: READ },
    ...times(88, 104, [0.97, 1.41]),
    p: 0.31,
    detectable: 0.44,
    needs: 2.55,
  }),
  other('improved', {
    place: { operation: READ },
    metric: 'typical',
    ...times(61.3, 52.2, [0.8, 0.91]),
    p: 0.004,
    detectable: 0.09,
  }),
  other('unchanged', { place: { operation: SEARCH }, ...times(73.4, 74.1, [0.93, 1.09]), p: 1, detectable: 0.22 }),
  other('unchanged', {
    place: { operation: SEARCH },
    metric: 'typical',
    ...times(50.1, 51.3, [0.99, 1.05]),
    p: 0.92,
    detectable: 0.07,
  }),
  other('unchanged', { place: { operation: READ }, metric: 'faults', ...share(0, 0, [-0.024, 0.024], 1) }),
  other('unchanged', {
    place: { operation: READ, node: STOREFRONT.name },
    metric: 'typical',
    ...times(14.1, 13.8, [0.94, 1.02]),
    p: 1,
    detectable: 0.1,
  }),
  other('unchanged', {
    place: { operation: READ, node: PROCESSOR.name },
    ...times(21.7, 22.6, [0.91, 1.19]),
    p: 0.88,
    detectable: 0.33,
  }),
  other('inconclusive', {
    place: { operation: CHECKOUT, edge: { from: PAYMENTS.name, to: BANK.name } },
    ...times(71, 84, [0.71, null]),
    p: 0.54,
    testable: false,
    samples: both(9),
  }),
  other('unchanged', {
    place: { operation: READ, edge: { from: PROCESSOR.name, to: ORDERS.name } },
    metric: 'calls',
    ...share(1, 1, [0, 0], 1),
    ratio: 1,
    tolerance: 0.1,
  }),
];

const OWN = (node: Node) => aPathPart(node, OWN_CODE);

const BLAME: readonly Blame[] = [
  aBlame({ operation: CHECKOUT, ms: { baseline: 212, candidate: 287 } }, [
    [aPathPart(ORDER_LINES, 'Query', PROCESSOR), [31.2, 92.4, 52.4, 70.9], [1, 2]],
    [aPathPart(PROCESSOR, 'price basket'), [18.4, 24.7, 1.9, 11.2]],
    [aPathPart(STOREFRONT, 'check session <b onclick="x">'), [3.1, 0, -3.6, -2.5], [1, 0]],
    [OWN(PAYMENTS), [41.7, 44.1, -5.2, 9.8]],
    [aPathPart(PROCESSOR, 'network to payments'), [6.1, 3.9, -6.0, 1.1]],
    [aPathPart(BANK, '', PAYMENTS), [62.5, 63.4, -7.7, 9.6]],
    [OWN(STOREFRONT), [12.2, 12.6, -1.4, 2.3]],
    [aPathPart(ORDERS, 'PutItem', PROCESSOR), [8.8, 9.1, -1.1, 1.6]],
    [OWN(PROCESSOR), [9.4, 9.2, -1.7, 1.3]],
    [aPathPart(EVENTS, 'SendMessage', PROCESSOR), [5.2, 5.3, -0.8, 1]],
    [aPathPart(PAYMENTS, '3-D Secure | `eval`'), [2.2, 2.2, -0.5, 0.5]],
  ]),
  aBlame({ operation: CHECKOUT, metric: 'typical', ms: { baseline: 154, candidate: 201 } }, [
    [aPathPart(ORDER_LINES, 'Query', PROCESSOR), [22.1, 64.2, 39.1, 45.4], [1, 2]],
    [aPathPart(PROCESSOR, 'price basket'), [14.2, 17.9, 2.2, 5.1]],
    [OWN(PAYMENTS), [110.4, 111.7, -1.9, 4.2]],
  ]),
];

const UNDECIDED_BLAME: readonly Blame[] = [
  aBlame({ operation: READ, state: 'inconclusive', ms: { baseline: 88, candidate: 104 } }, [
    [aPathPart(ORDERS, 'GetItem', PROCESSOR), [38.1, 50.7, -1.2, 27.3]],
    [OWN(STOREFRONT), [24.5, 27.1, -6.6, 12.8]],
    [OWN(PROCESSOR), [25.2, 25.9, -8.1, 9.4]],
  ]),
];

const SHARPER: readonly Sharper[] = [
  {
    part: aChange({
      place: { operation: CHECKOUT, node: null, edge: { from: PROCESSOR, to: ORDER_LINES } },
      ...times(22.6, 49.8, [1.82, 2.64]),
      interval: [1.82, 2.64],
      p: 0.00002,
    }),
    whole: aChange({
      place: { operation: CHECKOUT, node: null, edge: null },
      ...times(212, 287, [1.21, 1.48]),
      interval: [1.21, 1.48],
      p: 0.0004,
    }),
  },
];

function other(state: Finding['state'], overrides: Partial<Finding>): Finding {
  return aFinding({ state, examples: null, samples: both(108), ...overrides });
}

function times(
  baseline: number,
  candidate: number,
  interval: Finding['interval'],
): Pick<Finding, 'baseline' | 'candidate' | 'ratio' | 'interval' | 'intervalOf'> {
  return { baseline, candidate, ratio: candidate / baseline, interval, intervalOf: 'ratio' };
}

function share(baseline: number, candidate: number, interval: Finding['interval'], p: number): Partial<Finding> {
  const ratio = baseline === 0 ? null : candidate / baseline;
  return { baseline, candidate, ratio, interval, intervalOf: 'difference', tolerance: 0.02, p, detectable: null };
}

function bothCovered() {
  return {
    baseline: covered(
      [CHECKOUT, 110, 110, 107, 104, 0],
      [READ, 110, 110, 110, 108, 0],
      [SEARCH, 110, 110, 109, 109, 0],
    ),
    candidate: aCoverage(),
  };
}

function both(count: number): Finding['samples'] {
  return { baseline: count, candidate: count };
}

function figures(
  operation: string,
  side: OperationFigures['side'],
  overrides: Partial<OperationFigures>,
): OperationFigures {
  return { operation, side, requests: 100, coverage: 0.97, p95Ms: null, faults: 0, ...overrides };
}

function anOperation(operation: string, requests: number, cold: number): Compared['operations'][number] {
  return {
    operation,
    requests: both(requests),
    comparable: requests - cold,
    coldStarts: { baseline: 0, candidate: cold },
    judged: true,
  };
}

function timeOf(operation: string, steps: readonly (readonly [Node, string, number, number])[]): WhereTimeWent {
  const parts = steps
    .map(([node, step, baseline, candidate]): TimePart => ({ node, step, meanMs: { baseline, candidate } }))
    .toSorted((a, b) => changeOf(b) - changeOf(a));
  const sum = (side: 'baseline' | 'candidate') => parts.reduce((total, { meanMs }) => total + meanMs[side], 0);
  return { operation, parts, meanMs: { baseline: sum('baseline'), candidate: sum('candidate') } };
}

function changeOf({ meanMs }: TimePart): number {
  return Math.abs(meanMs.candidate - meanMs.baseline);
}

function halfCovered() {
  return {
    baseline: covered([CHECKOUT, 82, 82, 81, 80, 0], [READ, 83, 83, 82, 81, 0]),
    candidate: covered([CHECKOUT, 82, 82, 82, 80, 0], [READ, 83, 83, 82, 80, 0]),
  };
}

function aCoverage(): Coverage {
  return covered([CHECKOUT, 110, 109, 105, 101, 2], [READ, 110, 110, 110, 108, 0], [SEARCH, 110, 110, 109, 109, 0]);
}

/** Of operations: sent, answered, traced, complete, other version. */
function covered(...operations: readonly (readonly [string, number, number, number, number, number])[]): Coverage {
  return mergedCoverage([
    {
      ...NOTHING_REACHED,
      operations: operations.map(([operation, sent, answered, traced, complete, otherVersion]) => ({
        ...{ operation, sent, answered, traced, complete, otherVersion },
      })),
    },
  ]);
}

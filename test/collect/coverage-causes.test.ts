import { describe, expect, test } from 'vitest';
import type { CoverageCause } from '../../src/collect/coverage-cause.js';
import {
  type CoverageEvidence,
  likelyCauses,
  type SearchEvidence,
  targetKind,
} from '../../src/collect/coverage-causes.js';
import type { LostTraces } from '../../src/collect/lost-traces.js';
import { samplingRuleFor } from '../../src/collect/sampling-rule.js';
import type { SourceTold } from '../../src/collect/trace-source.js';
import { type CountedRequest, type Coverage, coverageOf } from '../../src/trace/coverage.js';

type Fate = CountedRequest['trace'];

/** Of each operation: what became of so many requests. */
function covered(operations: Readonly<Record<string, Partial<Record<Fate, number>>>>): Coverage {
  return coverageOf(
    Object.entries(operations).flatMap(([operation, fates]) =>
      Object.entries(fates).flatMap(([trace, count]) =>
        Array.from({ length: count }, () => ({ operation, answered: true, trace: trace as Fate })),
      ),
    ),
  );
}

const NOTHING_LOST: LostTraces = {
  untraced: 0,
  unanswered: 0,
  inPart: new Map(),
  silentCalls: [],
  otherVersions: [],
  wrongClocks: [],
};

const SOURCE: SourceTold = { region: 'eu-west-1', account: null, place: 'X-Ray', denied: [], clockAheadMs: 300 };
const READ = 'GET /orders/{id}';

interface Overrides extends Omit<Partial<CoverageEvidence>, 'lost' | 'search'> {
  readonly lost?: Partial<LostTraces>;
  readonly search?: Partial<Extract<SearchEvidence, { kind: 'made' }>> | null;
}

/** 100 requests of a service over 20 s, of which as many were lost as `coverage` and `lost` say. */
function evidence({ lost, search, ...overrides }: Overrides): CoverageEvidence {
  const coverage = overrides.coverage ?? covered({ [READ]: { none: 100 } });
  const untraced = coverage.sent - coverage.traced;
  return {
    coverage,
    version: 'v2',
    target: new URL('https://shop.example.com'),
    drivenS: 20,
    waitedMs: 120_000,
    quietMs: 60_000,
    sources: [SOURCE],
    inAws: true,
    ...overrides,
    lost: { ...NOTHING_LOST, untraced, ...lost },
    search:
      search === null
        ? null
        : { kind: 'made', strangers: 0, untraced, services: [], late: 0, others: null, endedEarly: false, ...search },
  };
}

const kinds = (overrides: Overrides) => likelyCauses(evidence(overrides)).map(({ kind }) => kind);

function causeOf<K extends CoverageCause['kind']>(kind: K, overrides: Overrides) {
  const found = likelyCauses(evidence(overrides)).find((cause) => cause.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} among ${kinds(overrides).join(', ')}`);
  return found as Extract<CoverageCause, { kind: K }>;
}

const half = covered({ [READ]: { whole: 50, none: 50 } });
const partly = covered({ [READ]: { whole: 50, 'in part': 50 } });

describe('the likely cause of losses', () => {
  const table: readonly (readonly [string, Overrides, CoverageCause['kind'][]])[] = [
    ['traces of others alone', { search: { others: 7 } }, ['target untraced']],
    ['no trace of anybody', { search: { others: 0 } }, ['elsewhere']],
    ['no search that was allowed', { search: null, sources: [SOURCE] }, ['target untraced', 'elsewhere']],
    ['traces under other ids', { search: { strangers: 90, services: ['api'] } }, ['own trace ids']],
    ['some traces, and no others', { coverage: covered({ [READ]: { whole: 24, none: 76 } }) }, ['sampling rules']],
    [
      'traces of other operations',
      { coverage: covered({ [READ]: { whole: 50 }, 'POST /orders': { none: 50 } }) },
      ['operations untraced'],
    ],
    ['callees that send nothing', { coverage: partly, lost: silent(50) }, ['called segment']],
    ['segments in progress', { coverage: partly, lost: lacking('end of a segment', 50) }, ['incomplete']],
    ['traces that are cut', { coverage: partly, lost: lacking('whole document', 50) }, ['incomplete']],
    [
      'traces of another version',
      {
        coverage: covered({ [READ]: { whole: 60, 'of another version': 40 } }),
        lost: { otherVersions: [{ version: 'v1', traces: 40 }] },
      },
      ['other version'],
    ],
    ['traces that came after the end', { coverage: half, search: { late: 50 } }, ['still arriving']],
    [
      'news until the end',
      { coverage: partly, quietMs: 2000, lost: lacking('root segment', 50) },
      ['incomplete', 'still arriving'],
    ],
    [
      'requests without answers',
      { coverage: half, lost: { untraced: 0, unanswered: 50 }, search: null },
      ['not answered'],
    ],
    [
      'a clock of the runner that X-Ray does not share',
      { sources: [{ ...SOURCE, clockAheadMs: -3_600_000 }], search: { others: 3 } },
      ['runner clock', 'target untraced'],
    ],
    [
      'a clock of a host that is not the runner’s',
      {
        coverage: partly,
        lost: { ...lacking('end of a segment', 50), wrongClocks: [{ service: 'api', aheadMs: 600_000, traces: 50 }] },
      },
      ['host clock', 'incomplete'],
    ],
    [
      'a role that may not look into the log group',
      { coverage: covered({ [READ]: { whole: 2, none: 98 } }), sources: [deniedPlace()] },
      ['Transaction Search', 'sampling rules'],
    ],
  ];
  test.each(table)('is told by %s', (_, overrides, expected) => {
    expect(kinds(overrides)).toEqual(expected);
  });

  function silent(traces: number): Partial<LostTraces> {
    return { ...lacking('called segment', traces), silentCalls: [{ caller: 'api', callee: 'orders', traces }] };
  }

  function lacking(what: 'called segment' | 'root segment' | 'end of a segment' | 'whole document', traces: number) {
    return { inPart: new Map([[what, traces]]) };
  }

  function deniedPlace(): SourceTold {
    return { ...SOURCE, place: 'unknown', denied: ['xray:GetTraceSegmentDestination', 'xray:StartTraceRetrieval'] };
  }

  test('is left out where it explains less than a tenth of them', () => {
    const coverage = covered({ [READ]: { whole: 5, none: 92, 'of another version': 3 } });
    const lost = { otherVersions: [{ version: 'v1', traces: 3 }] };
    expect(kinds({ coverage, lost, search: { strangers: 92 } })).toEqual(['own trace ids']);
  });

  test('comes first where it explains most', () => {
    const coverage = covered({ [READ]: { whole: 10, 'in part': 30, 'of another version': 60 } });
    const lost = { ...silent(30), otherVersions: [{ version: 'v1', traces: 60 }] };
    expect(kinds({ coverage, lost, search: null })).toEqual(['other version', 'called segment']);
  });

  test('is shared between two sides by how much each has lost', () => {
    const { requests } = causeOf('own trace ids', { coverage: half, search: { strangers: 60, untraced: 150 } });
    expect(requests).toBe(20);
  });

  test('is no denied action where the traces are known to be in X-Ray', () => {
    const sources = [{ ...SOURCE, denied: ['xray:StartTraceRetrieval'] }];
    expect(kinds({ coverage: half, sources })).toEqual(['sampling rules']);
  });

  test('says what it could not look for', () => {
    const refused = { ...evidence({}), search: { kind: 'refused', because: 'X-Ray denied access.' } as const };
    const sources = [{ ...SOURCE, denied: ['xray:GetTraceSummaries'] }];
    const causes = likelyCauses({ ...refused, sources });
    expect(causes.map(({ kind }) => kind)).toEqual(['target untraced', 'elsewhere', 'not searched']);
    expect(causes.at(-1)).toMatchObject({ denied: true });
  });

  test.each([
    ['as many traces as the default rule gives, 20 s and 5 % of the other 80', 24, 24],
    ['far more', 60, null],
  ])('is the default sampling rule where there are %s', (_, whole, expected) => {
    const coverage = covered({ [READ]: { whole, none: 100 - whole } });
    expect(causeOf('sampling rules', { coverage }).byDefaultRule).toBe(expected);
  });

  test.each(['lambda:checkout:live', 'https://a1b2.lambda-url.eu-west-1.on.aws/x'])(
    'is the sampling of %s where it is traced in part, for which no rule can be set',
    (url) => {
      const overrides = { coverage: half, target: new URL(url) };
      expect(kinds(overrides)).toEqual(['sampling rules']);
      expect(causeOf('sampling rules', overrides)).toMatchObject({ traced: 50, sent: 100, rule: null, searched: true });
      expect(causeOf('sampling rules', { ...overrides, search: null })).toMatchObject({ searched: false });
    },
  );

  test('is the strongest of all where none explains much', () => {
    const coverage = covered({ [READ]: { whole: 1000, 'in part': 60, 'of another version': 70 } });
    const inPart = new Map(
      [...['end of a segment', 'root segment', 'parent segment', 'whole document', 'readable document']].map(
        (what) => [what, 6] as const,
      ),
    ) as LostTraces['inPart'];
    const otherVersions = [{ version: 'v1', traces: 7 }];
    const few = { ...coverage, otherVersion: 7 };
    expect(kinds({ coverage: few, lost: { inPart, otherVersions }, search: null })).toEqual(['other version']);
  });

  test.each([
    ['lambda:checkout:live', 'function'],
    ['https://a1b2.lambda-url.eu-west-1.on.aws/x', 'function url'],
    ['https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod', 'API Gateway'],
    ['http://shop-123.eu-west-1.elb.amazonaws.com', 'load balancer'],
    ['http://net-123.elb.eu-west-1.amazonaws.com:8080', 'load balancer'],
    ['https://shop.example.com', 'service'],
    ['https://execute-api.eu-west-1.amazonaws.com.evil.example', 'service'],
  ])('names what the target %s is', (url, kind) => {
    expect(targetKind(new URL(url))).toBe(kind);
    expect(causeOf('target untraced', { target: new URL(url), search: { others: 1 } }).target).toBe(kind);
  });
});

describe('where X-Ray can be searched for a share of the traces only', () => {
  const indexed: SourceTold = { ...SOURCE, place: 'log group' };
  const unknown: SourceTold = { ...SOURCE, place: 'unknown', denied: ['xray:GetTraceSegmentDestination'] };

  test.each([indexed, unknown])('few traces under other ids tell of all, $place', (source) => {
    const found = { sources: [source], search: { strangers: 3, untraced: 100, services: ['shop'] } };
    expect(kinds(found)).toEqual(['own trace ids']);
    expect(causeOf('own trace ids', found)).toMatchObject({ requests: 100 });
  });

  test.each([
    ['log group', indexed, 0, ['not continued', 'elsewhere']],
    ['log group', indexed, 9, ['not continued']],
    ['unknown', unknown, 0, ['not continued', 'Transaction Search', 'elsewhere']],
  ] as const)('none tells nothing: %s', (_, source, others, expected) => {
    const overrides = { sources: [source], search: { others } };
    expect(kinds(overrides)).toEqual(expected);
    for (const cause of likelyCauses(evidence(overrides))) expect(cause).not.toMatchObject({ others: 0 });
  });

  test('nor does it tell that the others are under no id, where some are traced', () => {
    const overrides = { coverage: half, sources: [indexed] };
    expect(kinds(overrides)).toEqual(['sampling rules', 'searched in part']);
    expect(causeOf('sampling rules', overrides)).toMatchObject({ searched: false });
  });

  test('those that came late tell of all that did', () => {
    const overrides = { coverage: half, sources: [indexed], search: { late: 2 } };
    expect(causeOf('still arriving', overrides)).toMatchObject({ requests: 50, late: 2 });
  });
});

describe('a search that was ended early', () => {
  test('is a sample, and nothing in it tells nothing', () => {
    expect(kinds({ search: { strangers: 2, endedEarly: true } })).toEqual(['own trace ids']);
    expect(causeOf('own trace ids', { search: { strangers: 2, endedEarly: true } }).view).toBe('ended early');
    expect(kinds({ search: { endedEarly: true } })).toEqual(['not continued', 'elsewhere']);
  });
});

test('few traces under other ids are told where nothing else is traced, or beside the other cause', () => {
  expect(kinds({ search: { strangers: 3 } })).toEqual(['own trace ids']);
  const few = { coverage: half, search: { strangers: 1 } };
  expect(kinds(few)).toEqual(['own trace ids', 'sampling rules']);
  expect(causeOf('sampling rules', few).searched).toBe(false);
});

describe('the sampling rule that would help', () => {
  const rule = (operations: readonly string[], url = 'https://shop.example.com') =>
    samplingRuleFor(new URL(url), operations);

  test('is one that CreateSamplingRule takes', () => {
    expect(rule(['GET /orders/{id}'])).toEqual({
      RuleName: 'xray-gate-shop-example-com',
      ResourceARN: '*',
      Priority: 100,
      FixedRate: 1,
      ReservoirSize: 0,
      ServiceName: '*',
      ServiceType: '*',
      Host: 'shop.example.com',
      HTTPMethod: 'GET',
      URLPath: '/orders/*',
      Version: 1,
    });
  });

  test.each([
    ['the method that all have', ['GET /orders/{id}', 'GET /orders/{id}/lines'], 'GET', '/orders/*'],
    ['any method and path where nothing is common', ['GET /cart', 'POST /orders'], '*', '/*'],
    ['everything where an operation names no path', ['checkout', 'GET /cart'], '*', '*'],
  ])('matches %s', (_, operations, method, path) => {
    expect(rule(operations)).toMatchObject({ HTTPMethod: method, URLPath: path });
  });

  test('keeps within the lengths that X-Ray takes', () => {
    const { RuleName, Host, URLPath } = rule([`GET /${'a'.repeat(300)}`], `https://${'shop.'.repeat(20)}example.com`);
    expect([RuleName.length <= 32, Host.length, URLPath.length <= 128]).toEqual([true, 64, true]);
    expect([Host.at(-1), URLPath.at(-1)]).toEqual(['*', '*']);
  });
});

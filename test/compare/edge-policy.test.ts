import { describe, expect, test } from 'vitest';
import { type EdgePolicy, type EdgeRule, expiredRules, ruleFor } from '../../src/compare/edge-policy.js';
import { isDenied } from '../../src/compare/edges.js';
import { type Evidence, oneStage } from '../../src/compare/evidence.js';
import { namesIn, withSameNames } from '../../src/compare/named-evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { CallWork, Profile } from '../../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, aWork } from '../support/simulated-run.js';
import { someSettings } from './samples.js';

const [API, LEGACY] = [aNode('api'), aNode('legacy-db')];

function aRule(overrides: Partial<EdgeRule> = {}): EdgeRule {
  return {
    effect: 'deny',
    from: '*',
    to: 'legacy-*',
    reason: 'being switched off',
    owner: 'payments',
    until: null,
    place: 'edges.deny[0], line 3',
    ...overrides,
  };
}

const policy = (...rules: EdgeRule[]): EdgePolicy => ({ rules, names: [], day: '2026-11-21' });

describe('the rule for an edge', () => {
  const ruled = (given: EdgePolicy, to = LEGACY) => ruleFor({ from: API, to }, given);

  test('is the first whose patterns match both names', () => {
    const other = aRule({ from: 'web' });
    expect(ruled(policy(other, aRule(), aRule({ reason: 'later' })))).toEqual(aRule());
    expect(ruled(policy(other))).toBeNull();
    expect(ruled(policy(aRule()), aNode('orders'))).toBeNull();
  });

  test('that allows is an exception to one that denies, wherever they stand', () => {
    const allow = aRule({ effect: 'allow', from: 'api' });
    expect(ruled(policy(aRule(), allow))?.effect).toBe('allow');
    expect(ruled(policy(allow, aRule()))?.effect).toBe('allow');
  });

  test('holds to the end of its last day', () => {
    const rules = [aRule({ until: '2026-11-20' }), aRule({ until: '2026-11-21', reason: 'today' })];
    expect(ruled(policy(...rules))?.reason).toBe('today');
    expect(expiredRules(policy(...rules))).toEqual([rules[0]]);
    expect(ruled({ ...policy(...rules), day: '2026-11-22' })).toBeNull();
  });

  test('speaks of names as the users’ rules give them, too', () => {
    const names = [{ match: 'old-*', as: 'legacy-{1}' }];
    expect(ruled({ ...policy(aRule()), names }, aNode('old-db'))?.effect).toBe('deny');
  });

  test('is not for what happens within a Lambda function', () => {
    const [service, code] = ['AWS::Lambda', 'AWS::Lambda::Function'].map((type) => ({ ...aNode('legacy-fn'), type }));
    expect(ruleFor({ from: service!, to: code! }, policy(aRule()))).toBeNull();
    expect(ruleFor({ from: API, to: service! }, policy(aRule()))?.effect).toBe('deny');
  });
});

/** 100 requests, of which `seen` call the legacy database. */
function calling(seen: number, run = 'run'): Profile {
  return aProfile({
    run,
    nodes: [API, LEGACY],
    requests: Array.from({ length: 100 }, (_, order) =>
      aRequest({ order, work: [aWork()], calls: order < seen ? [aCall()] : [] }),
    ),
  });
}

function decided(before: number, now: number, edgePolicy: EdgePolicy, failOnNewEdges = true) {
  const settings = { ...someSettings({ edgePolicy }), failOnNewEdges };
  const outcome = outcomeOf(oneStage({ baseline: calling(before), candidate: calling(now) }), settings);
  const { verdict, regressions } = decide(outcome, { minimumCoverage: 0.9, failOnNewEdges });
  return { verdict, kinds: regressions.map(({ kind }) => kind) };
}

describe('a denied edge', () => {
  test.each([
    ['that the baseline had as well', 100, 100],
    ['that is new', 0, 100],
    ['that one trace alone has', 0, 1],
  ])('%s fails the job', (_, before, now) => {
    const expected = { verdict: 'regressed', kinds: ['denied edge'] };
    expect(decided(before, now, policy(aRule()))).toEqual(expected);
    expect(decided(before, now, policy(aRule()), false)).toEqual(expected);
  });

  test('that only the baseline had does not, and neither does one whose rule is over', () => {
    expect(decided(100, 0, policy(aRule())).verdict).toBe('passed');
    expect(decided(100, 100, policy(aRule({ until: '2026-11-20' }))).verdict).toBe('passed');
  });

  test('that only the second stage saw fails the job', () => {
    const stage = (seen: number) => oneStage({ baseline: calling(0), candidate: calling(seen) }).screen;
    const evidence: Evidence = {
      screen: stage(0),
      confirmation: { kind: 'measured', stage: stage(1) },
      replays: [],
    };
    const outcome = outcomeOf(evidence, { ...someSettings({ edgePolicy: policy(aRule()) }), failOnNewEdges: true });
    expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true }).regressions).toMatchObject([
      { kind: 'denied edge', edge: { seen: { candidate: 1 } }, rule: aRule() },
    ]);
  });
});

test('a function’s own code that begins to send segments is drawn, and no new edge to fail for', () => {
  const [service, code] = ['AWS::Lambda', 'AWS::Lambda::Function'].map((type) => ({ ...aNode('fn'), type }));
  const nodes = [API, service!, code!];
  const side = (calls: readonly CallWork[]) =>
    aProfile({ nodes, requests: Array.from({ length: 60 }, (_, order) => aRequest({ order, calls })) });
  const before = [aCall({ from: 0, to: 1 })];
  const profiles = { baseline: side(before), candidate: side([...before, aCall({ from: 1, to: 2 })]) };
  const outcome = outcomeOf(oneStage(profiles), { ...someSettings(), failOnNewEdges: true });
  expect(outcome.edges.find(({ to }) => to === code)).toMatchObject({ change: 'new', certain: true });
  expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true }).verdict).toBe('passed');
});

describe('an allowed edge', () => {
  test('that is new never fails the job; the same without the rule does', () => {
    expect(decided(0, 100, policy(aRule({ effect: 'allow' }))).verdict).toBe('passed');
    expect(decided(0, 100, policy()).kinds).toEqual(['new edge']);
  });

  test('asks for no second stage', () => {
    const evidence: Evidence = {
      ...oneStage({ baseline: calling(0), candidate: calling(100) }),
      confirmation: { kind: 'not needed' },
    };
    const settings = { ...someSettings({ edgePolicy: policy(aRule({ effect: 'allow' })) }), failOnNewEdges: true };
    expect(outcomeOf(evidence, settings).stages.map(({ suspected }) => suspected)).toEqual([0]);
  });
});

describe('a rule about one of several nodes under one name', () => {
  const toHost = { from: '*', to: '10.0.9.*' };
  /** 100 requests, of which each calls the host that `hostOf` says. */
  const hosts = (run: string, hostOf: (order: number) => string) => {
    const names = [...new Set(['10.0.1.5', ...Array.from({ length: 100 }, (_, order) => hostOf(order))])];
    return aProfile({
      run,
      nodes: [API, ...names.map(aNode)],
      requests: Array.from({ length: 100 }, (_, order) =>
        aRequest({ order, traceId: `${run} ${order}`, calls: [aCall({ to: 1 + names.indexOf(hostOf(order)) })] }),
      ),
    });
  };
  const stage = (hostOf: (order: number) => string) =>
    oneStage({ baseline: hosts('before', () => '10.0.1.5'), candidate: hosts('now', hostOf) }).screen;
  const outcome = (evidence: Evidence, edgePolicy: EdgePolicy) =>
    outcomeOf(withSameNames(evidence, namesIn(evidence, edgePolicy.names)), {
      ...someSettings({ edgePolicy }),
      failOnNewEdges: true,
    });
  const denied = (evidence: Evidence, edgePolicy: EdgePolicy) => outcome(evidence, edgePolicy).edges.filter(isDenied);
  const alone = (hostOf: (order: number) => string): Evidence => ({
    screen: stage(hostOf),
    confirmation: { kind: 'none' },
    replays: [],
  });
  const rarely = (order: number) => (order === 50 ? '10.0.9.9' : '10.0.1.5');

  test('denies it, and tells which, with a trace that shows it', () => {
    expect(denied(alone(rarely), policy(aRule(toHost)))).toMatchObject([
      { to: { name: '*' }, ruledAs: { from: 'api', to: '10.0.9.9' }, exampleTraceId: 'now 50' },
    ]);
    expect(
      denied(
        alone(() => '10.0.1.5'),
        policy(aRule(toHost)),
      ),
    ).toEqual([]);
  });

  test('denies it by the name that it had before the users’ rules made another one of it', () => {
    const names = [{ match: '10.0.*', as: 'orders' }];
    expect(denied(alone(rarely), { ...policy(aRule(toHost)), names })).toMatchObject([{ to: { name: 'orders' } }]);
  });

  test('lets no other through as an exception', () => {
    const exception = aRule({ effect: 'allow', to: '10.0.1.5' });
    expect(denied(alone(rarely), policy(exception, aRule({ to: '10.*' })))).toMatchObject([
      { ruledAs: { to: '10.0.9.9' } },
    ]);
    expect(
      denied(
        alone(() => '10.0.1.5'),
        policy(exception, aRule({ to: '10.*' })),
      ),
    ).toEqual([]);
    const [edge] = outcome(alone(rarely), policy(exception)).edges;
    expect(edge).toMatchObject({ rule: null });
  });

  test('denies it where only the second stage saw it', () => {
    const evidence: Evidence = {
      screen: stage(() => '10.0.1.5'),
      confirmation: { kind: 'measured', stage: stage(rarely) },
      replays: [],
    };
    const { edges } = outcome(evidence, policy(aRule(toHost)));
    expect(edges).toMatchObject([{ rule: aRule(toHost), first: { seen: { candidate: 100 } } }]);
  });
});

import { describe, expect, test } from 'vitest';
import type { NameRule } from '../../src/compare/name-rule.js';
import { sameNames, withNames } from '../../src/compare/same-names.js';
import type { Profile } from '../../src/trace/profile.js';
import type { Node } from '../../src/trace/service-graph.js';
import { aCall, aNode, aProfile, aRequest } from '../support/simulated-run.js';

type Drawn = string | Node;
const nodeOf = (drawn: Drawn): Node => (typeof drawn === 'string' ? aNode(drawn) : drawn);

/** One run in which api calls everything else. */
function calling(names: readonly Drawn[], run = 'run'): Profile {
  const nodes = [aNode('api'), ...names.map(nodeOf)];
  const calls = names.map((_, i) => aCall({ from: 0, to: i + 1 }));
  return aProfile({ run, nodes, requests: [aRequest({ run, calls })] });
}

function matched(before: readonly Drawn[], now: readonly Drawn[], rules: readonly NameRule[] = []) {
  return sameNames({ baseline: [calling(before)], candidate: [calling(now)] }, rules);
}

/** `known by: before → now` */
function drawn({ same }: ReturnType<typeof sameNames>): string[] {
  return same.map(({ shownAs, names: { baseline, candidate } }) => {
    return `${shownAs.name}: ${baseline.join(' ')} → ${candidate.join(' ')}`;
  });
}

describe('names are the same', () => {
  test.each([
    [
      'a table that CloudFormation replaced',
      ['t-1A2B3C4D5E6F'],
      ['t-9Z8Y7X6W5V4U'],
      ['t-9Z8Y7X6W5V4U: t-1A2B3C4D5E6F → t-9Z8Y7X6W5V4U'],
    ],
    ['a stack of a pull request', ['orders'], ['orders-pr-12'], ['orders-pr-12: orders → orders-pr-12']],
    [
      'pods, of any number',
      ['o-7d9f8b6c5-x2x4z', 'o-7d9f8b6c5-b2c4d'],
      ['o-6c5d4b7f8-z9z8x', 'o-6c5d4b7f8-d4d4d', 'o-6c5d4b7f8-q2q2q'],
      ['o-*: o-7d9f8b6c5-b2c4d o-7d9f8b6c5-x2x4z → o-6c5d4b7f8-d4d4d o-6c5d4b7f8-q2q2q o-6c5d4b7f8-z9z8x'],
    ],
    [
      'a host more than before',
      ['ip-10-0-1-1'],
      ['ip-10-0-1-1', 'ip-10-0-1-2'],
      ['ip-*: ip-10-0-1-1 → ip-10-0-1-1 ip-10-0-1-2'],
    ],
    [
      'the one table of two that was replaced',
      ['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A'],
      ['t-2B3C4D5E6F7A', 't-9Z8Y7X6W5V4U'],
      ['t-9Z8Y7X6W5V4U: t-1A2B3C4D5E6F → t-9Z8Y7X6W5V4U'],
    ],
  ])('%s', (_, before, now, expected) => {
    expect(drawn(matched(before, now))).toEqual(expected);
  });

  test('by a rule of the users, with what its stars stand for', () => {
    const rules = [{ match: 'shop-*-orders-*', as: '{2}-of-{1}' }];
    expect(drawn(matched(['shop-main-orders-eu'], ['eu-of-main'], rules))).toEqual([
      'eu-of-main: shop-main-orders-eu → eu-of-main',
    ]);
    expect(matched(['a-1'], ['a-2'], [{ match: 'a-*', as: 'a' }]).same[0]?.parts).toEqual(['your rule']);
  });

  test('by a rule and by what is generated, together', () => {
    const rules = [{ match: 'shop-main-*', as: 'shop-{1}' }];
    expect(drawn(matched(['shop-main-Orders-1A2B3C4D5E6F'], ['shop-pr-12-Orders-9Z8Y7X6W5V4U'], rules))).toEqual([
      'shop-pr-12-Orders-9Z8Y7X6W5V4U: shop-main-Orders-1A2B3C4D5E6F → shop-pr-12-Orders-9Z8Y7X6W5V4U',
    ]);
  });

  test('where a table was replaced between earlier runs, which no run saw twice', () => {
    const baseline = [calling(['t-1A2B3C4D5E6F'], 'one'), calling(['t-2B3C4D5E6F7A'], 'two')];
    const candidate = [calling(['t-9Z8Y7X6W5V4U'], 'three')];
    expect(drawn(sameNames({ baseline, candidate }, []))).toEqual([
      't-9Z8Y7X6W5V4U: t-1A2B3C4D5E6F t-2B3C4D5E6F7A → t-9Z8Y7X6W5V4U',
    ]);
  });

  test('in the accounts that the versions are deployed to', () => {
    const table = (account: string) => ({ name: 'orders', type: 'AWS::DynamoDB::Table', account });
    const { shownAs, accounts } = matched([table('111')], [table('222')]);
    expect([...shownAs.baseline.values()]).toEqual([table('222')]);
    expect(accounts).toEqual({ baseline: '111', candidate: '222' });
  });

  test('whichever order nodes are in', () => {
    const before = ['o-7d9f8b6c5-x2x4z', 't-1A2B3C4D5E6F', 'orders'];
    const now = ['t-9Z8Y7X6W5V4U', 'o-6c5d4b7f8-z9z8x', 'orders-pr-12'];
    expect(matched(before, now).same).toEqual(matched(before.toReversed(), now.toReversed()).same);
  });
});

describe('names stay apart', () => {
  test.each([
    ['that both versions have', ['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A'], ['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A']],
    ['a second table, beside the one of before', ['t-1A2B3C4D5E6F'], ['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A']],
    ['that people chose', ['order-42', 'orders-v1'], ['order-43', 'orders-v2']],
    ['of two types', [{ ...aNode('orders'), type: 'AWS::SQS::Queue' }], [{ ...aNode('orders-pr-1'), type: 'remote' }]],
    ['only on one side', ['orders-pr-1', 'orders-pr-2'], ['catalog']],
  ])('%s', (_, before, now) => {
    expect(matched(before, now)).toMatchObject({ same: [], undecided: [] });
  });

  test('and are told where two could each be the other', () => {
    const { same, undecided } = matched(['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A'], ['t-9Z8Y7X6W5V4U', 't-3C4D5E6F7A8B']);
    expect(same).toEqual([]);
    expect(undecided).toEqual([
      {
        names: { baseline: ['t-1A2B3C4D5E6F', 't-2B3C4D5E6F7A'], candidate: ['t-3C4D5E6F7A8B', 't-9Z8Y7X6W5V4U'] },
        parts: ['CloudFormation suffix'],
      },
    ]);
  });

  test.each([
    ['API', 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com', 'z9y8x7w6v5.execute-api.eu-west-1.amazonaws.com'],
    ['distribution', 'd111111abcdef8.cloudfront.net', 'dzzzzzzzzzzzz9.cloudfront.net'],
  ])('and are told of another %s, which may be anybody’s, but for a rule of the users', (_, before, now) => {
    const { same, undecided } = matched([before], [now]);
    expect([same, undecided.map(({ names }) => names)]).toEqual([[], [{ baseline: [before], candidate: [now] }]]);
    expect(drawn(matched([before], [now], [{ match: '*.*', as: 'shop' }]))).toEqual([`${now}: ${before} → ${now}`]);
  });

  test.each([
    ['a service of this machine at another port', 'localhost:3000', 'localhost:5000'],
    ['a job with digits in its name', 'etl-s3toredshift2', 'etl-k8stometrics1'],
  ])('of %s', (_, before, now) => {
    expect(matched([before], [now])).toMatchObject({ same: [], undecided: [] });
  });

  test('of a table in another account, where anything stays in its own', () => {
    const node = (name: string, account: string) => ({ name, type: 'AWS::DynamoDB::Table', account });
    const before = [node('orders', '111'), node('carts', '111')];
    expect(matched(before, [node('orders', '999'), node('carts', '111')])).toMatchObject({ same: [], accounts: null });
    expect(matched([...before, node('bank', '333')], [node('orders', '999'), node('bank', '333')]).same).toEqual([]);
  });

  test('where a third account is in play', () => {
    const table = (account: string) => ({ name: 'orders', type: 'AWS::DynamoDB::Table', account });
    expect(matched([table('111')], [table('222'), table('333')])).toMatchObject({ same: [], undecided: [] });
  });
});

test('a profile with the names has them in its nodes and in the steps that name a callee', () => {
  const before = calling(['orders']);
  const { shownAs } = sameNames({ baseline: [before], candidate: [calling(['orders-pr-1'])] }, []);
  const step = { parent: null, node: 0, name: 'network to orders' };
  const profile = withNames({ ...before, steps: [step, { ...step, name: 'orders' }] }, shownAs.baseline);
  expect(profile.nodes.map(({ name }) => name)).toEqual(['api', 'orders-pr-1']);
  expect(profile.steps.map(({ name }) => name)).toEqual(['network to orders-pr-1', 'orders']);
});

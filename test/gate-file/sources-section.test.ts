import { describe, expect, test } from 'vitest';
import { readSources } from '../../src/gate-file/sources-section.js';
import { partOf } from '../../src/scenario/part.js';
import { Problems } from '../../src/scenario/problems.js';

const ROLE = 'arn:aws:iam::222233334444:role/xray-reader';

function problemsOf(sources: unknown): readonly string[] {
  const problems = new Problems();
  readSources(partOf(sources, 'sources'), problems);
  return problems.error('x').problems;
}

describe('sources', () => {
  test('are regions and roles, and are called after them unless they have a name', () => {
    const sources = [
      { region: 'eu-west-1' },
      { role: ROLE, 'external-id': 111122223333 },
      { region: 'us-east-1', role: ROLE, endpoint: 'https://vpce-1.example.com' },
      { region: 'us-gov-west-1', role: 'arn:aws-us-gov:iam::222233334444:role/team/x', name: 'payments' },
    ];
    const problems = new Problems();
    expect(readSources(partOf(sources, 'sources'), problems)).toEqual([
      { name: 'eu-west-1', region: 'eu-west-1', role: null, endpoint: null },
      {
        name: 'account 222233334444',
        region: null,
        role: { arn: ROLE, externalId: '111122223333' },
        endpoint: null,
      },
      {
        name: 'account 222233334444 in us-east-1',
        region: 'us-east-1',
        role: { arn: ROLE, externalId: null },
        endpoint: 'https://vpce-1.example.com',
      },
      {
        name: 'payments',
        region: 'us-gov-west-1',
        role: { arn: 'arn:aws-us-gov:iam::222233334444:role/team/x', externalId: null },
        endpoint: null,
      },
    ]);
    problems.throwIfAny('x');
  });

  test.each([
    [
      'no list',
      'eu-west-1',
      'sources must be a list of 1 to 20 sources; got "eu-west-1". Write it as - region: eu-west-1.',
    ],
    ['an empty list', [], 'sources must be a list of 1 to 20 sources; got []'],
    ['one that is nowhere', [{ name: 'a' }], 'sources[0] has neither region nor role. Add one of them'],
    ['one with a key of scenarios', [{ region: 'eu-west-1', weight: 1 }], 'sources[0].weight is no key of a source'],
    ['a region in words', [{ region: 'Ireland' }], 'sources[0].region must be an AWS region\'s name; got "Ireland"'],
    ['a role by its name', [{ role: 'reader' }], 'sources[0].role must be a role\'s ARN; got "reader"'],
    ['a user as role', [{ role: 'arn:aws:iam::222233334444:user/a' }], "must be a role's ARN"],
    ['an account of eleven digits', [{ role: 'arn:aws:iam::22223333444:role/a' }], "must be a role's ARN"],
    ['an external id of one letter', [{ role: ROLE, 'external-id': 'a' }], 'sources[0].external-id must be 2 to 1224'],
    ['an external id with a blank', [{ role: ROLE, 'external-id': 'a b' }], 'must be 2 to 1224 letters'],
    ['an external id for no role', [{ region: 'eu-west-1', 'external-id': 'ab' }], 'but there is no role'],
    [
      'an endpoint without scheme',
      [{ region: 'eu-west-1', endpoint: 'vpce.example.com' }],
      'the URL of an X-Ray endpoint',
    ],
    [
      'an endpoint with a password',
      [{ region: 'eu-west-1', endpoint: 'https://a:b@c' }],
      'the URL of an X-Ray endpoint',
    ],
    ['one twice', [{ role: ROLE }, { role: ROLE, name: 'again' }], 'sources[1] is the same as sources[0]'],
    [
      'a name twice',
      [
        { region: 'eu-west-1', name: 'a' },
        { region: 'us-east-1', name: 'a' },
      ],
      'sources[1] is named "a" as another is. Give each a name of its own.',
    ],
  ])('with %s are refused', (_, sources, says) => {
    const problems = problemsOf(sources);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });
});

import { describe, expect, test } from 'vitest';
import { readGateFile } from '../../src/gate-file/gate-file.js';
import type { ScenarioError } from '../../src/scenario/problems.js';
import { fakeOutside } from '../support/fake-outside.js';

async function read(text: string) {
  const { configuration } = await readGateFile(text, '.github/xray-gate.yml', fakeOutside({}, {}), 'left alone');
  return { edges: configuration.edges, names: configuration.names };
}

async function problemsIn(text: string): Promise<readonly string[]> {
  const error = await read(text).then(
    () => null,
    (reason: unknown) => reason as ScenarioError,
  );
  return error?.problems ?? [];
}

describe('edges', () => {
  test('are denied and allowed, each with its place', async () => {
    const text = `edges:
  deny:
    - from: "*"
      to: "legacy-*"
      reason: being switched off
      owner: payments
      until: 2027-03-31
  allow:
    - { from: api, to: flags, reason: wanted }
`;
    expect((await read(text)).edges).toEqual([
      {
        effect: 'deny',
        from: '*',
        to: 'legacy-*',
        reason: 'being switched off',
        owner: 'payments',
        until: '2027-03-31',
        place: 'edges.deny[0], line 3',
      },
      {
        effect: 'allow',
        from: 'api',
        to: 'flags',
        reason: 'wanted',
        owner: null,
        until: null,
        place: 'edges.allow[0], line 9',
      },
    ]);
  });

  test('are none without the section', async () => {
    expect(await read('names:\n  - { match: a-*, as: a }\n')).toMatchObject({
      edges: [],
      names: [{ match: 'a-*', as: 'a' }],
    });
  });

  test.each([
    ['deny: []', 'edges.deny must be a list of 1 to 500 rules'],
    ['deny: [{ from: api, to: db }]', 'edges.deny[0] has no reason. Add the key reason.'],
    ['denys: []', 'edges.denys is no key of edges: did you mean deny?'],
    ['deny: [{ from: api, to: db, reason: x, untill: 2027-01-01 }]', 'did you mean until?'],
    [
      'deny: [{ from: api, to: db, reason: x, until: 2027-02-29 }]',
      'edges.deny[0].until must be a day that the calendar has; got "2027-02-29"',
    ],
    ['deny: [{ from: api, to: db, reason: x, until: next year }]', 'must be a day that the calendar has'],
    ['deny: [{ from: "^api$", to: db, reason: x }]', 'is a pattern with * for any text, no regular expression'],
    ['deny: [{ from: "", to: db, reason: x }]', 'edges.deny[0].from must be a line of at most 200 characters'],
  ])('that are wrong are told: %s', async (section, problem) => {
    expect((await problemsIn(`edges: { ${section} }\n`)).join('\n')).toContain(problem);
  });

  test('may end on the last day of a leap year’s February', async () => {
    expect((await read('edges: { deny: [{ from: a, to: b, reason: c, until: 2028-02-29 }] }')).edges[0]?.until).toBe(
      '2028-02-29',
    );
  });
});

describe('names', () => {
  test('are the same by a pattern, with what its stars stand for', async () => {
    expect((await read('names:\n  - { match: "*-pr-*-table", as: "{1}-table" }\n')).names).toEqual([
      { match: '*-pr-*-table', as: '{1}-table' },
    ]);
  });

  test.each([
    ['[]', 'names must be a list of 1 to 100 rules'],
    ['[{ match: a-* }]', 'names[0] has no as. Add the key as.'],
    ['[{ match: a-*, as: "{2}" }]', 'names[0].as has {2}, but "match" has one *.'],
    ['[{ match: a, as: "{1}" }]', 'names[0].as has {1}, but "match" has no *.'],
    ['[{ match: a-*, as: a-* }]', 'names[0].as is one name, without *.'],
    ['[{ match: "a\\\\d+", as: a }]', 'no regular expression'],
  ])('that are wrong are told: %s', async (section, problem) => {
    expect((await problemsIn(`names: ${section}\n`)).join('\n')).toContain(problem);
  });
});

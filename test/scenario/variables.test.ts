import { describe, expect, test } from 'vitest';
import { fakeOutside } from '../support/fake-outside.js';
import { problemsOf, readYamlText } from '../support/scenario-yaml.js';

const END = '\nscenarios: [{ request: GET / }]';
const FILES = {
  '.github/customers.csv': 'id, name ,note\n1, Ada ,"a, ""b"" "\n\n2,Bo,\n',
  '.github/rows/skus.json': '["A-1", { "id": 7 }, null]',
  '.github/header.csv': 'id,name\n',
  '.github/twice.csv': 'id,id\n1,2\n',
  '.github/short.csv': 'id,name\n1,a\n2\n',
  '.github/quote.csv': 'id\n"1\n',
  '.github/empty.csv': '',
  '.github/empty.json': '[]',
  '.github/object.json': '{"a": 1}',
  '.github/broken.json': '[1,',
  '.github/rows.txt': 'id\n1\n',
  '.github/image.csv': 'id\n\uFFFDPNG\0\n',
  '.github/large.csv': `id\n${'1'.repeat(10.5 * 1024 * 1024)}`,
  'beside.json': '[1]',
  '/absolute.json': '[2]',
};
const outside = fakeOutside(FILES, { KEY: 'pa ss/"w"', EMPTY: '', LINES: 'a\nb' });

async function variable(written: string): Promise<unknown> {
  return (await readYamlText(`variables: { v: ${written} }${END}`, outside)).workload.variables.get('v');
}

describe('a variable', () => {
  const oneOf = (...values: unknown[]) => ({ kind: 'one of', values });
  test.each([
    ['a text', 'acme', oneOf('acme')],
    ['a text in quotes', '"007"', oneOf('007')],
    ['an empty text', '""', oneOf('')],
    ['a number', '1.50', oneOf(1.5)],
    ['a number in hexadecimal', '0x1F', oneOf(31)],
    ['true', 'true', oneOf(true)],
    ['a word that YAML 1.1 took for false', 'no', oneOf('no')],
    ['a list', '[A-1, 2, null, { id: 1, tags: [x] }]', oneOf('A-1', 2, null, { id: 1, tags: ['x'] })],
    ['escaped braces', "'\\{{x}}'", oneOf('{{x}}')],
    ['a range', '{ from: -1, to: 5 }', { kind: 'range', from: -1, to: 5 }],
    ['a range of one', '{ to: 1, from: 1 }', { kind: 'range', from: 1, to: 1 }],
    [
      'rows of CSV',
      '{ file: customers.csv }',
      oneOf({ id: '1', name: 'Ada', note: 'a, "b" ' }, { id: '2', name: 'Bo', note: '' }),
    ],
    ['elements of JSON', '{ file: rows/skus.json }', oneOf('A-1', { id: 7 }, null)],
    ['rows of a file elsewhere', '{ file: ../beside.json }', oneOf(1)],
    ['rows of a file with its whole path', '{ file: /absolute.json }', oneOf(2)],
    ['a secret', '{ secret: KEY }', { ...oneOf('pa ss/"w"'), environment: 'KEY' }],
    ['accounts with secrets', '[{ user: a, password: { secret: KEY } }]', oneOf({ user: 'a', password: 'pa ss/"w"' })],
  ])('is read from %s', async (_, written, read) => {
    expect(await variable(written)).toEqual(read);
  });

  const either = 'must be a plain value, a list of values, { from, to }, { file } or { secret }; got';
  test.each([
    ['nothing', '', `v ${either} nothing`],
    ['an empty list', '[]', `v ${either} []`],
    ['an object', '{ id: 1 }', `v ${either} {"id":1}`],
    ['a range and more', '{ from: 1, to: 2, step: 1 }', either],
    ['half a range', '{ from: 1 }', either],
    ['a range that goes down', '{ from: 5, to: 1 }', 'must be two whole numbers, "from" not above "to"'],
    ['a range of fractions', '{ from: 0.5, to: 1 }', 'must be two whole numbers'],
    ['a range of texts', '{ from: "1", to: "2" }', 'must be two whole numbers'],
    ['a range beyond whole numbers', '{ from: 0, to: 1e300 }', 'must be two whole numbers'],
    ['a number with leading zeros', '007', 'v is the number 7 to YAML, not 007. Write it as "007".'],
    ['a number of too many digits', '[12345678901234567891]', 'v[0] is the number 12345678901234567000 to YAML'],
    ['infinity', '.inf', 'is the number Infinity to YAML'],
    ['another variable', '"a {{b}}"', 'v has {{ }}, but variables are not made of other variables'],
    ['braces that are no placeholder', '["{{"]', 'v[0] has {{ }}'],
    ['a file that is not there', '{ file: no.csv }', 'v.file names .github/no.csv, which does not exist'],
    ['a file without name', '{ file: "" }', 'v.file must be a file\'s path, relative to this file; got ""'],
    ['a file of another kind', '{ file: rows.txt }', 'must be a .csv or .json file; got "rows.txt"'],
    ['a file that is not text', '{ file: image.csv }', 'names .github/image.csv, which is not UTF-8 text'],
    ['a file that is too large', '{ file: large.csv }', 'names .github/large.csv, which has 10.5 MiB, more than 10'],
    ['CSV without rows', '{ file: header.csv }', 'names header.csv, which has no rows'],
    ['an empty CSV', '{ file: empty.csv }', 'names empty.csv, which has no rows'],
    ['CSV with a column twice', '{ file: twice.csv }', 'names twice.csv, which has two columns "id"'],
    ['CSV with a short row', '{ file: short.csv }', 'is not CSV: Invalid Record Length: expect 2, got 1 on line 3'],
    ['CSV with an open quote', '{ file: quote.csv }', 'is not CSV: Quote Not Closed'],
    ['JSON without rows', '{ file: empty.json }', 'which has no rows'],
    ['JSON that is no array', '{ file: object.json }', 'which is no JSON array'],
    ['broken JSON', '{ file: broken.json }', 'which is not JSON: '],
    ['a secret that is not set', '{ secret: NOPE }', 'names the environment variable NOPE, which is empty or not set'],
    ['an empty secret', '{ secret: EMPTY }', "Give it to the gate's step under env, as EMPTY: ${{ secrets.EMPTY }}."],
    [
      'a secret with a bad name',
      '{ secret: "a b" }',
      'v.secret must be the name of an environment variable; got "a b"',
    ],
  ])('is not read from %s', async (_, written, says) => {
    const problems = await problemsOf(`variables:\n  v: ${written}${END}`, outside);
    expect(problems).toEqual([expect.stringContaining(says)]);
  });

  test.each(['1st', 'a b', 'a.b', '-'])('cannot be named %j', async (name) => {
    const problems = await problemsOf(`variables: { ${JSON.stringify(name)}: 1 }${END}`);
    expect(problems).toEqual([expect.stringContaining('is not a name that a placeholder can ask for')]);
  });

  test('may go unused', async () => {
    expect(await problemsOf(`variables: { a: 1 }${END}`)).toEqual([]);
  });
});

describe('secrets', () => {
  test('are told in every form that they are sent in', async () => {
    const { secrets } = await readYamlText(`variables: { k: { secret: KEY } }${END}`, outside);
    const encoded = ['pa%20ss%2F%22w%22', 'pa+ss%2F%22w%22', 'pa ss/\\"w\\"', 'pa%20ss/%22w%22'];
    expect(secrets).toEqual(['pa ss/"w"', ...encoded]);
  });

  test('are told once, though used often', async () => {
    const world = fakeOutside({}, { A: 'x1', B: 'x1' });
    const { secrets } = await readYamlText(`variables: { a: { secret: A }, b: [{ secret: B }] }${END}`, world);
    expect(secrets).toEqual(['x1']);
  });

  test('do not show in errors', async () => {
    const yaml = `variables: { k: { secret: LINES } }
headers: { a: "{{k}}" }
scenarios: [{ request: GET /, auth: { oauth: { token-url: "{{k}}", client-id: a, client-secret: b } } }]`;
    const problems = await problemsOf(yaml, outside);
    expect(problems).toEqual([
      expect.stringContaining(
        'headers.a uses {{k}} in scenarios[0], but k has a line break or another character that headers cannot carry.',
      ),
      expect.stringContaining('token-url must be an http or https URL'),
    ]);
    expect(problems.join()).not.toContain('a\nb');
  });
});

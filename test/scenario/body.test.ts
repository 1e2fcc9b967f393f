import { describe, expect, test } from 'vitest';
import { fakeOutside } from '../support/fake-outside.js';
import { problemsOf, stepsOf } from '../support/scenario-yaml.js';

const outside = fakeOutside({
  '.github/order.json': '{"sku": "{{sku}}"}',
  '.github/o.XML': '<a/>',
  '.github/q.graphql': '{ a { b } }',
  '.github/t.txt': 't',
  '.github/c.csv': 'a\n',
  '.github/x.tmpl': '\\{{#if}}',
  '.github/bad.txt': 'line\n{{#if a}}',
  '.github/logo.png': '\uFFFDPNG',
});
const VARIABLES = 'variables: { sku: [A-1] }\n';

async function bodyOf(keys: string): Promise<unknown> {
  return (await stepsOf(`${VARIABLES}scenarios: [{ request: POST /, ${keys} }]`, outside))[0]!.body;
}

describe('a body', () => {
  const sku = { name: 'sku', path: [] };
  const file = (content: unknown[], contentType: string) => ({ kind: 'text', text: content, contentType });
  test.each([
    ['text', 'body: "a {{sku}}"', file(['a ', sku], 'text/plain')],
    ['empty text', 'body: ""', file([], 'text/plain')],
    ['a number as it is written', 'body: 1.50', file(['1.50'], 'text/plain')],
    ['a JSON file', 'body-file: order.json', file(['{"sku": "', sku, '"}'], 'application/json')],
    ['an XML file', 'body-file: o.XML', file(['<a/>'], 'application/xml')],
    ['a GraphQL file', 'body-file: q.graphql', file(['{ a { b } }'], 'application/graphql')],
    ['a text file', 'body-file: t.txt', file(['t'], 'text/plain')],
    ['a CSV file', 'body-file: c.csv', file(['a\n'], 'text/csv')],
    ['any other file', 'body-file: x.tmpl', file(['{{#if}}'], 'application/octet-stream')],
    [
      'a form',
      'form: { a: "{{sku}}", b: [1, 2] }',
      {
        kind: 'form',
        fields: [
          { name: 'a', value: [sku] },
          { name: 'b', value: ['1'] },
          { name: 'b', value: ['2'] },
        ],
      },
    ],
    ['a JSON text', 'json: "{{sku}}"', { kind: 'json', value: { kind: 'text', text: [sku] } }],
    [
      'JSON of every kind',
      'json: { a: [1, 1.5, true, null, "1", {}], 201: x }',
      {
        kind: 'json',
        value: {
          kind: 'object',
          members: [
            [
              'a',
              {
                kind: 'list',
                elements: [
                  { kind: 'literal', value: 1 },
                  { kind: 'literal', value: 1.5 },
                  { kind: 'literal', value: true },
                  { kind: 'literal', value: null },
                  { kind: 'text', text: ['1'] },
                  { kind: 'object', members: [] },
                ],
              },
            ],
            ['201', { kind: 'text', text: ['x'] }],
          ],
        },
      },
    ],
  ])('is read from %s', async (_, keys, body) => {
    expect(await bodyOf(keys)).toEqual(body);
  });

  test.each([
    ['two bodies', 'json: 1, form: {}', 'form is a second body beside json. Keep one of json, body, body-file, form.'],
    ['no JSON value', 'json: ', 'json must be a JSON value; got nothing'],
    ['JSON within quotes', `json: '{"a": 1}'`, 'json is JSON within quotes, which would be sent as one text'],
    ['a number that loses digits', 'json: { a: 9007199254740993 }', 'json.a is the number 9007199254740992 to YAML'],
    ['a number that loses zeros', 'json: [0123]', 'json[0] is the number 123 to YAML, not 0123. Write it as "0123".'],
    ['a number that JSON has not', 'json: .nan', 'json is the number NaN to YAML'],
    ['a placeholder as name', 'json: { a: { "{{sku}}": 1 } }', 'json.a["{{sku}}"] is a name with {{ }}'],
    ['a map as text', 'body: { a: 1 }', 'body must be text; got {"a":1}'],
    ['a map in a form', 'form: { a: {} }', 'form.a must be text; got {}'],
    ['a list as form', 'form: [a]', 'form must be a map of names and texts'],
    ['a file that is not there', 'body-file: no.json', 'body-file names .github/no.json, which does not exist'],
    ['a file that is not text', 'body-file: logo.png', 'body-file names .github/logo.png, which is not UTF-8 text'],
    ['a file with a broken placeholder', 'body-file: bad.txt', 'names bad.txt, where "{{#if a}}" is not a placeholder'],
  ])('is wrong with %s', async (_, keys, says) => {
    const problems = await problemsOf(`${VARIABLES}scenarios: [{ request: POST /, ${keys} }]`, outside);
    expect(problems).toEqual([expect.stringContaining(says)]);
  });

  test('of a file asks for what is defined', async () => {
    const problems = await problemsOf('scenarios: [{ request: POST /, body-file: order.json }]', outside);
    expect(problems).toEqual([expect.stringContaining('body-file uses {{sku}}, which is not defined here')]);
  });

  test.each(['GET', 'head'])('is nothing that %s has', async (method) => {
    const problems = await problemsOf(`scenarios: [{ request: ${method} /, json: {} }]`);
    expect(problems).toEqual([
      expect.stringContaining(`is a body, which a ${method.toUpperCase()} request has none of.`),
    ]);
  });
});

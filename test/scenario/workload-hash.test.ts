import { expect, test } from 'vitest';
import { fnv1a, workloadHash } from '../../src/scenario/workload-hash.js';
import { readYamlText } from '../support/scenario-yaml.js';

const FILE = `
variables:
  key: { secret: SHOP_KEY }
  sku: { file: skus.json }
headers: { x-a: "1", x-b: "2" }
scenarios:
  - name: order
    weight: 2
    steps:
      - request: POST /orders
        query: { page: 1, size: 10 }
        json: { sku: "{{sku.id}}", note: { by: me, at: noon } }
        keep: { order: /id, place: header location }
      - request: POST /orders/{{order}}
        form: { a: 1, b: 2 }
        headers: { authorization: "{{key}}" }
`;

async function hashOf(text: string, { key = 'k-1', skus = '[{"id":"A-1","name":"one"}]' } = {}): Promise<string> {
  const outside = {
    readText: async () => skus,
    variable: () => key,
  };
  return workloadHash((await readYamlText(text, outside)).workload);
}

test('the same workload has the same hash', async () => {
  const hash = await hashOf(FILE);
  expect(hash).toMatch(/^[0-9a-f]{8}$/);
  expect(await hashOf(FILE)).toBe(hash);
});

test.each([
  ['the value of a secret', FILE, { key: 'k-2' }],
  ['the order of variables', FILE.replace(/( {2}key:.*\n)( {2}sku:.*\n)/, '$2$1'), {}],
  ["the order of a row's fields", FILE, { skus: '[{"name":"one","id":"A-1"}]' }],
  ['the order of headers', FILE.replace('x-a: "1", x-b: "2"', 'x-b: "2", x-a: "1"'), {}],
  ['the order of a query', FILE.replace('page: 1, size: 10', 'size: 10, page: 1'), {}],
  ["the order of a form's fields", FILE.replace('a: 1, b: 2', 'b: 2, a: 1'), {}],
  ['the order of members of JSON', FILE.replace('by: me, at: noon', 'at: noon, by: me'), {}],
  [
    'the order of what is kept',
    FILE.replace('order: /id, place: header location', 'place: header location, order: /id'),
    {},
  ],
  ['a comment', `# as agreed\n${FILE}`, {}],
])('%s does not count', async (_, text, given) => {
  expect(text === FILE && Object.keys(given).length === 0).toBe(false);
  expect(await hashOf(text, given)).toBe(await hashOf(FILE));
});

test.each([
  ['a weight', FILE.replace('weight: 2', 'weight: 3'), {}],
  ['a path', FILE.replace('POST /orders\n', 'POST /baskets\n'), {}],
  ['a method', FILE.replace('POST /orders\n', 'PUT /orders\n'), {}],
  ['a header', FILE.replace('x-b: "2"', 'x-b: "3"'), {}],
  ['a field of the query', FILE.replace('size: 10', 'size: 11'), {}],
  ['a text in JSON', FILE.replace('at: noon', 'at: dawn'), {}],
  ['a number that was a text', FILE.replace('by: me', 'by: 1').replace('at: noon', 'at: "1"'), {}],
  ['where a value is kept from', FILE.replace('order: /id', 'order: /key'), {}],
  ['a row of a file', FILE, { skus: '[{"id":"A-2","name":"one"}]' }],
  ['the variable that a secret is in', FILE.replace('SHOP_KEY', 'STORE_KEY'), {}],
  ['a further step', `${FILE}      - request: GET /orders\n`, {}],
])('%s counts', async (_, text, given) => {
  expect(await hashOf(text, given)).not.toBe(await hashOf(FILE));
});

test('the hash of a text is that of RFC 9923, appendix C', () => {
  expect(['', 'a', 'foobar'].map(fnv1a)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

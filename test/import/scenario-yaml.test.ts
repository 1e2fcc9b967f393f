import { describe, expect, test } from 'vitest';
import { scenarioYaml } from '../../src/import/scenario-yaml.js';

describe('a scenario file', () => {
  test('says at its top what was left out, and has a blank line between its parts', async () => {
    const document = {
      variables: { sku: ['A-1', 'B-2'], key: { secret: 'SHOP_KEY' } },
      headers: { 'x-tenant': 'acme' },
      scenarios: [
        {
          name: 'order',
          weight: 3,
          steps: [{ request: 'POST /orders', json: { sku: '{{sku}}' }, expect: [201, '2xx'] }],
        },
        { request: 'GET /health' },
      ],
    };
    const long = `GET /a is left out: ${'it is long and '.repeat(8)}\nso on.`;
    expect(await scenarioYaml(document, ['One is left out.', long])).toBe(
      `# - One is left out.
# - GET /a is left out: it is long and it is long and it is long and it is long and it is long and it is long
#   and it is long and it is long and so on.

variables:
  sku:
    - A-1
    - B-2
  key:
    secret: SHOP_KEY

headers:
  x-tenant: acme

scenarios:
  - name: order
    weight: 3
    steps:
      - request: POST /orders
        json:
          sku: "{{sku}}"
        expect:
          - 201
          - 2xx
  - request: GET /health
`,
    );
  });

  test('begins with its first part where nothing was left out', async () => {
    expect(await scenarioYaml({ scenarios: [{ request: 'GET /' }] }, [])).toBe('scenarios:\n  - request: GET /\n');
  });
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files } from '../../src/adapters/files.js';
import { readGateFile } from '../../src/gate-file/gate-file.js';
import { readScenarioDocument } from '../../src/scenario/scenario-file.js';
import { fakeOutside } from '../support/fake-outside.js';
import { problemsOf, readYamlText, stepsOf } from '../support/scenario-yaml.js';

const SHOP = `
variables:
  sku: [A-1, B-2]
  quantity: { from: 1, to: 5 }
  customer: { file: customers.csv }
  key: { secret: SHOP_API_KEY }
  tenant: acme
headers: { X-Tenant: "{{tenant}}" }
auth: { bearer: "{{key}}" }
scenarios:
  - name: place an order
    weight: 3
    steps:
      - request: POST /orders
        query: { dry: "no" }
        headers: { idempotency-key: "{{sku}}-{{quantity}}" }
        json: { sku: "{{sku}}", quantity: "{{quantity}}" }
        expect: 201
        keep: { order: /id, place: header Location }
      - think: 500ms
        request: GET /orders/{{order}}?for={{customer.id}}
  - request: get /health/42
    auth: none
`;
const world = fakeOutside({ '.github/customers.csv': 'id,name\n7,Ada\n' }, { SHOP_API_KEY: 's3cret' });

describe('a file of scenarios', () => {
  test('is read as flows, single requests and variables', async () => {
    const { workload, secrets } = await readYamlText(SHOP, world);
    const [sku, quantity, order, id] = ['sku', 'quantity', 'order', 'customer'].map((name) => ({
      name,
      path: name === 'customer' ? ['id'] : [],
    }));
    const tenant = { name: 'x-tenant', value: [{ name: 'tenant', path: [] }] };
    const bearer = { name: 'authorization', value: ['Bearer ', { name: 'key', path: [] }] };
    expect(workload.scenarios).toEqual([
      {
        name: 'place an order',
        weight: 3,
        steps: [
          {
            operation: 'POST /orders',
            method: 'POST',
            path: ['/orders'],
            query: [{ name: 'dry', value: ['no'] }],
            headers: [tenant, bearer, { name: 'idempotency-key', value: [sku, '-', quantity] }],
            body: {
              kind: 'json',
              value: {
                kind: 'object',
                members: [
                  ['sku', { kind: 'text', text: [sku] }],
                  ['quantity', { kind: 'text', text: [quantity] }],
                ],
              },
            },
            auth: null,
            expected: [{ from: 201, to: 201 }],
            keeps: [
              { name: 'order', from: { kind: 'json', pointer: '/id' } },
              { name: 'place', from: { kind: 'header', name: 'location' } },
            ],
            thinkMs: 0,
          },
          {
            operation: 'GET /orders/{order}',
            method: 'GET',
            path: ['/orders/', order, '?for=', id],
            query: [],
            headers: [tenant, bearer],
            body: null,
            auth: null,
            expected: null,
            keeps: [],
            thinkMs: 500,
          },
        ],
      },
      {
        name: 'GET /health/{id}',
        weight: 1,
        steps: [
          {
            operation: 'GET /health/{id}',
            method: 'GET',
            path: ['/health/42'],
            query: [],
            headers: [tenant],
            body: null,
            auth: null,
            expected: null,
            keeps: [],
            thinkMs: 0,
          },
        ],
      },
    ]);
    expect([...workload.variables]).toEqual([
      ['sku', { kind: 'one of', values: ['A-1', 'B-2'] }],
      ['quantity', { kind: 'range', from: 1, to: 5 }],
      ['customer', { kind: 'one of', values: [{ id: '7', name: 'Ada' }] }],
      ['key', { kind: 'one of', values: ['s3cret'], environment: 'SHOP_API_KEY' }],
      ['tenant', { kind: 'one of', values: ['acme'] }],
    ]);
    expect(secrets).toEqual(['s3cret']);
  });

  test('is read from disk, with the files it names beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
    await writeFile(
      join(folder, 'xray-gate.yml'),
      '\uFEFFvariables: { c: { file: c.csv } }\r\nscenarios: [request: "GET /{{c.id}}"]',
    );
    await writeFile(join(folder, 'c.csv'), '\uFEFFid\r\n1\r\n');
    const outside = { readText: files.readText, variable: () => undefined };
    const path = join(folder, 'xray-gate.yml');
    const { read } = await readGateFile((await files.readText(path))!, path, outside);
    expect(read?.workload.variables.get('c')).toEqual({ kind: 'one of', values: [{ id: '1' }] });
  });

  test.each([
    ['has 10.1 MiB, more than 10', '#'.repeat(10.1 * 1024 * 1024)],
    ['is not UTF-8 text', 'scenarios: \0'],
    ['is not UTF-8 text', 'scenarios: \uFFFD'],
  ])('that %s is refused before it is parsed', async (reason, text) => {
    await expect(readYamlText(text)).rejects.toThrow(`The file .github/xray-gate.yml ${reason}.`);
  });
});

describe('a path that is one placeholder', () => {
  const following = (path: string, more = '') =>
    `${more}\nscenarios:\n  - steps:\n      - { request: POST /orders, keep: { place: header location } }\n      - { request: "GET ${path}" }`;

  test('is a link that an earlier step has kept', async () => {
    const steps = await stepsOf(following('{{place}}'));
    expect(steps[1]).toMatchObject({ path: [{ name: 'place', path: [] }], operation: 'GET {place}' });
  });

  test.each([
    [
      '{{sku}}',
      'variables: { sku: /a }',
      'has the variable sku as its whole path, but only what an earlier step has kept can be followed as a link. Write a path that starts with "/".',
    ],
    ['{{plaice}}', '', 'uses {{plaice}}, which is not defined here; did you mean {{place}}?'],
    ['{{place}}/lines', '', 'must be a method and a path that starts with "/"; got "GET {{place}}/lines".'],
    ['{{place}}{{place}}', '', 'must be a method and a path that starts with "/"; got "GET {{place}}{{place}}".'],
  ])('is nothing else: %s', async (path, more, problem) => {
    expect(await problemsOf(following(path, more))).toEqual([expect.stringContaining(problem)]);
  });
});

describe('what is wrong with a file', () => {
  test('is one sentence where it is one thing', async () => {
    await expect(readYamlText('scenarios: [{ request: GET /, think: 5 }]')).rejects.toThrow(
      /^\.github\/xray-gate\.yml, line 1, column 38: scenarios\[0\]\.think must be a time from 0ms to 60s, with its unit; got 5\. Write it as 5ms or 5s, whichever you mean\.$/,
    );
  });

  test('is all told at once, in the order of the file', async () => {
    const text = 'scenarios:\n  - wieght: 2\n    request: GET orders/{{id}}\n    expect: 99\nheaders: {host: x}';
    await expect(readYamlText(text)).rejects.toThrow(
      `5 things are wrong in .github/xray-gate.yml:
- line 2, column 5: scenarios[0].wieght is no key of a scenario: did you mean weight?
- line 3, column 14: scenarios[0].request must be a method and a path that starts with "/"; got "GET orders/{{id}}". Write it as GET /orders/{{order}}.
- line 3, column 14: scenarios[0].request uses {{id}}, which is not defined here. Define it under variables, or keep it in an earlier step.
- line 4, column 13: scenarios[0].expect must be a status from 100 to 599, a class of them, or a list of these; got 99. Write it as 201, [200, 201] or 2xx.
- line 5, column 11: headers.host sets host, which the gate sets itself: it follows from the URL under test. Remove it.`,
    );
  });

  test('is counted beyond fifty', async () => {
    const text = `scenarios:\n${'  - {}\n'.repeat(60)}`;
    const error = (await readYamlText(text).catch((reason) => reason)) as Error;
    expect(error.message.split('\n')).toHaveLength(52);
    expect(error.message).toMatch(/^60 things are wrong .*\n- and 10 more$/s);
  });

  test('is shown cut at 80 characters', async () => {
    const [problem] = await problemsOf(`scenarios: [{ request: GET /, name: ${'x'.repeat(300)} }]`);
    expect(problem).toContain(`got "${'x'.repeat(79)}….`);
  });
});

describe('a document that was not written as YAML', () => {
  test('is read by the same rules', async () => {
    const document = {
      variables: { id: [1, 2], none: undefined },
      scenarios: [{ request: 'POST /a/{{id}}', json: { id: '{{id}}', none: null }, expect: ['2xx', 404] }],
    };
    const { workload } = await readScenarioDocument(document, 'api/openapi.yaml', fakeOutside());
    expect(workload.scenarios[0]).toMatchObject({
      name: 'POST /a/{id}',
      steps: [
        {
          path: ['/a/', { name: 'id', path: [] }],
          expected: [
            { from: 200, to: 299 },
            { from: 404, to: 404 },
          ],
        },
      ],
    });
  });

  test('is named in errors, which have no lines', async () => {
    const document = { scenarios: [{ request: 'GET /{{id}}' }] };
    await expect(readScenarioDocument(document, 'api.har', fakeOutside())).rejects.toThrow(
      /^api\.har: scenarios\[0\]\.request uses \{\{id\}\}, which is not defined here/,
    );
    await expect(readScenarioDocument({}, 'api.har', fakeOutside())).rejects.toThrow(
      'api.har: the file has no scenarios. Add the key scenarios.',
    );
  });

  test('names files beside the file that it was made of', async () => {
    const document = { scenarios: [{ request: 'POST /', 'body-file': 'a.json' }] };
    const { workload } = await readScenarioDocument(document, 'api/x.http', fakeOutside({ 'api/a.json': '{}' }));
    expect(workload.scenarios[0]?.steps[0]?.body).toEqual({
      kind: 'text',
      text: ['{}'],
      contentType: 'application/json',
    });
  });

  test.each([Number.NaN, 1n, () => 1, Symbol('x')])('with a %s is a defect', async (value) => {
    await expect(readScenarioDocument({ scenarios: [value] }, 'x', fakeOutside())).rejects.toThrow(TypeError);
  });
});

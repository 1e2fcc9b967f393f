import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import { importDocument } from '../../src/import/import-document.js';
import type { ScenarioEntry } from '../../src/import/scenario-document.js';
import { importFixture, importText, workloadOf } from './imported-workload.js';

interface Parts {
  readonly paths: object;
  readonly components?: object;
  readonly security?: readonly object[];
  readonly servers?: readonly object[];
  readonly openapi?: string;
}

function anOpenApi({ openapi = '3.1.0', ...parts }: Parts): string {
  return JSON.stringify({ openapi, info: { title: 'Shop', version: '1' }, ...parts });
}

const WELL = { responses: { 200: { description: 'Well' } } };

/** One operation, beside `GET /health`, which can always be sent. */
async function importOperation(method: string, path: string, operation: object, parts: Partial<Parts> = {}) {
  const paths = { [path]: { [method]: { ...WELL, ...operation } }, '/health': { get: { ...WELL, security: [] } } };
  const imported = await importText(anOpenApi({ ...parts, paths }), 'openapi.json');
  await workloadOf(imported.document);
  return imported;
}

async function theScenario(method: string, path: string, operation: object, parts: Partial<Parts> = {}) {
  const { document } = await importOperation(method, path, operation, parts);
  const found = document.scenarios.find((one) => 'request' in one && one.request !== 'GET /health');
  return { scenario: found as Extract<ScenarioEntry, { request: string }> | undefined, document };
}

async function whyLeftOut(method: string, path: string, operation: object, parts: Partial<Parts> = {}) {
  const { document, leftOut } = await importOperation(method, path, operation, parts);
  expect(document.scenarios).toHaveLength(1);
  return leftOut.find((sentence) => sentence.includes('is left out'));
}

const id = (schema: object, more: object = {}) => ({ name: 'id', in: 'path', required: true, schema, ...more });

describe('parameters', () => {
  test.each([
    ['its example', id({ type: 'string' }, { example: 'o-1' }), 'o-1'],
    [
      'all its examples',
      id({ type: 'string' }, { examples: { a: { value: 'o-1' }, b: { value: 'o-2' } } }),
      ['o-1', 'o-2'],
    ],
    ["its schema's examples", id({ type: 'string', examples: ['o-1', 'o-2'] }), ['o-1', 'o-2']],
    ["its schema's default before what it enumerates", id({ enum: ['a', 'b'], default: 'b' }), 'b'],
    ['what its schema enumerates', id({ enum: ['a', 'b'] }), ['a', 'b']],
    ['whole numbers between bounds', id({ type: 'integer', minimum: 1, exclusiveMaximum: 10 }), { from: 1, to: 9 }],
    ['true and false', id({ type: 'boolean' }), [true, false]],
    ['a list, joined', id({ type: 'array', items: { type: 'string' } }, { example: ['a', 'b'] }), 'a,b'],
  ])('in the path become a variable: %s', async (_, parameter, source) => {
    const { scenario, document } = await theScenario('get', '/orders/{id}', { parameters: [parameter] });
    expect(document.variables).toEqual({ id: source });
    expect(scenario).toMatchObject({ request: 'GET /orders/{{id}}', operation: 'GET /orders/{id}' });
  });

  test('of one name share a variable where their values are equal, and have two where they differ', async () => {
    const get = (example: string) => ({ get: { ...WELL, parameters: [id({ type: 'string' }, { example })] } });
    const paths = { '/orders/{id}': get('1'), '/carts/{id}': get('1'), '/users/{id}': get('2') };
    const { document } = await importText(anOpenApi({ paths }), 'openapi.json');
    expect(document.variables).toEqual({ id: '1', 'users-id': '2' });
    expect(document.scenarios).toMatchObject([
      { request: 'GET /orders/{{id}}' },
      { request: 'GET /carts/{{id}}' },
      { request: 'GET /users/{{users-id}}' },
    ]);
  });

  test('of a query and of headers are sent where they are required, and not where they are optional', async () => {
    const { scenario } = await theScenario('get', '/orders', {
      parameters: [
        { name: 'status', in: 'query', required: true, example: 'open', schema: {} },
        { name: 'tag', in: 'query', required: true, example: ['a', 'b'], schema: { type: 'array' } },
        { name: 'pair', in: 'query', required: true, explode: false, example: [1, 2], schema: { type: 'array' } },
        { name: 'page', in: 'query', example: 2, schema: {} },
        { name: 'X-Tenant', in: 'header', required: true, example: 'acme', schema: {} },
        { name: 'Accept', in: 'header', required: true, schema: {} },
      ],
    });
    expect(scenario?.query).toEqual({ status: 'open', tag: ['a', 'b'], pair: '1,2' });
    expect(scenario?.headers).toEqual({ 'x-tenant': 'acme' });
  });

  test("of the operation stand for the path's of the same name", async () => {
    const paths = {
      '/orders/{id}': {
        parameters: [id({ type: 'string' }, { example: 'path' })],
        get: { ...WELL, parameters: [id({ type: 'string' }, { example: 'own' })] },
      },
    };
    const { document } = await importText(anOpenApi({ paths }), 'openapi.json');
    expect(document.variables).toEqual({ id: 'own' });
  });

  test.each([
    ['an identifier of any text', id({ type: 'string' }), /path parameter "id" has no example, default or enumerated/],
    ['a number without bounds', id({ type: 'integer', minimum: 1 }), /path parameter "id" has no example/],
    ['an object', id({}, { example: { a: 1 } }), /is an object or has a style/],
    ['a cookie', { name: 'sid', in: 'cookie', required: true, example: 'x', schema: {} }, /cookie "sid" is required/],
    [
      'a header of many lines',
      { name: 'x-a', in: 'header', required: true, example: 'a\nb', schema: {} },
      /headers cannot carry/,
    ],
  ])('leave their operation out where only an invention would do: %s', async (_, parameter, reason) => {
    const path = parameter.in === 'path' ? '/orders/{id}' : '/orders';
    expect(await whyLeftOut('get', path, { parameters: [parameter] })).toMatch(reason);
  });

  test('are not invented from bounds for a request that changes something', async () => {
    const parameters = [id({ type: 'integer', minimum: 1, maximum: 5 })];
    expect(await whyLeftOut('delete', '/orders/{id}', { parameters })).toBe(
      'DELETE /orders/{id} is left out: the path parameter "id" has no example, default or enumerated values; nothing is invented for a request that changes something.',
    );
  });

  test('that the path has and nobody describes leave the operation out', async () => {
    expect(await whyLeftOut('get', '/orders/{id}', {})).toMatch(/does not describe its \{id\}/);
  });

  test('stand for themselves where they have two braces', async () => {
    const parameters = [{ name: 'q', in: 'query', required: true, example: '{{x}}\\', schema: {} }];
    const { document } = await theScenario('get', '/search', { parameters });
    const { scenarios } = await workloadOf(document);
    expect(scenarios[0]?.steps[0]?.query).toEqual([{ name: 'q', value: ['{{x}}\\'] }]);
  });
});

describe('a body', () => {
  const json = (media: object, required = true) => ({
    requestBody: { required, content: { 'application/json': media } },
  });
  const order = {
    type: 'object',
    required: ['sku'],
    properties: { sku: { type: 'string', example: 'A-1' }, at: { type: 'string' } },
  };

  test.each([
    ['its example', json({ example: { sku: 'A-1' } })],
    ["its schema's example", json({ schema: { type: 'object', example: { sku: 'A-1' } } })],
    ['what its properties give', json({ schema: order })],
    [
      'what the parts of its schema give',
      json({ schema: { allOf: [{ required: ['sku'] }, { properties: { sku: { const: 'A-1' } } }] } }),
    ],
    ['the first choice that has a value', json({ schema: { oneOf: [{ type: 'string' }, order] } })],
    ['an example that is JSON as text', json({ example: '{"sku": "A-1"}' })],
  ])('is sent as JSON: %s', async (_, operation) => {
    const { scenario } = await theScenario('post', '/orders', operation);
    expect(scenario?.json).toEqual({ sku: 'A-1' });
  });

  test('is one of several where the document has several examples', async () => {
    const examples = { one: { value: { sku: 'A-1' } }, two: { value: { sku: '{{B}}' } } };
    const { scenario, document } = await theScenario('post', '/orders', {
      operationId: 'place',
      ...json({ examples }),
    });
    expect(scenario?.json).toBe('{{place-body}}');
    expect((await workloadOf(document)).variables.get('place-body')).toEqual({
      kind: 'one of',
      values: [{ sku: 'A-1' }, { sku: '{{B}}' }],
    });
  });

  test('is a form, or text of another type with its example', async () => {
    const form = { 'application/x-www-form-urlencoded': { example: { a: 1, b: 'x y' } } };
    const { scenario } = await theScenario('post', '/forms', { requestBody: { content: form } });
    expect(scenario?.form).toEqual({ a: '1', b: 'x y' });
    const xml = await theScenario('post', '/xml', {
      requestBody: { content: { 'application/xml': { example: '<a/>' } } },
    });
    expect(xml.scenario).toMatchObject({ body: '<a/>', headers: { 'content-type': 'application/xml' } });
  });

  test.each([
    ['a required part has no value', json({ schema: { ...order, required: ['sku', 'at'] } })],
    ['there is nothing but types', json({ schema: { type: 'object', properties: { sku: { type: 'string' } } } })],
    ['it is multipart', { requestBody: { required: true, content: { 'multipart/form-data': { example: { a: 1 } } } } }],
  ])('leaves its operation out where %s', async (_, operation) => {
    expect(await whyLeftOut('post', '/orders', operation)).toMatch(
      /its body \(.*\) has no whole example; nothing is invented/,
    );
  });

  test('is not sent where it is optional and has no example', async () => {
    const { scenario } = await theScenario('post', '/orders', json({ schema: { type: 'object' } }, false));
    expect(scenario).toEqual({ request: 'POST /orders', expect: 200 });
  });

  test('of a schema that contains itself is found, or not, but looked for only so long', async () => {
    const components = {
      schemas: {
        Tree: {
          type: 'object',
          properties: { name: { example: 'root' }, child: { $ref: '#/components/schemas/Tree' } },
        },
      },
    };
    const operation = json({ schema: { $ref: '#/components/schemas/Tree' } });
    const { scenario } = await theScenario('post', '/trees', operation, { components });
    expect(scenario?.json).toMatchObject({ name: 'root' });
  });
});

describe('the expected status', () => {
  test.each([
    [{ 201: {}, 404: {} }, 201],
    [{ 200: {}, 202: {}, default: {} }, [200, 202]],
    [{ '2XX': {} }, '2xx'],
    [{ 302: {}, 404: {} }, 302],
    [{ default: {} }, undefined],
  ])('of %j is %j', async (responses, expected) => {
    const described = Object.fromEntries(Object.keys(responses).map((status) => [status, { description: status }]));
    const { scenario } = await theScenario('get', '/orders', { responses: described });
    expect(scenario?.expect).toEqual(expected);
  });
});

describe('authorization', () => {
  const schemes = {
    user: { type: 'http', scheme: 'bearer' },
    staff: { type: 'http', scheme: 'Basic' },
    shopKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
    queryKey: { type: 'apiKey', in: 'query', name: 'key' },
    cookieKey: { type: 'apiKey', in: 'cookie', name: 'sid' },
    machine: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://login.example.com/token', scopes: {} } },
    },
    browser: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://login.example.com', scopes: {} } } },
    iam: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' },
  };
  const secured = (security: readonly object[]) =>
    theScenario('get', '/orders', { security }, { components: { securitySchemes: schemes } });

  test.each([
    ['bearer', [{ user: [] }], { bearer: '{{user}}' }, { user: { secret: 'SCENARIO_USER' } }],
    [
      'basic',
      [{ staff: [] }],
      { basic: { user: '{{staff-user}}', password: '{{staff-password}}' } },
      { 'staff-user': { secret: 'STAFF_USER' }, 'staff-password': { secret: 'STAFF_PASSWORD' } },
    ],
    [
      'an API key in a header',
      [{ shopKey: [] }],
      { 'api-key': { header: 'x-api-key', value: '{{shopkey}}' } },
      { shopkey: { secret: 'SHOP_KEY' } },
    ],
    [
      'an API key in the query',
      [{ queryKey: [] }],
      { 'api-key': { query: 'key', value: '{{querykey}}' } },
      { querykey: { secret: 'QUERY_KEY' } },
    ],
    [
      'OAuth client credentials',
      [{ machine: ['orders/read'] }],
      {
        oauth: {
          'token-url': 'https://login.example.com/token',
          'client-id': '{{machine-client-id}}',
          'client-secret': '{{machine-client-secret}}',
          scope: 'orders/read',
        },
      },
      {
        'machine-client-id': { secret: 'MACHINE_CLIENT_ID' },
        'machine-client-secret': { secret: 'MACHINE_CLIENT_SECRET' },
      },
    ],
    [
      'a token that only a browser gets',
      [{ browser: [] }],
      { bearer: '{{browser}}' },
      { browser: { secret: 'BROWSER' } },
    ],
    ["API Gateway's IAM", [{ iam: [] }], { sigv4: { service: 'execute-api' } }, undefined],
    [
      'the first that can be expressed',
      [{ cookieKey: [] }, { user: [] }],
      { bearer: '{{user}}' },
      { user: { secret: 'SCENARIO_USER' } },
    ],
  ])('of a document becomes %s', async (_, security, auth, variables) => {
    const { scenario, document } = await secured(security);
    expect({ auth: document.auth ?? scenario?.auth, variables: document.variables }).toEqual({ auth, variables });
  });

  test('by several schemes at once is one auth, and API keys beside it', async () => {
    const { scenario } = await secured([{ shopKey: [], user: [], queryKey: [] }]);
    expect(scenario).toMatchObject({ headers: { 'x-api-key': '{{shopkey}}' }, query: { key: '{{querykey}}' } });
  });

  test('that no scenario can express leaves the operation out', async () => {
    const parts = { components: { securitySchemes: schemes } };
    const reason = await whyLeftOut('get', '/orders', { security: [{ cookieKey: [] }] }, parts);
    expect(reason).toBe(
      'GET /orders is left out: its security "cookieKey" is of a kind that a scenario cannot express.',
    );
  });

  test('is said once where most operations share it, and none where one is open', async () => {
    const paths = { '/a': { get: WELL }, '/b': { get: WELL }, '/c': { get: { ...WELL, security: [] } } };
    const text = anOpenApi({ paths, security: [{ user: [] }], components: { securitySchemes: schemes } });
    const { document, leftOut } = await importText(text, 'openapi.json');
    expect(document.auth).toEqual({ bearer: '{{user}}' });
    expect(document.scenarios).toEqual([
      { request: 'GET /a', expect: 200 },
      { request: 'GET /b', expect: 200 },
      { request: 'GET /c', expect: 200, auth: 'none' },
    ]);
    expect(leftOut).toEqual(["Environment variables give what the document's security needs: SCENARIO_USER."]);
  });

  test('that is documented as a parameter as well is sent once', async () => {
    const operation = {
      security: [{ shopKey: [] }],
      parameters: [{ name: 'X-API-Key', in: 'header', required: true, example: 'k', schema: {} }],
    };
    const { scenario } = await theScenario('get', '/a', operation, { components: { securitySchemes: schemes } });
    expect(scenario?.headers).toBeUndefined();
  });
});

describe('a document', () => {
  test('leaves out what is deprecated or does no work', async () => {
    expect(await whyLeftOut('get', '/a', { deprecated: true })).toBe('GET /a is left out: it is deprecated.');
    expect(await whyLeftOut('options', '/a', {})).toMatch(/OPTIONS does no work/);
  });

  test('says that the URL needs its base path', async () => {
    const servers = [{ url: 'https://api.example.com/{stage}/v2/', variables: { stage: { default: 'prod' } } }];
    const { leftOut } = await importText(anOpenApi({ paths: { '/a': { get: WELL } }, servers }), 'openapi.json');
    expect(leftOut[0]).toMatch(/below \/prod\/v2: the gate's "url" must end in it/);
  });

  test('tells requests apart that have the same summary', async () => {
    const paths = { '/a': { get: { ...WELL, summary: 'Get' } }, '/b': { get: { ...WELL, summary: 'Get' } } };
    const { document } = await importText(anOpenApi({ paths }), 'openapi.json');
    expect(document.scenarios.map(({ name }) => name)).toEqual(['Get', 'Get (2)']);
    await workloadOf(document);
  });

  test('that breaks the specification is read as far as it goes, with a note', async () => {
    const { leftOut } = await importText(anOpenApi({ paths: { '/a': { get: WELL, gett: WELL } } }), 'openapi.json');
    expect(leftOut).toEqual([
      'The document breaks the OpenAPI specification: /paths/~1a Property gett is not expected to be here.',
    ]);
  });

  test('has its references to other files read, relative to the file that has them, and none on the network', async () => {
    const asked: string[] = [];
    const text = anOpenApi({
      paths: {
        '/a/{id}': { get: { ...WELL, parameters: [{ $ref: 'parts/ids.yaml#/Id' }] } },
        '/b/{id}': { get: { ...WELL, parameters: [{ $ref: 'https://example.com/ids.yaml#/Id' }] } },
        '/c/{id}': { get: { ...WELL, parameters: [{ $ref: 'missing.yaml#/Id' }] } },
        '/d/{id}': { get: { ...WELL, parameters: [{ $ref: '#/components/parameters/Nobody' }] } },
      },
    });
    const files: Record<string, string> = {
      'docs/parts/ids.yaml': 'Id: { name: id, in: path, required: true, schema: { $ref: "../types.yaml#/Text" } }',
      'docs/types.yaml': 'Text: { type: string, example: a-1 }',
    };
    const imported = await importDocument(text, 'docs/openapi.json', async (path) => {
      asked.push(path);
      if (files[path] === undefined) throw new Error(`there is no file ${path}`);
      return files[path];
    });
    expect(asked.toSorted()).toEqual(['docs/missing.yaml', 'docs/parts/ids.yaml', 'docs/types.yaml']);
    expect(imported?.document).toMatchObject({ variables: { id: 'a-1' }, scenarios: [{ request: 'GET /a/{{id}}' }] });
    expect(imported?.leftOut).toEqual(
      expect.arrayContaining([
        'References to https://example.com/ids.yaml are not followed: the network is not asked.',
        'References to docs/missing.yaml are not followed: there is no file docs/missing.yaml.',
        'GET /b/{id} is left out: a parameter refers to what could not be read.',
        'GET /c/{id} is left out: a parameter refers to what could not be read.',
        'GET /d/{id} is left out: a parameter refers to what could not be read.',
      ]),
    );
  });

  test.each([
    ['Swagger 2.0', 'swagger: "2.0"\npaths: {}\n', /is Swagger 2\.0; OpenAPI 3\.0, 3\.1 and 3\.2 can be imported/],
    ['a version that is a number', 'openapi: 3.0\npaths: {}\n', /is OpenAPI 3; OpenAPI 3\.0/],
    ['broken YAML', 'openapi: 3.0.0\npaths:\n  /a: {get: [}\n', /neither JSON nor YAML\. .* at line 3, column 14\./],
    [
      'nothing to send',
      anOpenApi({ paths: { '/a/{id}': { get: WELL } } }),
      /has no operation that can be sent\. GET \/a\/\{id\} is left out/,
    ],
  ])('that is no use says why: %s', async (_, text, message) => {
    const failure = importDocument(text, 'api.yaml');
    await expect(failure).rejects.toThrow(GateError);
    await expect(failure).rejects.toThrow(message);
  });
});

describe("the Petstore's document", () => {
  test('gives the scenarios that it has values for', async () => {
    const { document } = await importFixture('petstore.yaml');
    expect(document.scenarios.map((scenario) => ('request' in scenario ? scenario.request : ''))).toEqual([
      'GET /pet/findByStatus',
      'GET /store/inventory',
      'POST /store/order',
      'GET /store/order/{{orderId}}',
      'GET /user/logout',
    ]);
  });

  test('says of every other operation why it is left out', async () => {
    const { leftOut } = await importFixture('petstore.yaml');
    expect(
      leftOut.filter((sentence) => sentence.includes('left out')).map((sentence) => sentence.split(':')[0]),
    ).toEqual([
      'POST /pet is left out',
      'GET /pet/findByTags is left out',
      'GET /pet/{petId} is left out',
      'DELETE /pet/{petId} is left out',
      'DELETE /store/order/{orderId} is left out',
    ]);
    expect(leftOut.at(-1)).toMatch(/change something each time .*: POST \/store\/order\./);
  });
});

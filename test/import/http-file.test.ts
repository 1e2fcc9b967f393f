import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importHttpFile } from '../../src/import/http-file/http-file.js';
import type { ScenarioEntry, StepEntry } from '../../src/import/scenario-document.js';
import { render } from '../../src/scenario/template.js';
import { importFixture, workloadOf } from './imported-workload.js';

async function imported(text: string) {
  const result = await importHttpFile(text, 'shop.http');
  await workloadOf(result.document, { 'order.json': '{}' });
  return result;
}

async function theStep(text: string) {
  const { document, leftOut } = await imported(text);
  return { step: document.scenarios[0] as Extract<ScenarioEntry, StepEntry>, document, leftOut };
}

/** The reason, beside a request that can be sent. */
async function whyLeftOut(text: string): Promise<string | undefined> {
  const { document, leftOut } = await imported(`GET https://h/health\n###\n${text}`);
  expect(document.scenarios).toHaveLength(1);
  return leftOut.find((sentence) => sentence.includes('is left out'));
}

describe('a request line', () => {
  test.each([
    ['GET https://shop.example.com/orders HTTP/1.1', 'GET /orders'],
    ['https://shop.example.com/orders', 'GET /orders'],
    ['get http://localhost:8080/orders', 'GET /orders'],
    ['DELETE localhost:8080/orders/1', 'DELETE /orders/1'],
    ['GET /orders\nHost: shop.example.com', 'GET /orders'],
    ['GET https://shop.example.com', 'GET /'],
    ['GET https://shop.example.com?a', 'GET /?a'],
    ['GET {{host}}/orders', 'GET /orders'],
    ['GET https://{{host}}:{{port}}/orders', 'GET /orders'],
    ['@api = https://shop.example.com/v2/\nGET {{api}}/orders', 'GET /v2/orders'],
    ['@h = shop.example.com\n@api = https://{{h}}/v2\nGET {{api}}/orders', 'GET /v2/orders'],
    ['GET https://shop.example.com/a b/ü#top', 'GET /a%20b/%C3%BC'],
    ['GET https://shop.example.com/orders\n  /open\n  /today', 'GET /orders/open/today'],
  ])('%j asks for the path alone', async (text, request) => {
    expect((await theStep(text)).step.request).toBe(request);
  });

  test.each([
    ['{{created.response.headers.Location}}'],
    ['{{host}}{{ created.response.headers.Location }}'],
    ['https://shop.example.com{{created.response.headers.Location}}'],
  ])('%s follows a link of an answer', async (target) => {
    const { document } = await imported(`# @name created\nPOST https://{{host}}/orders\n\n###\nDELETE ${target}`);
    expect(document.scenarios).toMatchObject([
      {
        steps: [
          { request: 'POST /orders', keep: { 'created-location': 'header location' } },
          { request: 'DELETE {{created-location}}' },
        ],
      },
    ]);
  });

  test('that is a link behind a path is none', async () => {
    const text = `@api = https://h/v2\n# @name a\nPOST {{api}}/orders\n\n###\nGET {{api}}{{a.response.headers.Location}}`;
    const { document } = await imported(text);
    expect(JSON.stringify(document)).not.toContain('GET {{');
  });

  test('may have its query on lines of its own', async () => {
    const { step } = await theStep(
      'GET https://h/orders\n    ?page=2\n    &term=red shoes\n&tag=a\n&tag=b%26c\nAccept: x',
    );
    expect(step).toEqual({
      request: 'GET /orders',
      query: { page: '2', term: 'red shoes', tag: ['a', 'b&c'] },
      headers: { accept: 'x' },
    });
  });

  test('names the hosts where there are several', async () => {
    const { leftOut } = await imported('GET https://a/x\n###\nGET http://a/y\n###\nGET {{b}}/z');
    expect(leftOut[0]).toBe(
      'The requests name several hosts, and all of them are sent to the gate\'s "url": a, {{b}}.',
    );
  });
});

describe('a variable of the file', () => {
  test('is one of the document where it is plain, and its text where it is made of others', async () => {
    const { step, document } = await theStep(
      '@sku = "A-1"\n@name={{sku}}-{{size}}\n@size = 5\nGET https://h/skus/{{ name }}',
    );
    expect(step.request).toBe('GET /skus/{{sku}}-{{size}}');
    expect(document.variables).toEqual({ sku: 'A-1', size: '5' });
  });

  test('that looks like a secret is read from the environment', async () => {
    const { document, leftOut } = await theStep('@apiToken = 123\nGET https://h/\nX-Auth: {{apiToken}}');
    expect(document.variables).toEqual({ apitoken: { secret: 'API_TOKEN' } });
    expect(leftOut).toEqual([
      'The value of "apiToken" looks like a secret and is left out: the environment variable API_TOKEN gives it.',
    ]);
  });

  test('that nobody defines is read from the environment, as what the editor asks for is', async () => {
    const { document, leftOut } = await theStep('# @prompt code The code\nGET https://h/{{code}}/{{tenant.name}}');
    expect(document.variables).toEqual({ code: { secret: 'CODE' }, 'tenant-name': { secret: 'TENANT_NAME' } });
    expect(leftOut).toEqual([
      'Not defined in the file, and therefore read from environment variables: {{tenant.name}}.',
    ]);
  });

  test.each([
    ['{{$randomInt 5 10}}', '{{random}}', { random: { from: 5, to: 9 } }],
    ['{{$random.integer(5, 10)}}', '{{random}}', { random: { from: 5, to: 9 } }],
    ['{{$randomInt}}', '{{random}}', { random: { from: 0, to: 999 } }],
    ['{{$guid}}', '00000000-0000-4000-8000-{{guid}}', { guid: { from: 100_000_000_000, to: 999_999_999_999 } }],
    ['{{$processEnv SHOP_KEY}}', '{{shop_key}}', { shop_key: { secret: 'SHOP_KEY' } }],
    ['{{$dotenv SHOP_KEY}}', '{{shop_key}}', { shop_key: { secret: 'SHOP_KEY' } }],
  ])("of the editor's, %s, becomes %s", async (written, template, variables) => {
    const { step, document } = await theStep(`GET https://h/${written}`);
    expect(step.request).toBe(`GET /${template}`);
    expect(document.variables).toEqual(variables);
  });

  test('that is drawn is drawn once where the file gives it a name, and each time where it does not', async () => {
    const { step } = await theStep(
      '@n = {{$randomInt 1 9}}\nGET https://h/{{n}}/{{n}}/{{$randomInt 1 9}}/{{$randomInt 1 9}}',
    );
    expect(step.request).toBe('GET /{{n}}/{{n}}/{{random}}/{{random-2}}');
  });

  test.each([
    ['GET https://h/{{$timestamp}}', /\{\{\$timestamp\}\} is a value that a scenario cannot hold/],
    ['GET https://h/{{$randomInt 9 1}}', /\{\{\$randomInt 9 1\}\} is a value/],
    ['@a={{b}}\n@b={{a}}\nGET https://h/{{a}}', /\{\{a\}\} is defined by itself/],
  ])('that no scenario can hold leaves its request out: %j', async (text, reason) => {
    expect(await whyLeftOut(text)).toMatch(reason);
  });
});

describe('an answer', () => {
  test('that others need makes a flow, which keeps it', async () => {
    const { document } = await imported(
      [
        '# @name login\nPOST https://h/login',
        'GET https://h/health',
        "// @name = order\nPOST https://h/orders\nAuthorization: Bearer {{login.response.body.$.data['access.token']}}",
        'GET https://h/orders/{{order.response.body.$.items[0].id}}\nETag: {{order.response.headers.ETag}}',
      ].join('\n###\n'),
    );
    expect(document.scenarios).toEqual([
      {
        name: 'login, order, GET /orders/{order-id}',
        steps: [
          { request: 'POST /login', keep: { 'login-access-token': '/data/access.token' } },
          {
            request: 'POST /orders',
            auth: { bearer: '{{login-access-token}}' },
            keep: { 'order-id': '/items/0/id', 'order-etag': 'header etag' },
          },
          { request: 'GET /orders/{{order-id}}', headers: { etag: '{{order-etag}}' } },
        ],
      },
      { request: 'GET /health' },
    ]);
  });

  test('is asked for before it is needed, wherever it stands in the file', async () => {
    const { document } = await imported('GET https://h/a/{{b.response.body.$}}\n###\n# @name b\nGET https://h/b');
    expect(document.scenarios).toEqual([
      {
        name: 'b, GET /a/{b-body}',
        steps: [{ request: 'GET /b', keep: { 'b-body': '' } }, { request: 'GET /a/{{b-body}}' }],
      },
    ]);
  });

  test.each([
    ['by nobody', 'GET https://h/{{x.response.body.$.id}}', /no request is called "x"/],
    ['by itself', '# @name x\nGET https://h/{{x.response.body.$.id}}', /it needs its own answer/],
    ['by a path to many', '# @name x\nGET https://h/{{x.response.body.$..id}}', /is no path to one JSON value/],
    ['as it was sent', '# @name x\nGET https://h/{{y.request.body.$.id}}', /repeats what another request sent/],
  ])('that is given %s leaves its request out', async (_, text, reason) => {
    expect(await whyLeftOut(text)).toMatch(reason);
  });

  test('of a request that is left out leaves out all that need it', async () => {
    const { document, leftOut } = await imported(
      'GET https://h/health\n###\n# @name a\nGET https://h/{{$timestamp}}\n###\n# @name b\nGET https://h/{{a.response.body.$.x}}\n###\nGET https://h/{{b.response.body.$.x}}',
    );
    expect(document.scenarios).toEqual([{ request: 'GET /health' }]);
    expect(leftOut.map((sentence) => sentence.replace(/^.* is left out: /, ''))).toEqual([
      '{{$timestamp}} is a value that a scenario cannot hold.',
      'it needs the answer of one that is left out.',
      'it needs the answer of one that is left out.',
    ]);
  });
});

describe('a body', () => {
  const post = (body: string, type = 'application/json') =>
    theStep(`POST https://h/\nContent-Type: ${type}\n\n${body}\n`);

  test('is JSON, a form or text by its type', async () => {
    expect((await post('{ "a": [1] }')).step).toEqual({ request: 'POST /', json: { a: [1] } });
    expect((await post('a=1\n&b={{x}}', 'application/x-www-form-urlencoded')).step.form).toEqual({
      a: '1',
      b: '{{x}}',
    });
    expect((await post('<a>\n  b\n</a>', 'text/xml')).step).toMatchObject({ body: '<a>\n  b\n</a>' });
    expect((await post('< ./order.json')).step).toMatchObject({ 'body-file': './order.json' });
  });

  test('with placeholders stays text, in which they are replaced as editors do it', async () => {
    const { step } = await post('@n = 1\n{ "n": {{n}}, "s": "{{n}}" }');
    expect(step).toEqual({
      request: 'POST /',
      headers: { 'content-type': 'application/json' },
      body: '{ "n": {{n}}, "s": "{{n}}" }',
    });
  });

  test('holds no secret in the clear, with placeholders or without', async () => {
    expect((await post('{ "password": "wonder" }')).step.json).toEqual({ password: '{{password}}' });
    expect((await post('{ "n": {{n}}, "password" : "wonder", "token": "{{t}}" }')).step.body).toBe(
      '{ "n": {{n}}, "password" : "{{password}}", "token": "{{t}}" }',
    );
  });

  test('has no comments', async () => {
    expect((await post('{\n  // one\n  "a": 1\n# two\n}')).step.json).toEqual({ a: 1 });
  });

  test('is sent as it is written', async () => {
    const unit = fc.constantFrom('{', '}', '\\', 'a', '"', ' ', '=', '\n');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1 }), async (written) => {
        const text = `x${written}x`;
        // {{ … }} on one line asks for a value.
        fc.pre(!/\{\{[^{}]+\}\}/.test(text));
        const { document } = await post(text, 'text/plain');
        const [scenario] = (await workloadOf(document)).scenarios;
        const body = scenario?.steps[0]?.body;
        expect(body?.kind === 'text' ? render(body.text, new Map()) : null).toBe(text);
      }),
    );
  });

  test.each([
    [
      'of text and files',
      'POST https://h/\nContent-Type: multipart/form-data; boundary=b\n\n--b\n\n< ./a.txt\n--b--',
      /mixes text and files/,
    ],
    ['of GraphQL', 'POST https://h/\nX-Request-Type: GraphQL\n\nquery { a }', /GraphQL/],
    ['where none is sent', 'GET https://h/\n\n{"query": 1}', /a GET request with a body is not sent/],
  ])('%s leaves its request out', async (_, text, reason) => {
    expect(await whyLeftOut(text)).toMatch(reason);
  });
});

describe('authorization', () => {
  test.each([
    ['Bearer {{token}}', { bearer: '{{token}}' }],
    ['Bearer abc', { bearer: '{{bearer-token}}' }],
    ['Basic {{user}} {{pass}}', { basic: { user: '{{user}}', password: '{{pass}}' } }],
    ['Basic {{user}}:{{pass}}', { basic: { user: '{{user}}', password: '{{pass}}' } }],
    ['Basic alice:wonder', { basic: { user: '{{basic-user}}', password: '{{basic-password}}' } }],
    [
      'AWS {{id}} {{key}} region:eu-west-1 service:execute-api',
      { sigv4: { service: 'execute-api', region: 'eu-west-1' } },
    ],
  ])('%s is %j', async (written, auth) => {
    const { step, document } = await theStep(`GET https://h/\nAuthorization: ${written}`);
    expect(step.auth).toEqual(auth);
    expect(JSON.stringify(document)).not.toMatch(/abc|alice|wonder/);
  });
});

describe('a file', () => {
  test('may hold what no scenario does, and says so', async () => {
    expect(await whyLeftOut('< {%\n  x()\n%}\nGET https://h/')).toMatch(
      /^Line 6, GET https:\/\/h\/, is left out: a script runs before it/,
    );
    expect(await whyLeftOut('### Old\nWEBSOCKET ws://h/')).toMatch(/^Line 4, Old, is left out: WEBSOCKET is not sent/);
    expect(await whyLeftOut('curl https://h/')).toMatch(/it is a curl command/);
    expect(await whyLeftOut('GET https://h/\nno header')).toMatch(/one of its headers is none/);
  });

  test('shows nothing in its notes that may be secret', async () => {
    const { leftOut } = await imported(
      [
        'GET https://alice:wonder@h/a',
        'GET http://other/',
        'GET https://alice:wonder@h/{{$timestamp}}?sig=wonder',
        'curl -u alice:wonder https://h/',
        'GET https://h/\nX-Token wonder',
        'X-Token: wonder',
      ].join('\n###\n'),
    );
    expect(leftOut).toHaveLength(5);
    expect(leftOut.join()).not.toMatch(/alice|wonder/);
  });

  test('has requests of one operation under names of their own', async () => {
    const { document } = await imported(
      'GET https://h/a?x=1\n###\nGET https://h/a?x=2\n### One\nGET https://h/a\n### One\nGET https://h/b',
    );
    expect((await workloadOf(document)).scenarios.map(({ name }) => name)).toEqual([
      'GET /a',
      'GET /a (2)',
      'One',
      'One (2)',
    ]);
  });

  test('that holds nothing to send says why', async () => {
    await expect(importHttpFile('# nothing\n', 'shop.http')).rejects.toThrow(
      /shop\.http has no request that can be sent/,
    );
    await expect(importHttpFile('GET https://h/{{$timestamp}}', 'shop.http')).rejects.toThrow(/Line 1, .* cannot hold/);
  });
});

describe('the files of the editors', () => {
  const requests = (scenarios: readonly ScenarioEntry[]) =>
    scenarios.map((scenario) =>
      'steps' in scenario ? scenario.steps.map(({ request }) => request) : scenario.request,
    );

  test("VS Code REST Client's syntax is understood", async () => {
    const { document, leftOut } = await importFixture('rest-client.http');
    expect(requests(document.scenarios)).toEqual([
      ['POST /api/login', 'POST /comments', 'GET /comments/{{createComment-id}}/replies'],
      'GET /orders',
      'GET /orders/{{anyOrder}}',
      'POST /orders',
      'PUT /orders/1',
      'GET /secret',
    ]);
    expect(leftOut.filter((sentence) => sentence.startsWith('Line')).map((sentence) => sentence.slice(0, 7))).toEqual([
      'Line 67',
      'Line 75',
      'Line 78',
      'Line 81',
    ]);
  });

  test("JetBrains' syntax is understood", async () => {
    const { document, leftOut } = await importFixture('jetbrains.http');
    expect(requests(document.scenarios)).toEqual([
      ['POST /auth', 'GET /cart/00000000-0000-4000-8000-{{guid}}'],
      'GET /health',
    ]);
    expect(leftOut).toContain('Scripts that handle answers are not run: line 19.');
  });

  test("Visual Studio's syntax is understood", async () => {
    const { document, leftOut } = await importFixture('visual-studio.http');
    expect(requests(document.scenarios)).toEqual([
      'GET /weatherforecast/',
      ['POST /users/token', 'GET /todos?{{search}}&code={{code}}'],
    ]);
    expect(leftOut).toEqual([]);
  });
});

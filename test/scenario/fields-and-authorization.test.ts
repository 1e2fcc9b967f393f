import { describe, expect, test } from 'vitest';
import { showTemplate } from '../../src/scenario/template.js';
import type { Field } from '../../src/scenario/workload.js';
import { fakeOutside } from '../support/fake-outside.js';
import { problemsOf, readYamlText, stepsOf } from '../support/scenario-yaml.js';

const outside = fakeOutside({}, { KEY: 's3cret', USER: 'ada' });
const VARIABLES = 'variables: { key: { secret: KEY }, user: { secret: USER }, some: [a, b], n: { from: 1, to: 2 } }\n';

function shown(fields: readonly Field[]): string[] {
  return fields.map(({ name, value }) => `${name}: ${showTemplate(value)}`);
}

async function headersOf(keys: string, around = ''): Promise<string[]> {
  const [step] = await stepsOf(`${VARIABLES}${around}\nscenarios: [{ request: GET /, ${keys} }]`, outside);
  return shown(step!.headers);
}

async function wrongAuth(auth: string): Promise<readonly string[]> {
  return problemsOf(`${VARIABLES}scenarios: [{ request: GET /, auth: ${auth} }]`, outside);
}

describe('headers', () => {
  test('of a step replace those of all, whatever their case', async () => {
    const around = 'headers: { Accept: text/html, X-Tenant: acme }';
    expect(await headersOf('headers: { x-tenant: other, X-Trace: 1.0 }', around)).toEqual([
      'accept: text/html',
      'x-tenant: other',
      'x-trace: 1.0',
    ]);
  });

  test.each([
    ['{ x-amzn-trace-id: a }', 'sets x-amzn-trace-id, which the gate sets itself: it carries the id of the trace'],
    ['{ TraceParent: a }', 'sets traceparent, which the gate sets itself: it carries the id of the trace'],
    ['{ User-Agent: a }', "sets user-agent, which the gate sets itself: it tells the gate's requests from others"],
    ['{ Host: a }', 'sets host, which the gate sets itself: it follows from the URL under test. Remove it.'],
    ['{ content-length: 1 }', 'sets content-length, which the gate sets itself'],
    ['{ transfer-encoding: chunked }', 'sets transfer-encoding, which the gate sets itself'],
    ['{ connection: close }', 'sets connection, which the gate sets itself'],
    ['{ x-a: 1, X-A: 2 }', 'headers.X-A sets x-a a second time: case does not tell headers apart'],
    ['{ "a b": 1 }', 'has "a b", which is no header\'s name'],
    ['{ "": 1 }', 'has "", which is no header\'s name'],
    ['{ a: "x\\ny" }', 'headers.a must be text that a header can carry'],
    ['{ a: "€" }', 'headers.a must be text that a header can carry'],
    ['{ a: [1] }', 'headers.a must be text; got [1]'],
    ['{ a: }', 'headers.a must be text; got nothing'],
    ['[a]', 'headers must be a map of names and texts; got ["a"]'],
  ])('%s are wrong', async (headers, says) => {
    const problems = await problemsOf(`scenarios: [{ request: GET /, headers: ${headers} }]`);
    expect(problems).toEqual([expect.stringContaining(says)]);
  });

  test('cannot carry every value of a variable', async () => {
    const yaml = 'variables: { a: [x, "ł"] }\nscenarios: [{ request: "GET /{{a}}", headers: { h: "{{a}}" } }]';
    expect(await problemsOf(yaml)).toEqual([
      expect.stringContaining('headers.h uses {{a}}, but value 2 of a has a line break or another character'),
    ]);
  });
});

describe('a query', () => {
  test('has a field several times for a list', async () => {
    const [step] = await stepsOf('scenarios: [{ request: GET /?a=0, query: { a: [1, x], b: true } }]');
    expect(shown(step!.query)).toEqual(['a: 1', 'a: x', 'b: true']);
  });

  test('has no placeholders for names', async () => {
    expect(await problemsOf('scenarios: [{ request: GET /, query: { "{{a}}": 1 } }]')).toEqual([
      expect.stringContaining('query["{{a}}"] is a name with {{ }}, but only values have placeholders'),
    ]);
  });
});

describe('authorization', () => {
  test.each([
    ['a bearer token', '{ bearer: "{{key}}" }', ['authorization: Bearer {key}']],
    ['a literal bearer token', '{ bearer: abc }', ['authorization: Bearer abc']],
    ['an API key in a header', '{ api-key: { header: X-Api-Key, value: "k-{{key}}" } }', ['x-api-key: k-{key}']],
    [
      'basic credentials',
      '{ basic: { user: "{{user}}", password: "{{key}}" } }',
      ['authorization: Basic YWRhOnMzY3JldA=='],
    ],
    ['basic credentials without password', '{ basic: { user: ü, password: "" } }', ['authorization: Basic w7w6']],
    ['none', 'none', []],
  ])('by %s is a header', async (_, auth, headers) => {
    expect(await headersOf(`auth: ${auth}`)).toEqual(headers);
  });

  test('by an API key can be a field of the query', async () => {
    const [step] = await stepsOf(
      `${VARIABLES}scenarios: [{ request: GET /, query: { a: 1 }, auth: { api-key: { query: key, value: "{{key}}" } } }]`,
      outside,
    );
    expect(shown(step!.query)).toEqual(['a: 1', 'key: {key}']);
  });

  test('by OAuth or by a signature is left to the moment of sending', async () => {
    const text = `${VARIABLES}
auth: { sigv4: { service: execute-api } }
scenarios:
  - steps:
    - request: GET /
    - request: GET /
      auth:
        oauth: { token-url: https://auth.example.com/t?a=1, client-id: "{{user}}", client-secret: "{{key}}", scope: a b }
    - request: GET /
      auth: { sigv4: { service: lambda, region: eusc-de-east-1 } }`;
    const steps = await stepsOf(text, outside);
    expect(steps.map(({ auth, headers }) => ({ auth, headers: headers.length }))).toEqual([
      { auth: { kind: 'sigv4', service: 'execute-api', region: null }, headers: 0 },
      {
        auth: {
          kind: 'oauth',
          tokenUrl: new URL('https://auth.example.com/t?a=1'),
          clientId: 'ada',
          clientSecret: 's3cret',
          scope: 'a b',
          audience: null,
        },
        headers: 0,
      },
      { auth: { kind: 'sigv4', service: 'lambda', region: 'eusc-de-east-1' }, headers: 0 },
    ]);
  });

  test('of basic credentials is a secret too', async () => {
    const text = `${VARIABLES}scenarios: [{ request: GET /, auth: { basic: { user: a, password: "{{key}}" } } }]`;
    const { secrets } = await readYamlText(text, outside);
    expect(secrets).toEqual(expect.arrayContaining(['s3cret', Buffer.from('a:s3cret').toString('base64')]));
  });

  test('of a step goes before that of its scenario, and that before the one of all', async () => {
    const text = `
auth: { bearer: all }
scenarios:
  - name: own
    auth: { bearer: scenario }
    steps:
      - request: GET /
      - request: GET /
        auth: { bearer: step }
      - request: GET /
        auth: none
  - request: GET /`;
    const { workload } = await readYamlText(text);
    expect(workload.scenarios.flatMap(({ steps }) => steps.map(({ headers }) => shown(headers)))).toEqual([
      ['authorization: Bearer scenario'],
      ['authorization: Bearer step'],
      [],
      ['authorization: Bearer all'],
    ]);
  });

  test("is replaced by a step's own header", async () => {
    for (const auth of ['{ bearer: abc }', '{ sigv4: { service: lambda } }']) {
      const text = `auth: ${auth}\nscenarios: [{ request: GET /, headers: { Authorization: mine } }]`;
      const [step] = await stepsOf(text);
      expect(shown(step!.headers)).toEqual(['authorization: mine']);
      expect(step!.auth).toBeNull();
    }
  });

  test('of a step replaces a header of all', async () => {
    const around = 'headers: { authorization: all, x-a: 1 }';
    expect(await headersOf('auth: { bearer: mine }', around)).toEqual(['x-a: 1', 'authorization: Bearer mine']);
    const [step] = await stepsOf(`${around}\nscenarios: [{ request: GET /, auth: { sigv4: { service: lambda } } }]`);
    expect(shown(step!.headers)).toEqual(['x-a: 1']);
    expect(step!.auth?.kind).toBe('sigv4');
  });

  test.each([
    [
      'headers: { authorization: a }, auth: { bearer: b }',
      'sets authorization, which scenarios[0].headers.authorization sets too',
    ],
    ['headers: { Authorization: a }, auth: { sigv4: { service: lambda } }', 'auth.sigv4 sets authorization, which'],
    ['headers: { K: a }, auth: { api-key: { header: k, value: b } }', 'sets k, which scenarios[0].headers.K sets too'],
    ['query: { k: a }, auth: { api-key: { query: k, value: b } }', 'sets k, which scenarios[0].query.k sets too'],
  ])('beside the same field is wrong: %s', async (keys, says) => {
    expect(await problemsOf(`scenarios: [{ request: GET /, ${keys} }]`)).toEqual([expect.stringContaining(says)]);
  });

  test('beside the same header of all is wrong, and said once', async () => {
    const text =
      'headers: { authorization: a }\nauth: { bearer: b }\nscenarios: [{ request: GET /1 }, { request: GET /b }]';
    expect(await problemsOf(text)).toEqual([
      expect.stringContaining('auth.bearer sets authorization, which headers.authorization sets too'),
    ]);
  });

  test.each([
    ['bearer', 'auth must be none, or a map of one of bearer, basic, api-key, oauth, sigv4; got "bearer"'],
    ['{}', 'must be none, or exactly one of bearer, basic'],
    ['{ bearer: a, sigv4: { service: b } }', 'must be none, or exactly one of bearer'],
    ['{ bearer: "Bearer a" }', 'auth.bearer must be the token alone: the gate adds "Bearer"; got "Bearer a"'],
    ['{ bearer: "" }', 'auth.bearer must be a token; got ""'],
    ['{ bearer: { token: a } }', 'auth.bearer must be text'],
    ['{ basic: { user: a } }', 'auth.basic has no password. Add the key password.'],
    ['{ basic: a }', 'auth.basic must be a map with user, password; got "a"'],
    ['{ basic: { user: "a:b", password: c } }', 'has a colon, which ends the user in basic authorization'],
    ['{ basic: { user: "", password: c } }', 'basic.user must be text that is not empty'],
    [
      '{ basic: { user: a, password: "{{some}}" } }',
      'password uses {{some}}, which has several values, but this is read once for all requests',
    ],
    ['{ basic: { user: a, password: "{{n}}" } }', 'uses {{n}}, which has several values'],
    ['{ basic: { user: a, password: "{{kye}}" } }', 'which is not defined here; did you mean {{key}}?'],
    ['{ basic: { user: a, password: "{{later}}" } }', 'Defined are key, user, some, n. Define it under variables.'],
    ['{ basic: { user: a, password: "{{key.a}}" } }', 'but key has no fields'],
    ['{ api-key: { header: a } }', 'auth.api-key has no value'],
    ['{ api-key: { value: a } }', 'must be a value with either the name of a header or that of a query field'],
    ['{ api-key: { header: a, query: b, value: c } }', 'must be a value with either the name of a header'],
    ['{ api-key: { header: host, value: c } }', 'sets host, which the gate sets itself'],
    ['{ api-key: { query: "", value: c } }', "must be a query field's name"],
    ['{ api-key: { header: a, valeu: c, value: d } }', 'did you mean value?'],
    ['{ oauth: { token-url: https://a, client-id: b } }', 'auth.oauth has no client-secret'],
    [
      '{ oauth: { token-url: auth.example.com, client-id: b, client-secret: c } }',
      'token-url must be an http or https URL without user and fragment; got "auth.example.com"',
    ],
    ['{ oauth: { token-url: "https://u:p@a", client-id: b, client-secret: c } }', 'without user and fragment'],
    [
      '{ oauth: { token-url: "https://u@a", client-id: b, client-secret: c } }',
      'without user and fragment; got "https://u@a"',
    ],
    ['{ oauth: { token-url: "https://a#b", client-id: b, client-secret: c } }', 'without user and fragment'],
    ['{ oauth: { token-url: https://a, client-id: b, client-secret: c, scope: [d] } }', 'oauth.scope must be text'],
    [
      '{ oauth: { token-url: https://a, client-id: "{{some}}", client-secret: c } }',
      'uses {{some}}, which has several values',
    ],
    ['{ sigv4: {} }', 'auth.sigv4 has no service'],
    ['{ sigv4: { service: Execute API } }', 'service must be the name of a service in signatures; got "Execute API"'],
    ['{ sigv4: { service: lambda, region: Ireland } }', 'region must be an AWS region; got "Ireland"'],
    ['{ token: a }', 'auth.token is no key of auth: auth has bearer, basic, api-key, oauth, sigv4.'],
  ])('%s is wrong', async (auth, says) => {
    expect(await wrongAuth(auth)).toContainEqual(expect.stringContaining(says));
  });

  test('must be empty rather than missing where a secret is', async () => {
    const problems = await problemsOf(
      'variables: { k: { secret: NONE } }\nauth: { basic: { user: a, password: "{{k}}" } }\nscenarios: [{ request: GET / }]',
    );
    expect(problems).toEqual([expect.stringContaining('names the environment variable NONE')]);
  });
});

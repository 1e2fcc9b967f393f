import { describe, expect, test } from 'vitest';
import { problemsOf } from '../support/scenario-yaml.js';

interface Wrong {
  readonly name: string;
  readonly yaml: string;
  /** What the only sentence has. */
  readonly says: string;
}

/** A scenario of one request with these keys. */
function scenario(keys: string): string {
  return `scenarios: [{ ${keys} }]`;
}

function flow(...steps: string[]): string {
  return `scenarios: [{ steps: [${steps.map((step) => `{ ${step} }`).join(', ')}] }]`;
}

async function expectOnly({ yaml, says }: Wrong): Promise<void> {
  const problems = await problemsOf(yaml);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(says);
}

describe('a file', () => {
  test.each<Wrong>([
    {
      name: 'is empty',
      yaml: '',
      says: 'the file must be a map with scenarios, variables, headers, auth',
    },
    { name: 'is a list', yaml: '[]', says: '; got []. Write it as scenarios: …' },
    { name: 'has no scenarios', yaml: 'variables: {}', says: 'the file has no scenarios' },
    {
      name: 'has an empty list of them',
      yaml: 'scenarios: []',
      says: 'scenarios must be a list of at least one scenario; got []',
    },
    {
      name: 'has a map of them',
      yaml: 'scenarios: { request: GET / }',
      says: 'must be a list of at least one scenario',
    },
    {
      name: 'has an unknown key',
      yaml: 'rate: 5\nscenarios: [{ request: GET / }]',
      says: 'rate is no key of the file: the file has scenarios, variables, headers, auth',
    },
    {
      name: 'has a key that is nearly right',
      yaml: 'Header: {}\nscenarios: [{ request: GET / }]',
      says: 'did you mean headers?',
    },
  ])('that $name is wrong', expectOnly);
});

describe('a scenario', () => {
  test.each<Wrong>([
    { name: 'is text', yaml: 'scenarios: [GET /]', says: 'scenarios[0] must be a map with name, weight, request' },
    {
      name: 'has neither request nor steps',
      yaml: scenario('weight: 1'),
      says: 'scenarios[0] has no request. Add the key request.',
    },
    {
      name: 'has request and steps',
      yaml: 'scenarios: [{ request: GET /, steps: [{ request: GET / }] }]',
      says: 'scenarios[0].request is no key of a scenario with steps: it belongs to one of the steps.',
    },
    { name: 'has no step', yaml: flow(), says: 'scenarios[0].steps must be a list of at least one step; got []' },
    {
      name: 'has a name of two lines',
      yaml: scenario('name: "a\\nb", request: GET /'),
      says: 'name must be a line of at most 200 characters; got "a\\nb"',
    },
    {
      name: 'has a name with a placeholder',
      yaml: scenario('name: "{{a}}", request: GET /'),
      says: 'must be the same in every request, without {{ }}',
    },
    {
      name: 'has the name of another',
      yaml: 'scenarios: [{ name: a, request: GET / }, { name: a, request: GET /b }]',
      says: 'scenarios[1] is named "a", and so is scenarios[0]. Give each a name of its own',
    },
    {
      name: 'has the operation of another',
      yaml: 'scenarios: [{ request: GET /1 }, { request: GET /2 }]',
      says: 'scenarios[1] is named "GET /{id}", and so is scenarios[0]',
    },
    {
      name: 'weighs nothing',
      yaml: scenario('weight: 0, request: GET /'),
      says: 'weight must be a whole number from 1 to 1000; got 0. Write it as 1, or leave the scenario out.',
    },
    { name: 'weighs too much', yaml: scenario('weight: 1001, request: GET /'), says: 'got 1001. Write it as 3.' },
    {
      name: 'weighs a half',
      yaml: scenario('weight: 0.5, request: GET /'),
      says: 'whole number from 1 to 1000; got 0.5',
    },
    {
      name: 'weighs a text',
      yaml: scenario('weight: "3", request: GET /'),
      says: 'whole number from 1 to 1000; got "3"',
    },
    {
      name: 'has a step with its own weight',
      yaml: flow('request: GET /, weight: 2'),
      says: 'scenarios[0].steps[0].weight is no key of a step: it belongs to the scenario.',
    },
  ])('that $name is wrong', expectOnly);
});

describe('a step', () => {
  const anotherForm = 'must be a method and a path; got';
  test.each<Wrong>([
    { name: 'has no path', yaml: scenario('request: GET'), says: `${anotherForm} "GET"` },
    { name: 'has no method', yaml: scenario('request: /orders'), says: `${anotherForm} "/orders"` },
    { name: 'has a list as request', yaml: scenario('request: [GET, /]'), says: `${anotherForm} ["GET","/"]` },
    {
      name: 'has an unknown method',
      yaml: scenario('request: FETCH /'),
      says: 'must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, and a path; got "FETCH /"',
    },
    {
      name: 'has a path without slash',
      yaml: scenario('request: GET orders'),
      says: 'a path that starts with "/"; got "GET orders"',
    },
    {
      name: 'has a whole URL',
      yaml: scenario('request: GET HTTPS://shop/a?b=1'),
      says: 'which host is asked, the input "url" says; got "GET HTTPS://shop/a?b=1". Write it as GET /a?b=1.',
    },
    { name: 'has a URL without path', yaml: scenario('request: GET http://shop'), says: 'Write it as GET /.' },
    { name: 'has a path with a blank', yaml: scenario('request: GET /my orders'), says: 'without blanks and "#"' },
    { name: 'has a path with a fragment', yaml: scenario('request: GET /a#b'), says: 'without blanks and "#"' },
    {
      name: 'has a broken placeholder',
      yaml: scenario('request: "GET /{{1}}"'),
      says: 'has a placeholder that is none: "{{1}}" is not a placeholder. Write it as {{name}}, or \\{{ for two braces.',
    },
    {
      name: 'has an empty operation',
      yaml: scenario('request: GET /, operation: ""'),
      says: 'operation must be a line of at most 200 characters; got ""',
    },
    {
      name: 'has a placeholder as operation',
      yaml: scenario('request: GET /, operation: "GET /{{a}}"'),
      says: 'Write it as GET /orders/{order}.',
    },
    {
      name: 'has a pause without unit',
      yaml: scenario('request: GET /, think: 500'),
      says: 'think must be a time from 0ms to 60s, with its unit; got 500. Write it as 500ms or 500s, whichever you mean.',
    },
    {
      name: 'has too long a pause',
      yaml: scenario('request: GET /, think: 61s'),
      says: 'got "61s". Write it as 500ms or 2s.',
    },
    { name: 'has a pause below 0', yaml: scenario('request: GET /, think: -1s'), says: 'got "-1s"' },
    {
      name: 'expects no status',
      yaml: scenario('request: GET /, expect: []'),
      says: 'expect must be a status from 100 to 599',
    },
    {
      name: 'expects a word',
      yaml: scenario('request: GET /, expect: OK'),
      says: 'got "OK". Write it as 201, [200, 201] or 2xx.',
    },
    {
      name: 'expects a class that is none',
      yaml: scenario('request: GET /, expect: [200, 6xx]'),
      says: 'scenarios[0].expect[1] must be',
    },
    { name: 'expects half a status', yaml: scenario('request: GET /, expect: 200.5'), says: 'got 200.5' },
    {
      name: 'keeps a list',
      yaml: scenario('request: GET /, keep: [id]'),
      says: 'keep must be a map of names and where their values are; got ["id"]',
    },
    {
      name: 'keeps by a JSON path',
      yaml: scenario('request: GET /, keep: { a: $.order.id }'),
      says: 'must be a JSON pointer into the answer, or "header" and a name; got "$.order.id". Write it as /order/id.',
    },
    { name: 'keeps by a bare name', yaml: scenario('request: GET /, keep: { a: id }'), says: 'Write it as /id.' },
    { name: 'keeps by a broken pointer', yaml: scenario('request: GET /, keep: { a: /a~2 }'), says: 'got "/a~2"' },
    {
      name: 'keeps an unnamed header',
      yaml: scenario('request: GET /, keep: { a: "header " }'),
      says: 'got "header "',
    },
    {
      name: 'keeps under a name that cannot be asked for',
      yaml: scenario('request: GET /, keep: { 1st: /id }'),
      says: 'keep.1st is not a name that a placeholder can ask for',
    },
    {
      name: 'keeps under the name of a variable',
      yaml: `variables: { a: 1 }\n${scenario('request: GET /, keep: { a: /id }')}`,
      says: 'keep.a would hide the variable a. Keep it under another name.',
    },
    {
      name: 'has a misspelled key',
      yaml: scenario('request: GET /, bodyfile: x'),
      says: 'bodyfile is no key of a scenario: did you mean body-file?',
    },
  ])('that $name is wrong', expectOnly);
});

describe('a placeholder', () => {
  const known = 'variables: { customer: [{ id: 1, name: a }, { id: 2 }], n: { from: 1, to: 2 }, text: abc }\n';
  test.each<Wrong>([
    {
      name: 'nobody has defined',
      yaml: scenario('request: "GET /{{id}}"'),
      says: 'request uses {{id}}, which is not defined here. Define it under variables, or keep it in an earlier step.',
    },
    {
      name: 'is nearly right',
      yaml: `${known}${scenario('request: "GET /{{custmer.id}}"')}`,
      says: 'uses {{custmer.id}}, which is not defined here; did you mean {{customer}}?',
    },
    {
      name: 'is far from what there is',
      yaml: `${known}${scenario('request: "GET /{{x}}"')}`,
      says: 'Defined are customer, n, text.',
    },
    {
      name: 'is kept by its own step',
      yaml: flow('request: "GET /{{a}}", keep: { a: /id }'),
      says: 'steps[0].request uses {{a}}',
    },
    {
      name: 'is kept by a later step',
      yaml: flow('request: "GET /{{a}}"', 'request: GET /, keep: { a: /id }'),
      says: 'steps[0].request uses {{a}}',
    },
    {
      name: 'is kept by another scenario',
      yaml: 'scenarios: [{ request: GET /1, keep: { a: /id } }, { request: "GET /b/{{a}}" }]',
      says: 'scenarios[1].request uses {{a}}',
    },
    {
      name: 'goes into a kept value',
      yaml: flow('request: GET /, keep: { a: /order }', 'request: "GET /{{a.id}}"'),
      says: 'uses {{a.id}}, but what is in "a" is known only when a step has kept it. Keep /id under a name of its own.',
    },
    {
      name: 'asks for a field that one row has not',
      yaml: `${known}${scenario('request: "GET /{{customer.name}}"')}`,
      says: 'uses {{customer.name}}, but value 2 of customer has only id.',
    },
    {
      name: 'asks for a field of text',
      yaml: `${known}${scenario('request: "GET /{{text.id}}"')}`,
      says: 'but text has no fields.',
    },
    {
      name: 'asks for a field of a number',
      yaml: `${known}${scenario('request: "GET /{{n.id}}"')}`,
      says: 'but n is a number and has no fields.',
    },
    {
      name: 'asks for what every object has',
      yaml: `${known}${scenario('request: "GET /{{customer.toString}}"')}`,
      says: 'value 1 of customer has only id, name',
    },
    {
      name: 'stands in a query',
      yaml: scenario('request: GET /, query: { a: "{{x}}" }'),
      says: 'scenarios[0].query.a uses {{x}}',
    },
    {
      name: 'stands in a header',
      yaml: scenario('request: GET /, headers: { a: "{{x}}" }'),
      says: 'scenarios[0].headers.a uses {{x}}',
    },
    {
      name: 'stands deep in JSON',
      yaml: scenario('request: POST /, json: [{ a: ["{{x}}"] }]'),
      says: 'scenarios[0].json[0].a[0] uses {{x}}',
    },
    {
      name: 'stands in a body',
      yaml: scenario('request: POST /, body: "{{x}}"'),
      says: 'scenarios[0].body uses {{x}}',
    },
    {
      name: 'stands in a form',
      yaml: scenario('request: POST /, form: { a: [1, "{{x}}"] }'),
      says: 'scenarios[0].form.a[1] uses {{x}}',
    },
    {
      name: 'stands in the headers of all',
      yaml: `headers: { a: "{{x}}" }\n${flow('request: GET /', 'request: GET /')}`,
      says: 'headers.a uses {{x}} in scenarios[0].steps[0], which is not defined here',
    },
  ])('that $name is wrong', expectOnly);

  test('in the headers of all may be kept by an earlier step', async () => {
    const yaml = (auth: string) =>
      `auth: { bearer: "{{token}}" }\n${flow(`request: POST /login, ${auth} keep: { token: /t }`, 'request: GET /')}`;
    expect(await problemsOf(yaml('auth: none,'))).toEqual([]);
    expect(await problemsOf(yaml(''))).toEqual([
      expect.stringContaining('auth.bearer uses {{token}} in scenarios[0].steps[0]'),
    ]);
  });

  test('of a variable that is wrong itself is not called undefined', async () => {
    const problems = await problemsOf(`variables: { a: [] }\n${scenario('request: "GET /{{a.b}}"')}`);
    expect(problems).toEqual([expect.stringContaining('variables.a must be')]);
  });

  test('of a step that is wrong otherwise is known to the steps after it', async () => {
    const problems = await problemsOf(flow('request: GET, keep: { a: /id }', 'request: "GET /{{a}}"'));
    expect(problems).toEqual([expect.stringContaining('steps[0].request must be')]);
  });
});

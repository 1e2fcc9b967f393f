import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequestLines, workloadOfLines } from '../../src/scenario/request-line.js';
import { literal, showTemplate } from '../../src/scenario/template.js';
import type { Body, Scenario, Step } from '../../src/scenario/workload.js';

function scenarios(text: string): Scenario[] {
  return readRequestLines(text).map((line) => {
    if (line.kind === 'wrong') throw new Error(line.reason);
    return line.scenario;
  });
}

function json(text: string): Body {
  return { kind: 'text', text: [text], contentType: 'application/json' };
}

type Asked = Pick<Step, 'method' | 'operation' | 'body'> & { readonly weight: number; readonly path: string };

describe('a request line', () => {
  const right: { name: string; line: string; asked: Asked }[] = [
    {
      name: 'a path',
      line: '1 GET /orders',
      asked: { weight: 1, method: 'GET', path: '/orders', operation: 'GET /orders', body: null },
    },
    {
      name: 'the root',
      line: '1000 GET /',
      asked: { weight: 1000, method: 'GET', path: '/', operation: 'GET /', body: null },
    },
    {
      name: 'a query',
      line: '2 GET /orders?page=2&q=a%20b',
      asked: { weight: 2, method: 'GET', path: '/orders?page=2&q=a%20b', operation: 'GET /orders', body: null },
    },
    {
      name: 'a method in lower case',
      line: '1 delete /o/1',
      asked: { weight: 1, method: 'DELETE', path: '/o/1', operation: 'DELETE /o/{id}', body: null },
    },
    {
      name: 'a body with spaces',
      line: '3 POST /orders {"sku": "A 1", "quantity": 2}',
      asked: {
        weight: 3,
        method: 'POST',
        path: '/orders',
        operation: 'POST /orders',
        body: json('{"sku": "A 1", "quantity": 2}'),
      },
    },
    {
      name: 'a body that is a number',
      line: '1 PUT /count 7',
      asked: { weight: 1, method: 'PUT', path: '/count', operation: 'PUT /count', body: json('7') },
    },
    {
      name: 'wide gaps and tabs',
      line: '  1\tGET   /orders  ',
      asked: { weight: 1, method: 'GET', path: '/orders', operation: 'GET /orders', body: null },
    },
    {
      name: 'a path that begins with two slashes',
      line: '1 GET //a',
      asked: { weight: 1, method: 'GET', path: '//a', operation: 'GET //a', body: null },
    },
    {
      name: 'two braces, which are no placeholder here',
      line: '1 POST /{{a}} "{{b}}"',
      asked: { weight: 1, method: 'POST', path: '/{{a}}', operation: 'POST /{{a}}', body: json('"{{b}}"') },
    },
  ];
  test.each(right)('with $name is a scenario of one request', ({ line, asked }) => {
    const { weight, path, ...rest } = asked;
    const nothing = { query: [], headers: [], auth: null, expected: null, keeps: [], thinkMs: 0 };
    expect(scenarios(line)).toEqual([
      { name: `${asked.method} ${path}`, weight, steps: [{ ...rest, ...nothing, path: literal(path) }] },
    ]);
  });

  const wrong: { name: string; line: string; reason: string }[] = [
    { name: 'a word', line: 'orders', reason: 'has no weight, method and path' },
    { name: 'no path', line: '1 GET', reason: 'has no weight, method and path' },
    { name: 'no weight', line: 'GET /orders', reason: 'has no weight, method and path' },
    {
      name: 'a weight in words',
      line: 'often GET /orders',
      reason: 'has the weight "often", not a whole number from 1 to 1000',
    },
    { name: 'the weight 0', line: '0 GET /', reason: 'has the weight "0", not a whole number from 1 to 1000' },
    { name: 'a weight below 0', line: '-1 GET /', reason: 'has the weight "-1", not a whole number from 1 to 1000' },
    { name: 'half a weight', line: '0.5 GET /', reason: 'has the weight "0.5", not a whole number from 1 to 1000' },
    {
      name: 'a weight above 1000',
      line: '1001 GET /',
      reason: 'has the weight "1001", not a whole number from 1 to 1000',
    },
    {
      name: 'an endless weight',
      line: 'Infinity GET /',
      reason: 'has the weight "Infinity", not a whole number from 1 to 1000',
    },
    {
      name: 'an unknown method',
      line: '1 FETCH /',
      reason: 'has the method "FETCH", not one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    },
    {
      name: 'the path before the method',
      line: '1 /orders GET',
      reason: 'has the method "/orders", not one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    },
    {
      name: 'a path without slash',
      line: '1 GET orders',
      reason: 'has the path "orders", which does not start with "/"',
    },
    {
      name: 'a whole URL',
      line: '1 GET https://shop/orders',
      reason: 'has the path "https://shop/orders", which does not start with "/"',
    },
    { name: 'a body that is not JSON', line: '1 POST /orders {sku: 1}', reason: 'has a body that is not JSON' },
    { name: 'a path with a space', line: '1 GET /my orders', reason: 'has a body that is not JSON' },
  ];
  test.each(wrong)('with $name is wrong: it $reason', ({ line, reason }) => {
    expect(readRequestLines(line)).toEqual([{ kind: 'wrong', line, reason }]);
  });
});

describe('request lines', () => {
  test('may have empty lines and comments between them, and any line end', () => {
    const read = scenarios('# the shop\r\n1 GET /a\r\n\r\n   # more\n2 GET /b\n');
    expect(read.map(({ steps }) => showTemplate(steps[0]!.path))).toEqual(['/a', '/b']);
  });

  test('without any line are none', () => {
    expect(readRequestLines('\n# nothing\n  ')).toEqual([]);
  });

  test('that are wrong do not hide those that are right', () => {
    expect(readRequestLines('x\n1 GET /a\n1 GET b').map(({ kind }) => kind)).toEqual(['wrong', 'scenario', 'wrong']);
  });

  test('of one method and path have names of their own', () => {
    const read = scenarios('1 POST /orders 1\n2 POST /orders 2\n1 GET /orders\n1 POST /orders 3');
    expect(read.map(({ name }) => name)).toEqual([
      'POST /orders',
      'POST /orders (2)',
      'GET /orders',
      'POST /orders (3)',
    ]);
  });

  test('are a workload together, without those that are wrong', () => {
    const workload = workloadOfLines(readRequestLines('2 GET /a\nx\n1 GET /b'));
    expect(workload.scenarios.map(({ name, weight }) => ({ name, weight }))).toEqual([
      { name: 'GET /a', weight: 2 },
      { name: 'GET /b', weight: 1 },
    ]);
    expect(workload.variables.size).toBe(0);
  });

  test('of any text are scenarios or wrong', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of readRequestLines(text)) expect(['scenario', 'wrong']).toContain(line.kind);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RequestTemplate, readRequestLines } from '../../src/drive/request-line.js';

function templates(text: string): RequestTemplate[] {
  return readRequestLines(text).map((line) => {
    if (line.kind === 'wrong') throw new Error(line.reason);
    return line.template;
  });
}

describe('a request line', () => {
  const right: { name: string; line: string; template: RequestTemplate }[] = [
    { name: 'a path', line: '1 GET /orders', template: { weight: 1, method: 'GET', path: '/orders', body: null } },
    { name: 'the root', line: '1000 GET /', template: { weight: 1000, method: 'GET', path: '/', body: null } },
    {
      name: 'a query',
      line: '2 GET /orders?page=2&q=a%20b',
      template: { weight: 2, method: 'GET', path: '/orders?page=2&q=a%20b', body: null },
    },
    {
      name: 'a method in lower case',
      line: '1 delete /o/1',
      template: { weight: 1, method: 'DELETE', path: '/o/1', body: null },
    },
    {
      name: 'a body with spaces',
      line: '3 POST /orders {"sku": "A 1", "quantity": 2}',
      template: { weight: 3, method: 'POST', path: '/orders', body: '{"sku": "A 1", "quantity": 2}' },
    },
    {
      name: 'a body that is a number',
      line: '1 PUT /count 7',
      template: { weight: 1, method: 'PUT', path: '/count', body: '7' },
    },
    {
      name: 'wide gaps and tabs',
      line: '  1\tGET   /orders  ',
      template: { weight: 1, method: 'GET', path: '/orders', body: null },
    },
    {
      name: 'a path that begins with two slashes',
      line: '1 GET //a',
      template: { weight: 1, method: 'GET', path: '//a', body: null },
    },
  ];
  test.each(right)('with $name is read', ({ line, template }) => {
    expect(readRequestLines(line)).toEqual([{ kind: 'template', template }]);
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
    expect(templates('# the shop\r\n1 GET /a\r\n\r\n   # more\n2 GET /b\n').map(({ path }) => path)).toEqual([
      '/a',
      '/b',
    ]);
  });

  test('without any line are none', () => {
    expect(readRequestLines('\n# nothing\n  ')).toEqual([]);
  });

  test('that are wrong do not hide those that are right', () => {
    expect(readRequestLines('x\n1 GET /a\n1 GET b').map(({ kind }) => kind)).toEqual(['wrong', 'template', 'wrong']);
  });

  test('of any text are templates or wrong', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of readRequestLines(text)) expect(['template', 'wrong']).toContain(line.kind);
      }),
    );
  });
});

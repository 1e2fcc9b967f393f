import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpFacts } from '../../src/trace/entity.js';
import { foldPath, httpOperation, operationOf } from '../../src/trace/operation.js';
import { aSegment } from '../support/segment-builder.js';

describe('a path is folded', () => {
  const folds: { name: string; path: string; folded: string }[] = [
    { name: 'a number', path: '/orders/42', folded: '/orders/{id}' },
    { name: 'a number in the middle', path: '/orders/42/lines', folded: '/orders/{id}/lines' },
    { name: 'several numbers', path: '/orders/42/lines/7', folded: '/orders/{id}/lines/{id}' },
    { name: 'a UUID', path: '/o/3F2504E0-4F89-11D3-9A0C-0305E82C3301', folded: '/o/{id}' },
    { name: 'a ULID', path: '/o/01ARZ3NDEKTSV4RRFFQ69G5FAV', folded: '/o/{id}' },
    { name: 'an object id', path: '/o/507f1f77bcf86cd799439011', folded: '/o/{id}' },
    { name: 'a short commit hash', path: '/builds/3f9c1e7a', folded: '/builds/{id}' },
    { name: 'a number with a prefix', path: '/o/order-42', folded: '/o/{id}' },
    { name: 'an id with a prefix and letters', path: '/c/cus_1a2b', folded: '/c/{id}' },
    { name: 'an opaque token', path: '/t/Zx9_kQ2mNpL-rTvW', folded: '/t/{id}' },
    { name: 'an encoded number', path: '/o/%34%32', folded: '/o/{id}' },
    { name: 'a query', path: '/orders?page=2', folded: '/orders' },
    { name: 'a query with a path in it', path: '/go?to=/orders/42', folded: '/go' },
    { name: 'a fragment', path: '/orders#top', folded: '/orders' },
    { name: 'a query behind a number', path: '/orders/42?full=1', folded: '/orders/{id}' },
    { name: 'nothing', path: '', folded: '/' },
    { name: 'only a query', path: '?a=1', folded: '/' },
    { name: 'the root', path: '/', folded: '/' },
    { name: 'a slash at the end', path: '/orders/', folded: '/orders/' },
    { name: 'an encoding that is none', path: '/o/%E0%A4%A', folded: '/o/%E0%A4%A' },
  ];
  test.each(folds)('$name: $path → $folded', ({ path, folded }) => {
    expect(foldPath(path)).toBe(folded);
  });

  const names = [
    '/orders',
    '/v2/orders',
    '/api/v1',
    '/users/me',
    '/deadbeef',
    '/checkout-complete',
    '/s3',
    '/oauth2/token',
    '/feed',
    '/a-b-c',
    '/international-orders',
  ];
  test.each(names)('%s stays as it is', (path) => {
    expect(foldPath(path)).toBe(path);
  });

  test('once is enough: a folded path folds to itself', () => {
    fc.assert(fc.property(fc.webPath(), (path) => foldPath(foldPath(path)) === foldPath(path)));
  });

  test('any text folds to a path without query', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => !/[?#]/.test(foldPath(path))));
  });
});

describe('the operation of a segment', () => {
  const http = (facts: Partial<HttpFacts>): HttpFacts => ({
    method: null,
    url: null,
    userAgent: null,
    clientIp: null,
    status: null,
    contentLengthBytes: null,
    ...facts,
  });
  const operations: { name: string; http: HttpFacts | null; operation: string }[] = [
    {
      name: 'a whole URL',
      http: http({ method: 'get', url: 'https://shop.example.com:8443/orders/42?x=1' }),
      operation: 'GET /orders/{id}',
    },
    {
      name: 'a URL without a path',
      http: http({ method: 'GET', url: 'https://shop.example.com' }),
      operation: 'GET /',
    },
    { name: 'a path for a URL', http: http({ method: 'PUT', url: '/orders/42' }), operation: 'PUT /orders/{id}' },
    { name: 'no method', http: http({ url: 'https://h/orders' }), operation: 'GET /orders' },
    { name: 'no URL', http: http({ method: 'GET', status: 200 }), operation: 'api' },
    { name: 'no HTTP', http: null, operation: 'api' },
  ];
  test.each(operations)('with $name is $operation', ({ http, operation }) => {
    expect(operationOf(aSegment({ http }))).toBe(operation);
  });

  test('is named as the request that was driven', () => {
    const segment = aSegment({ http: http({ method: 'POST', url: 'http://h/orders/7?a=1' }) });
    expect(httpOperation('post', '/orders/8')).toBe(operationOf(segment));
  });
});

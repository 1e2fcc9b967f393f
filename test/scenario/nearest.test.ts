import { expect, test } from 'vitest';
import { nearest } from '../../src/scenario/nearest.js';

const KEYS = ['request', 'operation', 'query', 'headers', 'json', 'body', 'body-file', 'form', 'expect', 'think'];

test.each([
  ['requst', 'request'],
  ['header', 'headers'],
  ['heaedrs', 'headers'],
  ['bodyFile', 'body-file'],
  ['body_file', 'body-file'],
  ['JSON', 'json'],
  ['expected', 'expect'],
  ['from', 'form'],
  ['boddy', 'body'],
  ['url', null],
  ['status', null],
  ['b', null],
  ['', null],
  ['x'.repeat(100_000), null],
])('of %j the nearest key is %j', (name, key) => {
  expect(nearest(name, KEYS)).toBe(key);
});

test('of nothing nothing is near', () => {
  expect(nearest('a', [])).toBeNull();
});

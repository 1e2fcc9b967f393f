import { expect, test } from 'vitest';
import { matchOf, parsePattern } from '../../src/compare/name-pattern.js';

test.each([
  ['orders', 'orders', []],
  ['orders', 'orders-2', null],
  ['*', '', ['']],
  ['*', 'anything at all', ['anything at all']],
  ['orders-*', 'orders-', ['']],
  ['orders-*', 'orders', null],
  ['*-table', 'shop-table', ['shop']],
  ['*-pr-*-table', 'shop-pr-12-table', ['shop', '12']],
  ['*-pr-*-table', 'shop-pr-12-pr-13-table', ['shop', '12-pr-13']],
  ['a*a', 'a', null],
  ['a*a', 'aa', ['']],
  ['**', 'x', ['', 'x']],
  ['a.b', 'aXb', null],
  ['Orders', 'orders', null],
])('%s and %s', (pattern, name, stars) => {
  expect(matchOf(parsePattern(pattern), name)).toEqual(stars);
});

test('a pattern made to be slow is not', () => {
  expect(matchOf(parsePattern(`${'*a'.repeat(90)}b`), 'a'.repeat(20_000))).toBeNull();
});

import { expect, test } from 'vitest';
import { keepSecret } from '../../src/scenario/secret.js';

test.each([
  ['a^b|c{d}', 'a%5Eb|c%7Bd%7D'],
  ['what?#', 'what%3F%23'],
  ['a b', 'a%20b'],
  ['a b', 'a+b'],
  ['say "a"', 'say \\"a\\"'],
])('the secret %s is known again as %s', (secret, written) => {
  const secrets = new Set<string>();
  keepSecret(secret, secrets);
  expect([...secrets]).toContain(written);
});

test.each(['', '..', 'a/../b'])('no part of the secret %j is taken for one', (secret) => {
  const secrets = new Set<string>();
  keepSecret(secret, secrets);
  for (const kept of secrets) expect(decodeURIComponent(kept)).toBe(secret);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fakeOutside } from '../support/fake-outside.js';
import { problemsOf, stepsOf } from '../support/scenario-yaml.js';

const text = readFileSync('docs/scenarios.md', 'utf8');
const examples = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, example]) => example!);

const outside = fakeOutside(
  {
    '.github/customers.csv': 'id,email\n1,a@example.com\n',
    '.github/order.json': '{"sku": "{{tenant}}"}',
  },
  { SHOP_API_KEY: 'a', ADA_PASSWORD: 'b', BOB_PASSWORD: 'c' },
);

/** Examples of steps are what a scenario has them in. */
function whole(example: string): string {
  if (!example.startsWith('- ')) return example;
  const steps = example.replaceAll(/^(?=.)/gm, '    ');
  return `variables: { tenant: acme, key: { secret: SHOP_API_KEY } }\nscenarios:\n  - name: example\n    steps:\n${steps}`;
}

describe('docs/scenarios.md', () => {
  test.each(examples)('has examples that can be read:\n%s', async (example) => {
    expect(await problemsOf(whole(example), outside)).toEqual([]);
  });

  test('has examples of each kind of authorization', async () => {
    const example = examples.find((each) => each.includes('basic'))!;
    expect(await stepsOf(whole(example), outside)).toHaveLength(7);
  });

  test.each(
    ['scenarios', 'variables', 'headers', 'auth', 'name', 'weight', 'steps', 'request', 'operation', 'query'].concat([
      'json',
      'body',
      'body-file',
      'form',
      'expect',
      'keep',
      'think',
      'from',
      'to',
      'file',
      'secret',
      'bearer',
      'basic',
      'api-key',
      'oauth',
      'token-url',
      'client-id',
      'client-secret',
      'scope',
      'audience',
      'sigv4',
      'service',
      'region',
    ]),
  )('says what %s is', (key) => {
    expect(text).toMatch(new RegExp(`\\b${key}\\b`));
  });
});

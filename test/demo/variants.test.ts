import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../demo/gate-result.js';
import { unexpected, VARIANTS, type Variant } from '../../demo/variants.js';

const SHOP = join(import.meta.dirname, '../../demo/shop');

/** What the shop's processes know of a build. */
async function differencesOf(build: string): Promise<Record<string, unknown>> {
  const source = `const { build } = await import('./builds.js'); console.log(JSON.stringify(build));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
    cwd: SHOP,
    env: { ...process.env, BUILD: build },
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const finding = (overrides: Partial<Finding>): Finding => ({
  metric: 'typical',
  operation: 'POST /orders',
  node: null,
  edge: null,
  baseline: 50,
  candidate: 55,
  ratio: 1.1,
  p: 0.0005,
  ...overrides,
});

const regressed = (...findings: Finding[]) => ({ verdict: 'regressed', reasons: [], findings });

const variantOf = (candidate: string): Variant => VARIANTS.find((variant) => variant.candidate === candidate)!;

/** What is one thing to the customer may be two settings of the shop: how many are refused, and how often they are sent again. */
const SETTINGS: Readonly<Record<string, number>> = { 'v2-retry-storm': 2 };

test.each(VARIANTS)('$candidate differs from its baseline by one thing', async ({ baseline, candidate }) => {
  const [before, after] = await Promise.all([differencesOf(baseline), differencesOf(candidate)]);
  const different = Object.keys(after).filter((name) => before[name] !== after[name]);
  expect(different).toHaveLength(SETTINGS[candidate] ?? 1);
});

const toOrders = { edge: { from: 'order-processor', to: 'orders' } };

test('findings that name the fault and what follows from it are as planned', () => {
  const found = regressed(finding({ metric: 'calls', ...toOrders }), finding({ metric: 'p95' }));
  expect(unexpected(variantOf('v2-one-more-read'), found)).toEqual([]);
});

test('a run that names nothing is not as planned', () => {
  const nothing = { verdict: 'passed', reasons: [], findings: [] };
  expect(unexpected(variantOf('v2-one-more-read'), nothing)).toEqual([
    'The verdict is passed; it should be regressed.',
    '1 of the 1 things that should be named are not.',
  ]);
  expect(unexpected(variantOf('v2-one-more-read'), null)).toEqual(['The action left no result.']);
});

test('a finding that blames anything else is not as planned', () => {
  const found = regressed(finding({ metric: 'calls', ...toOrders }), finding({ node: 'inventory' }));
  expect(unexpected(variantOf('v2-one-more-read'), found)).toEqual(['A finding blames typical of inventory.']);
});

test('a build with cold starts alone must pass', () => {
  expect(unexpected(variantOf('v2-function'), regressed(finding({})))).toEqual([
    'The verdict is regressed; it should be passed.',
    'A finding blames typical of POST /orders.',
  ]);
  expect(unexpected(variantOf('v2-function'), { verdict: 'passed', reasons: [], findings: [] })).toEqual([]);
});

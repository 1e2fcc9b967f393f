import { expect, test } from 'vitest';
import type { Finding } from '../../demo/gate-result.js';
import { PLANTED_FAULTS } from '../../demo/planted-faults.js';

const finding = (overrides: Partial<Finding>): Finding => ({
  metric: 'p95',
  operation: 'POST /orders',
  node: null,
  edge: null,
  baseline: 50,
  candidate: 65,
  ratio: 1.3,
  p: 0.0005,
  ...overrides,
});

const to = (from: string, to: string) => ({ edge: { from, to } });

test.each([
  ['the slow table', finding({ metric: 'p95', ...to('order-processor', 'order-lines') }), 'order-lines is queried'],
  ['one more query', finding({ metric: 'calls', ...to('inventory', 'stock') }), 'stock is read once'],
  ['the orders that fault', finding({ metric: 'faults', node: 'order-processor' }), '6 % of the orders fault'],
  [
    'the new service',
    finding({ metric: 'edge', operation: null, ...to('order-processor', 'fraud-check') }),
    'a new service',
  ],
])('a finding of %s names that fault and no other', (_, found, name) => {
  const named = PLANTED_FAULTS.filter(({ namedBy }) => namedBy(found)).map(({ name }) => name);
  expect(named).toEqual([expect.stringContaining(name)]);
});

test.each([
  ['a slower whole operation', finding({ metric: 'typical' })],
  ['a slower other table', finding({ metric: 'p95', ...to('order-processor', 'orders') })],
  ['more calls to another service', finding({ metric: 'calls', ...to('order-processor', 'notification') })],
  ['a new edge elsewhere', finding({ metric: 'edge', ...to('api', 'inventory') })],
])('%s names no planted fault', (_, found) => {
  expect(PLANTED_FAULTS.filter(({ namedBy }) => namedBy(found))).toEqual([]);
});

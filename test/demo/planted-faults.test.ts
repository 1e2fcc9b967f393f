import { expect, test } from 'vitest';
import type { GateRun } from '../../demo/action-process.js';
import type { Finding } from '../../demo/gate-result.js';
import { followsFromPlanted, PLANTED_FAULTS } from '../../demo/planted-faults.js';
import { failuresOf } from '../../demo/summary.js';

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
  ['faults of the whole operation', finding({ metric: 'faults' })],
  ['faults of another service', finding({ metric: 'faults', node: 'inventory' })],
])('%s names no planted fault', (_, found) => {
  expect(PLANTED_FAULTS.filter(({ namedBy }) => namedBy(found))).toEqual([]);
});

test.each([
  ['a slower whole operation', finding({ metric: 'typical', operation: 'GET /orders/{id}' }), true],
  ['faults of the orders', finding({ metric: 'faults' }), true],
  ['an order that faults whenever it is sent', finding({ metric: 'replay', node: 'order-processor' }), true],
  ['faults of an operation without planted ones', finding({ metric: 'faults', operation: 'GET /orders/{id}' }), false],
  ['a slower other table', finding({ ...to('order-processor', 'orders') }), false],
  ['throttles of the orders', finding({ metric: 'throttles' }), false],
])('%s follows from what was planted: %s', (_, found, follows) => {
  expect(followsFromPlanted(found)).toBe(follows);
});

test('the demo fails for a finding too many, and for none of those that real runs make', () => {
  const run = (build: 'v2-same' | 'v2-bad', findings: readonly Finding[]): GateRun => ({
    build,
    exitCode: build === 'v2-bad' ? 1 : 0,
    seconds: 60,
    folder: 'out',
    lastLines: [],
    result: {
      verdict: build === 'v2-bad' ? 'regressed' : 'passed',
      reasons: [],
      findings,
      others: [],
      design: null,
    },
  });
  const real = [
    ...['typical', 'p95'].flatMap((metric) =>
      ['GET /orders/{id}', 'POST /orders'].flatMap((operation) => [
        finding({ metric, operation }),
        finding({ metric, operation, ...to('order-processor', 'order-lines') }),
      ]),
    ),
    finding({ metric: 'faults' }),
    finding({ metric: 'faults', node: 'order-processor' }),
    finding({ metric: 'calls', ...to('inventory', 'stock') }),
    finding({ metric: 'edge', operation: null, ...to('order-processor', 'fraud-check') }),
  ];
  const same = run('v2-same', []);
  expect(failuresOf(same, run('v2-bad', real))).toEqual([]);
  expect(failuresOf(same, run('v2-bad', [...real, finding({ metric: 'faults', node: 'inventory' })]))).toEqual([
    'A finding blames faults of inventory.',
  ]);
  expect(
    failuresOf(
      same,
      run(
        'v2-bad',
        real.filter(({ node }) => node === null),
      ),
    ),
  ).toEqual(['no finding names: 6 % of the orders fault.']);
});

import { type ChildProcess, execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { endProcess } from '../../demo/end-process.js';
import type { Finding } from '../../demo/gate-result.js';
import { blamedBy, buildSlowedBy, SLOW_DOWNS_PERCENT } from '../../demo/slow-builds.js';

const SHOP = join(import.meta.dirname, '../../demo/shop');

const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) await endProcess(child);
});

/** What the shop's processes know of a build, as JSON. */
async function differencesOf(build: string): Promise<Record<string, unknown>> {
  const source = `const { build } = await import('./builds.js'); console.log(JSON.stringify(build));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
    cwd: SHOP,
    env: { ...process.env, BUILD: build },
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** The middle of the times that 31 queries of one order's lines took, one after the other, in milliseconds. */
async function medianMs(endpoint: string, index: string): Promise<number> {
  const times: number[] = [];
  while (times.length < 31) {
    const startMs = performance.now();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.Query' },
      body: JSON.stringify({
        TableName: 'order-lines',
        IndexName: index,
        KeyConditionExpression: '#order = :order',
        ExpressionAttributeNames: { '#order': 'order' },
        ExpressionAttributeValues: { ':order': { N: '1042' } },
      }),
    });
    expect(await response.json()).toMatchObject({ Count: 2, ScannedCount: 2 });
    times.push(performance.now() - startMs);
  }
  return times.toSorted((a, b) => a - b)[15]!;
}

test('a slow build is v1 but for the index by which it reads order-lines', async () => {
  const v1 = await differencesOf('v1');
  for (const percent of SLOW_DOWNS_PERCENT) {
    const linesIndex = percent === 0 ? 'by-order' : `by-order-slow-${percent}`;
    expect(await differencesOf(buildSlowedBy(percent))).toEqual({ ...v1, linesIndex });
  }
});

test('the index of v2-slow-50 has the same items and takes about half as long again', async () => {
  const child = fork(join(SHOP, 'dynamodb-endpoint.js'), { env: { PATH: process.env.PATH } });
  started.push(child);
  const endpoint = await new Promise<string>((resolve) => {
    child.once('message', ({ url }: { readonly url: string }) => resolve(url));
  });

  const [usualMs, slowMs] = await Promise.all([medianMs(endpoint, 'by-order'), medianMs(endpoint, 'by-order-slow-50')]);
  expect(slowMs / usualMs).toBeGreaterThan(1.15);
  expect(slowMs / usualMs).toBeLessThan(1.9);
});

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

const toLines = { edge: { from: 'order-processor', to: 'order-lines' } };

test.each([
  ['the time of the edge to the slow table', finding(toLines), 'dependency'],
  ['its p95', finding({ metric: 'p95', ...toLines }), 'dependency'],
  ['its time as a node', finding({ node: 'order-lines' }), 'dependency'],
  ['the time of a whole operation', finding({}), 'operation'],
  ['calls to the slow table', finding({ metric: 'calls', ...toLines }), 'other'],
  ['faults of an operation', finding({ metric: 'faults' }), 'other'],
  ['the self time of the caller', finding({ node: 'order-processor' }), 'other'],
  ['another table', finding({ edge: { from: 'order-processor', to: 'orders' } }), 'other'],
  ['a new edge', finding({ metric: 'edge', ...toLines }), 'other'],
] as const)('a finding of %s blames the right thing', (_, found, blames) => {
  expect(blamedBy(found)).toBe(blames);
});

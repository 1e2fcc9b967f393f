import { describe, expect, test } from 'vitest';
import { importFixture, workloadOf, workloadOfYaml } from './imported-workload.js';

const FILES = { 'order.json': '{"sku":"A-1"}' };

describe.each([
  ['petstore.yaml', 5],
  ['orders.openapi.yaml', 7],
  ['shop.har', 2],
  ['rest-client.http', 6],
  ['jetbrains.http', 2],
  ['visual-studio.http', 2],
])('%s', (name, scenarios) => {
  test('becomes scenarios that the gate reads without a complaint', async () => {
    const { document } = await importFixture(name);
    const workload = await workloadOf(document, FILES);
    expect(workload.scenarios).toHaveLength(scenarios);
  });

  test('is the same after it was written as YAML', async () => {
    const imported = await importFixture(name);
    expect(await workloadOfYaml(imported, FILES)).toEqual(await workloadOf(imported.document, FILES));
  });

  test('is the same every time', async () => {
    expect(await importFixture(name)).toEqual(await importFixture(name));
  });
});

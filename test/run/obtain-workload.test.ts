import { describe, expect, test } from 'vitest';
import { obtainWorkload } from '../../src/run/obtain-workload.js';
import { readRequestLines } from '../../src/scenario/request-line.js';
import type { TrafficWish } from '../../src/traffic-input.js';

const SECRETIVE = `
sources: [{ region: eu-west-1 }]
variables: { key: { secret: SHOP_KEY } }
scenarios: [{ name: shop, request: GET /, headers: { a: "{{key}}" } }]`;
const USUAL = '.github/xray-gate.yml';

const lines = readRequestLines('1 GET /health').flatMap((line) => (line.kind === 'scenario' ? [line.scenario] : []));
const usual: TrafficWish = { lines, file: { path: USUAL, mustExist: false } };
const named: TrafficWish = { lines: [], file: { path: 'perf/shop.yml', mustExist: true } };

async function obtained(
  files: Readonly<Record<string, string>>,
  {
    traffic = usual,
    mode = 'gate' as 'gate' | 'compare',
    environment = { SHOP_KEY: 's3cret' } as Record<string, string>,
  },
) {
  const masked: string[] = [];
  const assignment = await obtainWorkload(
    { mode, traffic },
    {
      files: {
        readText: async (path) => files[path] ?? null,
        readJson: async () => null,
        write: async () => {},
        writeLines: async () => {},
      },
      environment: { variable: (name) => environment[name], mask: (secret) => masked.push(secret) },
      progress: { step: () => {}, sent: () => {}, settled: () => {} },
    },
  );
  const { workload, configuration } = assignment;
  return { sends: workload.scenarios.map(({ name }) => name), sources: configuration.sources.length, masked };
}

describe('what is sent, and where traces are, is read', () => {
  test('of the usual file', async () => {
    const read = await obtained({ [USUAL]: SECRETIVE }, {});
    expect(read).toEqual({ sends: ['shop'], sources: 1, masked: ['s3cret'] });
  });

  test('of the inputs where there is no file', async () => {
    expect(await obtained({}, {})).toEqual({ sends: ['GET /health'], sources: 0, masked: [] });
  });

  test('of the inputs and the usual file where that has no scenarios', async () => {
    const read = await obtained({ [USUAL]: 'sources: [{ region: eu-west-1 }]' }, {});
    expect(read).toEqual({ sends: ['GET /health'], sources: 1, masked: [] });
  });

  test('of the inputs and the sections of the usual file where "requests" is given, without a secret', async () => {
    const read = await obtained({ [USUAL]: SECRETIVE }, { traffic: { lines, file: null }, environment: {} });
    expect(read).toEqual({ sends: ['GET /health'], sources: 1, masked: [] });
  });

  test('of the file that "scenarios" names, and not of the usual one', async () => {
    const read = await obtained({ 'perf/shop.yml': SECRETIVE, [USUAL]: 'nonsense: 1' }, { traffic: named });
    expect(read).toMatchObject({ sends: ['shop'], sources: 1 });
  });

  test('of a document of another kind and of the usual file', async () => {
    const traffic: TrafficWish = { lines: [], file: { path: 'shop.http', mustExist: true } };
    const files = { 'shop.http': 'GET http://shop.example.com/orders\n', [USUAL]: SECRETIVE };
    expect(await obtained(files, { traffic, environment: {} })).toMatchObject({ sends: ['GET /orders'], sources: 1 });
  });

  test('without scenarios and their secrets where nothing is sent', async () => {
    const nothing = { mode: 'compare' as const, environment: {} };
    expect(await obtained({ [USUAL]: SECRETIVE }, nothing)).toMatchObject({ sources: 1, masked: [] });
    expect(await obtained({ 'perf/shop.yml': SECRETIVE }, { ...nothing, traffic: named })).toMatchObject({
      sources: 1,
    });
  });

  test('of a named file only where that is there and says what to send', async () => {
    await expect(obtained({}, { traffic: named })).rejects.toThrow('There is no file of scenarios perf/shop.yml.');
    const sections = { 'perf/shop.yml': 'sources: [{ region: eu-west-1 }]' };
    await expect(obtained(sections, { traffic: named })).rejects.toThrow('the file has no scenarios');
  });
});

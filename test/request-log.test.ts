import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files } from '../src/adapters/files.js';
import { readInputs } from '../src/inputs.js';
import { runGate } from '../src/main.js';
import { saveRequests } from '../src/publish.js';
import { type Behaviour, BLUE, GREEN, simulatedWorld } from './support/simulated-world.js';

const INPUTS: Readonly<Record<string, string>> = {
  url: GREEN,
  version: 'v2',
  'baseline-url': BLUE,
  baseline: 'v1',
  requests: '1 GET /orders',
  rate: '5',
  'warm-up': '2s',
  pairs: '200',
  'ready-timeout': '0s',
  seed: '7',
};

interface Line {
  readonly traceId: string;
  readonly slot: number;
  readonly departedMs: number;
  readonly endMs: number;
  readonly judged: boolean;
}

/** A run against the simulated versions, and the lines that it left. */
async function logOf(v2: Behaviour, overrides: Readonly<Record<string, string>> = {}) {
  const { world, clock, transport } = simulatedWorld({ v2 });
  const settings = readInputs((name) => ({ ...INPUTS, ...overrides })[name]);
  const run = await clock.run(runGate(settings, world));
  const folder = await mkdtemp(join(tmpdir(), 'request-log-'));
  await saveRequests(run.traffic, folder, files);
  const text = await readFile(join(folder, 'requests.jsonl'), 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  const measured = transport.departures
    .map(({ request }) => request.headers)
    .filter((headers) => headers['user-agent']?.startsWith('xray-gate/'))
    .map((headers) => /Root=([^;]+)/.exec(headers['x-amzn-trace-id'] ?? '')?.[1]);
  return { run, lines, measured };
}

const worse: Behaviour = { slowness: () => 1.8 };
const idsOf = (lines: readonly Line[]) => lines.map(({ traceId }) => traceId).sort();

describe('requests.jsonl', () => {
  test('has a line for each measured request that left, also after the look that was enough', async () => {
    const { lines, measured } = await logOf(worse, { 'early-stop': 'first' });
    expect(idsOf(lines)).toEqual(measured.sort());
    expect(lines.filter(({ judged }) => !judged).length).toBeGreaterThan(10);
  });

  test('calls those judged of which the evidence is made, and no others', async () => {
    const { run, lines } = await logOf(worse, { 'early-stop': 'first' });
    const evidence = run.saved?.evidence;
    if (evidence?.confirmation.kind !== 'measured') throw new Error('there was no second stage');
    const { screen, confirmation } = evidence;
    expect([screen.share, confirmation.stage.share].every((share) => share < 1)).toBe(true);
    const profiles = [screen, confirmation.stage].flatMap((stage) => Object.values(stage.profiles));
    const inEvidence = profiles.flatMap(({ requests }) => requests.map(({ traceId }) => traceId));
    expect(idsOf(lines.filter(({ judged }) => judged))).toEqual(inEvidence.sort());
  });

  test('is in the order of the ends, one stage after the other', async () => {
    const { lines } = await logOf(worse);
    const ends = lines.map(({ departedMs, endMs }) => departedMs + endMs);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(lines.filter(({ slot }) => slot === 0)).toHaveLength(4);
  });

  test('has judged lines alone where all that was planned was driven', async () => {
    const { lines } = await logOf({});
    expect(lines).toHaveLength(400);
    expect(lines.every(({ judged }) => judged)).toBe(true);
  });

  test('is of the candidate alone where the baseline is not driven', async () => {
    const { lines } = await logOf({}, { 'baseline-url': '', baseline: '', duration: '20s', pairs: 'auto' });
    expect(lines).toHaveLength(100);
    expect(lines).toContainEqual(expect.objectContaining({ slot: 99, side: 'candidate', judged: true }));
  });

  test('is not written where another engine drove', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'request-log-'));
    await saveRequests([], folder, files);
    expect(await readdir(folder)).toEqual([]);
  });
});

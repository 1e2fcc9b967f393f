import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStudy, requireSettings, writeStudy } from '../../calibration/real-runs-file.js';
import { measureDrivingLoad } from '../../calibration/real-runs-load.js';
import { type RealRuns, type RunKey, realRun, type StudySettings } from '../../calibration/real-runs-study.js';
import { realRunsTable } from '../../calibration/real-runs-table.js';
import { talliesOf } from '../../calibration/real-runs-tally.js';
import { readGateResult } from '../../demo/gate-result.js';

const settings: StudySettings = { arrivalsPerSecond: 20, durationS: 15, warmUpS: 3, cores: 2, node: '24.0.0' };
const around = { seconds: 23, busyShareWhileDriving: 0.3, bundle: 'c0ffee' };

const lines = { operation: 'POST /orders', edge: { from: 'order-processor', to: 'order-lines' } };
const change = (metric: string, place: object, ratio: number | null) => ({
  metric,
  place,
  baseline: 40,
  candidate: 44,
  ratio,
  p: 0.001,
});

/** A result.json as far as a study reads it. */
function result(verdict: string, changes: { findings?: object[]; others?: object[]; design?: object }) {
  return readGateResult({ verdict, reasons: [], findings: [], others: [], design: { units: 300 }, ...changes });
}

const passed = result('passed', { others: [change('typical', lines, 1.01), change('faults', lines, null)] });
const caught = result('regressed', {
  findings: [change('typical', lines, 1.1), change('typical', { operation: 'POST /orders' }, 1.06)],
  design: { units: 300, stages: 2, pairCorrelation: 0.25, offset: 1.012 },
});
const misled = result('regressed', { findings: [change('typical', { node: 'notification' }, 1.2)] });

const key = (slowDownPercent: RunKey['slowDownPercent'], repetition: number): RunKey => ({
  slowDownPercent,
  repetition,
});

test('a run says who was blamed, and estimates the dependency whether it was found or not', () => {
  expect(realRun(key(10, 3), caught, around)).toMatchObject({
    seed: 3010,
    dependencyNamed: true,
    othersBlamed: false,
    findings: [{ blames: 'dependency' }, { blames: 'operation' }],
    pairs: 300,
    design: { stages: 2 },
  });
  expect(realRun(key(0, 1), misled, around)).toMatchObject({ dependencyNamed: false, othersBlamed: true });
  expect(realRun(key(0, 1), passed, around).estimates).toEqual([
    { metric: 'typical', operation: 'POST /orders', ratio: 1.01, p: 0.001 },
  ]);
});

test('the table counts the runs of each slow-down', () => {
  const runs = [
    realRun(key(0, 1), passed, around),
    realRun(key(0, 2), misled, around),
    realRun(key(10, 1), caught, around),
    realRun(key(10, 2), caught, { ...around, seconds: 43, busyShareWhileDriving: 0.4 }),
  ];
  const table = realRunsTable(talliesOf({ settings, runs }));
  expect(table.split('\n').filter((line) => /^\| \d/.test(line))).toEqual([
    '| 0 % | 2 | 1 (9–91 %) | 1 (9–91 %) | 0 (0–66 %) | 0 (0–66 %) | 1 (9–91 %) | 1.010 | – | – |',
    '| 10 % | 2 | 0 (0–66 %) | 2 (34–100 %) | 0 (0–66 %) | 2 (34–100 %) | 0 (0–66 %) | 1.100 | 0.25 | 1.012 |',
  ]);
  expect(table).toContain('rests on 300 pairs and the run took 23–33 s');
  expect(table).toContain('30–40 % busy');
});

test('the machine was busy while requests were sent, in one stage or in two', async () => {
  const load = measureDrivingLoad();
  load.hear('Collecting the traces of 600 requests.');
  load.hear('  5 of 600 traces settled');
  expect(load.share()).toBeNull();

  load.hear('Sending 360 pairs of requests to http://127.0.0.1:4000 and http://127.0.0.1:4001.');
  await setTimeout(50);
  load.hear('  720 of 720 requests sent');
  const oneStage = load.share();
  expect(oneStage).toBeGreaterThanOrEqual(0);

  load.hear('1 measurement looks worse. Sending 360 fresh pairs to see whether it does again.');
  const busyUntilMs = performance.now() + 200;
  while (performance.now() < busyUntilMs);
  load.hear('  40 of 720 requests sent');
  await setTimeout(500); // Nothing is counted after the last line.
  expect(load.share()).toBeGreaterThan(0);
  expect(load.share()).toBeLessThanOrEqual(1);
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-runs-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('a study is read as it was written; where there is none, there is none', async () => {
  const path = join(folder, 'real-runs.json');
  expect(await readStudy(path)).toBeNull();
  const study: RealRuns = { settings, runs: [realRun(key(10, 1), caught, around)] };
  await writeStudy(path, study);
  expect(await readStudy(path)).toEqual(study);
});

test('a file that holds no study is left alone', async () => {
  const path = join(folder, 'real-runs.json');
  await writeFile(path, '[]');
  await expect(readStudy(path)).rejects.toThrow('does not hold a study');
});

test('a study is not gone on with in other settings', () => {
  const study: RealRuns = { settings, runs: [] };
  expect(() => requireSettings('real-runs.json', study, { ...settings })).not.toThrow();
  expect(() => requireSettings('real-runs.json', study, { ...settings, durationS: 30 })).toThrow('these would be of');
});

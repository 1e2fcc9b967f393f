import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireBundle } from '../demo/action-process.js';
import type { Traffic } from '../demo/gate-inputs.js';
import { SLOW_DOWNS_PERCENT } from '../demo/slow-builds.js';
import { Interrupted } from '../demo/supervised.js';
import { describeError, GateError } from '../src/errors.js';
import type { Part } from './part.js';
import { readStudy, requireSettings, writeStudy } from './real-runs-file.js';
import { runOnce } from './real-runs-one.js';
import { type RealRun, type RealRuns, type RunKey, runOf, type StudySettings } from './real-runs-study.js';
import { realRunsTable } from './real-runs-table.js';
import { talliesOf } from './real-runs-tally.js';

interface StudyOptions {
  /** Runs at each slow-down. */
  readonly repetitions: number;
  /** Forgets the runs that are already there. */
  readonly again: boolean;
  readonly log: (line: string) => void;
}

const REPETITIONS = 20;

/** Keeps two cores less than half busy, shop and local X-Ray included. */
const TRAFFIC: Traffic = { arrivalsPerSecond: 20, durationS: 15, warmUpS: 3 };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STUDY_FILE = join(ROOT, 'calibration/real-runs.json');

/**
 * The study on real input: the bundled action on the demo shop, v1 against builds that wait longer for one dependency.
 * Asked for by name, it runs what `real-runs.json` does not hold yet, which takes an hour for all of it; else it counts.
 */
export const REAL_RUNS: Part = {
  name: 'real-runs',
  async run({ effort, byName }) {
    // An hour of real runs is not what `npm run calibrate` is asked for: then it counts those that are there.
    const repetitions = byName ? Math.round(REPETITIONS * effort) : 0;
    return talliesOf(await study({ repetitions, again: false, log: console.error }));
  },
  table: realRunsTable,
};

/**
 * Runs what is missing, the slow-downs in turn, so that an interrupted study is balanced, and returns all there is.
 * Runs are kept as they come; each run's reports are below `demo/out/real-runs/`. Throws a GateError when interrupted.
 */
async function study({ repetitions, again, log }: StudyOptions): Promise<RealRuns> {
  const settings: StudySettings = { ...TRAFFIC, cores: availableParallelism(), node: process.versions.node };
  const none: RealRuns = { settings, runs: [] };
  if (again) await writeStudy(STUDY_FILE, none);
  let kept = (await readStudy(STUDY_FILE)) ?? none;
  const missing = turns(repetitions).filter((key) => runOf(kept, key) === undefined);
  if (missing.length === 0) return kept;
  requireSettings(STUDY_FILE, kept, settings);
  await requireBundle(ROOT);
  for (const [done, key] of missing.entries()) {
    try {
      const one = await runOnce({ root: ROOT, traffic: TRAFFIC, ...key });
      kept = { settings, runs: [...kept.runs, one] };
      await writeStudy(STUDY_FILE, kept);
      log(`${done + 1} of ${missing.length}: ${described(one)}`);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      throw new GateError(
        `Interrupted after ${done} of ${missing.length} runs.`,
        'They are kept; the same command, without --again, goes on with the rest.',
        { cause: error },
      );
    }
  }
  return kept;
}

/** 0, 5, 10, 20, 50, 0, 5, … */
function turns(repetitions: number): RunKey[] {
  return Array.from({ length: repetitions }, (_, i) =>
    SLOW_DOWNS_PERCENT.map((slowDownPercent) => ({ slowDownPercent, repetition: i + 1 })),
  ).flat();
}

function described({ slowDownPercent, verdict, findings, seconds, busyShareWhileDriving }: RealRun): string {
  const found = findings.map(({ metric, operation, node, edge, blames }) => {
    const place = edge === null ? node : `${edge.from} → ${edge.to}`;
    return `\n    ${blames}: ${metric} of ${[place, operation].filter((part) => part !== null).join(' in ')}`;
  });
  const busy = busyShareWhileDriving === null ? 'unknown' : `${Math.round(busyShareWhileDriving * 100)} %`;
  return `${slowDownPercent} % slower: ${verdict}, ${Math.round(seconds)} s, busy ${busy}${found.join('')}`;
}

/** `tsx calibration/real-runs.ts [--repetitions 20] [--again]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repetitions: { type: 'string', default: String(REPETITIONS) },
      again: { type: 'boolean', default: false },
    },
  });
  const repetitions = Number(values.repetitions);
  if (!Number.isInteger(repetitions) || repetitions < 1) {
    throw new GateError(
      `--repetitions must be a whole number above 0; got "${values.repetitions}".`,
      'Write it as 20.',
    );
  }
  const kept = await study({ repetitions, again: values.again, log: console.log });
  console.log(`\n${realRunsTable(talliesOf(kept))}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    console.error(describeError(error));
    process.exitCode = error instanceof Error && error.cause instanceof Interrupted ? 130 : 1;
  });
}

import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { AnalyseDone, AnalyseJob } from './analyse/messages.js';
import { atMost, type Goal } from './drive/goals.js';
import { type Machine, machineAtRest } from './drive/machine.js';
import { withPlainScripts } from './drive/plain-scripts.js';
import { messageFrom } from './drive/served.js';
import { rounded } from './timing.js';

const SEGMENTS = 30;
const TRACES = 20_000;
/** What grows faster than its input shows between these. */
const FEWER = 4;

interface AnalyseFigures extends AnalyseDone {
  /** Reading, profiles, comparison and verdict together, over `JSON.parse` of the same documents in the same process. */
  readonly timesParse: number;
  readonly timesBytes: number;
}

/**
 * What it takes to get from segment documents to a verdict, beside `JSON.parse` of the same documents, and how that grows.
 * Takes a minute, with `--quick` a quarter of one.
 */
export async function analyseFigures(args: readonly string[]): Promise<object> {
  const traces = args.includes('--quick') ? TRACES / 5 : TRACES;
  return withPlainScripts(async (scripts) => {
    const machine: Machine[] = [await machineAtRest()];
    const few = await analyseIn(scripts, { traces: traces / FEWER, segments: SEGMENTS });
    const all = await analyseIn(scripts, { traces, segments: SEGMENTS });
    machine.push(await machineAtRest());
    return { part: 'analyse', node: process.version, machine, toReach: goals(few, all), runs: [few, all] };
  });
}

async function analyseIn(scripts: string, job: AnalyseJob): Promise<AnalyseFigures> {
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  const script = join(scripts, 'bench/analyse/analyse-process.js');
  const child = fork(script, [JSON.stringify(job)], { execArgv: [], env });
  const done = await messageFrom<AnalyseDone>(child);
  return {
    ...done,
    timesParse: rounded(totalMs(done) / done.parseMs),
    timesBytes: rounded(done.memoryBytes / done.documentBytes),
  };
}

function goals(few: AnalyseFigures, all: AnalyseFigures): Goal[] {
  const what = `${all.traces} traces of ${all.segments} segments`;
  const growth = (of: (figures: AnalyseFigures) => number) => rounded(of(all) / of(few) / FEWER);
  return [
    atMost(`${what}: time over JSON.parse of their documents`, 3, '×', all.timesParse),
    atMost(`${what}: memory over their bytes`, 3, '×', all.timesBytes),
    atMost(`time for ${FEWER} times the traces, over ${FEWER} times the time`, 1.2, '×', growth(totalMs)),
    atMost(
      `memory for ${FEWER} times the traces, over ${FEWER} times the memory`,
      1.2,
      '×',
      growth(({ memoryBytes }) => memoryBytes),
    ),
  ];
}

function totalMs({ observeMs, profileMs, compareMs }: AnalyseDone): number {
  return observeMs + profileMs + compareMs;
}

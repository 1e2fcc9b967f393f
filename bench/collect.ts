import type { CollectDone } from './collect/messages.js';
import { collectIn, startTracedTarget } from './collect/processes.js';
import { atMost, type Goal } from './drive/goals.js';
import { type Machine, machineAtRest } from './drive/machine.js';
import { withPlainScripts } from './drive/plain-scripts.js';
import { rounded } from './timing.js';

interface Effort {
  readonly perSecond: number;
  readonly seconds: number;
  /** With and without collecting, in turns. */
  readonly lateRounds: number;
  readonly lateSeconds: number;
  readonly traces: number;
}

const FULL: Effort = { perSecond: 100, seconds: 100, lateRounds: 3, lateSeconds: 20, traces: 20_000 };
const QUICK: Effort = { perSecond: 100, seconds: 20, lateRounds: 1, lateSeconds: 10, traces: 4000 };

const FAULTS = { ingestionDelayMs: 5000, throttleEvery: 20 };
const SEGMENTS = 5;
const MANY_SEGMENTS = 30;

/**
 * What collecting takes, by the gate's own client from a local X-Ray that delays every document by 5 s and refuses every
 * 20th call: calls, the time after the last trace has come, what it costs the driver meanwhile, and memory. Takes five
 * minutes, with `--quick` two.
 */
export async function collectFigures(args: readonly string[]): Promise<object> {
  const quick = args.includes('--quick');
  const effort = quick ? QUICK : FULL;
  return withPlainScripts(async (scripts) => {
    const machine: Machine[] = [await machineAtRest()];
    const run = await wholeRun(scripts, effort);
    const lateness = await latenessOf(scripts, effort);
    const memory = await manySegments(scripts, effort);
    machine.push(await machineAtRest());
    const toReach = goals(run, lateness, memory);
    return { part: 'collect', node: process.version, quick, machine, toReach, run, lateness, memory };
  });
}

interface RunFigures extends CollectDone {
  readonly callsPerFive: number;
  readonly secondsAfterLast: number;
}

async function wholeRun(scripts: string, { perSecond, seconds }: Effort): Promise<RunFigures> {
  const target = await startTracedTarget(scripts, { ...FAULTS, segments: SEGMENTS, traces: 0 });
  try {
    const job = { kind: 'drive', target: target.address, perSecond, seconds, collects: true } as const;
    const done = await collectIn(scripts, job);
    const { lastWrittenMs } = await target.report();
    return {
      ...done,
      callsPerFive: rounded((5 * done.calls) / done.requests),
      secondsAfterLast: rounded((done.endedMs - lastWrittenMs - FAULTS.ingestionDelayMs) / 1000),
    };
  } finally {
    target.stop();
  }
}

interface Lateness {
  /** Milliseconds, the median of the rounds. */
  readonly p99AloneMs: number;
  readonly p99CollectingMs: number;
}

/** At twice the rate, so that it shows: with and without collecting. */
async function latenessOf(scripts: string, { perSecond, lateRounds, lateSeconds }: Effort): Promise<Lateness> {
  const target = await startTracedTarget(scripts, {
    segments: SEGMENTS,
    traces: 0,
    ingestionDelayMs: 2000,
    throttleEvery: 0,
  });
  try {
    const p99 = { alone: [] as number[], collecting: [] as number[] };
    for (let round = 0; round < 2 * lateRounds; round++) {
      const collects = round % 2 === 1;
      const job = {
        kind: 'drive',
        target: target.address,
        perSecond: 2 * perSecond,
        seconds: lateSeconds,
        collects,
      } as const;
      const { lateMs } = await collectIn(scripts, job);
      p99[collects ? 'collecting' : 'alone'].push(lateMs.p99);
    }
    return { p99AloneMs: median(p99.alone), p99CollectingMs: median(p99.collecting) };
  } finally {
    target.stop();
  }
}

function manySegments(scripts: string, { traces }: Effort): Promise<CollectDone> {
  return startTracedTarget(scripts, { segments: MANY_SEGMENTS, traces, ingestionDelayMs: 0, throttleEvery: 20 }).then(
    async (target) => {
      try {
        return await collectIn(scripts, { kind: 'collect', target: target.address });
      } finally {
        target.stop();
      }
    },
  );
}

function goals(run: RunFigures, lateness: Lateness, memory: CollectDone): Goal[] {
  return [
    atMost(`traces of ${run.requests} that have not settled`, 0, '', run.requests - run.settled),
    atMost('calls for 5 traces', 2.5, '', run.callsPerFive),
    atMost('from the last trace complete to the end', 10, 's', run.secondsAfterLast),
    atMost(
      'departures at 200/s, later at p99 than without collecting',
      3,
      'ms',
      rounded(lateness.p99CollectingMs - lateness.p99AloneMs),
    ),
    atMost(
      `highest memory with ${memory.requests} traces of ${MANY_SEGMENTS} segments`,
      1000,
      'MB',
      rounded(memory.peakRssMb),
    ),
  ];
}

function median(values: readonly number[]): number {
  return rounded(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
}

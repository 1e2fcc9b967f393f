import { type RunFigures, runFigures, type StallFigures, stallFigures } from './drive/figures.js';
import { atMost, type Goal } from './drive/goals.js';
import { type Machine, machineAtRest } from './drive/machine.js';
import { artillery, type ToolFigures, wrk } from './drive/other-tools.js';
import { withPlainScripts } from './drive/plain-scripts.js';
import { runEngine, startTarget, type Target } from './drive/processes.js';
import { type EngineFigures, FLOOR, mediansOf, orderOf, type Round } from './drive/rounds.js';
import type { Stall } from './drive/served.js';
import { rounded } from './timing.js';

const ENGINES = [FLOOR, 'gate', 'node:http', 'undici dispatch', 'autocannon'];

/** How long each run takes, in seconds. */
interface Effort {
  readonly rounds: number;
  readonly seconds: Readonly<Record<number, number>>;
  readonly memorySeconds: number;
  readonly stallSeconds: number;
}

const FULL: Effort = { rounds: 5, seconds: { 50: 10, 200: 8, 1000: 6 }, memorySeconds: 60, stallSeconds: 10 };
const QUICK: Effort = { rounds: 1, seconds: { 50: 4, 200: 4, 1000: 3 }, memorySeconds: 20, stallSeconds: 10 };

/**
 * What driving costs, and how true its times are, beside a plain loop on sockets and other engines, all against the same
 * server: the whole takes a quarter of an hour, with `--quick` two minutes, and the machine should have nothing else to do.
 */
export async function driveFigures(args: readonly string[]): Promise<object> {
  const quick = args.includes('--quick');
  const effort = quick ? QUICK : FULL;
  return withPlainScripts(async (scripts) => {
    const target = await startTarget(scripts);
    try {
      const machine: Machine[] = [await machineAtRest()];
      const measured = await measure(scripts, target, effort);
      machine.push(await machineAtRest());
      return { part: 'drive', node: process.version, quick, machine, ...measured };
    } finally {
      target.stop();
    }
  });
}

async function measure(scripts: string, target: Target, effort: Effort): Promise<object> {
  const rates: Record<string, Record<string, EngineFigures>> = {};
  for (const [rate, seconds] of Object.entries(effort.seconds)) {
    rates[rate] = await sideBySide(scripts, target, Number(rate), seconds, effort.rounds);
  }
  const stall = await standStill(scripts, target, effort.stallSeconds);
  const memory = await atLength(scripts, target, effort.memorySeconds);
  const tools = await otherTools(target, effort);
  return { toReach: goals(rates, stall, memory, tools), perSecond: rates, stall, memory, tools };
}

/** Every engine at one rate, one after the other, in rounds. */
async function sideBySide(
  scripts: string,
  target: Target,
  perSecond: number,
  seconds: number,
  rounds: number,
): Promise<Record<string, EngineFigures>> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const figures = new Map<string, RunFigures>();
    for (const engine of orderOf(ENGINES, round)) {
      const run = await runEngine(scripts, target, { engine, perSecond, seconds, tellsRequests: true });
      if (run !== null) figures.set(engine, runFigures(run.done, run.served));
    }
    measured.push(figures);
    console.error(`${perSecond}/s: round ${round + 1} of ${rounds}`);
  }
  return mediansOf(measured);
}

const STALL_MS = 1000;
const STALL_RATE = 200;

async function standStill(scripts: string, target: Target, seconds: number): Promise<StallFigures> {
  let stall: Stall = { fromMs: 0, untilMs: 0 };
  const job = { engine: 'gate', perSecond: STALL_RATE, seconds, tellsRequests: true };
  const run = await runEngine(scripts, target, job, (atMs) => {
    const fromMs = atMs + (seconds * 1000 - STALL_MS) / 2;
    stall = { fromMs, untilMs: fromMs + STALL_MS };
    target.stall(stall);
  });
  return stallFigures(run!.done.sent, run!.served, stall);
}

interface MemoryFigures {
  readonly seconds: number;
  readonly perSecond: number;
  readonly peakRssMb: number;
  /** Every 10 s. */
  readonly rssMb: readonly number[];
}

async function atLength(scripts: string, target: Target, seconds: number): Promise<MemoryFigures> {
  const run = await runEngine(scripts, target, { engine: 'gate', perSecond: 1000, seconds, tellsRequests: false });
  const { peakRssMb, rssMb } = run!.done;
  return { seconds, perSecond: 1000, peakRssMb: rounded(peakRssMb), rssMb: rssMb.map(rounded) };
}

type Tools = Readonly<Record<'wrk' | 'artillery', ToolFigures | 'not installed'>>;

async function otherTools({ url }: Target, { seconds }: Effort): Promise<Tools> {
  return {
    wrk: (await wrk(url, STALL_RATE, seconds[STALL_RATE]!)) ?? 'not installed',
    artillery: (await artillery(url, STALL_RATE, seconds[STALL_RATE]!)) ?? 'not installed',
  };
}

function goals(
  rates: Readonly<Record<string, Readonly<Record<string, EngineFigures>>>>,
  stall: StallFigures,
  memory: MemoryFigures,
  { artillery }: Tools,
): Goal[] {
  const [at200, at1000] = [rates[200]?.gate, rates[1000]?.gate];
  const overArtillery =
    artillery === 'not installed' || at200 === undefined ? null : at200.cpuMsPer1000 / artillery.cpuMsPer1000;
  return [
    atMost('stall of 1 s in 10 s at 200/s: reported p99 off the true one', 0.03, 'of it', stall.error),
    atMost(
      'stall: requests planned in it that did not meet it',
      1,
      'at its edge',
      Math.max(0, stall.planned - stall.met),
    ),
    atMost('CPU at 200/s, of a plain open loop on raw net', 1.6, '×', at200?.cpuOverFloor),
    atMost('CPU at 200/s, of Artillery', 0.1, '×', overArtillery === null ? null : rounded(overArtillery)),
    atMost('departures at 200/s, late at p99', 1.6, 'ms', at200?.times?.lateMs.p99),
    atMost("latency added to the server's own at 1000/s, p50", 0.25, 'ms', at1000?.times?.addedMs.p50),
    atMost("latency added to the server's own at 1000/s, p99", 1.5, 'ms', at1000?.times?.addedMs.p99),
    atMost(`highest memory at 1000/s for ${memory.seconds} s`, 90, 'MB', memory.peakRssMb),
  ];
}

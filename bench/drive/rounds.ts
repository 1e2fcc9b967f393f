import { median } from 'simple-statistics';
import { rounded } from '../timing.js';
import type { Quantiles, RunFigures, TimeFigures } from './figures.js';

/** What every other engine is measured by. */
export const FLOOR = 'raw net';

/** The runs of one round, by engine; an engine that is not installed is missing. */
export type Round = ReadonlyMap<string, RunFigures>;

/** Medians over the rounds of one engine at one rate. */
export interface EngineFigures {
  readonly rounds: number;
  readonly cpuMsPer1000: number;
  /** CPU as a ratio to the floor's in the same round, as the machine may change from one round to the next. */
  readonly cpuOverFloor: number;
  readonly peakRssMb: number;
  readonly times: TimeFigures | null;
}

/** Engines in another order each round, so that none always comes after the same. */
export function orderOf(engines: readonly string[], round: number): string[] {
  const first = round % engines.length;
  return [...engines.slice(first), ...engines.slice(0, first)];
}

/** Medians of each engine that was measured. The floor is in every round. */
export function mediansOf(rounds: readonly Round[]): Record<string, EngineFigures> {
  const engines = new Set(rounds.flatMap((round) => [...round.keys()]));
  return Object.fromEntries([...engines].map((engine) => [engine, medianOf(engine, rounds)]));
}

function medianOf(engine: string, rounds: readonly Round[]): EngineFigures {
  const measured = rounds.filter((round) => round.has(engine));
  const over = (figure: (of: RunFigures, round: Round) => number) =>
    rounded(median(measured.map((round) => figure(round.get(engine)!, round))));
  const times = measured.map((round) => round.get(engine)!.times).filter((of) => of !== null);
  return {
    rounds: measured.length,
    cpuMsPer1000: over(({ cpuMsPer1000 }) => cpuMsPer1000),
    cpuOverFloor: over(({ cpuMsPer1000 }, round) => cpuMsPer1000 / round.get(FLOOR)!.cpuMsPer1000),
    peakRssMb: over(({ peakRssMb }) => peakRssMb),
    times: times.length === 0 ? null : medianTimes(times),
  };
}

function medianTimes(times: readonly TimeFigures[]): TimeFigures {
  const over = (figure: (of: TimeFigures) => Quantiles): Quantiles => ({
    p50: rounded(median(times.map((of) => figure(of).p50))),
    p99: rounded(median(times.map((of) => figure(of).p99))),
  });
  return {
    lateMs: over(({ lateMs }) => lateMs),
    reportedMs: over(({ reportedMs }) => reportedMs),
    serversMs: over(({ serversMs }) => serversMs),
    addedMs: over(({ addedMs }) => addedMs),
  };
}

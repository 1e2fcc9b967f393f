import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Values } from '../scenario/template.js';
import { drawValues } from '../scenario/variable.js';
import type { Scenario, Workload } from '../scenario/workload.js';
import { type ArrivalProcess, evenArrivals, poissonArrivals, rampArrivals } from './arrivals.js';

export type DrivenSide = 'baseline' | 'candidate';

/** One planned departure: a run of a scenario, or a pair of them. */
export interface Slot {
  /** From 0. */
  readonly number: number;
  /** The place of its first request among all that are planned: step i has `order + i`, on both sides. */
  readonly order: number;
  /** Milliseconds after the start. */
  readonly atMs: number;
  readonly scenario: Scenario;
  /** What its variables stand for, on both sides. */
  readonly values: Values;
  /** Never measured. */
  readonly warmUp: boolean;
  /** Whom to send it to, one after the other: which side of a pair is first a coin draws; that makes the test exact. */
  readonly sides: readonly DrivenSide[];
}

interface PlanSettings {
  readonly workload: Workload;
  /** A slot is one run of a scenario, or one against each version side by side. */
  readonly slotsPerSecond: number;
  /** Whether each slot sends to both versions, or to the candidate alone. */
  readonly sideBySide: boolean;
  readonly seed: number;
}

export interface MeasuredPlanSettings extends PlanSettings {
  readonly slots: number;
  readonly arrivals: ArrivalProcess;
}

export interface WarmUpPlanSettings extends PlanSettings {
  /** While the rate climbs from 0. */
  readonly rampS: number;
  /** At the full rate, after the ramp. */
  readonly warmUpS: number;
}

/**
 * Plans every departure before the first leaves (open model): the mix of scenarios exact in every block of Σ weights,
 * shuffled within the block, variables drawn for each slot. The same settings give the same plan.
 */
export function planDepartures({ slots, arrivals, slotsPerSecond, ...settings }: MeasuredPlanSettings): Slot[] {
  const generator = mersenne(settings.seed);
  const departuresMs =
    arrivals === 'poisson' ? poissonArrivals(slots, slotsPerSecond, generator) : evenArrivals(slots, slotsPerSecond);
  return planAt(departuresMs, false, settings, generator);
}

/** Plans what is driven before anything is measured: a ramp, then the full rate. Empty where both last no time. */
export function planWarmUp({ rampS, warmUpS, slotsPerSecond, ...settings }: WarmUpPlanSettings): Slot[] {
  const even = evenArrivals(Math.round(warmUpS * slotsPerSecond), slotsPerSecond);
  const departuresMs = [...rampArrivals(rampS, slotsPerSecond), ...even.map((atMs) => rampS * 1000 + atMs)];
  return planAt(departuresMs, true, settings, mersenne(settings.seed));
}

function planAt(
  departuresMs: readonly number[],
  warmUp: boolean,
  { workload, sideBySide }: Pick<PlanSettings, 'workload' | 'sideBySide'>,
  generator: RandomGenerator,
): Slot[] {
  const mix = shuffledMix(workload.scenarios, generator);
  let order = 0;
  return departuresMs.map((atMs, number): Slot => {
    const scenario = mix();
    const slot: Slot = {
      number,
      order,
      atMs,
      scenario,
      values: drawValues(workload.variables, generator),
      warmUp,
      sides: sideBySide ? PAIRS[uniformInt(generator, 0, 1)]! : ALONE,
    };
    order += scenario.steps.length;
    return slot;
  });
}

const ALONE: readonly DrivenSide[] = ['candidate'];
const PAIRS: readonly (readonly DrivenSide[])[] = [
  ['baseline', 'candidate'],
  ['candidate', 'baseline'],
];

/** What is to be run again, with the very values that it had. */
export type Replayed = Pick<Slot, 'scenario' | 'values'>;

/**
 * Plans to run single slots again, each against `sides` one at a time in random order. Slot numbers of the i-th begin
 * with i × the number of sides.
 */
export function planReplays(
  replayed: readonly Replayed[],
  {
    sides,
    slotsPerSecond,
    seed,
  }: { readonly sides: readonly DrivenSide[]; readonly slotsPerSecond: number; readonly seed: number },
): Slot[] {
  const generator = mersenne(seed);
  const runs = replayed.flatMap(({ scenario, values }) =>
    shuffled(sides, generator).map((side) => ({ scenario, values, side })),
  );
  let order = 0;
  return runs.map(({ scenario, values, side }, number) => {
    const slot = {
      number,
      order,
      atMs: (number * 1000) / slotsPerSecond,
      scenario,
      values,
      warmUp: false,
      sides: [side],
    };
    order += scenario.steps.length;
    return slot;
  });
}

/** Requests that a slot sends when nothing goes wrong. */
export function requestsOf({ scenario, sides }: Slot): number {
  return scenario.steps.length * sides.length;
}

function shuffledMix(scenarios: readonly Scenario[], generator: RandomGenerator): () => Scenario {
  const block = scenarios.flatMap((scenario) => Array.from({ length: scenario.weight }, () => scenario));
  let left: Scenario[] = [];
  return () => {
    if (left.length === 0) left = shuffled(block, generator);
    return left.pop()!;
  };
}

/** Fisher–Yates. */
function shuffled<T>(values: readonly T[], generator: RandomGenerator): T[] {
  const copy = [...values];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

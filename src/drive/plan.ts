import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Values } from '../scenario/template.js';
import { drawValues } from '../scenario/variable.js';
import type { Scenario, Workload } from '../scenario/workload.js';
import {
  type ArrivalProcess,
  type Arrivals,
  evenArrivals,
  oneAfterOther,
  poissonArrivals,
  rampArrivals,
} from './arrivals.js';
import { shuffled } from './shuffled.js';

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

/**
 * Departures in the order of their times: the same ones, however often they are asked for. A long plan draws each when
 * it is asked for, so that only slots under way take room.
 */
export interface Plan extends Iterable<Slot> {
  /** How many slots. */
  readonly length: number;
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
 * Settles every departure before the first leaves (open model): the mix of scenarios exact in every block of Σ weights,
 * shuffled within the block, variables drawn for each slot. The same settings give the same plan.
 */
export function planDepartures({ slots, arrivals, slotsPerSecond, ...settings }: MeasuredPlanSettings): Plan {
  const generator = mersenne(settings.seed);
  const due =
    arrivals === 'poisson' ? poissonArrivals(slots, slotsPerSecond, generator) : evenArrivals(slots, slotsPerSecond);
  return planAt(due, false, settings, generator);
}

/** Plans what is driven before anything is measured: a ramp, then the full rate. Empty where both last no time. */
export function planWarmUp({ rampS, warmUpS, slotsPerSecond, ...settings }: WarmUpPlanSettings): Plan {
  const even = evenArrivals(Math.round(warmUpS * slotsPerSecond), slotsPerSecond);
  const due = oneAfterOther(rampArrivals(rampS, slotsPerSecond), even, rampS * 1000);
  return planAt(due, true, settings, mersenne(settings.seed));
}

/** Requests that a whole plan sends when nothing goes wrong. */
export function plannedRequests(plan: Plan): number {
  let requests = 0;
  for (const slot of plan) requests += requestsOf(slot);
  return requests;
}

/** Requests that a slot sends when nothing goes wrong. */
export function requestsOf({ scenario, sides }: Slot): number {
  return scenario.steps.length * sides.length;
}

type Drawn = Pick<PlanSettings, 'workload' | 'sideBySide'>;

/** Draws from where `generator` stands now, each time from there again. */
function planAt(due: Arrivals, warmUp: boolean, drawn: Drawn, generator: RandomGenerator): Plan {
  return { length: due.count, [Symbol.iterator]: () => slotsAt(due, warmUp, drawn, generator.clone()) };
}

function* slotsAt(
  due: Arrivals,
  warmUp: boolean,
  { workload, sideBySide }: Drawn,
  generator: RandomGenerator,
): Generator<Slot, undefined> {
  const mix = shuffledMix(workload.scenarios, generator);
  let order = 0;
  for (let number = 0; number < due.count; number++) {
    const scenario = mix();
    yield {
      number,
      order,
      atMs: due.atMs(number),
      scenario,
      values: drawValues(workload.variables, generator),
      warmUp,
      sides: sideBySide ? PAIRS[uniformInt(generator, 0, 1)]! : ALONE,
    };
    order += scenario.steps.length;
  }
}

const ALONE: readonly DrivenSide[] = ['candidate'];
const PAIRS: readonly (readonly DrivenSide[])[] = [
  ['baseline', 'candidate'],
  ['candidate', 'baseline'],
];

function shuffledMix(scenarios: readonly Scenario[], generator: RandomGenerator): () => Scenario {
  const block = scenarios.flatMap((scenario) => Array.from({ length: scenario.weight }, () => scenario));
  let left: Scenario[] = [];
  return () => {
    if (left.length === 0) left = shuffled(block, generator);
    return left.pop()!;
  };
}

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { RequestTemplate } from './request-line.js';

export type DrivenSide = 'baseline' | 'candidate';

export interface PlanSettings {
  readonly requests: readonly RequestTemplate[];
  /** Slots a second. A slot is one request, or one to each version side by side. */
  readonly slotsPerSecond: number;
  readonly durationS: number;
  /** Driven before `durationS` starts, and never measured. */
  readonly warmUpS: number;
  /** Whether each slot sends to both versions, or to the candidate alone. */
  readonly sideBySide: boolean;
  readonly seed: number;
}

/** One planned departure: one request, or a pair of them. */
export interface Slot {
  /** From 0; warm-up slots included. */
  readonly number: number;
  /** Milliseconds after the start. */
  readonly atMs: number;
  readonly request: RequestTemplate;
  readonly warmUp: boolean;
  /** Whom to send it to, one after the other: which side of a pair is first a coin draws; that makes the test exact. */
  readonly sides: readonly DrivenSide[];
}

/**
 * Plans every departure before the first leaves (open model): evenly spaced, the mix of requests exact in every block
 * of Σ weights, shuffled within the block. The same settings give the same plan.
 */
export function planDepartures(settings: PlanSettings): Slot[] {
  const { slotsPerSecond, durationS, warmUpS } = settings;
  const generator = mersenne(settings.seed);
  const warmUpSlots = Math.round(warmUpS * slotsPerSecond);
  const slots = warmUpSlots + Math.max(1, Math.round(durationS * slotsPerSecond));
  const mix = shuffledMix(settings.requests, generator);
  return Array.from({ length: slots }, (_, number) => ({
    number,
    atMs: (number * 1000) / slotsPerSecond,
    request: mix(),
    warmUp: number < warmUpSlots,
    sides: settings.sideBySide ? PAIRS[uniformInt(generator, 0, 1)]! : ALONE,
  }));
}

const ALONE: readonly DrivenSide[] = ['candidate'];
const PAIRS: readonly (readonly DrivenSide[])[] = [
  ['baseline', 'candidate'],
  ['candidate', 'baseline'],
];

/**
 * Plans to send single requests again, each to `sides` one at a time in random order. Slot numbers of request i begin
 * with i × the number of sides.
 */
export function planReplays(
  requests: readonly RequestTemplate[],
  {
    sides,
    slotsPerSecond,
    seed,
  }: { readonly sides: readonly DrivenSide[]; readonly slotsPerSecond: number; readonly seed: number },
): Slot[] {
  const generator = mersenne(seed);
  const sends = requests.flatMap((request) => shuffled(sides, generator).map((side) => ({ request, side })));
  return sends.map(({ request, side }, number) => ({
    number,
    atMs: (number * 1000) / slotsPerSecond,
    request,
    warmUp: false,
    sides: [side],
  }));
}

function shuffledMix(requests: readonly RequestTemplate[], generator: RandomGenerator): () => RequestTemplate {
  const block = requests.flatMap((request) => Array.from({ length: request.weight }, () => request));
  let left: RequestTemplate[] = [];
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

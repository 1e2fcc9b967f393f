import { mersenne } from 'pure-rand/generator/mersenne';
import type { DrivenSide, Slot } from './plan.js';
import { shuffled } from './shuffled.js';

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

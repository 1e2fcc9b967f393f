import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** The same values in random order (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], generator: RandomGenerator): T[] {
  const copy = [...values];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

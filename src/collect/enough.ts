import type { SearchSoFar } from './trace-source.js';

/** Half a dollar's worth at the list price, $0.50 per million traces scanned: so far a search may go for more than enough. */
const CHEAP_SCAN = 1_000_000;

/** So many of an operation are enough where it is not known how many one run has. */
export const ENOUGH_OF_EACH = 200;
/** Operations with a smaller share of the traces than this are not waited for. */
const USUAL_SHARE = 0.05;

/** Whether there are so many, and a search for more would no longer be cheap. */
export function isEnoughInAll({ operations, scanned }: SearchSoFar, wanted: number): boolean {
  return scanned >= CHEAP_SCAN && sum(operations.values()) >= wanted;
}

/**
 * Whether there are as many of each operation as wanted; where that is not known (null), {@link ENOUGH_OF_EACH} of each
 * usual one. One that is never found does not make a search go on for ever.
 */
export function isEnoughOfEach(soFar: SearchSoFar, wanted: ReadonlyMap<string, number> | null): boolean {
  const { operations } = soFar;
  const total = sum(operations.values());
  if (wanted !== null) {
    const each = [...wanted].every(([operation, count]) => (operations.get(operation) ?? 0) >= count);
    return each || isEnoughInAll(soFar, sum(wanted.values()));
  }
  const usual = [...operations.values()].filter((count) => count >= USUAL_SHARE * total);
  return usual.length > 0 && usual.every((count) => count >= ENOUGH_OF_EACH);
}

export function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

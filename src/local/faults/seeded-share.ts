import { hashedShare } from '../hash.js';

/**
 * A number from 0 to below 1 that follows from the seed, what it is for, and the text: evenly spread, and without a
 * state that would depend on what came before.
 */
export function seededShare(seed: number, purpose: string, text: string): number {
  return hashedShare(`${seed} ${purpose} ${text}`);
}

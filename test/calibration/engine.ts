import { align } from '../../src/compare/alignment.js';
import { compareProfiles } from '../../src/compare/comparison.js';
import { contributionsOf } from '../../src/compare/hypothesis.js';
import { testFamily } from '../../src/compare/max-t.js';

/** What the decision is made of, so that any piece can be exchanged for a wrong one. */
export interface Engine {
  /** Which requests belong together, and which are left out. */
  readonly align: typeof align;
  /** Ranks, scores and their differences within the pairs. */
  readonly contributionsOf: typeof contributionsOf;
  /** From the differences to p-values that hold for the whole report. */
  readonly testFamily: typeof testFamily;
  /** All of it together, with the margins. */
  readonly compareProfiles: typeof compareProfiles;
}

export const REAL_ENGINE: Engine = { align, contributionsOf, testFamily, compareProfiles };

import type { BothSides } from '../../src/compare/alignment.js';
import { edgesOf } from '../../src/compare/edges.js';
import { hypothesesOf } from '../../src/compare/hypotheses.js';
import type { Profile } from '../../src/trace/profile.js';
import type { Engine } from './engine.js';

const EVERYTHING = { minimumTraces: 2, tolerances: { floorMs: 0 } };

/** Differences within the pairs for every question that two profiles give rise to. */
export function contributionsIn(engine: Engine, profiles: BothSides<Profile>): Float64Array[] {
  return askedOf(engine, profiles).family;
}

/**
 * The smallest p, of whether anything is worse and of whether anything is better. Without margins and tolerances: with
 * them fewer alarms are raised than the chance that is allowed for, and a test that raises too many could hide.
 */
export function smallestP(
  engine: Engine,
  profiles: BothSides<Profile>,
  seed: number,
  resamples: number,
): { readonly worse: number; readonly better: number } {
  const { family, alignment } = askedOf(engine, profiles);
  const smallest = (of: readonly Float64Array[]) => {
    const { tests } = engine.testFamily(of, alignment.design, { alpha: 0.1, seed, resamples });
    return Math.min(...tests.map(({ p }) => p));
  };
  return { worse: smallest(family), better: smallest(family.map((of) => of.map((d) => -d))) };
}

function askedOf(engine: Engine, profiles: BothSides<Profile>) {
  const alignment = engine.align(profiles);
  const hypotheses = hypothesesOf(profiles, alignment, edgesOf(profiles, 0.01), EVERYTHING);
  return { alignment, family: hypotheses.map((hypothesis) => engine.contributionsOf(hypothesis, alignment, 1)) };
}

import { Chance } from '../../calibration/chance.js';
import { pairsDesign } from '../../src/compare/design.js';
import type { Engine } from './engine.js';

const PAIRS = 12;
const design = pairsDesign(PAIRS);

/** Facts about the p-values of a family of given differences within pairs. */
export function familyFaults({ testFamily }: Engine): Readonly<Record<string, boolean>> {
  const p = (family: readonly Float64Array[], resamples: number, seed = 1) =>
    testFamily(family, design, { alpha: 0.05, seed, resamples }).tests.map((tested) => tested.p);
  const chance = new Chance('family faults');
  const noise = Float64Array.from({ length: PAIRS }, () => chance.normal());
  const slower = new Float64Array(PAIRS).fill(1);
  const faster = slower.map((difference) => -difference);
  const [alone] = p([noise], 999);

  return {
    'a question asked ten times over has the p of one that is asked once': p(
      Array.from({ length: 10 }, () => noise),
      999,
    ).every((each) => each === alone),
    'p is the share of all deals, the observed one among them': p([noise], 99).every((each) => isMultiple(each, 100)),
    'with 19 deals nothing is surer than 1 in 20':
      p([slower], 19)[0] === 1 / 20 && p([slower, noise], 19)[0] === 1 / 20,
    'what is better is not worse': p([faster], 999)[0] === 1,
    'p and the p of the opposite add up to 1': [1, 2, 3].every((seed) => {
      const [worse, better] = [p([noise], 999, seed)[0]!, p([noise.map((d) => -d)], 999, seed)[0]!];
      // The observed deal counts in both, and the deals are drawn, not all there are.
      return Math.abs(worse + better - 1) < 0.1;
    }),
    'another question never makes one surer': p([noise, slower], 999)[0]! >= alone!,
  };
}

function isMultiple(p: number, of: number): boolean {
  return Math.abs(p * of - Math.round(p * of)) < 1e-9 && p > 0;
}

import { mersenne } from 'pure-rand/generator/mersenne';
import type { Design } from '../../src/compare/design.js';
import type { FamilyTest, FamilyTestSettings } from '../../src/compare/max-t.js';

/** What can be got wrong about the test of a family. */
export interface Errors {
  /** Every question draws signs of its own. */
  readonly ownSigns?: boolean;
  /** Either direction counts as extreme. */
  readonly twoSided?: boolean;
  /** The observed deal is not counted among the deals. */
  readonly withoutObserved?: boolean;
}

/** Step-down max-T for pairs as one would write it down, to plant errors in. */
export function plainFamilyTest(errors: Errors = {}) {
  return (
    family: readonly Float64Array[],
    { units }: Design,
    { alpha, seed, resamples = 999 }: FamilyTestSettings,
  ): FamilyTest => {
    const size = (z: number) => (errors.twoSided ? Math.abs(z) : z);
    const z = family.map((d) => statistic(d, new Float64Array(units).fill(1)));
    const shared = drawnSigns(seed, resamples, units);
    const drawn = family.map((d, k) => {
      const signs = errors.ownSigns ? drawnSigns(seed + 1000 * (k + 1), resamples, units) : shared;
      return signs.map((each) => size(statistic(d, each)));
    });
    const order = z.map((_, k) => k).toSorted((a, b) => size(z[b]!) - size(z[a]!));
    const p: number[] = [];
    let previous = 0;
    order.forEach((k, rank) => {
      const largest = largestOf(order.slice(rank).map((i) => drawn[i]!));
      const atLeast = largest.filter((value) => value >= size(z[k]!) - 1e-9).length;
      const share = errors.withoutObserved ? atLeast / resamples : (1 + atLeast) / (resamples + 1);
      previous = Math.max(previous, share);
      p[k] = previous;
    });
    const critical = largestOf(drawn).toSorted((a, b) => b - a)[Math.floor(alpha * (resamples + 1)) - 1];
    return {
      tests: z.map((value, k) => ({ z: value, p: p[k]!, testable: true })),
      critical: critical ?? Number.POSITIVE_INFINITY,
      crossed: [],
    };
  };
}

function statistic(differences: Float64Array, signs: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (let unit = 0; unit < differences.length; unit++) {
    sum += signs[unit]! * differences[unit]!;
    squares += differences[unit]! ** 2;
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}

function drawnSigns(seed: number, resamples: number, units: number): Float64Array[] {
  const generator = mersenne(seed);
  return Array.from({ length: resamples }, () =>
    Float64Array.from({ length: units }, () => (generator.next() & 1) * 2 - 1),
  );
}

/** The largest of all rows, column by column. */
function largestOf(rows: readonly (readonly number[])[]): number[] {
  return rows[0]!.map((_, r) => Math.max(...rows.map((row) => row[r]!)));
}

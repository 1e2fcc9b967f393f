import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { BothSides } from './alignment.js';
import type { Design } from './design.js';

/** Some requests of both sides: the unit of each. */
type UnitsOf = BothSides<{ readonly unit: Int32Array }>;

/**
 * Draws as many of the units as there are, with replacement (Efron 1979, the bootstrap), as the design's chance dealt
 * them: a pair comes or goes as a whole, with whatever both its requests have in common; of versions that followed each
 * other, each one's blocks are drawn among themselves.
 */
export class ResampledUnits {
  readonly #strata: readonly Int32Array[];
  readonly #times: Float64Array;

  /** Units without a request on either side are left out. */
  constructor(design: Design, { baseline, candidate }: UnitsOf) {
    this.#times = new Float64Array(design.units);
    const units = (...of: readonly Int32Array[]) => Int32Array.from(new Set(of.flatMap((unit) => [...unit]))).sort();
    this.#strata =
      design.kind === 'pairs' ? [units(baseline.unit, candidate.unit)] : [units(baseline.unit), units(candidate.unit)];
  }

  /** How often each unit is there in the next resample. Overwritten by the one after. */
  next(generator: RandomGenerator): Float64Array {
    this.#times.fill(0);
    for (const units of this.#strata) {
      for (let i = 0; i < units.length; i++) this.#times[units[uniformInt(generator, 0, units.length - 1)]!]! += 1;
    }
    return this.#times;
  }
}

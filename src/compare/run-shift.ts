import type { Score, SortedSample } from './score.js';

/** How far one run lies from all earlier runs together. */
export interface RunShift {
  /** ln of the factor by which the run is slower. */
  readonly shift: number;
  /** Variance of the shift by sampling within the run, from the differences between its blocks. */
  readonly sampling: number;
}

const WIDEST = Math.log(1000);
const PRECISION = 1e-4;

/**
 * The shift of a run against a reference sample: the ln-factor by which its durations must be divided for them to score
 * as the reference does on the whole, by the test's own scores with the reference's ranks held fixed. Its standard error
 * is half the way between the shifts at which the mean score is one standard deviation up and down, as the run's blocks
 * differ. null where the samples do not say: nothing varies, or a shift beyond 1000.
 */
export function runShift(reference: SortedSample, run: SortedSample, score: Score): RunShift | null {
  const scored = new ReferenceScores(reference.logMs, run, score);
  const shift = scored.where(0);
  if (shift === null) return null;
  const deviation = scored.deviationAt(shift);
  if (deviation === 0) return null;
  const [low, high] = [scored.where(deviation), scored.where(-deviation)];
  if (low === null || high === null) return null;
  return { shift, sampling: Math.max(PRECISION, (high - low) / 2) ** 2 };
}

/** The part of a sample that lies in the units from `from` up to `to`. */
export function withinUnits({ logMs, unit }: SortedSample, from: number, to: number): SortedSample {
  const inside = Array.from(unit.keys()).filter((i) => unit[i]! >= from && unit[i]! < to);
  return { logMs: Float64Array.from(inside, (i) => logMs[i]!), unit: Int32Array.from(inside, (i) => unit[i]!) };
}

class ReferenceScores {
  readonly #reference: Float64Array;
  readonly #run: SortedSample;
  readonly #blocks: number;
  /** areas[i]: the score function's integral up to rank i of the reference and one value more. */
  readonly #areas: Float64Array;
  readonly #zeroUpTo: number;
  readonly #mean: number;

  constructor(reference: Float64Array, run: SortedSample, score: Score) {
    this.#reference = reference;
    this.#run = run;
    this.#blocks = new Set(run.unit).size;
    const ranks = reference.length + 1;
    this.#areas = Float64Array.from({ length: ranks + 1 }, (_, i) => score.antiderivative(i / ranks));
    this.#zeroUpTo = Math.floor(score.from * ranks);
    this.#mean = score.antiderivative(1);
  }

  /** The shift at which the run's mean score differs from the reference's by `level`: the mean falls with the shift. */
  where(level: number): number | null {
    let [low, high] = [-0.1, 0.1];
    while (this.#above(low) <= level) {
      if (low < -WIDEST) return null;
      low *= 2;
    }
    while (this.#above(high) > level) {
      if (high > WIDEST) return null;
      high *= 2;
    }
    while (high - low > PRECISION) {
      const middle = (low + high) / 2;
      if (this.#above(middle) > level) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /** Standard deviation of the run's mean score, from the sums of its blocks. */
  deviationAt(shift: number): number {
    if (this.#blocks < 2) return 0;
    const n = this.#run.logMs.length;
    const centre = this.#mean + this.#above(shift);
    const sums = new Map<number, number>();
    for (const unit of this.#run.unit) sums.set(unit, (sums.get(unit) ?? 0) - centre);
    this.#eachScore(shift, (i, value) => {
      const unit = this.#run.unit[i]!;
      sums.set(unit, sums.get(unit)! + value);
    });
    const squares = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
    return Math.sqrt((squares * this.#blocks) / (this.#blocks - 1)) / n;
  }

  #above(shift: number): number {
    let sum = 0;
    this.#eachScore(shift, (_, value) => {
      sum += value;
    });
    return sum / this.#run.logMs.length - this.#mean;
  }

  /** The run's scores that are not 0, each at the mean of the function over the ranks that it could take. */
  #eachScore(shift: number, visit: (i: number, score: number) => void): void {
    const reference = this.#reference;
    const areas = this.#areas;
    const ranks = areas.length - 1;
    let below = reference.length;
    for (let i = this.#run.logMs.length - 1; i >= 0; i--) {
      const value = this.#run.logMs[i]! - shift;
      while (below > 0 && reference[below - 1]! > value) below -= 1;
      if (below + 1 <= this.#zeroUpTo) return;
      let less = below;
      while (less > 0 && reference[less - 1]! === value) less -= 1;
      visit(i, ((areas[below + 1]! - areas[less]!) * ranks) / (below + 1 - less));
    }
  }
}

import type { RequestProfile } from '../trace/profile.js';
import type { UnitRequest } from './alignment.js';
import { type QuantileBands, type RankedTimes, rankedTimes } from './band.js';

/** A quantile of response times, and what each part has of it. */
export interface DividedQuantile {
  readonly quantileMs: number;
  /** Of each part, its index that of the list; the last is what no part explains. Their sum is the quantile. */
  readonly partMs: Float64Array;
}

const ROUNDING = 1e-12;

/**
 * The requests of one side, ranked by response time, with what each spent on the parts of its critical path. Held in flat
 * lists, since it is asked hundreds of times: request i has the entries from `first[i]` up to `first[i + 1]`.
 */
export class DividedSample {
  readonly size: number;
  /** unit[i] is the pair or block that the i-th request was sent in. */
  readonly unit: Int32Array;
  /** How often a request did each part, on average. */
  readonly meanCount: Float64Array;
  readonly #times: RankedTimes;
  readonly #first: Int32Array;
  readonly #part: Int32Array;
  readonly #partMs: Float64Array;
  readonly #parts: number;

  /** `partOf`: of each step, which of `parts` parts it is. Times are divided by `shift` first. */
  constructor(requests: readonly UnitRequest[], partOf: readonly number[], parts: number, shift: number) {
    const ranked = requests.toSorted((a, b) => msOf(a.request) - msOf(b.request));
    this.size = ranked.length;
    this.unit = Int32Array.from(ranked, ({ unit }) => unit);
    this.#times = rankedTimes(Float64Array.from(ranked, ({ request }) => msOf(request) / shift));
    this.#parts = parts;
    const entries = ranked.reduce((sum, { request }) => sum + request.steps.length, 0);
    this.#first = new Int32Array(ranked.length + 1);
    this.#part = new Int32Array(entries);
    this.#partMs = new Float64Array(entries);
    this.meanCount = new Float64Array(parts);
    let entry = 0;
    ranked.forEach(({ request: { steps } }, i) => {
      for (const { step, count, pathMs } of steps) {
        this.meanCount[partOf[step]!]! += count;
        if (pathMs === 0) continue;
        this.#part[entry] = partOf[step]!;
        this.#partMs[entry] = pathMs / shift;
        entry += 1;
      }
      this.#first[i + 1] = entry;
    });
    for (let part = 0; part < parts; part++) this.meanCount[part]! /= Math.max(1, ranked.length);
  }

  /** Divides a quantile of all these requests that was estimated as `quantileMs`. */
  divideWhole(bands: QuantileBands, quantileMs: number): DividedQuantile {
    return this.divide(bands, new Float64Array(this.size).fill(1), this.size, quantileMs);
  }

  /**
   * Divides a quantile when the i-th request is there `counts[i]` times, `total` in all. `quantileMs` is the estimate to
   * be divided; null for the one of these requests.
   */
  divide(bands: QuantileBands, counts: Float64Array, total: number, quantileMs: number | null): DividedQuantile {
    const quantile = quantileMs ?? bands.quantileMs(this.#times, counts, total);
    const band = bands.around(this.#times, counts, total, quantile);
    const partMs = new Float64Array(this.#parts + 1);
    let explained = 0;
    for (let k = 0; k < band.weights.length; k++) {
      const weight = band.weights[k]!;
      if (weight === 0) continue;
      const upTo = this.#first[band.from + k + 1]!;
      for (let entry = this.#first[band.from + k]!; entry < upTo; entry++) {
        const ms = weight * this.#partMs[entry]!;
        partMs[this.#part[entry]!]! += ms;
        explained += ms;
      }
    }
    // Sums of many parts are not exact.
    partMs[this.#parts] = Math.abs(quantile - explained) < ROUNDING * quantile ? 0 : quantile - explained;
    return { quantileMs: quantile, partMs };
  }

  /** How many requests tell of the quantile: as many of equal weight would scatter as these do (Kish 1965). */
  around(bands: QuantileBands, quantileMs: number): number {
    const each = new Float64Array(this.size).fill(1);
    const { weights } = bands.around(this.#times, each, this.size, quantileMs);
    return 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
  }
}

function msOf({ responseMs }: RequestProfile): number {
  return responseMs ?? 0;
}

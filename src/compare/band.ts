import { SHORTEST_MS } from './quantile.js';
import { incompleteBeta } from './special-functions.js';

/** Response times of one side in milliseconds, ascending, with their logarithms as quantiles take them. */
export interface RankedTimes {
  readonly ms: Float64Array;
  readonly logMs: Float64Array;
}

/** Ranks times that are ascending already. */
export function rankedTimes(ms: Float64Array): RankedTimes {
  return { ms, logMs: ms.map((each) => Math.log(Math.max(SHORTEST_MS, each))) };
}

/** The requests around a quantile: those from `from` on, and what each of them weighs. The weights add up to 1. */
export interface Band {
  readonly from: number;
  readonly weights: Float64Array;
}

/**
 * The requests that tell what a request takes its time for when it takes as long as the p-quantile. Each weighs what a
 * kernel gives to its rank, and a little more or less the higher its rank is, so that the weighed mean of their response
 * times is the quantile itself: whatever their times divide into, the weighed means of the parts add up to the quantile.
 *
 * The kernel is Beta((m + 1)p, (m + 1)(1 − p)), as if of the Harrell–Davis estimate from a smaller sample of m = 4·n^0.4: its
 * standard deviation √(p(1 − p)/(m + 2)) shrinks with n^−0.2, which is best for the mean of one thing at a value of another
 * (Chen 2000, Statistica Sinica 10:73), and of 300 requests some 35 tell of p95.
 * The correction is linear in the rank (calibration as in Deville & Särndal 1992, JASA 87:376, with the rank as the
 * instrument, so that one extreme time does not bend it).
 */
export class QuantileBands {
  readonly #quantile: BetaCurve;
  readonly #kernel: BetaCurve;

  /** `requests`: how many the smaller side has; both sides are asked with one kernel. */
  constructor(p: number, requests: number) {
    this.#quantile = new BetaCurve(p, requests);
    this.#kernel = new BetaCurve(p, Math.min(requests, 4 * requests ** 0.4));
  }

  /** Harrell–Davis, on the log scale, of a sample in which the i-th time is there `counts[i]` times, `total` in all. */
  quantileMs({ logMs }: RankedTimes, counts: Float64Array, total: number): number {
    const { from, weights } = this.#quantile.weigh(counts, total);
    let log = 0;
    for (let i = 0; i < weights.length; i++) log += weights[i]! * logMs[from + i]!;
    return Math.exp(log);
  }

  /** The requests around a quantile that was estimated as `quantileMs`. */
  around({ ms }: RankedTimes, counts: Float64Array, total: number, quantileMs: number): Band {
    const band = this.#kernel.weigh(counts, total);
    const { from, weights } = band;
    let [rank, time] = [0, 0];
    for (let i = 0; i < weights.length; i++) {
      rank += weights[i]! * i;
      time += weights[i]! * ms[from + i]!;
    }
    let [together, spread] = [0, 0];
    for (let i = 0; i < weights.length; i++) {
      together += weights[i]! * (i - rank) * ms[from + i]!;
      spread += weights[i]! * (i - rank) ** 2;
    }
    if (together <= 0) return band;
    // Beyond this, ranks within two standard deviations would weigh less than nothing.
    const most = 1 / (2 * Math.sqrt(spread));
    const tilt = Math.max(-most, Math.min(most, (quantileMs - time) / together));
    for (let i = 0; i < weights.length; i++) weights[i]! *= 1 + tilt * (i - rank);
    return band;
  }
}

/** Points at which the curve is made out; between them it is taken for straight, which is right to 1e-5. */
const POINTS = 512;
/** Less than a millionth lies further out. */
const STANDARD_DEVIATIONS = 5;

/** The distribution function of Beta((m + 1)p, (m + 1)(1 − p)), as far as it is neither 0 nor 1. */
class BetaCurve {
  readonly #from: number;
  readonly #step: number;
  readonly #values: Float64Array;

  constructor(p: number, m: number) {
    const reach = STANDARD_DEVIATIONS * Math.sqrt((p * (1 - p)) / (m + 2));
    this.#from = Math.max(0, p - reach);
    this.#step = (Math.min(1, p + reach) - this.#from) / POINTS;
    const [a, b] = [(m + 1) * p, (m + 1) * (1 - p)];
    this.#values = Float64Array.from({ length: POINTS + 1 }, (_, i) =>
      i === 0 ? 0 : i === POINTS ? 1 : incompleteBeta(this.#from + i * this.#step, a, b),
    );
  }

  /** What each rank interval gets of it: interval i is as wide as `counts[i]` of `total`. */
  weigh(counts: Float64Array, total: number): Band {
    let upTo = 0;
    let first = 0;
    while (first < counts.length - 1 && (upTo + counts[first]!) / total <= this.#from) upTo += counts[first++]!;
    const weights: number[] = [];
    let below = this.#at(upTo / total);
    for (let i = first; i < counts.length && below < 1; i++) {
      upTo += counts[i]!;
      const value = this.#at(upTo / total);
      weights.push(value - below);
      below = value;
    }
    return { from: first, weights: Float64Array.from(weights) };
  }

  #at(u: number): number {
    const place = (u - this.#from) / this.#step;
    if (place <= 0) return 0;
    if (place >= POINTS) return 1;
    const i = Math.floor(place);
    return this.#values[i]! + (place - i) * (this.#values[i + 1]! - this.#values[i]!);
  }
}

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * How a comparison was run, as the test needs it: the unit that is exchangeable under the null hypothesis, and how
 * chance could have dealt the units. A hypothesis is a number per unit (its contributions c); its statistic is
 * z = Σ w·c / norm(c) with the weights w that were observed, and the null distribution is that of z under drawn w.
 * A unit has one of two weights, so that a deal is a bit per unit.
 */
export interface Design {
  readonly kind: 'pairs' | 'sequential';
  readonly units: number;
  /** The weights that happened. */
  readonly observed: Float64Array;
  /** What a unit weighs whose bit is 0, and one whose bit is 1. */
  readonly weights: readonly [number, number];
  /**
   * What chance could as well have dealt, `deals` times: byte [g][r] holds a bit for each of the units 8g to 8g + 7 in
   * deal r, the lowest first.
   */
  readonly draw: (generator: RandomGenerator, deals: number) => Uint8Array[];
  /** The standard deviation of Σ w·c under {@link draw}. */
  readonly norm: (contributions: Float64Array) => number;
  /** The largest z that any deal could give: below the critical value a hypothesis cannot be rejected (Tarone 1990). */
  readonly largest: (contributions: Float64Array) => number;
  /** −1 where baseline scores are subtracted within a unit, +1 where each unit belongs to one side. */
  readonly baselineSign: 1 | -1;
}

/** Deals are kept in bytes, a bit a unit. */
export const UNITS_A_BYTE = 8;

/**
 * Side by side: unit = pair, contribution = candidate − baseline. The order inside a pair was a coin's, so under the
 * null every sign is equally likely, whatever drift, bursts or tails did: the test is exact. Signs are drawn pair after
 * pair: the first pairs of a run are dealt alike however many follow, so that looks before the end share their deals.
 */
export function pairsDesign(pairs: number): Design {
  return {
    kind: 'pairs',
    units: pairs,
    observed: new Float64Array(pairs).fill(1),
    weights: [-1, 1],
    draw: (generator, deals) =>
      Array.from({ length: Math.ceil(pairs / UNITS_A_BYTE) }, () => {
        const words = new Int32Array(Math.ceil(deals / 4));
        for (let i = 0; i < words.length; i++) words[i] = generator.next();
        return new Uint8Array(words.buffer, 0, deals);
      }),
    norm: euclidean,
    largest: (c) => {
      const norm = euclidean(c);
      let largest = 0;
      for (let i = 0; i < c.length; i++) largest += Math.abs(c[i]!);
      return norm === 0 ? 0 : largest / norm;
    },
    baselineSign: -1,
  };
}

/** √Σ c². */
function euclidean(c: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < c.length; i++) squares += c[i]! * c[i]!;
  return Math.sqrt(squares);
}

/**
 * One version after the other: unit = block of requests that followed each other, weight = whether the block is the
 * candidate's (centred). Blocks, not requests, are dealt anew, so that slow minutes do not pass for many slow
 * requests. Drift between the two runs cannot be told from a change by any test: hence the wide margin.
 * Units are numbered baseline's blocks first.
 */
export function sequentialDesign(baselineBlocks: number, candidateBlocks: number): Design {
  const units = baselineBlocks + candidateBlocks;
  const share = candidateBlocks / Math.max(1, units);
  const observed = Float64Array.from({ length: units }, (_, unit) => (unit < baselineBlocks ? -share : 1 - share));
  const norm = (c: Float64Array): number => {
    if (units < 2) return 0;
    const mean = c.reduce((sum, x) => sum + x, 0) / units;
    const squares = c.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return Math.sqrt((squares * baselineBlocks * candidateBlocks) / (units * (units - 1)));
  };
  return {
    kind: 'sequential',
    units,
    observed,
    weights: [-share, 1 - share],
    draw: (generator, deals) => {
      const bytes = Array.from({ length: Math.ceil(units / UNITS_A_BYTE) }, () => new Uint8Array(deals));
      const bits = new Uint8Array(units);
      for (let deal = 0; deal < deals; deal++) {
        shuffleSides(generator, bits, baselineBlocks);
        bits.forEach((bit, unit) => {
          bytes[unit >> 3]![deal]! |= bit << (unit & 7);
        });
      }
      return bytes;
    },
    norm,
    largest: (c) => {
      const deviation = norm(c);
      if (deviation === 0) return 0;
      const sorted = Float64Array.from(c).sort();
      const weights = Float64Array.from(observed).sort();
      return sorted.reduce((sum, x, i) => sum + x * weights[i]!, 0) / deviation;
    },
    baselineSign: 1,
  };
}

/** Fisher–Yates over the units' sides: the first `baselineBlocks` begin as the baseline's. */
function shuffleSides(generator: RandomGenerator, bits: Uint8Array, baselineBlocks: number): void {
  bits.fill(0, 0, baselineBlocks).fill(1, baselineBlocks);
  for (let i = bits.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    const held = bits[i]!;
    bits[i] = bits[j]!;
    bits[j] = held;
  }
}

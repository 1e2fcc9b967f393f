import { mersenne } from 'pure-rand/generator/mersenne';
import type { Design } from './design.js';

/** Number of random deals; p-values are multiples of 1/(RESAMPLES + 1). */
export const RESAMPLES = 1999;

export interface Tested {
  /** Σ w·c / norm(c) under the observed weights; 0 where nothing varies. */
  readonly z: number;
  /** Family-wise adjusted, one-sided: z is as large as this by chance. */
  readonly p: number;
  /** False where something varies, but no outcome of these samples could reach the critical value. */
  readonly testable: boolean;
}

export interface FamilyTest {
  readonly tests: readonly Tested[];
  /** The value that the largest of all statistics exceeds with probability `alpha` under the null: p ≤ α beyond it. */
  readonly critical: number;
}

/**
 * Step-down max-T (Westfall & Young 1993) over a family of one-sided hypotheses, each given as one contribution per unit.
 * All hypotheses share every deal of the weights, so the dependence between them (one slow dependency, many slow
 * callers) is kept, and the error rate `alpha` holds for the whole report. p = (1 + #{≥}) / (R + 1), never 0
 * (Phipson & Smyth 2010). The same seed gives the same answer. Time: RESAMPLES / 8 × non-zero contributions.
 */
export function testFamily(
  family: readonly Float64Array[],
  design: Design,
  alpha: number,
  seed: number,
  resamples = RESAMPLES,
): FamilyTest {
  const norms = family.map((contributions) => design.norm(contributions));
  const z = family.map((contributions, k) => statistic(contributions, design.observed, norms[k]!));
  const drawn = drawStatistics(family, norms, design, seed, resamples);
  const critical = criticalValue(drawn, resamples, alpha);
  const p = stepDown(z, drawn, resamples);
  return {
    tests: family.map((contributions, k) => ({
      z: z[k]!,
      p: p[k]!,
      testable: norms[k] === 0 || design.largest(contributions) > critical + ROUNDING,
    })),
    critical,
  };
}

function statistic(contributions: Float64Array, weights: Float64Array, norm: number): number {
  if (norm === 0) return 0;
  let sum = 0;
  for (let u = 0; u < contributions.length; u++) sum += weights[u]! * contributions[u]!;
  return sum / norm;
}

/** drawn[k][r] = z of hypothesis k under deal r. */
function drawStatistics(
  family: readonly Float64Array[],
  norms: readonly number[],
  design: Design,
  seed: number,
  resamples: number,
): Float64Array[] {
  const deals = drawDeals(design, seed, resamples);
  const sums = new Float64Array(1 << UNITS_A_BYTE);
  return family.map((contributions, k) => {
    const drawn = new Float64Array(resamples);
    if (norms[k] === 0) return drawn;
    deals.forEach((bytes, group) => {
      const from = group * UNITS_A_BYTE;
      const of = contributions.subarray(from, from + UNITS_A_BYTE);
      if (of.every((c) => c === 0)) return;
      sumsOfDeals(sums, of, design.weights);
      for (let r = 0; r < resamples; r++) drawn[r]! += sums[bytes[r]!]!;
    });
    return drawn.map((sum) => sum / norms[k]!);
  });
}

const UNITS_A_BYTE = 8;

/** deals[g][r]: how deal r dealt the units 8g to 8g + 7, a bit each. All hypotheses share them. */
function drawDeals(design: Design, seed: number, resamples: number): Uint8Array[] {
  const generator = mersenne(seed);
  const bits = new Uint8Array(design.units);
  const deals = Array.from({ length: Math.ceil(design.units / UNITS_A_BYTE) }, () => new Uint8Array(resamples));
  for (let r = 0; r < resamples; r++) {
    design.draw(generator, bits);
    bits.forEach((bit, unit) => {
      deals[unit >> 3]![r]! |= bit << (unit & 7);
    });
  }
  return deals;
}

/** Σ w·c of up to eight units for each of the 256 ways to deal them: one look-up then does the work of eight products. */
function sumsOfDeals(sums: Float64Array, contributions: Float64Array, [low, high]: readonly [number, number]): void {
  sums[0] = low * contributions.reduce((sum, c) => sum + c, 0);
  for (let deal = 1; deal < sums.length; deal++) {
    const lastBit = 31 - Math.clz32(deal);
    sums[deal] = sums[deal ^ (1 << lastBit)]! + (high - low) * (contributions[lastBit] ?? 0);
  }
}

function criticalValue(drawn: readonly Float64Array[], resamples: number, alpha: number): number {
  // p ≤ α means that fewer deals than this are as large.
  const fewer = Math.floor(alpha * (resamples + 1));
  if (drawn.length === 0 || fewer === 0) return Number.POSITIVE_INFINITY;
  const largest = new Float64Array(resamples).fill(Number.NEGATIVE_INFINITY);
  for (const row of drawn) for (let r = 0; r < resamples; r++) largest[r] = Math.max(largest[r]!, row[r]!);
  largest.sort();
  return largest[Math.max(0, resamples - fewer)]!;
}

/** Sums of the same numbers in another order may differ in the last bits: that is no difference. */
const ROUNDING = 1e-9;

function stepDown(z: readonly number[], drawn: readonly Float64Array[], resamples: number): Float64Array {
  const descending = z.map((_, k) => k).toSorted((a, b) => z[b]! - z[a]!);
  const p = new Float64Array(z.length);
  const largest = new Float64Array(resamples).fill(Number.NEGATIVE_INFINITY);
  for (const k of descending.toReversed()) {
    const row = drawn[k]!;
    let atLeast = 0;
    for (let r = 0; r < resamples; r++) {
      if (row[r]! > largest[r]!) largest[r] = row[r]!;
      if (largest[r]! >= z[k]! - ROUNDING) atLeast += 1;
    }
    p[k] = (1 + atLeast) / (resamples + 1);
  }
  let previous = 0;
  for (const k of descending) {
    p[k] = Math.max(previous, p[k]!);
    previous = p[k]!;
  }
  return p;
}

import { mersenne } from 'pure-rand/generator/mersenne';
import { type Design, UNITS_A_BYTE } from './design.js';

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
  /** The deals whose largest statistic did exceed it, now or at an earlier look: what the next look begins with. */
  readonly crossed: readonly number[];
}

export interface FamilyTestSettings {
  /** Chance of any false alarm in the family, up to and with this look. */
  readonly alpha: number;
  readonly seed: number;
  /**
   * Looks before this one, at the first pairs of the same run: the deals that had crossed by then. They count as
   * extreme, so that p is ordered by stage (Jennison & Turnbull 2000, 8.4) and α is spent once over all looks.
   */
  readonly crossed?: readonly number[];
  readonly resamples?: number;
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
  { alpha, seed, crossed = [], resamples = RESAMPLES }: FamilyTestSettings,
): FamilyTest {
  const norms = family.map((contributions) => design.norm(contributions));
  const z = family.map((contributions, k) => statistic(contributions, design.observed, norms[k]!));
  const drawn = drawStatistics(family, norms, design, seed, resamples);
  const atStart = new Float64Array(resamples).fill(Number.NEGATIVE_INFINITY);
  for (const r of crossed) atStart[r] = Number.POSITIVE_INFINITY;
  const largest = largestOf(drawn, atStart);
  const critical = criticalValue(largest, alpha);
  const p = stepDown(z, drawn, atStart);
  return {
    tests: family.map((contributions, k) => ({
      z: z[k]!,
      p: p[k]!,
      testable: norms[k] === 0 || design.largest(contributions) > critical + ROUNDING,
    })),
    critical,
    crossed: Array.from(largest.keys()).filter(
      (r) => largest[r]! > critical || atStart[r] === Number.POSITIVE_INFINITY,
    ),
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
  const deals = design.draw(mersenne(seed), resamples);
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

/** Σ w·c of up to eight units for each of the 256 ways to deal them: one look-up then does the work of eight products. */
function sumsOfDeals(sums: Float64Array, contributions: Float64Array, [low, high]: readonly [number, number]): void {
  sums[0] = low * contributions.reduce((sum, c) => sum + c, 0);
  for (let deal = 1; deal < sums.length; deal++) {
    const lastBit = 31 - Math.clz32(deal);
    sums[deal] = sums[deal ^ (1 << lastBit)]! + (high - low) * (contributions[lastBit] ?? 0);
  }
}

/** largest[r]: the largest statistic of deal r, or what it starts with. */
function largestOf(drawn: readonly Float64Array[], atStart: Float64Array): Float64Array {
  const largest = Float64Array.from(atStart);
  for (const row of drawn) for (let r = 0; r < row.length; r++) largest[r] = Math.max(largest[r]!, row[r]!);
  return largest;
}

function criticalValue(largest: Float64Array, alpha: number): number {
  // p ≤ α means that fewer deals than this are as large.
  const fewer = Math.floor(alpha * (largest.length + 1));
  if (fewer === 0) return Number.POSITIVE_INFINITY;
  const critical = largest.toSorted()[Math.max(0, largest.length - fewer)]!;
  return critical === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : critical;
}

/** Sums of the same numbers in another order may differ in the last bits: that is no difference. */
const ROUNDING = 1e-9;

function stepDown(z: readonly number[], drawn: readonly Float64Array[], atStart: Float64Array): Float64Array {
  const resamples = atStart.length;
  const descending = z.map((_, k) => k).toSorted((a, b) => z[b]! - z[a]!);
  const p = new Float64Array(z.length);
  const largest = Float64Array.from(atStart);
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

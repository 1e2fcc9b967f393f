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
  { seed, resamples = RESAMPLES, ...look }: FamilyTestSettings,
): FamilyTest {
  return testByDeals(family, design, drawDeals(design, seed, resamples), look);
}

/** How a family is tested in one direction, as in {@link FamilyTestSettings}. */
type DirectionSettings = Pick<FamilyTestSettings, 'alpha' | 'crossed'>;

/**
 * {@link testFamily} in both directions with the same deals, drawn once: whether the candidate has more anywhere, and
 * whether it has less. Contributions are candidate − baseline in both; the second family's are negated here.
 */
export function testBothDirections(
  { worse, better }: { readonly worse: readonly Float64Array[]; readonly better: readonly Float64Array[] },
  design: Design,
  settings: Pick<FamilyTestSettings, 'seed' | 'resamples'> & {
    readonly worse: DirectionSettings;
    readonly better: DirectionSettings;
  },
): { worse: FamilyTest; better: FamilyTest } {
  const deals = drawDeals(design, settings.seed, settings.resamples ?? RESAMPLES);
  const negated = better.map((contributions) => contributions.map((c) => -c));
  return {
    worse: testByDeals(worse, design, deals, settings.worse),
    better: testByDeals(negated, design, deals, settings.better),
  };
}

/** So many deals of the weights to the units: {@link Design.draw}. */
interface Deals {
  readonly count: number;
  readonly bytes: readonly Uint8Array[];
}

function drawDeals(design: Design, seed: number, count: number): Deals {
  return { count, bytes: design.draw(mersenne(seed), count) };
}

function testByDeals(
  family: readonly Float64Array[],
  design: Design,
  deals: Deals,
  { alpha, crossed = [] }: DirectionSettings,
): FamilyTest {
  const norms = family.map((contributions) => design.norm(contributions));
  const z = family.map((contributions, k) => statistic(contributions, design.observed, norms[k]!));
  const drawn = family.map((contributions, k) => drawnStatistics(contributions, norms[k]!, design, deals));
  const atStart = new Float64Array(deals.count).fill(Number.NEGATIVE_INFINITY);
  for (const r of crossed) atStart[r] = Number.POSITIVE_INFINITY;
  const { p, largest } = stepDown(z, drawn, atStart);
  const critical = criticalValue(largest, alpha);
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

/** drawn[r] = z under deal r. */
function drawnStatistics(contributions: Float64Array, norm: number, design: Design, deals: Deals): Float64Array {
  const drawn = new Float64Array(deals.count);
  if (norm === 0) return drawn;
  const [low, high] = design.weights;
  const sums = new Float64Array(1 << UNITS_A_BYTE);
  deals.bytes.forEach((bytes, group) => {
    const from = group * UNITS_A_BYTE;
    const of = contributions.subarray(from, from + UNITS_A_BYTE);
    if (of.every((c) => c === 0)) return;
    sumsOfDeals(sums, of, low / norm, high / norm);
    for (let r = 0; r < drawn.length; r++) drawn[r]! += sums[bytes[r]!]!;
  });
  return drawn;
}

/** Σ w·c of up to eight units for each of the 256 ways to deal them: one look-up then does the work of eight products. */
function sumsOfDeals(sums: Float64Array, contributions: Float64Array, low: number, high: number): void {
  sums[0] = low * contributions.reduce((sum, c) => sum + c, 0);
  for (let bit = 0; bit < UNITS_A_BYTE; bit++) {
    const more = (high - low) * (contributions[bit] ?? 0);
    const known = 1 << bit;
    for (let deal = 0; deal < known; deal++) sums[known + deal] = sums[deal]! + more;
  }
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

/** Also largest[r]: the largest statistic of deal r, or what it started with. */
function stepDown(
  z: readonly number[],
  drawn: readonly Float64Array[],
  atStart: Float64Array,
): { p: Float64Array; largest: Float64Array } {
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
  return { p, largest };
}

import { normalCdf } from './normal.js';

/** Several statistics that are tested at once. */
export interface StudentFamily {
  readonly size: number;
  /** Degrees of freedom of the standard deviation that the statistics are divided by. */
  readonly degrees: number;
  /** Correlation between any two of them, 0 to below 1. */
  readonly correlation: number;
}

const REACH = 7;
const STEPS = 56;
const MOST_DEGREES = 10_000;
const CLOSEST = 0.98;

/**
 * The chance that the largest of equally correlated Student's t exceeds `t` under the null (Dunnett 1955, J. Am. Stat.
 * Assoc. 50:1096; the integral of Dunnett & Sobel 1955, Biometrika 42:258): with T = (√ρ·z₀ + √(1 − ρ)·z) / s,
 *
 *   P(max T > t) = 1 − ∫∫ Φ((t·s − √ρ·z₀) / √(1 − ρ))ⁿ φ(z₀) f(s) dz₀ ds
 *
 * by the trapezoidal rule, which converges fast for integrands that fade at both ends; to about 1e-5.
 */
export function chanceOfLargest(t: number, { size, degrees, correlation }: StudentFamily): number {
  const rho = Math.min(CLOSEST, Math.max(0, correlation));
  const own = Math.sqrt(1 - rho);
  let within = 0;
  for (const scale of scales(Math.min(degrees, MOST_DEGREES))) {
    for (const common of NORMAL) {
      const chance = normalCdf((t * scale.at - Math.sqrt(rho) * common.at) / own);
      within += scale.weight * common.weight * chance ** size;
    }
  }
  return Math.min(1, Math.max(0, 1 - within));
}

/** The t that the largest exceeds with the chance `alpha`; to 1e-4. */
export function largestQuantile(alpha: number, family: StudentFamily): number {
  let low = 0;
  let high = 4;
  while (chanceOfLargest(high, family) > alpha) [low, high] = [high, 2 * high];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (chanceOfLargest(middle, family) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

interface WeighedPoint {
  readonly at: number;
  readonly weight: number;
}

/** Points on a line with weights that add up to 1, from a logarithmic density. */
function weighed(from: number, to: number, logDensity: (x: number) => number): WeighedPoint[] {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS);
  const largest = Math.max(...points.map(logDensity));
  const weights = points.map((x) => Math.exp(logDensity(x) - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return points.map((at, i) => ({ at, weight: weights[i]! / sum }));
}

const NORMAL = weighed(-REACH, REACH, (z) => (-z * z) / 2);

/** s = √(χ²/degrees), on the logarithmic scale, where it fades on both sides: ln f(ln s) = ν·ln s − ν·s²/2 + constant. */
function scales(degrees: number): WeighedPoint[] {
  const spread = 1 / Math.sqrt(2 * degrees);
  const below = -REACH * spread - 20 / degrees;
  return weighed(below, REACH * spread, (log) => degrees * (log - Math.exp(2 * log) / 2)).map(({ at, weight }) => ({
    at: Math.exp(at),
    weight,
  }));
}

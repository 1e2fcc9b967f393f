import { normalCdf, normalQuantile } from './normal.js';

/** Shares of a stage's pairs after which a look is taken while the rest is driven. */
export const LOOKS = [0.25, 0.5, 0.75] as const;

/**
 * How much of a stage's chance of a false alarm may have been spent once the first `share` of its pairs has been looked
 * at: α(t) = 2(1 − Φ(z₁₋α/₂ / √t)), O'Brien & Fleming's boundary as a spending function (Lan & DeMets, Biometrika
 * 70:659, 1983). Hardly anything early on, so that the last look keeps nearly all of its power; α at t = 1.
 */
export function spentBy(alpha: number, share: number): number {
  if (share >= 1) return alpha;
  return 2 * (1 - normalCdf(normalQuantile(1 - alpha / 2) / Math.sqrt(share)));
}

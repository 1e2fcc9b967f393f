import { Z_80 } from './change.js';

/** What one measurement shows, on a scale on which changes add up: logarithms of ratios, or differences. */
export interface Shown {
  readonly estimate: number;
  /** Upper end of its interval. */
  readonly upper: number;
  readonly acceptable: number;
  /** What must be excluded for "unchanged"; not below `acceptable`. */
  readonly resolution: number;
}

/**
 * How many times as many requests would settle it, since z² and the inverse of the interval's width² grow with their
 * number: where the estimate is not acceptable, to find one as large with 80 % probability; else to exclude a change of
 * the resolution's size. null where there are enough, or none would do.
 */
export function timesNeeded(
  { estimate, upper, acceptable, resolution }: Shown,
  { z, critical }: { readonly z: number; readonly critical: number },
): number | null {
  const times =
    estimate > acceptable
      ? ((critical + Z_80) / Math.max(0, z)) ** 2
      : ((upper - estimate) / (resolution - estimate)) ** 2;
  return Number.isFinite(times) && times > 1 ? times : null;
}

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** How departures follow each other: evenly, or at random as those of independent visitors do. */
export type ArrivalProcess = 'constant' | 'poisson';

/** When departures are due. */
export interface Arrivals {
  readonly count: number;
  /** Milliseconds after the start of the i-th, from 0; they never go back. */
  readonly atMs: (i: number) => number;
}

/** Evenly spaced. */
export function evenArrivals(count: number, perSecond: number): Arrivals {
  return { count, atMs: (i) => (i * 1000) / perSecond };
}

/**
 * A Poisson process that is known to have had `count` arrivals in the time that evenly spaced ones take: as many
 * independent uniform draws, in order. The first needs all to be drawn, so these times alone, 8 bytes each, are held.
 */
export function poissonArrivals(count: number, perSecond: number, generator: RandomGenerator): Arrivals {
  const lastsMs = (count * 1000) / perSecond;
  const ascendingMs = Float64Array.from({ length: count }, () => uniformFloat64(generator) * lastsMs).sort();
  return { count, atMs: (i) => ascendingMs[i]! };
}

/** While the rate climbs in a straight line from 0 to `perSecond`. */
export function rampArrivals(rampS: number, perSecond: number): Arrivals {
  // After t seconds of a ramp of T, r·t²/2T have departed.
  return {
    count: Math.floor((perSecond * rampS) / 2),
    atMs: (i) => Math.sqrt((2 * (i + 1) * rampS) / perSecond) * 1000,
  };
}

/** The one, and from `fromMs` on the other. */
export function oneAfterOther(first: Arrivals, second: Arrivals, fromMs: number): Arrivals {
  return {
    count: first.count + second.count,
    atMs: (i) => (i < first.count ? first.atMs(i) : fromMs + second.atMs(i - first.count)),
  };
}

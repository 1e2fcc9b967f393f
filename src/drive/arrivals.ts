import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** How departures follow each other: evenly, or at random as those of independent visitors do. */
export type ArrivalProcess = 'constant' | 'poisson';

/** Milliseconds after the start of departures that are evenly spaced. */
export function evenArrivals(count: number, perSecond: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 1000) / perSecond);
}

/**
 * Milliseconds after the start of a Poisson process that is known to have had `count` arrivals in the time that evenly
 * spaced ones take: as many independent uniform draws, in order.
 */
export function poissonArrivals(count: number, perSecond: number, generator: RandomGenerator): number[] {
  const lastsMs = (count * 1000) / perSecond;
  return Array.from({ length: count }, () => uniformFloat64(generator) * lastsMs).sort((a, b) => a - b);
}

/** Milliseconds after the start, while the rate climbs in a straight line from 0 to `perSecond`. */
export function rampArrivals(rampS: number, perSecond: number): number[] {
  // After t seconds of a ramp of T, r·t²/2T have departed.
  return Array.from(
    { length: Math.floor((perSecond * rampS) / 2) },
    (_, i) => Math.sqrt((2 * (i + 1) * rampS) / perSecond) * 1000,
  );
}

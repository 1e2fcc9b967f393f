import type { Chance } from './chance.js';

/**
 * What the whole system has in common at one moment: the logarithm of a factor for each slot of a run, in which one
 * request is served. Side by side a pair takes two slots that follow each other, and a coin says who comes first.
 */
export type Weather = Float64Array;

export function calm(_: Chance, slots: number): Weather {
  return new Float64Array(slots);
}

/** Autoregressive noise of order 1, stationary. */
export function arOne(chance: Chance, slots: number): Weather {
  const kept = 0.95;
  const sd = 0.4;
  const weather = new Float64Array(slots);
  let now = sd * chance.normal();
  for (let slot = 0; slot < slots; slot++) {
    weather[slot] = now;
    now = kept * now + sd * Math.sqrt(1 - kept * kept) * chance.normal();
  }
  return weather;
}

/** Times when everything is slower; they begin and end at any slot, in the middle of a pair too. */
export function bursts(chance: Chance, slots: number): Weather {
  const beginning = 1 / 100;
  const ending = 1 / 15;
  const weather = new Float64Array(slots);
  let slow = false;
  for (let slot = 0; slot < slots; slot++) {
    slow = slow ? !chance.happens(ending) : chance.happens(beginning);
    weather[slot] = slow ? Math.log(4) : 0;
  }
  return weather;
}

export function drift(_: Chance, slots: number): Weather {
  return Float64Array.from({ length: slots }, (__, slot) => (Math.log(1.8) * slot) / slots);
}

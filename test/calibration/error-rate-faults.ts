import { hash } from '../../calibration/chance.js';
import { simulatedPlaces } from '../../calibration/places-run.js';
import { smallestP } from './decided-by.js';
import type { Engine } from './engine.js';

const REPORTS = 400;
const PAIRS = 20;
const RESAMPLES = 99;
const ALPHA = 0.2;

/**
 * Reports of identical code whose questions nearly all tell the same, as they do when the whole system has a good or a
 * bad moment. The exact test raises an alarm in a fifth of them, in either direction: no more, and no fewer either.
 */
export function errorRateFaults(engine: Engine): Readonly<Record<string, boolean>> {
  const smallest = Array.from({ length: REPORTS }, (_, number) => {
    const seed = `error rate ${number}`;
    return smallestP(engine, correlatedPlaces(seed), hash(seed), RESAMPLES);
  });
  const alarms = (direction: 'worse' | 'better') => smallest.filter((p) => p[direction] <= ALPHA).length;
  const error = Math.sqrt(REPORTS * ALPHA * (1 - ALPHA));
  const near = (count: number) => Math.abs(count - REPORTS * ALPHA) < 3.5 * error;

  return {
    'a fifth of the reports of identical code is worse at 20 %': near(alarms('worse')),
    'a fifth of the reports of identical code is better at 20 %': near(alarms('better')),
  };
}

/** Five nodes that a moment slows down together: heavy-tailed, whole milliseconds, many ties. */
function correlatedPlaces(seed: string) {
  let moment = 1;
  let drawn = 0;
  return simulatedPlaces({
    ...{ seed, stage: 1, pairs: PAIRS, places: 5, usualMs: 12, wholeMilliseconds: true, effect: () => 1 },
    factor: (chance) => {
      // A request's first place draws what all its places have in common.
      if (drawn++ % 5 === 0) moment = (1 - chance.uniform()) ** -0.5;
      return moment * Math.exp(0.02 * chance.normal());
    },
  });
}

import { type BothSides, bothSides } from '../../src/compare/alignment.js';
import type { Profile } from '../../src/trace/profile.js';
import { aProfile, aRequest } from '../support/simulated-run.js';
import { contributionsIn } from './decided-by.js';
import type { Engine } from './engine.js';

const PAIRS = 100;

/** Facts about which requests are compared with which. */
export function alignmentFaults(engine: Engine): Readonly<Record<string, boolean>> {
  const { align } = engine;
  const kept = (profiles: BothSides<Profile>) => bothSides(align(profiles).requests, ({ length }) => length);
  const everyTenth = (slow: number) => (order: number) => (order % 10 === 3 ? slow : 100);
  const missing = kept({ baseline: timesOf(() => 100, 0), candidate: timesOf(() => 100, 5) });
  const slowCandidate = kept({ baseline: timesOf(() => 100), candidate: timesOf(everyTenth(100_000)) });
  const slowBaseline = kept({ baseline: timesOf(everyTenth(100_000)), candidate: timesOf(() => 100) });

  return {
    'no pair is left out for being slow': [slowCandidate, slowBaseline].every(
      ({ baseline, candidate }) => baseline === PAIRS && candidate === PAIRS,
    ),
    'a pair of which a request is missing is left out whole':
      missing.baseline === PAIRS - 5 && missing.candidate === PAIRS - 5,
    'a pair with a cold start on either side says nothing about times': (['baseline', 'candidate'] as const).every(
      (side) => {
        const cold = timesOf((order) => 100 + order);
        const [first, ...rest] = cold.requests;
        const warm = timesOf((order) => 120 - order);
        const started = { ...cold, requests: [{ ...first!, cold: true }, ...rest] };
        const profiles =
          side === 'baseline' ? { baseline: started, candidate: warm } : { baseline: warm, candidate: started };
        const family = contributionsIn(engine, profiles);
        return family.every((of) => of[0] === 0) && family.some((of) => of[1] !== 0);
      },
    ),
    'both requests of a pair are of one order': ((): boolean => {
      const { requests } = align({ baseline: timesOf(() => 100, 3), candidate: timesOf(() => 100, 7) });
      return requests.candidate.every(
        ({ request, unit }) => requests.baseline.find((other) => other.unit === unit)?.request.order === request.order,
      );
    })(),
  };
}

function timesOf(ms: (order: number) => number, without = 0): Profile {
  const orders = Array.from({ length: PAIRS }, (_, order) => order).slice(without);
  return aProfile({ requests: orders.map((order) => aRequest({ order, startMs: order, responseMs: ms(order) })) });
}

import { Chance } from '../../calibration/chance.js';
import { type BothSides, bothSides } from '../../src/compare/alignment.js';
import type { Profile } from '../../src/trace/profile.js';
import { aProfile, aRequest } from '../support/simulated-run.js';
import { contributionsIn } from './decided-by.js';
import type { Engine } from './engine.js';

const PAIRS = 40;

/** Facts about the differences within pairs that ranks and scores come to. */
export function scoreFaults(engine: Engine): Readonly<Record<string, boolean>> {
  const chance = new Chance('score faults');
  const drawn = () => Array.from({ length: PAIRS }, () => 10 + Math.floor(20 * chance.uniform()));
  const [first, second] = [drawn(), drawn()];
  const times = { baseline: first, candidate: [first[0]!, ...second.slice(1)] };
  const contributions = (of: BothSides<readonly number[]>) => contributionsIn(engine, profilesOf(of));
  const [once, again] = [contributions(times), contributions(times)];
  const swapped = contributions({ baseline: times.candidate, candidate: times.baseline });
  const equal = contributions({ baseline: Array(PAIRS).fill(20), candidate: Array(PAIRS).fill(20) });

  return {
    'times that are all alike make no difference anywhere': equal.every((of) => of.every((d) => Math.abs(d) < 1e-12)),
    'the same times make the same differences': alike(once, again),
    'the two versions exchanged make the opposite differences': alike(
      once,
      swapped.map((of) => of.map((d) => -d)),
    ),
    'a pair of equal times makes no difference': once.every((of) =>
      of.every((d, pair) => times.baseline[pair] !== times.candidate[pair] || Math.abs(d) < 1e-12),
    ),
  };
}

function profilesOf(times: BothSides<readonly number[]>): BothSides<Profile> {
  return bothSides(times, (ms) =>
    aProfile({ requests: ms.map((responseMs, order) => aRequest({ order, startMs: order, responseMs })) }),
  );
}

function alike(a: readonly Float64Array[], b: readonly Float64Array[]): boolean {
  return a.every((of, k) => of.every((value, unit) => Math.abs(value - b[k]![unit]!) < 1e-12));
}

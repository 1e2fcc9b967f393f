import type { BothSides, Side } from '../src/compare/alignment.js';
import type { Profile, RequestProfile } from '../src/trace/profile.js';
import { aNode, aProfile, aRequest, aWork } from '../test/support/simulated-run.js';
import { Chance } from './chance.js';
import type { Scatter } from './scatter.js';

/** Nodes of one operation that have nothing to do with each other, so that the test gets no help from dependence. */
export interface PlacesRun {
  readonly seed: string;
  readonly stage: 1 | 2;
  readonly pairs: number;
  readonly places: number;
  readonly usualMs: number;
  /** A factor of a time. Draws one value for what a pair shares at a place, and one for each request. */
  readonly factor: (chance: Chance, shared: number) => number;
  readonly wholeMilliseconds: boolean;
  /** By what the candidate's time at the first place is multiplied; drawn for each request. At the others by 1. */
  readonly effect: (chance: Chance) => number;
  /** Whether the effect is at every place: then one run tells about many places. */
  readonly everywhere?: boolean;
}

/** The first place, where the effect is. */
export const CHANGED_PLACE = 'place-1';

/** Log-normal with σ² = `sigma`² in all, of which a pair shares `shared` (0–1). */
export function logNormalFactor(sigma: number, sharedPart: number): PlacesRun['factor'] {
  const [common, own] = [sigma * Math.sqrt(sharedPart), sigma * Math.sqrt(1 - sharedPart)];
  return (chance, shared) => Math.exp(common * shared + own * chance.normal());
}

/** A scatter at a place of its own; what the whole system has in common is left out. */
export function scatterFactor({ span, trace, pairSd }: Scatter): PlacesRun['factor'] {
  return (chance, shared) => Math.exp(pairSd * shared) * trace(chance) * span(chance);
}

export function simulatedPlaces(run: PlacesRun): BothSides<Profile> {
  const chance = new Chance(run.seed, 'stage', run.stage);
  const requests: Record<Side, RequestProfile[]> = { baseline: [], candidate: [] };
  for (let order = 0; order < run.pairs; order++) {
    const shared = Float64Array.from({ length: run.places }, () => chance.normal());
    for (const side of ['baseline', 'candidate'] as const) {
      const times = Array.from(shared, (common, place) => {
        const changed = side === 'candidate' && (place === 0 || run.everywhere === true);
        const ms = run.usualMs * run.factor(chance, common) * (changed ? run.effect(chance) : 1);
        return run.wholeMilliseconds ? Math.round(ms) : Math.round(ms * 1000) / 1000;
      });
      const responseMs = times.reduce((sum, ms) => sum + ms, 0);
      const work = times.map((selfMs, node) => aWork({ node, selfMs }));
      requests[side].push(aRequest({ order, startMs: order * 100, responseMs, work }));
    }
  }
  const nodes = Array.from({ length: run.places }, (_, place) => aNode(`place-${place + 1}`));
  const name = `${run.seed} ${run.stage}`;
  return {
    baseline: aProfile({ run: name, nodes, requests: requests.baseline }),
    candidate: aProfile({ run: name, nodes, requests: requests.candidate }),
  };
}

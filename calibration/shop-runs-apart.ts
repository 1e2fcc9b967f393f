import type { BothSides } from '../src/compare/alignment.js';
import type { Profile, RequestProfile } from '../src/trace/profile.js';
import { Chance } from './chance.js';
import type { Scatter } from './scatter.js';
import { shopProfile } from './shop-run.js';
import { deploy, plannedRequests, type ShopEffect, simulatedTrace } from './shop-trace.js';

export interface ShopRunsApart {
  readonly seed: string;
  readonly scatter: Scatter;
  /** Requests of one run. */
  readonly total: number;
  readonly effect: ShopEffect;
  /** Two runs of one build differ by a factor of which this is the standard deviation of the logarithm. */
  readonly runShiftSd: number;
  /** Runs that the baseline consists of. */
  readonly baselineRuns: number;
}

/** Versions of the shop that were driven one after the other, while the weather went on; the candidate last. */
export function simulatedRunsApart(about: ShopRunsApart): BothSides<Profile> {
  const { seed, scatter, total, effect, runShiftSd, baselineRuns } = about;
  const chance = new Chance(seed, 'runs');
  const weather = scatter.weather(chance, (baselineRuns + 1) * (total + 5));
  const baseline: RequestProfile[] = [];
  let slot = 0;
  const runOf = (name: string | null, ofRun: ShopEffect): RequestProfile[] => {
    const shift = Math.exp((runShiftSd / Math.SQRT2) * chance.normal());
    const deployment = deploy(scatter, ofRun, shift, chance);
    return plannedRequests({ total }, ofRun, chance).map((planned) => {
      const factor = Math.exp(scatter.pairSd * chance.normal() + weather[slot]!);
      return simulatedTrace(planned, deployment, { order: slot, slot: slot++, factor, run: name }, chance);
    });
  };
  for (let run = 1; run <= baselineRuns; run++) baseline.push(...runOf(baselineRuns === 1 ? null : `run ${run}`, {}));
  return { baseline: shopProfile(null, baseline), candidate: shopProfile(null, runOf(null, effect)) };
}

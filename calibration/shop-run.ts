import type { BothSides, Side } from '../src/compare/alignment.js';
import type { Profile, RequestProfile } from '../src/trace/profile.js';
import { aNode, aProfile } from '../test/support/simulated-run.js';
import { Chance } from './chance.js';
import type { Planted } from './report-outcomes.js';
import type { Scatter } from './scatter.js';
import { SHOP, SHOP_NODES, type Work } from './shop.js';
import { deploy, plannedRequests, type RequestCounts, type ShopEffect, simulatedTrace } from './shop-trace.js';

export interface ShopRun {
  /** Names the stream of chance. Runs that differ in it only are replications of each other. */
  readonly seed: string;
  /** 1, or 2 for the fresh traffic of a confirmation: same deployments, other requests. */
  readonly stage: 1 | 2;
  readonly scatter: Scatter;
  readonly requests: RequestCounts;
  readonly effect: ShopEffect;
}

/**
 * Both versions of the shop, driven side by side. The requests of a pair share their body, and are served in slots that
 * follow each other; a coin says which comes first.
 */
export function simulatedShop({ seed, stage, scatter, requests: counts, effect }: ShopRun): BothSides<Profile> {
  const chance = new Chance(seed, 'stage', stage);
  const containers = new Chance(seed, 'containers');
  const deployments = {
    baseline: deploy(scatter, {}, 1, containers),
    candidate: deploy(scatter, effect, 1, containers),
  };
  const plan = plannedRequests(counts, effect, chance);
  const weather = scatter.weather(chance, 2 * plan.length);
  const requests: Record<Side, RequestProfile[]> = { baseline: [], candidate: [] };
  const run = `${seed} ${stage}`;
  plan.forEach((planned, order) => {
    const candidateFirst = chance.happens(0.5);
    const body = scatter.pairSd * chance.normal();
    for (const side of ['baseline', 'candidate'] as const) {
      const slot = 2 * order + Number((side === 'candidate') !== candidateFirst);
      const moment = { order, slot, factor: Math.exp(body + weather[slot]!), run };
      requests[side].push(simulatedTrace(planned, deployments[side], moment, chance));
    }
  });
  return { baseline: shopProfile(run, requests.baseline), candidate: shopProfile(run, requests.candidate) };
}

export function shopProfile(run: string | null, requests: readonly RequestProfile[]): Profile {
  return aProfile({ run, nodes: SHOP_NODES.map(aNode), requests });
}

/** What a node that takes longer explains in a report: itself, and the response times of operations that contain it. */
export function slowerNode(node: string): Planted {
  const index = SHOP_NODES.indexOf(node);
  const contains = (work: Work): boolean => work.node === index || work.calls.some(contains);
  const containing = new Set(SHOP.filter(({ work }) => contains(work)).map(({ name }) => name));
  return {
    names: ({ place }) => place.node?.name === node,
    explains: ({ place }) => place.node === null && place.edge === null && containing.has(place.operation),
  };
}

import type { BothSides } from '../src/compare/alignment.js';
import type { CallWork, NodeWork, Profile, RequestProfile } from '../src/trace/profile.js';
import { aCall, aNode, aProfile, aRequest, aWork, Chance, scatterFactor } from '../test/support/simulated-run.js';

/*
 * Every request goes through all services, each called by one before it, and each but the first calls a store that
 * sends no segments:
 *
 *   service-0 ─┬─► service-1 ─┬─► service-3 ─► store-3 …
 *              │              ├─► service-4 ─► store-4 …
 *              │              └─► store-1
 *              └─► service-2 ─► …
 *
 * Times are known of the operation, of each service, and of each call to a store: 2 · services places.
 */
export interface WideRun {
  readonly pairs: number;
  readonly services: number;
  readonly wholeMilliseconds: boolean;
}

/** How many services it takes to have times of so many places. */
export function servicesFor(places: number): number {
  return Math.ceil(places / 2);
}

const SLOWER = { service: 1, ratio: 1.3 };
/** A call to a store now and then has to be made again. */
const RETRIED = 0.02;

/** Two versions driven in pairs, of which the candidate has one slower service. */
export function wideRun(run: WideRun): BothSides<Profile> {
  const chance = new Chance(1);
  const nodes = [
    ...Array.from({ length: run.services }, (_, i) => aNode(`service-${i}`)),
    ...Array.from({ length: run.services }, (_, i) => aNode(`store-${i}`)),
  ];
  const baseline: RequestProfile[] = [];
  const candidate: RequestProfile[] = [];
  for (let order = 0; order < run.pairs; order++) {
    const shared = Math.exp(0.3 * chance.normal());
    baseline.push(wideRequest(order, run, chance, shared, 1));
    candidate.push(wideRequest(order, run, chance, shared, SLOWER.ratio));
  }
  return { baseline: aProfile({ nodes, requests: baseline }), candidate: aProfile({ nodes, requests: candidate }) };
}

function wideRequest(order: number, run: WideRun, chance: Chance, shared: number, ratio: number): RequestProfile {
  const { services, wholeMilliseconds } = run;
  const timeMs = (usualMs: number): number => {
    const ms = usualMs * shared * scatterFactor('log-normal', chance);
    return wholeMilliseconds ? Math.round(ms) : Math.round(ms * 1000) / 1000;
  };
  const work: NodeWork[] = [];
  const calls: CallWork[] = [];
  const spentMs = new Float64Array(services);
  for (let service = services - 1; service >= 0; service--) {
    const selfMs = timeMs((5 + ((service * 7) % 40)) * (service === SLOWER.service ? ratio : 1));
    work.push(aWork({ node: service, selfMs }));
    spentMs[service]! += selfMs;
    if (service === 0) break;
    for (let attempt = 0; attempt === 0 || chance.uniform() < RETRIED; attempt++) {
      const durationMs = timeMs(8 + ((service * 5) % 30));
      calls.push(aCall({ from: service, to: services + service, durationMs }));
      spentMs[service]! += durationMs;
    }
    const caller = (service - 1) >> 1;
    calls.push(aCall({ from: caller, to: service, durationMs: spentMs[service]!, onlyWitness: false }));
    spentMs[caller]! += spentMs[service]!;
  }
  return aRequest({ traceId: `trace-${order}`, order, responseMs: spentMs[0]!, work, calls });
}

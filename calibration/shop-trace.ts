import type { CallWork, Failure, NodeWork, RequestProfile } from '../src/trace/profile.js';
import { aCall, aRequest, aWork } from '../test/support/simulated-run.js';
import type { Chance } from './chance.js';
import { COLD_FACTOR, type Scatter } from './scatter.js';
import { SHOP, SHOP_NODES, type ShopOperation, type Work } from './shop.js';

/** What the candidate does otherwise than the baseline. */
export interface ShopEffect {
  /** Multiplies the self time of one node. */
  readonly slower?: { readonly node: string; readonly ratio: number };
  /** Share of an operation's requests of which one node fails its work, whenever they are sent. */
  readonly failing?: { readonly node: string; readonly share: number };
}

/** The exception of a planted failure; what fails by chance has none. */
export const PLANTED_EXCEPTION = 'PlantedFailure';

/** Share of all work that fails by chance, whatever the version. */
export const OWN_FAULTS = 0.0005;

/** Share of an operation's requests that fails by chance, whatever the version. */
export function chanceFaults(operation: string): number {
  const pieces = ({ calls }: Work): number => calls.reduce((sum, call) => sum + pieces(call), 1);
  const found = SHOP.find(({ name }) => name === operation);
  return found === undefined ? 0 : 1 - (1 - OWN_FAULTS) ** pieces(found.work);
}

export interface PlannedRequest {
  readonly operation: ShopOperation;
  /** Whether its body is one that the failing node cannot take. */
  readonly breaks: boolean;
}

/** Requests of each operation: a number for all, or the total that the operations' shares divide. */
export type RequestCounts = { readonly each: number } | { readonly total: number };

/** The requests of one run, in the order in which they are sent. */
export function plannedRequests(requests: RequestCounts, { failing }: ShopEffect, chance: Chance): PlannedRequest[] {
  return chance.shuffled(
    SHOP.flatMap((operation) => {
      const count = 'each' in requests ? requests.each : Math.round(requests.total * operation.share);
      const breaking = Math.round(count * (failing?.share ?? 0));
      return Array.from({ length: count }, (_, i) => ({ operation, breaks: i < breaking }));
    }),
  );
}

/** A deployment of one version. */
export interface Deployment {
  readonly scatter: Scatter;
  /** For each node of the shop: by what its self time is multiplied. */
  readonly nodeFactor: readonly number[];
  /** The node that fails the requests that break it. */
  readonly failing: number | null;
}

/** Starts a container of each node. `factor` is what all of them have in common. */
export function deploy(scatter: Scatter, { slower, failing }: ShopEffect, factor: number, chance: Chance): Deployment {
  const [lowest, highest] = scatter.containerSd;
  const sd = lowest + (highest - lowest) * chance.uniform();
  return {
    scatter,
    nodeFactor: SHOP_NODES.map((node) => {
      const container = Math.exp(sd * chance.normal());
      return factor * container * (slower?.node === node ? slower.ratio : 1);
    }),
    failing: failing === undefined ? null : SHOP_NODES.indexOf(failing.node),
  };
}

/** When and in what weather a request is served. */
export interface Moment {
  /** The pair's number, or the place in time. */
  readonly order: number;
  readonly slot: number;
  /** Of all times: the request's body and the weather. */
  readonly factor: number;
  readonly run: string | null;
}

/** One request and what it set off, node after node. */
export function simulatedTrace(
  { operation, breaks }: PlannedRequest,
  { scatter, nodeFactor, failing }: Deployment,
  { order, slot, factor, run }: Moment,
  chance: Chance,
): RequestProfile {
  const cold = chance.happens(scatter.coldShare);
  const traceFactor = factor * scatter.trace(chance) * (cold ? COLD_FACTOR : 1);
  const work: NodeWork[] = [];
  const calls: CallWork[] = [];
  let failure: Failure | null = null;
  const { durationMs, fault } = serve(operation.work);
  return aRequest({
    ...{ traceId: `${slot}`, run, order, startMs: slot * 100, operation: operation.name },
    ...{ responseMs: durationMs, fault, failure, cold, work, calls },
  });

  function serve({ node, selfMs, instrumented, calls: made }: Work): { durationMs: number; fault: boolean } {
    const ms = selfMs * nodeFactor[node]! * traceFactor * scatter.span(chance);
    const own = scatter.wholeMilliseconds ? Math.round(ms) : Math.round(ms * 1000) / 1000;
    let durationMs = own;
    let calleeFailed = false;
    for (const callee of made) {
      const answer = serve(callee);
      durationMs += answer.durationMs;
      calleeFailed ||= answer.fault;
      const onlyWitness = !callee.instrumented;
      calls.push(
        aCall({ from: node, to: callee.node, durationMs: answer.durationMs, fault: answer.fault, onlyWitness }),
      );
    }
    const planted = breaks && node === failing;
    const failed = chance.happens(OWN_FAULTS) || planted;
    // A fault below shows in every caller above; a node's own is one that none of its calls shows.
    if (instrumented) work.push(aWork({ node, selfMs: own, ownFault: failed && !calleeFailed }));
    if (failed && !calleeFailed) failure ??= { node, status: 500, exception: planted ? PLANTED_EXCEPTION : null };
    return { durationMs, fault: failed || calleeFailed };
  }
}

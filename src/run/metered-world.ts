import { type AwsUse, NO_USE } from '../aws-cost.js';
import type { TraceSearch, TraceSource } from '../collect/trace-source.js';
import type { World } from '../world.js';

/** A world, and what has been used of X-Ray through it so far. */
export interface MeteredWorld {
  readonly world: World;
  readonly used: () => AwsUse;
}

/**
 * Counts what X-Ray charges for where it passes: every request that leaves, warm-up, probes and replays included, and
 * every trace that comes back, however often it was looked at. Nothing is counted where traces cost nothing.
 */
export function metered(world: World): MeteredWorld {
  if (!world.tracesCostMoney) return { world, used: () => NO_USE };
  const { transport } = world;
  let [tracesRecorded, tracesRetrieved, tracesScanned] = [0, 0, 0];
  const counted = (traces: TraceSource): TraceSource => ({
    get batchSize() {
      return traces.batchSize;
    },
    told: () => traces.told(),
    fetch: async (traceIds, call) => {
      const fetched = await traces.fetch(traceIds, call);
      if (fetched.kind === 'traces') tracesRetrieved += fetched.traces.length;
      return fetched;
    },
    find: async (search) => {
      // Page by page: a search that fails in the end has cost what it scanned until then.
      let counted = 0;
      const count = (scanned: number) => {
        tracesScanned += scanned - counted;
        counted = scanned;
      };
      const isEnough: TraceSearch['isEnough'] = (soFar) => {
        count(soFar.scanned);
        return search.isEnough(soFar);
      };
      const found = await traces.find({ ...search, isEnough });
      count(found.scanned);
      return found;
    },
  });
  return {
    used: () => ({ ...NO_USE, tracesRecorded, tracesRetrieved, tracesScanned }),
    world: {
      ...world,
      transport: {
        close: () => transport.close(),
        send: async (request) => {
          const outcome = await transport.send(request);
          if (outcome.kind !== 'not sent') tracesRecorded += 1;
          return outcome;
        },
      },
      traces: counted(world.traces),
      xrayOf: (source, runId) => {
        const xray = world.xrayOf(source, runId);
        return { ...xray, traces: counted(xray.traces) };
      },
    },
  };
}

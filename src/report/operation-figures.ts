import type { BothSides, Side } from '../compare/alignment.js';
import type { Change } from '../compare/change.js';
import { harrellDavisMs } from '../compare/quantile.js';
import type { Profile } from '../trace/profile.js';

/** One operation on one side, in figures that can be followed from run to run. */
export interface OperationFigures {
  readonly operation: string;
  readonly side: Side;
  readonly requests: number;
  /** Share of the requests whose whole trace was found. */
  readonly coverage: number;
  /** Response time without cold starts; null where too few of them are known. */
  readonly p95Ms: number | null;
  /** Share of the requests that faulted. */
  readonly faults: number;
}

/** The 95th percentile of fewer times than this is no more than the largest of them. */
const FEWEST_TIMES = 20;

/** The operations of the sides that were measured. What was judged has the values that the report gives it. */
export function operationFigures(
  profiles: Partial<BothSides<Profile>>,
  changes: readonly Change[],
): OperationFigures[] {
  const judged = new Map(
    changes
      .filter(({ place }) => place.node === null && place.edge === null)
      .map((change) => [`${change.metric} ${change.place.operation}`, change]),
  );
  return (['baseline', 'candidate'] as const).flatMap((side) =>
    figuresOf(side, profiles[side]).map((figures) => ({
      ...figures,
      p95Ms: judged.get(`p95 ${figures.operation}`)?.[side] ?? figures.p95Ms,
      faults: judged.get(`faults ${figures.operation}`)?.[side] ?? figures.faults,
    })),
  );
}

function figuresOf(side: Side, profile: Profile | undefined): OperationFigures[] {
  const byOperation = Map.groupBy(profile?.requests ?? [], ({ operation }) => operation);
  return [...byOperation].map(([operation, requests]) => {
    const timesMs = requests.flatMap(({ cold, responseMs }) => (cold || responseMs === null ? [] : [responseMs]));
    const share = (count: number) => count / requests.length;
    return {
      operation,
      side,
      requests: requests.length,
      coverage: share(requests.filter(({ traced }) => traced).length),
      p95Ms:
        timesMs.length < FEWEST_TIMES ? null : harrellDavisMs(Float64Array.from(timesMs, Math.log).toSorted(), 0.95),
      faults: share(requests.filter(({ fault }) => fault).length),
    };
  });
}

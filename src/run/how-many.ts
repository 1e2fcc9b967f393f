import { pairsNeeded, type TimedPair } from '../compare/pairs-needed.js';
import type { Exchange } from '../drive/exchange.js';
import type { Settings } from '../inputs.js';
import type { Workload } from '../scenario/workload.js';
import { type Run, slotsWithin } from './traffic.js';

/** How many pairs of scenario runs a stage drives, and why that many: a sentence for the log and the report. */
export interface HowMany {
  readonly slots: number;
  readonly because: string;
}

/**
 * As many pairs as the resolution takes by the scatter of the warm-up, and no more than fit into `duration`; or as many
 * as the input "pairs" says.
 */
export function howManyPairs(settings: Settings, nullMargin: number, run: Run, warmUp: readonly Exchange[]): HowMany {
  const within = slotsWithin(settings);
  const { pairs, tolerances, resolution, minimumTraces } = settings;
  if (pairs !== 'auto') return { slots: pairs, because: 'as many as "pairs" says' };
  const wanted = { resolution, tolerance: tolerances.p95, nullMargin, minimumTraces };
  const needed = pairsNeeded(timedPairs(warmUp), operationsOf(run.workload), wanted);
  if (needed === null)
    return { slots: within, because: 'all that fit into "duration": the warm-up was too short to tell' };
  const most = needed
    .map(({ operation, pairs: ofOperation }) => ({
      operation,
      slots: Math.ceil(ofOperation / shareOf(operation, run.workload)),
    }))
    .reduce((a, b) => (b.slots > a.slots ? b : a));
  const sought = `+${Math.round(resolution * 100)} % at p95 of ${most.operation}`;
  if (most.slots <= within) return { slots: most.slots, because: `enough to find ${sought}` };
  const wouldTake = Number.isFinite(most.slots)
    ? `would take about ${most.slots} (${Math.ceil(most.slots / settings.requestsPerSecond)} s)`
    : 'is within the tolerance, and never a finding';
  return { slots: within, because: `all that fit into "duration"; to find ${sought} ${wouldTake}` };
}

/** Share of the runs of a scenario that ask for an operation, once or more: a run is one unit of the test. */
function shareOf(operation: string, { scenarios }: Workload): number {
  const weights = scenarios.reduce((sum, { weight }) => sum + weight, 0);
  const asking = scenarios.filter(({ steps }) => steps.some((step) => step.operation === operation));
  return asking.reduce((sum, { weight }) => sum + weight, 0) / weights;
}

function operationsOf({ scenarios }: Workload): string[] {
  return [...new Set(scenarios.flatMap(({ steps }) => steps.map(({ operation }) => operation)))];
}

/** The pairs of which both requests were answered. */
function timedPairs(exchanges: readonly Exchange[]): TimedPair[] {
  const byOrder = Map.groupBy(exchanges, ({ slot, step }) => slot.order + step);
  return [...byOrder.values()].flatMap((pair): TimedPair[] => {
    const ms = (side: Exchange['side']) => {
      const outcome = pair.find((exchange) => exchange.side === side)?.outcome;
      return outcome?.kind === 'answered' ? outcome.endedMs - outcome.departedMs : null;
    };
    const [baselineMs, candidateMs] = [ms('baseline'), ms('candidate')];
    if (baselineMs === null || candidateMs === null) return [];
    const { slot, step } = pair[0]!;
    return [{ operation: slot.scenario.steps[step]!.operation, baselineMs, candidateMs }];
  });
}

import { SLOW_DOWNS_PERCENT } from '../demo/slow-builds.js';
import type { RealRun, RealRuns } from './real-runs-study.js';
import type { Tallies, Tally } from './tally.js';

/** The operation that is driven most, and a metric that every run estimates. */
export const ESTIMATED = { operation: 'POST /orders', metric: 'typical' } as const;

/** A study's tallies, by slow-down: `5 %`. */
export function talliesOf({ settings, runs }: RealRuns): Tallies {
  return Object.fromEntries(
    SLOW_DOWNS_PERCENT.map((percent) => ({
      percent,
      these: runs.filter(({ slowDownPercent }) => slowDownPercent === percent),
    }))
      .filter(({ these }) => these.length > 0)
      .map(({ percent, these }) => [`${percent} %`, tallyOf(these, settings.cores)]),
  );
}

/** Counts are sums over the runs; what is called a median, a least or a most stands for itself and adds up to nothing. */
function tallyOf(runs: readonly RealRun[], cores: number): Tally {
  const count = (holds: (run: RealRun) => boolean) => runs.filter(holds).length;
  const busy = numbersIn(runs.map(({ busyShareWhileDriving }) => busyShareWhileDriving));
  const known = {
    'median ratio': median(runs.map(dependencyRatio)),
    'median pair correlation': median(runs.map(({ design }) => design?.pairCorrelation)),
    'median offset': median(runs.map(({ design }) => design?.offset)),
    'median pairs': median(runs.map(({ pairs }) => pairs)),
    'median seconds': median(runs.map(({ seconds }) => seconds)),
    'least busy share': busy.length === 0 ? null : Math.min(...busy),
    'most busy share': busy.length === 0 ? null : Math.max(...busy),
  };
  return {
    reports: runs.length,
    sums: {
      passed: count(({ verdict }) => verdict === 'passed'),
      regressed: count(({ verdict }) => verdict === 'regressed'),
      inconclusive: count(({ verdict }) => verdict === 'inconclusive'),
      'dependency named': count(({ dependencyNamed }) => dependencyNamed),
      'others blamed': count(({ othersBlamed }) => othersBlamed),
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
      cores,
      'builds of the gate': new Set(runs.map(({ bundle }) => bundle)).size,
    },
  };
}

function dependencyRatio({ estimates }: RealRun): number | null {
  const estimate = estimates.find(
    ({ metric, operation }) => metric === ESTIMATED.metric && operation === ESTIMATED.operation,
  );
  return estimate?.ratio ?? null;
}

/** Of the values that are numbers; null where none is. */
function median(values: readonly unknown[]): number | null {
  const sorted = numbersIn(values).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

function numbersIn(values: readonly unknown[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

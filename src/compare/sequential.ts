import type { Profile } from '../trace/profile.js';
import type { Alignment, BothSides } from './alignment.js';
import { type CommonShift, commonShift, ENVIRONMENT_LIMIT, withoutShift } from './controls.js';
import * as errorRate from './error-rate.js';
import { historyOf, type RunTest } from './history.js';
import type { Hypothesis, LatencyHypothesis } from './hypothesis.js';
import { FEWEST_RUNS } from './outlying-run.js';

/** What is known of two runs that followed each other, besides their requests. */
export interface Sequential {
  /** Runs that the baseline consists of, as far as its requests name them. */
  readonly runs: number;
  /** Runs more that were off as a whole: their requests are left out. */
  readonly setAside: number;
  /**
   * How much a typical time of unchanged code shifts between runs, beyond sampling: a standard deviation, 0.05 = 5 %. null
   * with fewer than five runs: then nothing but the wide margin keeps such shifts from being taken for changes.
   */
  readonly shift: number | null;
  /** What places had in common that the change cannot have touched; null with fewer than three of them. */
  readonly common: CommonShift | null;
}

/** How two runs that followed each other are asked. */
interface SequentialQuestions {
  /** The candidate's times are without the shift that all places have in common which the change cannot have touched. */
  readonly hypotheses: readonly Hypothesis[];
  /** Where earlier runs tell how much a place shifts between them. */
  readonly runTests: ReadonlyMap<Hypothesis, RunTest>;
  readonly about: Sequential;
}

/** Where nothing of ours has changed as much as this, no time is called better or worse. */
export function environmentChanged(about: Sequential | null): CommonShift | null {
  const common = about?.common ?? null;
  return common !== null && Math.abs(Math.log(common.ratio)) > Math.log(1 + ENVIRONMENT_LIMIT) ? common : null;
}

/** Asks the controls and the earlier runs what can be said of the difference between runs. */
export function askSequentially(
  hypotheses: readonly Hypothesis[],
  profiles: BothSides<Profile>,
  { earlierRuns, setAside }: Alignment,
  { minimumTraces }: { readonly minimumTraces: number },
): SequentialQuestions {
  const isLatency = (hypothesis: Hypothesis): hypothesis is LatencyHypothesis => hypothesis.kind === 'latency';
  const common = commonShift(hypotheses.filter(isLatency), profiles);
  const adjusted = hypotheses.map((hypothesis) =>
    isLatency(hypothesis) && common !== null && common.ratio !== 1 ? withoutShift(hypothesis, common) : hypothesis,
  );
  const history =
    earlierRuns.length + setAside < FEWEST_RUNS
      ? null
      : historyOf(adjusted.filter(isLatency), earlierRuns, { minimumSamples: minimumTraces, alpha: errorRate.HISTORY });
  return {
    hypotheses: adjusted,
    runTests: history?.tests ?? new Map(),
    about: {
      runs: earlierRuns.length,
      setAside,
      shift: history?.shift ?? null,
      common,
    },
  };
}

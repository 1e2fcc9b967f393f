import type { Profile } from '../trace/profile.js';
import type { Alignment, BothSides } from './alignment.js';
import { type CommonShift, commonShift, withoutShift } from './controls.js';
import * as errorRate from './error-rate.js';
import { historyOf, type RunTest } from './history.js';
import type { Hypothesis, LatencyHypothesis } from './hypothesis.js';

/** What is known of two runs that followed each other, besides their requests. */
export interface Sequential {
  /** Runs that the baseline consists of, as far as its requests name them; of a history, those that count. */
  readonly runs: number;
  /** How much unchanged code shifts between runs; null with fewer than five of them. */
  readonly history: {
    /** Runs that were off as a whole, and do not count. */
    readonly setAside: number;
    /** Of typical times, beyond sampling: a standard deviation, 0.05 = 5 %. */
    readonly shift: number;
  } | null;
  /** What places had in common that the change cannot have touched; null with fewer than three of them. */
  readonly common: CommonShift | null;
}

/** How two runs that followed each other are asked. */
export interface SequentialQuestions {
  /** With what the candidate's run has in common with nothing of ours taken out. */
  readonly hypotheses: readonly Hypothesis[];
  /** Where earlier runs tell how much a place shifts between them. */
  readonly runTests: ReadonlyMap<Hypothesis, RunTest>;
  readonly about: Sequential;
}

/** Asks the controls and the earlier runs what can be said of the difference between runs. */
export function askSequentially(
  hypotheses: readonly Hypothesis[],
  profiles: BothSides<Profile>,
  { earlierRuns }: Alignment,
  { minimumTraces }: { readonly minimumTraces: number },
): SequentialQuestions {
  const isLatency = (hypothesis: Hypothesis): hypothesis is LatencyHypothesis => hypothesis.kind === 'latency';
  const common = commonShift(hypotheses.filter(isLatency), profiles);
  const adjusted = hypotheses.map((hypothesis) =>
    isLatency(hypothesis) && common !== null && common.ratio !== 1 ? withoutShift(hypothesis, common) : hypothesis,
  );
  const history = historyOf(adjusted.filter(isLatency), earlierRuns, {
    minimumSamples: minimumTraces,
    alpha: errorRate.HISTORY,
  });
  return {
    hypotheses: adjusted,
    runTests: history?.tests ?? new Map(),
    about: {
      runs: history?.runs ?? earlierRuns.length,
      history: history === null ? null : { setAside: history.setAside, shift: history.shift },
      common,
    },
  };
}

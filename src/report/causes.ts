import type { CoverageCause, Traffic, Uncovered } from '../collect/coverage-cause.js';
import type { SamplingRule } from '../collect/sampling-rule.js';
import type { DrivenSide } from '../drive/plan.js';
import { type CauseWords, causeWords } from './cause-words.js';

/** A likely cause of missing traces, and the sides that it is one of. */
export interface ShownCause {
  readonly sides: readonly DrivenSide[];
  readonly cause: CoverageCause;
  readonly traffic: Traffic;
}

const MOST_SHOWN = 3;

/** The likeliest causes of all sides, each kind once: of the side of which it explains most. */
export function shownCauses(uncovered: readonly Uncovered[]): readonly ShownCause[] {
  const ranks = Math.max(0, ...uncovered.map(({ causes }) => causes.length));
  const ranked = Array.from({ length: ranks }, (_, rank) =>
    uncovered.flatMap(({ side, traffic, causes }) => {
      const cause = causes[rank];
      return cause === undefined ? [] : [{ side, traffic, cause }];
    }),
  ).flat();
  // What helps a side that was driven may not help one that was looked up.
  const kinds = Map.groupBy(ranked, ({ cause, traffic }) => `${cause.kind} of what was ${traffic}`);
  return [...kinds.values()].slice(0, MOST_SHOWN).map((same) => {
    const [strongest] = same.toSorted((a, b) => b.cause.requests - a.cause.requests);
    const sides = new Set(same.map(({ side }) => side));
    const { cause, traffic } = strongest!;
    return { sides: [...sides].toSorted().toReversed(), cause, traffic };
  });
}

/** A cause in words, with whose it is. */
export interface CauseTold extends CauseWords {
  /** `Likely (candidate and baseline)`, to be followed by the title. */
  readonly lead: string;
}

/** The likeliest causes in words. */
export function causesTold(uncovered: readonly Uncovered[]): CauseTold[] {
  return shownCauses(uncovered).map(({ sides, cause, traffic }) => ({
    lead: `${isNote(cause) ? 'Beside' : 'Likely'} (${sides.join(' and ')})`,
    ...causeWords(cause, traffic),
  }));
}

/** No cause, but why there may be others. */
function isNote({ kind }: CoverageCause): boolean {
  return kind === 'not searched' || kind === 'searched in part';
}

/** Causes and sampling rules for a log, a line each. */
export function causeLines(uncovered: readonly Uncovered[]): string[] {
  const rules = samplingRules(uncovered).map((rule) => `Sampling rule: ${JSON.stringify(JSON.parse(rule))}`);
  return [...causeSentences(uncovered).map((sentence) => `- ${sentence}`), ...rules];
}

/** Each cause as one text, for errors. */
export function causeSentences(uncovered: readonly Uncovered[]): string[] {
  return causesTold(uncovered).map(
    ({ lead, title, evidence, remedy }) => `${lead}: ${title}. ${evidence} What to do: ${remedy}`,
  );
}

/** Sampling rules that the causes speak of, as CreateSamplingRule takes them: JSON. */
export function samplingRules(uncovered: readonly Uncovered[]): string[] {
  const rules = shownCauses(uncovered).flatMap(({ cause }) =>
    cause.kind === 'sampling rules' ? (cause.rule ?? []) : [],
  );
  return rules.map((rule: SamplingRule) => JSON.stringify({ SamplingRule: rule }, null, 2));
}

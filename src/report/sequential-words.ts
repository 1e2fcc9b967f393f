import type { Sequential } from '../compare/sequential.js';
import { formatRatio, formatShare } from './format.js';
import type { Compared } from './report.js';

const SIDE_BY_SIDE = 'With "baseline-url" both are driven side by side, and the comparison is exact.';

/** What keeps a shift between two runs from being taken for a change: plain text, whole sentences. */
export function sequentialNote({ sequential, nullMargin }: Pick<Compared, 'sequential' | 'nullMargin'>): string {
  const oneAfterTheOther = 'The versions were measured one after the other.';
  const shift = sequential?.shift ?? null;
  if (shift === null) {
    return `${oneAfterTheOther} Drift between the two runs cannot be told from a change, so only differences beyond ${formatShare(nullMargin)} count. ${SIDE_BY_SIDE}`;
  }
  return `${oneAfterTheOther} Only times count that differ by more than the baseline's ${sequential?.runs} earlier runs differ from each other, which is ${formatShare(shift)} for a typical time (standard deviation, beyond chance). The chance of a false alarm is approximate. ${SIDE_BY_SIDE}`;
}

/** What is known of the runs themselves; no sentence where there is nothing. */
export function sequentialSentences({ sequential }: Pick<Compared, 'sequential'>): string[] {
  return sequential === null ? [] : [...runsSentence(sequential), ...controlsSentence(sequential)];
}

function runsSentence({ runs, setAside, shift }: Sequential): string[] {
  if (runs < 2) return [];
  const leftOut = setAside === 0 ? '' : `; ${setAside} more, off as a whole, left out`;
  const known =
    shift === null
      ? 'too few to tell how much unchanged code shifts between runs, which takes 5'
      : `between which a typical time of unchanged code shifts by ${formatShare(shift)} (standard deviation, beyond chance)`;
  return [`The baseline is ${runs} earlier runs${leftOut}; ${known}.`];
}

function controlsSentence({ common }: Sequential): string[] {
  if (common === null) return [];
  const { ratio, controls } = common;
  const places = `${controls} places that the change cannot have touched`;
  return ratio === 1
    ? [`The ${places} did not move together.`]
    : [
        `The ${places} moved together, by ${formatRatio(ratio)}: the candidate's times are given without this common shift.`,
      ];
}

/** The chance of a false alarm, as far as it is known: plain text, a whole sentence. */
export function chanceSentence({
  sequential,
  alpha,
  alphaAtMargin,
  nullMargin,
}: Pick<Compared, 'sequential' | 'alpha' | 'alphaAtMargin' | 'nullMargin'>): string {
  const chance = 'Chance of any false alarm in this report:';
  if (sequential === null) {
    return alphaAtMargin === alpha
      ? `${chance} at most ${formatShare(alpha)}, also where two deployments of one build differ by ${formatShare(nullMargin)}.`
      : `${chance} at most ${formatShare(alpha)} where two deployments of one build are equally fast, and ${formatShare(alphaAtMargin)} where they differ by ${formatShare(nullMargin)}.`;
  }
  return sequential.shift === null
    ? `${chance} approximately ${formatShare(alpha)}, if runs of unchanged code shift by no more than ${formatShare(nullMargin)}.`
    : `${chance} approximately ${formatShare(alpha)}, if runs of unchanged code shift as the earlier ones did.`;
}

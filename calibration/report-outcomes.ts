import type { BothSides } from '../src/compare/alignment.js';
import type { Change } from '../src/compare/change.js';
import type { Suspicions } from '../src/compare/suspicions.js';
import type { Profile } from '../src/trace/profile.js';
import { decideReport, isAlarm, SETTINGS } from './decide-report.js';
import { samplesOf } from './report-samples.js';
import { RULES_IN_USE } from './rules/rules-in-use.js';
import type { Outcomes } from './tally.js';

/** Ways in which the gate can decide in pairs, as their outcomes are named: an alarm or none. */
export const MODES = ['one stage, 5 %', 'one stage, 1 %', 'screen', 'screen and confirm'] as const;
export type Mode = (typeof MODES)[number];

/** The one way in which it decides about versions that were driven one after the other. */
export const APART = 'gate';

/** Outcome: something was found at the very place that was changed. */
export const named = (mode: Mode | typeof APART) => `${mode}: named`;
/** Outcome: something was found where nothing was changed. */
export const blamed = (mode: Mode | typeof APART) => `${mode}: blamed`;

/** What a change that was planted into the candidate looks like in a report. */
export interface Planted {
  /** Whether a finding names the very place. */
  readonly names: (change: Change) => boolean;
  /** Whether a finding is there because of it, such as the response time of an operation that contains the place. */
  readonly explains: (change: Change) => boolean;
}

/** Decides one report in pairs by the gate and by the rules in use: which raised an alarm, which named what was planted. */
export function reportOutcomes(
  draw: (stage: 1 | 2) => BothSides<Profile>,
  seed: string,
  about: { readonly planted?: Planted; readonly minimumTraces?: number } = {},
): Outcomes {
  const minimumTraces = about.minimumTraces ?? SETTINGS.minimumTraces;
  const run = draw(1);
  const decided = decideReport((stage) => (stage === 1 ? run : draw(2)), seed, { minimumTraces });
  const found: Record<Mode, Suspicions> = {
    'one stage, 5 %': decided.oneStage.at5,
    'one stage, 1 %': decided.oneStage.at1,
    screen: decided.screened,
    'screen and confirm': decided.confirmed,
  };
  return {
    hypotheses: decided.hypotheses,
    ...Object.assign({}, ...MODES.map((mode) => outcomesOf(mode, found[mode], about.planted))),
    ...rulesOutcomes(run, minimumTraces),
  };
}

/** What one way of deciding found, as outcomes. */
export function outcomesOf(mode: Mode | typeof APART, found: Suspicions, planted?: Planted): Outcomes {
  const alarm = { [mode]: Number(isAlarm(found)) };
  if (planted === undefined) return alarm;
  const { changes, edges } = found;
  const elsewhere = changes.some((change) => !planted.names(change) && !planted.explains(change));
  return {
    ...alarm,
    [named(mode)]: Number(changes.some(planted.names)),
    [blamed(mode)]: Number(elsewhere || edges.length > 0),
  };
}

/** Which of the rules in use raise an alarm. */
export function rulesOutcomes(profiles: BothSides<Profile>, minimumTraces: number): Outcomes {
  const samples = samplesOf(profiles, minimumTraces);
  return Object.fromEntries(RULES_IN_USE.map(({ name, alarms }) => [name, Number(alarms(samples))]));
}

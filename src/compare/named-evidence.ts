import type { Profile } from '../trace/profile.js';
import { type BothSides, bothSides } from './alignment.js';
import type { Evidence, Stage } from './evidence.js';
import type { NameRule } from './name-rule.js';
import { type SameNames, sameNames, withNames } from './same-names.js';

/** Which nodes are the same in all that was measured: what stages ask each other about must have one name. */
export function namesIn({ screen, confirmation }: Evidence, rules: readonly NameRule[]): SameNames {
  return sameNames(profilesOf(confirmation.kind === 'measured' ? [screen, confirmation.stage] : [screen]), rules);
}

/** The evidence with nodes that are the same under one name. */
export function withSameNames(evidence: Evidence, names: SameNames): Evidence {
  const { screen, confirmation } = evidence;
  return {
    ...evidence,
    screen: renamed(screen, names),
    confirmation:
      confirmation.kind === 'measured' ? { ...confirmation, stage: renamed(confirmation.stage, names) } : confirmation,
  };
}

/** One stage, while it is measured; `earlier` are those before it. */
export function stageWithSameNames(stage: Stage, earlier: readonly Stage[], rules: readonly NameRule[]): Stage {
  return renamed(stage, sameNames(profilesOf([...earlier, stage]), rules));
}

function profilesOf(stages: readonly Stage[]): BothSides<readonly Profile[]> {
  return {
    baseline: stages.map(({ profiles }) => profiles.baseline),
    candidate: stages.map(({ profiles }) => profiles.candidate),
  };
}

function renamed(stage: Stage, { shownAs }: SameNames): Stage {
  return { ...stage, profiles: bothSides(stage.profiles, (profile, side) => withNames(profile, shownAs[side])) };
}

import { type BaselineChoice, describeChoice } from '../baseline/choose-baseline.js';
import type { Uncovered } from '../collect/coverage-cause.js';
import { type Shortcomings, shortcomingsOfAll } from '../collect/shortcomings.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { type LookedUp, lookUpVersion } from './look-up-version.js';
import type { Run } from './traffic.js';
import { uncoveredFound } from './why-unfound.js';

interface BothFound {
  readonly candidate: Profile;
  readonly baseline: Profile;
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
  readonly shortcomings: Shortcomings;
  readonly uncovered: readonly Uncovered[];
}

/**
 * Both versions from X-Ray, without any traffic. Like is compared with like: where the candidate was not driven by the gate,
 * the baseline's traces are anybody's too. Throws GateError where X-Ray does not have one of them.
 */
export async function lookUpBoth(
  choice: BaselineChoice,
  settings: Settings,
  run: Run,
  world: World,
): Promise<BothFound> {
  if (choice.kind !== 'version in X-Ray') throw new GateError(describeChoice(choice), 'Name it as "baseline".');
  const first = await lookUpVersion(settings.version, null, 'own first', settings, run, world);
  const candidate = foundProfile(first);
  const traffic = first.own ? 'own first' : "anybody's";
  const second = await lookUpVersion(choice.version, candidate, traffic, settings, run, world);
  return {
    candidate,
    baseline: foundProfile(second),
    calls: first.calls + second.calls,
    elapsedMs: first.elapsedMs + second.elapsedMs,
    scanned: first.scanned + second.scanned,
    shortcomings: shortcomingsOfAll([first.shortcomings, second.shortcomings]),
    uncovered: [...uncoveredFound('candidate', first.causes), ...uncoveredFound('baseline', second.causes)],
  };
}

function foundProfile({ profile }: LookedUp): Profile {
  if (!('missing' in profile)) return profile;
  throw new GateError(
    profile.missing,
    'Correct "version" or "baseline", "version-annotation", "group", "aws-region", or look further back with "since".',
  );
}

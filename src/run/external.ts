import { collectExternalRun, profileExternal } from '../collect/external-run.js';
import type { Shortcomings } from '../collect/shortcomings.js';
import type { Settings } from '../inputs.js';
import type { Workload } from '../scenario/workload.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { assertTraced } from './profile-side.js';
import { type Run, slotsWithin } from './traffic.js';

/** What another engine drove, collected. */
export interface ExternalMeasured {
  readonly candidate: Profile;
  /** Null where only the candidate was driven. */
  readonly baseline: Profile | null;
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
  readonly shortcomings: Shortcomings;
}

/**
 * Collects what a script that the gate exported has sent, by this id. The inputs must be those of the export: they tell
 * how many requests there should be, and what each was. Throws GateError where X-Ray has nothing of a side.
 */
export async function collectExternal(
  id: string,
  sideBySide: boolean,
  settings: Settings,
  { workload }: Run,
  world: World,
): Promise<ExternalMeasured> {
  const expected = requestsOfOneSide(workload, settings);
  world.progress.step(`Looking for the traces of run ${id}, which another engine drove.`);
  const external = await collectExternalRun(
    { id, sinceMs: writtenAtMs(id), expected: expected * (sideBySide ? 2 : 1) },
    world,
    settings,
    world.progress.settled,
  );
  const { collected, scanned } = external;
  const about = { id, inPairs: sideBySide, expected, workload };
  const candidate = profileExternal('candidate', external, settings.version, about);
  const named = settings.baseline.version;
  const baseline = sideBySide ? profileExternal('baseline', external, named, about) : null;
  await assertTraced(baseline === null ? { candidate } : { candidate, baseline }, async () => []);
  const { calls, elapsedMs, shortcomings } = collected;
  return { candidate, baseline, calls, elapsedMs, shortcomings, scanned };
}

/** An id begins with when its script was written, in epoch seconds; a minute before is safe from clocks that differ. */
export function writtenAtMs(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) * 1000 - 60_000;
}

/** On average: which scenario runs how often is chance where several workers drive. */
function requestsOfOneSide({ scenarios }: Workload, settings: Settings): number {
  const weights = scenarios.reduce((sum, { weight }) => sum + weight, 0);
  const steps = scenarios.reduce((sum, { weight, steps: { length } }) => sum + weight * length, 0);
  const slots = settings.pairs === 'auto' ? slotsWithin(settings) : settings.pairs;
  return Math.round((slots * steps) / weights);
}

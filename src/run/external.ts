import type { CollectedTrace } from '../collect/collected.js';
import type { Uncovered } from '../collect/coverage-cause.js';
import { parseExternalAgent } from '../collect/external-agent.js';
import { collectExternalRun, type ExternalRun, profileExternal } from '../collect/external-run.js';
import type { Shortcomings } from '../collect/shortcomings.js';
import type { BothSides } from '../compare/alignment.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { Workload } from '../scenario/workload.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { assertTraced } from './profile-side.js';
import { iso, KEPT_DAYS, KEPT_MS } from './search-window.js';
import { type Run, slotsWithin } from './traffic.js';
import { whyUnfound } from './why-unfound.js';

/** What another engine drove, collected. */
export interface ExternalMeasured {
  readonly candidate: Profile;
  /** Null where only the candidate was driven. */
  readonly baseline: Profile | null;
  readonly calls: number;
  readonly elapsedMs: number;
  readonly scanned: number;
  readonly shortcomings: Shortcomings;
  readonly uncovered: readonly Uncovered[];
}

/**
 * Collects what a script that the gate exported has sent, by this id. The inputs must be those of the export: they tell
 * how many requests there should be, and what each was. Throws GateError where X-Ray has nothing of a side, or can have
 * nothing of the run.
 */
export async function collectExternal(
  id: string,
  sideBySide: boolean,
  settings: Settings,
  { workload, startedAtMs }: Run,
  world: World,
): Promise<ExternalMeasured> {
  assertKept(id, startedAtMs);
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
  const profiles = baseline === null ? { candidate } : { candidate, baseline };
  const uncovered = await whyExternalUncovered(profiles, external, id, settings, world);
  await assertTraced(profiles, async () => uncovered);
  const { calls, elapsedMs, shortcomings } = collected;
  return { candidate, baseline, calls, elapsedMs, shortcomings, scanned, uncovered };
}

/** Traces without a root, which tell no side, count for the only one; where there are two, for neither. */
async function whyExternalUncovered(
  profiles: Partial<BothSides<Profile>>,
  { collected, unread }: ExternalRun,
  id: string,
  settings: Settings,
  world: World,
): Promise<readonly Uncovered[]> {
  const uncovered: Uncovered[] = [];
  for (const side of ['candidate', 'baseline'] as const) {
    const profile = profiles[side];
    if (profile === undefined) continue;
    const isOfSide = ({ told }: CollectedTrace) =>
      profiles.baseline === undefined || parseExternalAgent(told.root?.userAgent ?? '')?.side === side;
    const traces = new Map([...collected.traces].filter(([, trace]) => isOfSide(trace)));
    const found = { profile, collected: { ...collected, traces }, unread, traffic: 'external' as const };
    const causes = await whyUnfound({ ...found, sinceMs: writtenAtMs(id) }, settings, world);
    if (causes.length > 0) uncovered.push({ side, stage: 'first', traffic: 'external', causes });
  }
  return uncovered;
}

/** Throws GateError for a run that X-Ray no longer has, or whose script has yet to be written. */
function assertKept(id: string, nowMs: number): void {
  const sinceMs = writtenAtMs(id);
  const writtenAt = iso(Number.parseInt(id.slice(0, 8), 16) * 1000);
  if (sinceMs > nowMs) {
    throw new GateError(
      `Input "external-run" is ${id}, whose script would have been written at ${writtenAt}, and now it is ${iso(nowMs)}.`,
      'Write the id that the command "export" printed; if it is that, set the clocks right.',
    );
  }
  if (nowMs - sinceMs > KEPT_MS) {
    throw new GateError(
      `Input "external-run" is ${id}, whose script was written at ${writtenAt}, more than ${KEPT_DAYS} days ago: X-Ray keeps no traces for so long.`,
      'Export again, let the other engine drive that script, and write the id that the command "export" prints.',
    );
  }
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

import type { Collected } from '../collect/collected.js';
import type { CoverageCause, Traffic, Uncovered } from '../collect/coverage-cause.js';
import { causesOfFound } from '../collect/found-causes.js';
import { lostTraces, type SentRequest } from '../collect/lost-traces.js';
import type { DrivenSide } from '../drive/plan.js';
import type { Settings } from '../inputs.js';
import type { Profile } from '../trace/profile.js';
import type { World } from '../world.js';
import { isThin } from './why-uncovered.js';

/** A side that this run did not drive, as it was found. */
export interface FoundSide {
  readonly profile: Profile;
  /** Of this side alone. */
  readonly collected: Collected;
  /** Traces that a search named, and that were not returned. */
  readonly unread: number;
  readonly traffic: Exclude<Traffic, 'driven'>;
  /** Since when its traces may have begun, in epoch milliseconds. */
  readonly sinceMs: number;
}

/** Why whole traces were found for less of a side than `minimum-coverage`; nothing where for enough. Never throws. */
export async function whyUnfound(
  { profile, collected, unread, traffic, sinceMs }: FoundSide,
  settings: Pick<Settings, 'minimumCoverage' | 'traceSource'>,
  { traces, clock }: Pick<World, 'traces' | 'clock'>,
): Promise<readonly CoverageCause[]> {
  const { coverage, version } = profile;
  if (!isThin(profile, settings)) return [];
  return causesOfFound({
    ...{ coverage, version, unread, traffic },
    lost: lostTraces(Array.from(collected.traces.keys(), asRequest), collected, version),
    oldestMs: clock.nowMs() - sinceMs,
    waitedMs: collected.elapsedMs,
    ended: collected.shortcomings.ended,
    sources: await traces.told(),
    inAws: settings.traceSource === 'aws',
  });
}

/** A side that was looked up; none where there is nothing to say of it. */
export function uncoveredFound(side: DrivenSide, causes: readonly CoverageCause[]): readonly Uncovered[] {
  return causes.length === 0 ? [] : [{ side, stage: 'first', traffic: 'found', causes }];
}

/** Nobody knows when whoever sent it saw it begin and end. */
function asRequest(traceId: string): SentRequest {
  return { traceId, departedMs: Number.NEGATIVE_INFINITY, endedMs: Number.POSITIVE_INFINITY, answered: true };
}

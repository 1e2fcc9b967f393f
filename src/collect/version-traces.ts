import type { Clock } from '../drive/clock.js';
import { type Collected, type CollectSettings, collectTraces } from './collector.js';
import { type VersionSought, versionFilter } from './trace-filter.js';
import type { TraceSource } from './trace-source.js';

export interface VersionTraces {
  readonly collected: Collected;
  readonly found: number;
  readonly scanned: number;
}

/** X-Ray keeps traces for 30 days; each day costs four scans of all its traces. */
export const LOOK_BACK_DAYS = 7;

/** As many earlier runs of the candidate's size are asked for: what a history takes, and one to spare. */
const RUNS = 6;
/** Beyond what one run takes, no more traces than this: five a call, some ten calls a second. */
const MOST_TRACES = 3000;

/**
 * The traces of a version that is not being driven: those of the gate's own earlier traffic where there are any,
 * so that like is compared with like, else anybody's; newest first. `requests` are as many as one run has: of the
 * gate's own traffic several runs are asked for, so that the shift between runs of unchanged code can be told.
 */
export async function collectVersion(
  sought: VersionSought,
  untilMs: number,
  requests: number,
  source: TraceSource,
  settings: Omit<CollectSettings, 'looks'>,
  clock: Clock,
): Promise<VersionTraces> {
  const search = {
    filter: versionFilter(sought),
    what: `traces of version ${sought.version}`,
    sinceMs: untilMs - LOOK_BACK_DAYS * 24 * 3_600_000,
    untilMs,
    enough: requests,
  };
  const anybodys = versionFilter({ ...sought, userAgentPrefix: null });
  const limit = Math.max(requests, Math.min(RUNS * requests, MOST_TRACES));
  const own = await source.find({ ...search, limit });
  const found = own.traceIds.length > 0 ? own : await source.find({ ...search, filter: anybodys, limit: requests });
  const collected = await collectTraces(found.traceIds, source, { ...settings, looks: 1 }, clock);
  return {
    collected,
    found: found.traceIds.length,
    scanned: own.scanned + (found === own ? 0 : found.scanned),
  };
}

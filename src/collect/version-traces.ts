import type { Clock } from '../drive/clock.js';
import { type Collected, type CollectSettings, collectTraces } from './collector.js';
import type { TraceSource } from './trace-source.js';

export interface VersionTraces {
  readonly collected: Collected;
  readonly found: number;
  readonly scanned: number;
}

/** X-Ray keeps traces for 30 days; each day costs four scans of all its traces. */
export const LOOK_BACK_DAYS = 7;

/**
 * The traces of a version that is not being driven: those of the gate's own earlier traffic where there are any,
 * so that like is compared with like, else anybody's; newest first, at most `limit`.
 */
export async function collectVersion(
  version: { readonly annotation: string; readonly version: string; readonly userAgentPrefix: string },
  untilMs: number,
  limit: number,
  source: TraceSource,
  settings: Omit<CollectSettings, 'looks'>,
  clock: Clock,
): Promise<VersionTraces> {
  const search = { ...version, sinceMs: untilMs - LOOK_BACK_DAYS * 24 * 3_600_000, untilMs, limit };
  const own = await source.findVersion(search);
  const found = own.traceIds.length > 0 ? own : await source.findVersion({ ...search, userAgentPrefix: null });
  const collected = await collectTraces(found.traceIds, source, { ...settings, looks: 1 }, clock);
  return {
    collected,
    found: found.traceIds.length,
    scanned: own.scanned + (found === own ? 0 : found.scanned),
  };
}

import type { TraceSearch } from './trace-source.js';

/** Hosts write times by their own clocks. */
const SLACK_MS = 60_000;

/**
 * Traces that several searches found, each the newest first, as one list of at most `limit`. Ids tell when they were
 * minted; one of chance alone stays behind the one before it.
 */
export function newestOfAll(
  lists: readonly (readonly string[])[],
  { sinceMs, untilMs, limit }: Pick<TraceSearch, 'sinceMs' | 'untilMs' | 'limit'>,
): string[] {
  const dated = lists.flatMap((traceIds) => {
    let lastMs = untilMs;
    return traceIds.map((traceId) => {
      const mintedMs = Number.parseInt(traceId.slice(2, 10), 16) * 1000;
      if (mintedMs >= sinceMs - SLACK_MS && mintedMs <= untilMs + SLACK_MS) lastMs = Math.min(lastMs, mintedMs);
      return { traceId, atMs: lastMs };
    });
  });
  const ids = dated.toSorted((a, b) => b.atMs - a.atMs).map(({ traceId }) => traceId);
  return [...new Set(ids)].slice(0, limit);
}

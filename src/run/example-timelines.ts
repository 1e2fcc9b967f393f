import type { TraceSource } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { GateError } from '../errors.js';
import type { Timeline } from '../trace/timeline.js';
import { timelineOfDocuments } from '../trace/timeline-of-trace.js';

/** Timelines of the traces that were found once more, in the order they were asked for, and the calls that took. */
export interface FetchedTimelines {
  readonly timelines: readonly Timeline[];
  readonly calls: number;
}

/** Where X-Ray is busy a batch is asked for so often, after a pause that doubles each time. */
const TRIES = 4;
const FIRST_PAUSE_MS = 500;

/**
 * Fetches a few traces again, whose documents nobody kept, and reduces each to its timeline. What is not there any more,
 * or cannot be fetched, is left out: the verdict does not hang on a drawing.
 */
export async function fetchTimelines(
  traceIds: readonly string[],
  versionAnnotation: string,
  { traces, clock }: { readonly traces: TraceSource; readonly clock: Clock },
): Promise<FetchedTimelines> {
  const timelines = new Map<string, Timeline>();
  const left = [...traceIds];
  let calls = 0;
  let pauseMs = FIRST_PAUSE_MS;
  for (let tries = 0; left.length > 0 && tries < TRIES; ) {
    const batch = left.slice(0, traces.batchSize());
    calls += 1;
    const fetched = await fetchOrNull(batch, traces);
    if (fetched === null) break;
    if (fetched.kind === 'busy') {
      tries += 1;
      if (tries < TRIES) await clock.until(clock.nowMs() + pauseMs);
      pauseMs *= 2;
      continue;
    }
    left.splice(0, batch.length);
    for (const { traceId, documents } of fetched.traces) {
      const timeline = timelineOfDocuments(traceId, documents, versionAnnotation);
      if (timeline !== null) timelines.set(traceId, timeline);
    }
  }
  return { timelines: traceIds.flatMap((id) => timelines.get(id) ?? []), calls };
}

/** Null where asking again cannot help. */
async function fetchOrNull(batch: readonly string[], traces: TraceSource) {
  try {
    return await traces.fetch(batch);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return null;
  }
}

import { isSavedProfile } from './baseline/saved-profile.js';
import { readTraceFile } from './baseline/trace-file.js';
import type { Timeline } from './trace/timeline.js';
import { timelineOfDocuments } from './trace/timeline-of-trace.js';

/** The timelines of those of the wanted traces whose documents a file holds: none where it holds a saved profile. */
export function timelinesInFile(
  value: unknown,
  source: string,
  wanted: readonly string[],
  versionAnnotation: string,
): Timeline[] {
  if (wanted.length === 0 || isSavedProfile(value)) return [];
  return readTraceFile(value, source)
    .filter(({ traceId }) => wanted.includes(traceId))
    .flatMap(({ traceId, documents }) => timelineOfDocuments(traceId, documents, versionAnnotation) ?? []);
}

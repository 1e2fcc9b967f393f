import { isSavedProfile, readProfile } from './baseline/saved-profile.js';
import { readTraceFile, unprocessedIn } from './baseline/trace-file.js';
import type { Collected } from './collect/collected.js';
import { profileFound } from './collect/profiles.js';
import { NO_SHORTCOMINGS } from './collect/shortcomings.js';
import { GateError } from './errors.js';
import { apartFromClient } from './trace/client-segment.js';
import { completenessOf } from './trace/completeness.js';
import { TraceObserver } from './trace/observation.js';
import type { Profile } from './trace/profile.js';
import { readDocument } from './trace/segment-document.js';
import { assembleTrace } from './trace/trace.js';

/**
 * The profile that a file holds: one that `save-profile` wrote, or traces as `aws xray batch-get-traces` prints them.
 * `source` names the file in errors. Throws GateError for anything else.
 */
export function profileFromFile(value: unknown, source: string, versionAnnotation: string): Profile {
  if (isSavedProfile(value)) return readProfile(value, source);
  const entries = readTraceFile(value, source);
  const observer = new TraceObserver(versionAnnotation);
  const traces: Collected['traces'] = new Map(
    entries.flatMap(({ traceId, documents, limitExceeded }) => {
      const trace = assembleTrace(traceId, documents.map(readDocument), limitExceeded);
      const { application, client } = apartFromClient(trace, versionAnnotation);
      if (application === null) return [];
      const completeness = completenessOf(application);
      const missing = completeness.complete ? null : { what: completeness.waitsFor, calls: [] };
      const { complete } = completeness;
      return [[traceId, { told: observer.observe(application), client, complete, missing, settled: true }]];
    }),
  );
  if (traces.size === 0) {
    throw new GateError(
      `${source} holds no traces.`,
      'Give aws xray batch-get-traces ids that X-Ray has, at most five a call.',
    );
  }
  const collected = { traces, calls: 0, elapsedMs: 0, quietMs: 0, shortcomings: NO_SHORTCOMINGS };
  const ids = new Set(entries.map(({ traceId }) => traceId));
  return profileFound(collected, ids.size + unprocessedIn(value), null);
}

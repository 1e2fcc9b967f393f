import { isSavedProfile, readProfile } from './baseline/saved-profile.js';
import { readTraceFile, unprocessedIn } from './baseline/trace-file.js';
import type { Collected } from './collect/collected.js';
import { profileFound } from './collect/profiles.js';
import { GateError } from './errors.js';
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
    entries.map(({ traceId, documents, limitExceeded }) => {
      const trace = assembleTrace(traceId, documents.map(readDocument), limitExceeded);
      return [traceId, { told: observer.observe(trace), complete: completenessOf(trace).complete, settled: true }];
    }),
  );
  if (traces.size === 0) {
    throw new GateError(
      `${source} holds no traces.`,
      'Give aws xray batch-get-traces ids that X-Ray has, at most five a call.',
    );
  }
  const collected = { traces, calls: 0, elapsedMs: 0 };
  return profileFound(collected, traces.size + unprocessedIn(value), null);
}

import type { BothSides } from '../../src/compare/alignment.js';
import { type ObservedRequest, type Profile, profileOf } from '../../src/trace/profile.js';
import { EPOCH_MS, type Fields, told, traceOf } from '../support/segment-builder.js';
import { aProfile, OPERATION } from '../support/simulated-run.js';

/** The documents of the trace of the i-th request. */
export type DocumentsOf = (i: number) => readonly Fields[];

/** As many pairs as asked for, profiled from the documents that each side's requests left. */
export function tracedPairs(
  count: number,
  baseline: DocumentsOf,
  candidate: DocumentsOf,
  seen: ObservedRequest['seen'] = null,
): BothSides<Profile> {
  return { baseline: tracedProfile(count, baseline, seen), candidate: tracedProfile(count, candidate, seen) };
}

function tracedProfile(count: number, documentsOf: DocumentsOf, seen: ObservedRequest['seen']): Profile {
  const requests = Array.from(
    { length: count },
    (_, order): ObservedRequest => ({
      traceId: `trace-${order}`,
      run: 'run',
      order,
      slot: order,
      startMs: EPOCH_MS + 100 * order,
      operation: OPERATION,
      seen,
      told: told(traceOf(...documentsOf(order))),
    }),
  );
  const { coverage } = aProfile({ requests: profileOf(requests, aProfile()).requests });
  return profileOf(requests, { version: null, run: 'run', coverage });
}

import { type Coverage, lostOf } from '../trace/coverage.js';
import type { CoverageCause, Traffic } from './coverage-cause.js';
import { byWeight, partialCauses, telling, viewOf } from './coverage-causes.js';
import type { LostTraces } from './lost-traces.js';
import type { EndedEarly } from './shortcomings.js';
import type { SourceTold } from './trace-source.js';

/** All that is known of why traces of a side are missing that this run did not drive. */
export interface FoundEvidence {
  readonly coverage: Coverage;
  readonly lost: LostTraces;
  /** The version that its traces must name; null: any. */
  readonly version: string | null;
  /** Traces that a search named, and that were not returned; where two sides were driven, of either. */
  readonly unread: number;
  readonly traffic: Exclude<Traffic, 'driven'>;
  /** How long before now the oldest of its traces may have begun. */
  readonly oldestMs: number;
  /** How long traces were waited for. */
  readonly waitedMs: number;
  readonly ended: EndedEarly | null;
  readonly sources: readonly SourceTold[];
  /** Whether the traces are in AWS; else they are in the local X-Ray. */
  readonly inAws: boolean;
}

/** X-Ray deletes traces after 30 days; what is a day younger may be gone by the time that it is fetched. */
const DELETED_SOON_MS = 29 * 86_400_000;

/** The likely causes of the losses of a side that is only looked up, the likeliest first. At least one where anything was lost. */
export function causesOfFound(evidence: FoundEvidence): readonly CoverageCause[] {
  const { coverage, ended } = evidence;
  const reading: CoverageCause[] =
    ended === null ? [] : [{ kind: 'reading ended', requests: lostOf(coverage), ...ended }];
  // What was not read is no sign of anything else.
  const absent = ended !== null ? [] : absentCauses(evidence);
  return telling([...reading, ...byWeight([...partialCauses(evidence), ...absent])], coverage);
}

function absentCauses(evidence: FoundEvidence): CoverageCause[] {
  const { coverage, unread, traffic, oldestMs, waitedMs, sources, inAws } = evidence;
  const { sent, traced } = coverage;
  const named = Math.min(unread, sent - traced);
  const mayBeDeleted = oldestMs > DELETED_SOON_MS;
  const notFetched: CoverageCause = { kind: 'not fetched', requests: named, waitedMs, mayBeDeleted };
  if (traffic === 'found') return [notFetched];
  const requests = sent - traced - named;
  const view = viewOf(sources, false);
  const isShare = view === 'share indexed' || view === 'share perhaps indexed';
  return [
    notFetched,
    ...(isShare ? [{ kind: 'share indexed' as const, requests, view }] : []),
    { kind: 'fewer found', requests, found: traced + named, expected: sent },
    ...(traced + named > 0 ? [] : [{ kind: 'elsewhere' as const, requests, inAws, sources, others: null }]),
  ];
}

import type { DrivenSide } from '../drive/plan.js';
import type { WaitsFor } from '../trace/completeness.js';
import { type Coverage, lostOf, type OperationCoverage } from '../trace/coverage.js';
import type { LostTraces, SilentCall, VersionCount, WrongClock } from './lost-traces.js';
import { type SamplingRule, samplingRuleFor } from './sampling-rule.js';
import type { SourceTold } from './trace-source.js';

/** All that is known of why traces of one side are missing. */
export interface CoverageEvidence {
  readonly coverage: Coverage;
  readonly lost: LostTraces;
  /** The version that its traces must name; null: any. */
  readonly version: string | null;
  /** What its requests were sent to. */
  readonly target: URL;
  /** From the first departure to the last, in seconds. */
  readonly drivenS: number;
  /** How long traces were waited for after the last request, and how long nothing new had come then. */
  readonly waitedMs: number;
  readonly quietMs: number;
  readonly sources: readonly SourceTold[];
  /** Whether the traces are in AWS; else they are in the local X-Ray. */
  readonly inAws: boolean;
  /** Null: what is missing was found in part, so that there was nothing to search for. */
  readonly search: SearchEvidence | null;
}

/** What X-Ray has of the run's time beside the traces that were asked for. */
export type SearchEvidence =
  | { readonly kind: 'refused'; readonly because: string }
  | {
      readonly kind: 'made';
      /** Traces of the run's requests, of either side, under ids that the gate did not give them. */
      readonly strangers: number;
      /** Requests of either side that have none under their own. */
      readonly untraced: number;
      /** Services that began them. */
      readonly services: readonly string[];
      /** Requests of this side whose traces have come meanwhile. */
      readonly late: number;
      /** Traces of other traffic; null where that was not asked. */
      readonly others: number | null;
    };

/** What a target is, as far as its address tells. */
export type TargetKind = 'function' | 'function url' | 'API Gateway' | 'load balancer' | 'service';

/** A likely cause, by what tells it. `requests`: how many of the lost requests it can explain. */
export type CoverageCause = { readonly requests: number } & (
  | { readonly kind: 'runner clock'; readonly aheadMs: number }
  | {
      readonly kind: 'own trace ids';
      readonly strangers: number;
      readonly untraced: number;
      readonly services: readonly string[];
    }
  | { readonly kind: 'still arriving'; readonly late: number; readonly waitedMs: number; readonly quietMs: number }
  | { readonly kind: 'called segment'; readonly call: SilentCall }
  | { readonly kind: 'incomplete'; readonly waitsFor: Exclude<WaitsFor, 'called segment'> }
  | { readonly kind: 'other version'; readonly version: string; readonly others: readonly VersionCount[] }
  | { readonly kind: 'not answered' }
  | { readonly kind: 'operations untraced'; readonly operations: readonly string[]; readonly target: TargetKind }
  | {
      readonly kind: 'sampling rules';
      readonly traced: number;
      readonly sent: number;
      /** Traces that X-Ray's default rule would have given; null where that is far from what there is. */
      readonly byDefaultRule: number | null;
      /** Whether X-Ray was searched for the others under other ids. */
      readonly searched: boolean;
      readonly rule: SamplingRule;
    }
  | {
      readonly kind: 'Transaction Search';
      readonly denied: readonly string[];
      readonly traced: number;
      readonly sent: number;
    }
  | { readonly kind: 'target untraced'; readonly target: TargetKind; readonly others: number | null }
  | {
      readonly kind: 'elsewhere';
      readonly inAws: boolean;
      readonly sources: readonly Pick<SourceTold, 'region' | 'account'>[];
      /** Null: it is not known whether X-Ray has traces of anybody. */
      readonly others: 0 | null;
    }
  | { readonly kind: 'host clock'; readonly clock: WrongClock }
  /** No cause, but why there may be others. */
  | { readonly kind: 'not searched'; readonly denied: boolean; readonly because: string }
);

/** A side whose whole traces were found for less of its requests than the inputs ask for, and why that is likely. */
export interface Uncovered {
  readonly side: DrivenSide;
  /** Of two stages, which. */
  readonly stage: 'first' | 'second';
  /** The likeliest first. */
  readonly causes: readonly CoverageCause[];
}

/** What explains less of the losses than this is none of their causes. */
const FEWEST = 0.1;
/** AWS refuses requests, and OpenTelemetry's exporter drops traces, that are further from their clock. */
const CLOCK_WRONG_MS = 300_000;
/** What came in the last tenth of the time that was waited was hardly the last. */
const STILL_COMING = 0.1;
/** So many requests of an operation tell that none of them is traced. */
const TELLING = 5;

/**
 * The likely causes of a side's losses, the likeliest first. Pure: what the gate itself measured comes before what it can
 * only guess from what is absent, and of equals what explains more.
 */
export function likelyCauses(evidence: CoverageEvidence): readonly CoverageCause[] {
  const lost = lostOf(evidence.coverage);
  const explains = ({ requests, kind }: CoverageCause) => kind === 'not searched' || requests >= FEWEST * lost;
  const measured = [...clockCauses(evidence), ...partialCauses(evidence), ...searchedCauses(evidence)];
  const inferred = [...stillComing(evidence), ...absenceCauses(evidence)];
  const byWeight = measured.filter((cause) => cause.requests > 0).toSorted((a, b) => b.requests - a.requests);
  return [...byWeight, ...inferred, ...unsearched(evidence)].filter(explains);
}

function clockCauses({ sources, lost, coverage }: CoverageEvidence): CoverageCause[] {
  const requests = lostOf(coverage);
  const wrong = sources.find(({ clockAheadMs }) => Math.abs(clockAheadMs) > CLOCK_WRONG_MS);
  if (wrong !== undefined) return [{ kind: 'runner clock', requests, aheadMs: -wrong.clockAheadMs }];
  return lost.wrongClocks.map((clock) => ({ kind: 'host clock', requests: Math.min(clock.traces, requests), clock }));
}

/** What the traces tell that did come. */
function partialCauses({ lost, version, waitedMs, quietMs, search, coverage }: CoverageEvidence): CoverageCause[] {
  const late = search?.kind === 'made' ? search.late : 0;
  const [call] = lost.silentCalls;
  const others = lost.otherVersions;
  return [
    { kind: 'still arriving', requests: late, late, waitedMs, quietMs },
    ...[...lost.inPart].flatMap(([waitsFor, requests]): CoverageCause[] => {
      if (waitsFor !== 'called segment') return [{ kind: 'incomplete', requests, waitsFor }];
      return call === undefined ? [] : [{ kind: 'called segment', requests, call }];
    }),
    ...(version === null ? [] : [{ kind: 'other version' as const, requests: coverage.otherVersion, version, others }]),
    { kind: 'not answered', requests: lost.unanswered },
  ];
}

/** Whatever is missing may be on its way where something came until the end. */
function stillComing({ lost, waitedMs, quietMs, search }: CoverageEvidence): CoverageCause[] {
  const explained = search?.kind === 'made' && search.strangers + search.late > 0;
  if (explained || quietMs > STILL_COMING * waitedMs) return [];
  const inPart = [...lost.inPart.values()].reduce((sum, traces) => sum + traces, 0);
  return [{ kind: 'still arriving', requests: inPart + lost.untraced, late: 0, waitedMs, quietMs }];
}

function searchedCauses({ search, lost }: CoverageEvidence): CoverageCause[] {
  if (search?.kind !== 'made' || search.strangers === 0) return [];
  const { strangers, untraced, services } = search;
  const requests = Math.min(lost.untraced, Math.ceil((strangers * lost.untraced) / Math.max(1, untraced)));
  return [{ kind: 'own trace ids', requests, strangers, untraced, services }];
}

/** What is concluded from nothing: no trace, under no id. */
function absenceCauses(evidence: CoverageEvidence): CoverageCause[] {
  const { search, lost, coverage, target } = evidence;
  const known = search?.kind === 'made' ? search.strangers + search.late : 0;
  if (lost.untraced === 0 || known > 0) return [];
  const kind = targetKind(target);
  if (coverage.traced > 0) {
    const untraced = untracedOperations(coverage);
    if (untraced.length === 0) return [...indexedShare(evidence), ...sampled(evidence, coverage.operations)];
    const requests = untraced.reduce((sum, { sent }) => sum + sent, 0);
    const operations = untraced.flatMap(({ operation }) => operation ?? []);
    const others = coverage.operations.filter((operation) => !untraced.includes(operation));
    return [
      { kind: 'operations untraced', requests, operations, target: kind },
      ...indexedShare(evidence),
      ...(requests < lost.untraced ? sampled(evidence, others) : []),
    ];
  }
  const others = search?.kind === 'made' ? search.others : null;
  const untracedTarget: CoverageCause = { kind: 'target untraced', requests: lost.untraced, target: kind, others };
  const { sources, inAws } = evidence;
  const elsewhere: CoverageCause = { kind: 'elsewhere', requests: lost.untraced, inAws, sources, others: null };
  if (others === 0) return [{ ...elsewhere, others }, ...indexedShare(evidence)];
  return [untracedTarget, ...indexedShare(evidence), ...(others === null ? [elsewhere] : [])];
}

/** Operations of which no request is traced, where most requests of others are. */
function untracedOperations({ operations }: Coverage): readonly OperationCoverage[] {
  const traced = operations.some(({ sent, traced }) => traced >= sent / 2);
  return traced ? operations.filter(({ sent, traced }) => traced === 0 && sent >= TELLING) : [];
}

/**
 * Services that take the id over and decide for themselves whether to record. A function of Lambda does not: it is traced
 * or not, version by version.
 */
function sampled(
  { coverage, target, drivenS, lost, search }: CoverageEvidence,
  operations: readonly OperationCoverage[],
): CoverageCause[] {
  const { sent, traced } = coverage;
  const kind = targetKind(target);
  if (kind === 'function' || kind === 'function url') {
    return [{ kind: 'target untraced', requests: lost.untraced, target: kind, others: traced }];
  }
  const byDefault = Math.round(Math.min(sent, drivenS + 0.05 * Math.max(0, sent - drivenS)));
  const names = operations.flatMap(({ operation, sent, traced }) => (traced < sent ? (operation ?? []) : []));
  return [
    {
      kind: 'sampling rules',
      requests: lost.untraced,
      traced,
      sent,
      byDefaultRule: Math.abs(traced - byDefault) <= 0.3 * byDefault ? byDefault : null,
      searched: search?.kind === 'made',
      rule: samplingRuleFor(target, names),
    },
  ];
}

/** With Transaction Search X-Ray knows a share of the traces, and who may not ask for the others does not see them. */
function indexedShare({ sources, lost, coverage: { traced, sent } }: CoverageEvidence): CoverageCause[] {
  const denied = sources.flatMap((source) => (source.place === 'unknown' ? source.denied : []));
  const needed = denied.filter((action) => /TraceSegmentDestination|TraceRetrieval|RetrievedTraces/.test(action));
  if (needed.length === 0) return [];
  return [{ kind: 'Transaction Search', requests: lost.untraced, denied: [...new Set(needed)], traced, sent }];
}

function unsearched({ search, sources }: CoverageEvidence): CoverageCause[] {
  if (search?.kind !== 'refused') return [];
  const denied = sources.some((source) => source.denied.includes('xray:GetTraceSummaries'));
  return [{ kind: 'not searched', requests: 0, denied, because: search.because }];
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
export function targetKind({ protocol, hostname }: URL): TargetKind {
  if (protocol === 'lambda:') return 'function';
  if (/\.lambda-url\.[\w-]+\.on\.aws$/.test(hostname)) return 'function url';
  if (/\.execute-api\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(hostname)) return 'API Gateway';
  if (/\.elb\.([\w-]+\.)?amazonaws\.com(\.cn)?$/.test(hostname)) return 'load balancer';
  return 'service';
}

import { type Coverage, lostOf, type OperationCoverage } from '../trace/coverage.js';
import type { CoverageCause, SearchView, TargetKind } from './coverage-cause.js';
import { CLOCK_WRONG_MS, type LostTraces } from './lost-traces.js';
import { samplingRuleFor } from './sampling-rule.js';
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
      /** Whether it was ended before it had seen all. */
      readonly endedEarly: boolean;
    };

/** What explains less of the losses than this is none of their causes. */
const FEWEST = 0.1;
/** What came in the last tenth of the time that was waited was hardly the last. */
const STILL_COMING = 0.1;
/** So many requests of an operation tell that none of them is traced. */
const TELLING = 5;

/**
 * The likely causes of a side's losses, the likeliest first. Pure: what the gate itself measured comes before what it can
 * only guess from what is absent, and of equals what explains more. At least one where anything was lost.
 */
export function likelyCauses(evidence: CoverageEvidence): readonly CoverageCause[] {
  const measured = [
    ...clockCauses(evidence),
    ...partialCauses(evidence),
    ...arrivedLate(evidence),
    ...searchedCauses(evidence),
  ];
  const inferred = [...stillComing(evidence), ...absenceCauses(evidence)];
  return [...telling([...byWeight(measured), ...inferred], evidence.coverage), ...searchNotes(evidence)];
}

/** Those that explain anything, what explains most first. */
export function byWeight(causes: readonly CoverageCause[]): readonly CoverageCause[] {
  return causes.filter(({ requests }) => requests > 0).toSorted((a, b) => b.requests - a.requests);
}

/** Those that explain enough of the losses; where none does, the one that explains most. */
export function telling(causes: readonly CoverageCause[], coverage: Coverage): readonly CoverageCause[] {
  const fewest = FEWEST * lostOf(coverage);
  // Whoever begins traces of its own may record few of them.
  const enough = causes.filter(({ kind, requests }) => kind === 'own trace ids' || requests >= fewest);
  return enough.length > 0 ? enough : byWeight(causes).slice(0, 1);
}

/** How much of what it was searched for X-Ray can have shown. */
export function viewOf(sources: readonly SourceTold[], endedEarly: boolean): SearchView {
  if (sources.some(({ place }) => place === 'log group')) return 'share indexed';
  if (endedEarly) return 'ended early';
  return sources.some(({ place }) => place === 'unknown') ? 'share perhaps indexed' : 'all';
}

function viewIn({ sources, search }: CoverageEvidence): SearchView {
  return viewOf(sources, search?.kind === 'made' && search.endedEarly);
}

function clockCauses({ sources, lost, coverage }: CoverageEvidence): CoverageCause[] {
  const requests = lostOf(coverage);
  const wrong = sources.find(({ clockAheadMs }) => Math.abs(clockAheadMs) > CLOCK_WRONG_MS);
  if (wrong !== undefined) return [{ kind: 'runner clock', requests, aheadMs: -wrong.clockAheadMs }];
  return lost.wrongClocks.map((clock) => ({ kind: 'host clock', requests: clock.traces, clock }));
}

/** What the traces tell that did come, and requests that cannot have left any. */
export function partialCauses({
  lost,
  version,
  coverage,
}: Pick<CoverageEvidence, 'lost' | 'version' | 'coverage'>): CoverageCause[] {
  const [call] = lost.silentCalls;
  const others = lost.otherVersions;
  return [
    ...[...lost.inPart].flatMap(([waitsFor, requests]): CoverageCause[] => {
      if (waitsFor !== 'called segment') return [{ kind: 'incomplete', requests, waitsFor }];
      return call === undefined ? [] : [{ kind: 'called segment', requests, call }];
    }),
    ...(version === null ? [] : [{ kind: 'other version' as const, requests: coverage.otherVersion, version, others }]),
    { kind: 'not answered', requests: lost.unanswered },
  ];
}

/** Of a share of the traces, those that came late tell what share of all did. */
function arrivedLate(evidence: CoverageEvidence): CoverageCause[] {
  const { search, lost, waitedMs, quietMs } = evidence;
  if (search?.kind !== 'made' || search.late === 0) return [];
  const { late, strangers } = search;
  const requests = viewIn(evidence) === 'all' ? late : Math.ceil((late * lost.untraced) / (late + strangers));
  return [{ kind: 'still arriving', requests, late, waitedMs, quietMs }];
}

/** Whatever is missing may be on its way where something came until the end. */
function stillComing({ lost, waitedMs, quietMs, search }: CoverageEvidence): CoverageCause[] {
  const explained = search?.kind === 'made' && search.strangers + search.late > 0;
  if (explained || quietMs > STILL_COMING * waitedMs) return [];
  const inPart = [...lost.inPart.values()].reduce((sum, traces) => sum + traces, 0);
  return [{ kind: 'still arriving', requests: inPart + lost.untraced, late: 0, waitedMs, quietMs }];
}

function searchedCauses(evidence: CoverageEvidence): CoverageCause[] {
  const { search, lost } = evidence;
  if (search?.kind !== 'made' || search.strangers === 0) return [];
  const { strangers, untraced, services, late } = search;
  const view = viewIn(evidence);
  const of = view === 'all' ? Math.max(1, untraced) : strangers + late;
  const requests = Math.min(lost.untraced, Math.ceil((strangers * lost.untraced) / of));
  return [{ kind: 'own trace ids', requests, strangers, untraced, services, view }];
}

/** What is concluded from nothing: no trace, under no id. */
function absenceCauses(evidence: CoverageEvidence): CoverageCause[] {
  const { lost, coverage } = evidence;
  if (lost.untraced === 0) return [];
  if (isExplained(evidence)) return coverage.traced > 0 ? indexedShare(evidence) : [];
  return coverage.traced > 0 ? someUntraced(evidence) : allUntraced(evidence);
}

/** Whether what a search found tells why the others are missing too. */
function isExplained(evidence: CoverageEvidence): boolean {
  const { search, coverage } = evidence;
  if (search?.kind !== 'made' || search.strangers + search.late === 0) return false;
  const isSample = viewIn(evidence) !== 'all';
  return isSample || coverage.traced === 0 || search.strangers + search.late >= FEWEST * search.untraced;
}

function someUntraced(evidence: CoverageEvidence): CoverageCause[] {
  const { coverage, lost, target } = evidence;
  const untraced = untracedOperations(coverage);
  if (untraced.length === 0) return [...indexedShare(evidence), ...sampled(evidence, coverage.operations)];
  const requests = untraced.reduce((sum, { sent }) => sum + sent, 0);
  const operations = untraced.flatMap(({ operation }) => operation ?? []);
  const others = coverage.operations.filter((operation) => !untraced.includes(operation));
  return [
    { kind: 'operations untraced', requests, operations, target: targetKind(target) },
    ...indexedShare(evidence),
    ...(requests < lost.untraced ? sampled(evidence, others) : []),
  ];
}

function allUntraced(evidence: CoverageEvidence): CoverageCause[] {
  const { search, lost, sources, inAws } = evidence;
  const [requests, target, view] = [lost.untraced, targetKind(evidence.target), viewIn(evidence)];
  const others = search?.kind === 'made' ? search.others : null;
  const elsewhere: CoverageCause = { kind: 'elsewhere', requests, inAws, sources, others: null };
  if (view !== 'all') {
    const searched = search?.kind === 'made';
    // Of a share nothing at all tells nothing of the rest.
    return [
      { kind: 'not continued', requests, target, view, searched },
      ...indexedShare(evidence),
      ...((others ?? 0) === 0 ? [elsewhere] : []),
    ];
  }
  if (others === 0) return [{ ...elsewhere, others }];
  return [{ kind: 'target untraced', requests, target, others }, ...(others === null ? [elsewhere] : [])];
}

/** Operations of which no request is traced, where most requests of others are. */
function untracedOperations({ operations }: Coverage): readonly OperationCoverage[] {
  const traced = operations.some(({ sent, traced }) => traced >= sent / 2);
  return traced ? operations.filter(({ sent, traced }) => traced === 0 && sent >= TELLING) : [];
}

/** Services that take the id over and decide for themselves whether to record. Nobody sets the share that Lambda records. */
function sampled(evidence: CoverageEvidence, operations: readonly OperationCoverage[]): CoverageCause[] {
  const { coverage, target, drivenS, lost, search } = evidence;
  const { sent, traced } = coverage;
  const byDefault = Math.round(Math.min(sent, drivenS + 0.05 * Math.max(0, sent - drivenS)));
  const names = operations.flatMap(({ operation, sent, traced }) => (traced < sent ? (operation ?? []) : []));
  return [
    {
      kind: 'sampling rules',
      requests: lost.untraced,
      traced,
      sent,
      byDefaultRule: Math.abs(traced - byDefault) <= 0.3 * byDefault ? byDefault : null,
      searched: search?.kind === 'made' && search.strangers === 0 && viewIn(evidence) === 'all',
      rule: targetKind(target).startsWith('function') ? null : samplingRuleFor(target, names),
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

/** What the gate could not look for. */
function searchNotes(evidence: CoverageEvidence): CoverageCause[] {
  const { search, sources, coverage } = evidence;
  if (search === null) return [];
  if (search.kind === 'refused') {
    const denied = sources.some((source) => source.denied.includes('xray:GetTraceSummaries'));
    return [{ kind: 'not searched', requests: 0, denied, because: search.because }];
  }
  const view = viewIn(evidence);
  // What was found speaks for itself; else, where nothing is traced or the role is denied, the cause says it.
  const isFound = search.strangers + search.late > 0;
  const isTold = isFound || coverage.traced === 0 || indexedShare(evidence).length > 0;
  return view === 'all' || isTold ? [] : [{ kind: 'searched in part', requests: 0, view }];
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
export function targetKind({ protocol, hostname }: URL): TargetKind {
  if (protocol === 'lambda:') return 'function';
  if (/\.lambda-url\.[\w-]+\.on\.aws$/.test(hostname)) return 'function url';
  if (/\.execute-api\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(hostname)) return 'API Gateway';
  if (/\.elb\.([\w-]+\.)?amazonaws\.com(\.cn)?$/.test(hostname)) return 'load balancer';
  return 'service';
}

import type { SearchEvidence } from '../collect/coverage-causes.js';
import { agentFilter } from '../collect/trace-filter.js';
import type { TraceSource } from '../collect/trace-source.js';
import { GateError } from '../errors.js';
import { apartFromClient } from '../trace/client-segment.js';
import { readAnyDocument } from '../trace/span-document.js';
import { assembleTrace, rootOf, type Trace } from '../trace/trace.js';
import type { World } from '../world.js';

/** The requests of a run whose traces X-Ray is searched for, beside those that are known by their ids. */
export interface SoughtRun {
  /** The user agent of its requests. */
  readonly userAgent: string;
  readonly sinceMs: number;
  /** Every id that the gate gave. */
  readonly ownIds: ReadonlySet<string>;
  /** Of which nothing was found. */
  readonly untracedIds: ReadonlySet<string>;
  /** Whether that is so of all of them. */
  readonly noneTraced: boolean;
  readonly versionAnnotation: string;
}

/** What a search of a run found, before it is told by side. */
export type RunSearch =
  | Extract<SearchEvidence, { kind: 'refused' }>
  | (Omit<Extract<SearchEvidence, { kind: 'made' }>, 'late'> & { readonly lateIds: ReadonlySet<string> });

/** Hosts' clocks differ; the gate's own traces begin when they are sent. */
const SLACK_MS = 60_000;
/** Of each of the two searches. What X-Ray looks at is paid for: $0.05 at most. */
const MOST_SCANNED = 100_000;
const MOST_PAGES = 200;
/** Of both together: a cause is worth no longer wait. */
const MOST_MS = 60_000;
/** Traces that are fetched to see what they are. */
const SAMPLE = 25;
/** Traces of others beyond this tell nothing more. */
const OTHERS = 20;

/**
 * Searches X-Ray for a run's requests under other ids than theirs, for traces that have come since, and, where there is
 * neither, for traces of anybody; within a minute, after which what was found by then counts. Never throws a GateError.
 */
export async function searchRun(run: SoughtRun, world: Pick<World, 'traces' | 'clock'>): Promise<RunSearch> {
  try {
    return await search(run, world);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return { kind: 'refused', because: error.message };
  }
}

async function search(run: SoughtRun, { traces, clock }: Pick<World, 'traces' | 'clock'>): Promise<RunSearch> {
  const deadlineMs = clock.nowMs() + MOST_MS;
  const isOver = () => clock.nowMs() >= deadlineMs;
  const find = async (filter: string | null, what: string, limit: number) => {
    let pages = 0;
    let cutShort = false;
    const { traceIds, endedEarly } = await traces.find({
      filter,
      what,
      group: null,
      sinceMs: run.sinceMs - SLACK_MS,
      untilMs: clock.nowMs(),
      limit,
      isEnough: ({ scanned }) => {
        pages += 1;
        cutShort ||= scanned >= MOST_SCANNED || pages >= MOST_PAGES || isOver();
        return cutShort;
      },
    });
    return { traceIds, endedEarly: endedEarly || cutShort };
  };
  const { traceIds: found, endedEarly } = await find(
    agentFilter(run.userAgent),
    'traces of this run',
    2 * run.ownIds.size + OTHERS,
  );
  const strangers = found.filter((id) => !run.ownIds.has(id));
  const late = await ofApplication(
    found.filter((id) => run.untracedIds.has(id)),
    run,
    traces,
    isOver,
  );
  const nobody = strangers.length + late.size === 0;
  const all =
    nobody && run.noneTraced && !isOver() ? await find(null, "anybody's traces", run.ownIds.size + OTHERS) : null;
  const others = all === null ? 0 : all.traceIds.filter((id) => !run.ownIds.has(id)).length;
  const began = (await fetchAll(strangers.slice(0, SAMPLE), traces, isOver)).flatMap(
    (trace) => rootOf(trace)?.name ?? [],
  );
  return {
    kind: 'made',
    strangers: strangers.length,
    untraced: run.untracedIds.size,
    services: [...new Set(began)],
    lateIds: late,
    // Of a search that was ended early, none is no answer.
    others: all === null || (all.endedEarly && others === 0) ? null : others,
    endedEarly,
  };
}

/** Of these, the ones that hold more than the gate's own segment. Where they are many, a sample tells of them all. */
async function ofApplication(
  ids: readonly string[],
  run: SoughtRun,
  traces: TraceSource,
  isOver: () => boolean,
): Promise<Set<string>> {
  const sample = await fetchAll(ids.slice(0, SAMPLE), traces, isOver);
  const told = sample.filter((trace) => apartFromClient(trace, run.versionAnnotation).application !== null);
  return new Set(told.length === sample.length && told.length > 0 ? ids : told.map(({ id }) => id));
}

/** Those that are there and can be had now; of many, those that there is time for. */
async function fetchAll(ids: readonly string[], traces: TraceSource, isOver: () => boolean): Promise<Trace[]> {
  const all: Trace[] = [];
  const size = traces.batchSize();
  for (let from = 0; from < ids.length && !isOver(); from += size) {
    const fetched = await traces.fetch(ids.slice(from, from + size));
    if (fetched.kind === 'busy') break;
    for (const { traceId, documents, limitExceeded } of fetched.traces) {
      all.push(assembleTrace(traceId, documents.map(readAnyDocument), limitExceeded));
    }
  }
  return all;
}

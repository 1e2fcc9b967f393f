import { partiesOf, type WaitsFor } from '../trace/completeness.js';
import type { Observation } from '../trace/observation.js';
import { type Collected, versionNamed } from './collected.js';

/** A request of one side, as its sender saw it. Times in epoch milliseconds. */
export interface SentRequest {
  readonly traceId: string;
  readonly departedMs: number;
  readonly endedMs: number;
  readonly answered: boolean;
}

/** What became of the requests of one side that left no whole trace of the version asked for, counted. */
export interface LostTraces {
  /** Answered, and not one segment was found. */
  readonly untraced: number;
  /** Neither answered nor traced. */
  readonly unanswered: number;
  /** Traces in part, by what they lack. */
  readonly inPart: ReadonlyMap<WaitsFor, number>;
  /** Calls whose callee's segment alone is missing, and in how many traces; most first. */
  readonly silentCalls: readonly SilentCall[];
  /** Versions that other traces name; most first. */
  readonly otherVersions: readonly VersionCount[];
  /** Clocks that traces in part show to be wrong; by service, most traces first. */
  readonly wrongClocks: readonly WrongClock[];
}

export interface SilentCall {
  readonly caller: string;
  readonly callee: string;
  readonly traces: number;
}

export interface VersionCount {
  readonly version: string;
  readonly traces: number;
}

export interface WrongClock {
  /** That answers the requests. */
  readonly service: string;
  /** Typically; negative where it is behind the runner's. */
  readonly aheadMs: number;
  readonly traces: number;
}

/**
 * What is further than this from their own clock, AWS refuses and OpenTelemetry's exporter drops; of less, nothing is lost.
 */
export const CLOCK_WRONG_MS = 300_000;

/** Counts what was lost of a side. `version`: the one that its traces must name; null: any. */
export function lostTraces(
  requests: readonly SentRequest[],
  { traces }: Pick<Collected, 'traces'>,
  version: string | null,
): LostTraces {
  let [untraced, unanswered] = [0, 0];
  const inPart = new Counts<WaitsFor>();
  const silentCalls = new Counts<string>();
  const otherVersions = new Counts<string>();
  const offsetsMs = new Map<string, number[]>();
  for (const request of requests) {
    const found = traces.get(request.traceId);
    if (found === undefined) {
      if (request.answered) untraced += 1;
      else unanswered += 1;
      continue;
    }
    const named = versionNamed(found);
    if (named !== null && version !== null && named !== version) {
      otherVersions.add(named);
    } else if (found.missing !== null) {
      inPart.add(found.missing.what);
      noteClock(offsetsMs, request, found.told);
      for (const call of found.missing.calls) silentCalls.add(call);
    }
  }
  return {
    untraced,
    unanswered,
    inPart: inPart.counts,
    silentCalls: silentCalls.mostFirst().map(([call, traces]) => {
      const [caller, callee] = partiesOf(call);
      return { caller, callee, traces };
    }),
    otherVersions: otherVersions.mostFirst().map(([version, traces]) => ({ version, traces })),
    wrongClocks: wrongClocks(offsetsMs),
  };
}

/** The service that answered a request, by its trace; null where that is not known. */
export function answeringService({ root, steps }: Observation): string | null {
  return root === null ? null : (steps[0]?.step.node.name ?? null);
}

/** By how much a request began, as its service has it, before it left or after it had ended; else 0. */
function noteClock(offsetsMs: Map<string, number[]>, { departedMs, endedMs }: SentRequest, told: Observation): void {
  const service = answeringService(told);
  if (told.root === null || service === null) return;
  const { startMs } = told.root;
  const offsetMs = startMs < departedMs ? startMs - departedMs : Math.max(0, startMs - endedMs);
  const known = offsetsMs.get(service);
  if (known === undefined) offsetsMs.set(service, [offsetMs]);
  else known.push(offsetMs);
}

function wrongClocks(offsetsMs: ReadonlyMap<string, readonly number[]>): WrongClock[] {
  return [...offsetsMs]
    .map(([service, offsets]) => ({ service, aheadMs: medianOf(offsets), traces: offsets.filter(isWrong).length }))
    .filter(({ aheadMs }) => isWrong(aheadMs))
    .toSorted((a, b) => b.traces - a.traces);
}

function isWrong(aheadMs: number): boolean {
  return Math.abs(aheadMs) > CLOCK_WRONG_MS;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

class Counts<T> {
  readonly counts = new Map<T, number>();

  add(thing: T): void {
    this.counts.set(thing, (this.counts.get(thing) ?? 0) + 1);
  }

  mostFirst(): [T, number][] {
    return [...this.counts].toSorted((a, b) => b[1] - a[1]);
  }
}

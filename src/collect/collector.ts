import type { Clock } from '../drive/clock.js';
import { GateError } from '../errors.js';
import { completenessOf, fingerprint, quietTimeMs } from '../trace/completeness.js';
import { readDocument } from '../trace/segment-document.js';
import { assembleTrace, type Trace } from '../trace/trace.js';
import { BATCH, type FetchedTrace, type TraceSource } from './trace-source.js';

export interface CollectSettings {
  /** Collection ends this long after it began, settled or not. */
  readonly settleTimeoutMs: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** How many equal looks in a row settle a complete trace: 2, or 1 for traces that are old already. */
  readonly looks: 1 | 2;
}

export interface Collected {
  /** By id; only traces of which something was found. */
  readonly traces: ReadonlyMap<string, CollectedTrace>;
  readonly calls: number;
  readonly elapsedMs: number;
}

export interface CollectedTrace {
  readonly trace: Trace;
  /** Everything that it announces has arrived. */
  readonly complete: boolean;
  /** Complete, and unchanged over the looks that were asked for: fetching it again would bring nothing. */
  readonly settled: boolean;
}

/** Waits before each round; the last is repeated. Jitter would only matter to many collectors started at once. */
const ROUND_WAITS_MS = [1500, 2000, 2000, 4000, 8000, 8000, 15_000];

/** A segment that was lost on its way never comes: when so few are left and so long brought nothing, waiting ends. */
const FEW_LEFT = 0.02;
const QUIET_MS = 15_000;

interface Look extends CollectedTrace {
  readonly print: string;
  readonly equalLooks: number;
  /** Since when it is as it is. */
  readonly sinceMs: number;
}

/**
 * Fetches traces by id in rounds with growing waits, each round only what has not settled. Settled: complete, and
 * unchanged over `looks` looks (and, of services that send in batches, for as long as those take). What has not settled in time is returned as it was seen last; the last 2 % are given up
 * earlier, once 15 seconds have brought nothing new.
 *
 * Throws GateError when the source refuses, or never once answered.
 */
export async function collectTraces(
  traceIds: Iterable<string>,
  source: TraceSource,
  settings: CollectSettings,
  clock: Clock,
  onProgress: (progress: { readonly settled: number; readonly wanted: number }) => void = () => {},
): Promise<Collected> {
  const startMs = clock.nowMs();
  const deadlineMs = startMs + settings.settleTimeoutMs;
  const pending = new Set(traceIds);
  const wanted = pending.size;
  const looks = new Map<string, Look>();
  let calls = 0;
  let answered = false;
  let lastReason = '';
  let lastNewsMs = startMs;

  const ask = async (ids: readonly string[]): Promise<void> => {
    if (clock.nowMs() > deadlineMs) return;
    calls += 1;
    const fetched = await source.fetch(ids);
    if (fetched.kind === 'busy') {
      lastReason = fetched.reason;
      return;
    }
    answered = true;
    for (const one of fetched.traces) {
      if (one.documents.length === 0) continue;
      const look = lookAt(one, looks.get(one.traceId), settings.looks, clock.nowMs());
      looks.set(one.traceId, look);
      if (look.equalLooks === 1) lastNewsMs = clock.nowMs();
      if (look.settled) pending.delete(one.traceId);
    }
    onProgress({ settled: wanted - pending.size, wanted });
  };

  for (let round = 0; pending.size > 0; round++) {
    const waitMs =
      settings.looks === 1 && round === 0 ? 0 : ROUND_WAITS_MS[Math.min(round, ROUND_WAITS_MS.length - 1)]!;
    if (clock.nowMs() + waitMs > deadlineMs) break;
    if (answered && pending.size <= FEW_LEFT * wanted && clock.nowMs() - lastNewsMs > QUIET_MS) break;
    await clock.until(clock.nowMs() + waitMs);
    await inParallel(batches([...pending], BATCH), settings.concurrency, ask);
  }
  if (wanted > 0 && !answered) {
    throw new GateError(
      `X-Ray did not answer a single call in ${Math.round(settings.settleTimeoutMs / 1000)} s: ${lastReason || 'no time to ask'}.`,
      'Run the gate again, or raise "settle-timeout"; check the endpoint if AWS_ENDPOINT_URL_XRAY is set.',
    );
  }
  return { traces: looks, calls, elapsedMs: clock.nowMs() - startMs };
}

function lookAt(
  { traceId, documents, limitExceeded }: FetchedTrace,
  previous: Look | undefined,
  looks: CollectSettings['looks'],
  nowMs: number,
): Look {
  const trace = assembleTrace(traceId, documents.map(readDocument), limitExceeded);
  const print = fingerprint(trace);
  const { complete } = completenessOf(trace);
  const same = previous?.print === print;
  const equalLooks = same ? previous.equalLooks + 1 : 1;
  const sinceMs = same ? previous.sinceMs : nowMs;
  const quiet = looks === 1 || nowMs - sinceMs >= quietTimeMs(trace);
  return { trace, complete, settled: complete && equalLooks >= looks && quiet, print, equalLooks, sinceMs };
}

function batches<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}

async function inParallel<T>(values: T[], width: number, work: (value: T) => Promise<void>): Promise<void> {
  const queue = values.values();
  const worker = async () => {
    for (const value of queue) await work(value);
  };
  await Promise.all(Array.from({ length: Math.min(width, values.length) }, worker));
}

import { GateError } from '../errors.js';
import { Account } from './account/account.js';
import type { Insights } from './account/insights.js';
import type { RetrievalState } from './account/retrievals.js';
import type { Destination } from './account/transaction-search.js';
import { type AnsweringApi, Api } from './api.js';
import { FaultSwitch } from './faults/fault-switch.js';
import type { Faults } from './faults/faults.js';
import { FaultyApi } from './faults/faulty-api.js';
import { FaultyTraces } from './faults/faulty-traces.js';
import { readFaults } from './faults/read-faults.js';
import type { TextCase } from './filter/evaluation.js';
import type { FinishedTrace } from './finished-trace.js';
import { Ingest } from './ingest.js';
import { type StoreLimits, TraceStore } from './trace-store.js';
import { TraceWatch } from './trace-watch.js';

export interface ServiceSettings {
  /** Hears of each trace when its first document arrives. */
  readonly onTrace?: (traceId: string) => void;
  /** Hears of each trace when it is complete and a second has brought nothing more, or as it is after half a minute, or at the end. */
  readonly onFinished?: (trace: FinishedTrace) => void;
  /** What goes wrong on request; nothing where left out. */
  readonly faults?: Partial<Faults>;
  /** Memory for traces in bytes (default 1,000,000,000); above that the oldest go and are counted. */
  readonly maxBytes?: number;
  /** Traces held at most (default: as many as fit); above that likewise. */
  readonly maxTraces?: number;
  /** Bytes of documents held of one trace (default 500,000, as in X-Ray); what comes later is rejected and counted. */
  readonly maxTraceBytes?: number;
  /** Elements on a page of an answer that has pages, such as trace summaries (default 100). */
  readonly pageSize?: number;
  /** Whether the case of text counts in filter expressions (default: it does). */
  readonly filterTextCase?: TextCase;
  /** Where documents go: `XRay` (default), or `CloudWatchLogs` with Transaction Search. */
  readonly destination?: Destination;
  /** From when UpdateTraceSegmentDestination chooses a destination to when it is in effect (default 0). */
  readonly activationMs?: number;
  /** What each look at a trace retrieval finds, the last of them for ever (default `SCHEDULED`, `RUNNING`, `COMPLETE`). */
  readonly retrievalStates?: readonly RetrievalState[];
  /** Milliseconds since the epoch (default: the system's clock). */
  readonly nowMs?: () => number;
}

export interface LocalService {
  readonly ingest: Ingest;
  readonly api: AnsweringApi;
  readonly faults: FaultSwitch;
  readonly insights: Insights;
  readonly limits: StoreLimits;
  /** How often the faults of answers have struck. */
  struck(): { readonly refusedCalls: number; readonly partialReads: number };
  /** Drops what has not arrived, and tells of the traces that are not finished as they are. */
  stop(): void;
}

const WATCH_EVERY_MS = 200;

/** The local X-Ray without its sockets. Throws a GateError for a setting that cannot be. */
export function localService(settings: ServiceSettings): LocalService {
  const { onTrace, onFinished, pageSize = 100, nowMs = Date.now } = settings;
  const { filterTextCase: textCase = 'exact', destination = 'XRay', activationMs = 0 } = settings;
  const { retrievalStates = ['SCHEDULED', 'RUNNING', 'COMPLETE'] } = settings;
  if (!Number.isInteger(pageSize) || pageSize < 1) {
    throw new GateError(`The local X-Ray cannot have ${pageSize} elements on a page.`, 'Give pageSize 1 or more.');
  }
  const limits = limitsOf(settings);
  const faults = new FaultSwitch(readFaults(settings.faults ?? {}));
  const faultyTraces = new FaultyTraces(faults);
  const store = new TraceStore(limits, faultyTraces.look);
  const from = faults.faults.transactionSearch === null ? destination : 'CloudWatchLogs';
  const account = new Account(store, { textCase, destination: from, activationMs, retrievalStates }, nowMs);
  faults.follow(({ transactionSearch: now }, before) => {
    if (now === (before?.transactionSearch ?? null)) return;
    account.search.choose(now === null ? 'XRay' : 'CloudWatchLogs');
    if (now !== null) account.search.index(now.indexingPercentage);
  });
  const watch = onFinished && new TraceWatch(store, onFinished, nowMs);
  const watching = watch && setInterval(() => watch.look(), WATCH_EVERY_MS).unref();
  const ingest = new Ingest({
    store,
    faults: () => faults.faults,
    onStored(traceIds, newTraceIds) {
      account.heard(traceIds, newTraceIds);
      watch?.heard(traceIds);
      for (const traceId of newTraceIds) onTrace?.(traceId);
    },
  });
  const unfailing = new Api({
    ingest,
    account,
    get unknownIds() {
      return faults.faults.unknownIds;
    },
    pageSize,
    textCase,
    nowMs,
  });
  const api = new FaultyApi(unfailing, faults, faultyTraces);
  return {
    ingest,
    api,
    faults,
    insights: account.insights,
    limits,
    struck: () => ({ refusedCalls: api.refused, partialReads: faultyTraces.partialReads }),
    stop() {
      ingest.stop();
      clearInterval(watching);
      watch?.look(true);
    },
  };
}

/** Less than this is not room for one trace beside another. */
const LEAST_BYTES = 1_000_000;

function limitsOf(settings: ServiceSettings): StoreLimits {
  const { maxBytes = 1_000_000_000, maxTraces = Number.POSITIVE_INFINITY, maxTraceBytes = 500_000 } = settings;
  if (maxBytes >= LEAST_BYTES) return { maxBytes, maxTraces, maxTraceBytes };
  throw new GateError(`The local X-Ray cannot do with ${maxBytes} bytes of memory.`, 'Give 1,000,000 (1 MB) or more.');
}

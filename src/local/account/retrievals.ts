import { randomBytes } from 'node:crypto';
import { notFound } from '../api-error.js';
import type { TimeWindow } from '../request-fields.js';
import { happenedIn, type StoredTrace } from '../trace-store.js';
import type { TransactionSearch } from './transaction-search.js';

/** https://docs.aws.amazon.com/xray/latest/api/API_ListRetrievedTraces.html */
export const RETRIEVAL_STATES = ['SCHEDULED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCELLED', 'TIMEOUT'] as const;
export type RetrievalState = (typeof RETRIEVAL_STATES)[number];

const FINAL: ReadonlySet<RetrievalState> = new Set(['COMPLETE', 'FAILED', 'CANCELLED', 'TIMEOUT']);
/** "Retrievals will time out after 60 minutes": StartTraceRetrieval in the API reference. */
const TIMEOUT_MS = 60 * 60_000;
/** Above this the oldest is forgotten, as if its token were not known. */
const MAX_RETRIEVALS = 100;

interface Retrieval {
  readonly token: string;
  readonly traceIds: readonly string[];
  readonly window: TimeWindow;
  readonly startedMs: number;
  state: RetrievalState;
  /** How often somebody looked. */
  looks: number;
  found: readonly FoundTrace[];
}

/** Not the trace itself, whose documents cannot be read once it had to go for newer ones. */
interface FoundTrace {
  readonly id: string;
  /** When the retrieval completed; later ones are not of it, as pages of one answer must fit together. */
  readonly documents: number;
}

export interface RetrievalLook {
  readonly state: RetrievalState;
  /** Empty unless complete; null in the place of a trace that has gone since. */
  readonly traces: readonly (StoredTrace | null)[];
}

/**
 * Retrievals of traces from the log group. Each look at one finds it in the next of the given states, and then in the
 * last of them: a client sees all of them, and nobody waits. AWS takes its time instead, and does not say how long.
 */
export class Retrievals {
  readonly #search: TransactionSearch;
  readonly #states: readonly RetrievalState[];
  readonly #nowMs: () => number;
  readonly #byToken = new Map<string, Retrieval>();

  constructor(search: TransactionSearch, states: readonly RetrievalState[], nowMs: () => number) {
    this.#search = search;
    this.#states = states;
    this.#nowMs = nowMs;
  }

  /** Returns the token. The end of the window is part of it. */
  start(traceIds: readonly string[], window: TimeWindow): string {
    const token = randomBytes(48).toString('base64url');
    const startedMs = this.#nowMs();
    this.#byToken.set(token, { token, traceIds, window, startedMs, state: 'SCHEDULED', looks: 0, found: [] });
    const [oldest] = this.#byToken.keys();
    if (oldest !== undefined && this.#byToken.size > MAX_RETRIEVALS) this.#byToken.delete(oldest);
    return token;
  }

  look(token: string): RetrievalLook {
    const retrieval = this.#require(token);
    if (!FINAL.has(retrieval.state)) this.#advance(retrieval);
    return { state: retrieval.state, traces: retrieval.found.map((found) => this.#stillThere(found)) };
  }

  /** One that has ended stays as it is. */
  cancel(token: string): void {
    const retrieval = this.#require(token);
    if (!FINAL.has(retrieval.state)) retrieval.state = 'CANCELLED';
  }

  #advance(retrieval: Retrieval): void {
    const next = this.#states[Math.min(retrieval.looks, this.#states.length - 1)];
    retrieval.looks += 1;
    const isOverdue = this.#nowMs() - retrieval.startedMs > TIMEOUT_MS;
    retrieval.state = isOverdue ? 'TIMEOUT' : (next ?? 'COMPLETE');
    if (retrieval.state === 'COMPLETE') retrieval.found = this.#found(retrieval);
  }

  #found({ traceIds, window }: Retrieval): FoundTrace[] {
    return traceIds
      .map((id) => this.#search.loggedTrace(id))
      .filter((stored) => stored !== undefined)
      .filter((stored) => happenedIn(stored, window))
      .map(({ id, documents }) => ({ id, documents: documents.length }));
  }

  #stillThere({ id, documents }: FoundTrace): StoredTrace | null {
    const stored = this.#search.loggedTrace(id);
    return stored === undefined ? null : { ...stored, documents: stored.documents.slice(0, documents) };
  }

  #require(token: string): Retrieval {
    const retrieval = this.#byToken.get(token);
    if (retrieval === undefined) throw notFound('There is no trace retrieval with this token.', token);
    return retrieval;
  }
}

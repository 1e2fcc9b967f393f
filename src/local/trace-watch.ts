import { completenessOf } from '../trace/completeness.js';
import { type FinishedTrace, finishedTrace } from './finished-trace.js';
import { mergeTrace } from './merged-trace.js';
import type { TraceStore } from './trace-store.js';

/** A trace is looked at when so long nothing of it has come. */
const QUIET_MS = 1000;
/** From its first document to when it is told as it is. */
const PATIENCE_MS = 30_000;

interface Watched {
  readonly firstMs: number;
  lastMs: number;
  /** Looked at since `lastMs`, and not complete. */
  isIncomplete: boolean;
}

/**
 * Tells of each trace once: when it is complete and quiet, or when it has been waited for long enough. One that went
 * from the store and comes anew is told again.
 */
export class TraceWatch {
  readonly #store: TraceStore;
  readonly #tell: (trace: FinishedTrace) => void;
  readonly #nowMs: () => number;
  readonly #watched = new Map<string, Watched>();
  readonly #told = new Set<string>();

  constructor(store: TraceStore, tell: (trace: FinishedTrace) => void, nowMs: () => number) {
    this.#store = store;
    this.#tell = tell;
    this.#nowMs = nowMs;
    store.whenGone((id) => {
      this.#watched.delete(id);
      this.#told.delete(id);
    });
  }

  /** Documents of these traces were stored. */
  heard(traceIds: readonly string[]): void {
    const nowMs = this.#nowMs();
    for (const id of traceIds) {
      const watched = this.#watched.get(id);
      if (watched !== undefined) {
        watched.lastMs = nowMs;
        watched.isIncomplete = false;
      } else if (!this.#told.has(id)) {
        this.#watched.set(id, { firstMs: nowMs, lastMs: nowMs, isIncomplete: false });
      }
    }
  }

  /** To be called several times a second; the last time with true, which tells of all that are left as they are. */
  look(isLast = false): void {
    const nowMs = this.#nowMs();
    for (const [id, watched] of this.#watched) {
      const isOver = isLast || nowMs - watched.firstMs >= PATIENCE_MS;
      const isQuiet = nowMs - watched.lastMs >= QUIET_MS && !watched.isIncomplete;
      if (isOver || isQuiet) this.#lookAt(id, watched, isOver);
    }
  }

  #lookAt(id: string, watched: Watched, isOver: boolean): void {
    const stored = this.#store.trace(id);
    if (stored === undefined) {
      this.#watched.delete(id); // It went before it was heard of.
      return;
    }
    const { trace } = mergeTrace(stored);
    const completeness = completenessOf(trace);
    watched.isIncomplete = !completeness.complete;
    if (watched.isIncomplete && !isOver) return;
    this.#watched.delete(id);
    this.#told.add(id);
    this.#tell(finishedTrace(trace, completeness));
  }
}

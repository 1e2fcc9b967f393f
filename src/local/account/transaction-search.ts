import { hashedShare } from '../hash.js';
import type { StoredTrace, TraceStore } from '../trace-store.js';
import { TraceIds } from './trace-ids.js';

export const DESTINATIONS = ['XRay', 'CloudWatchLogs'] as const;
export type Destination = (typeof DESTINATIONS)[number];

export interface DestinationSettings {
  /** Where documents go at the start. */
  readonly destination: Destination;
  /** From when a destination is chosen to when it is in effect. */
  readonly activationMs: number;
}

/** A share of the traces is indexed without charge: Enable-TransactionSearch in CloudWatch's user guide. */
const FREE_PERCENTAGE = 1;

/**
 * Where the traces are: in X-Ray, or in the log group `aws/spans` and only an indexed share of them in X-Ray. A trace
 * is indexed or not by its first document; one that has a document in X-Ray is there as a whole.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search.html
 */
export class TransactionSearch {
  readonly #store: TraceStore;
  readonly #activationMs: number;
  readonly #nowMs: () => number;
  /** In the log group alone. */
  readonly #unindexed: TraceIds;
  /** In the log group. */
  readonly #logged: TraceIds;
  #chosen: Destination;
  /** In effect until `#activeFromMs`. */
  #before: Destination;
  #activeFromMs = 0;
  #percentage = FREE_PERCENTAGE;
  #ruleModifiedAtMs = 0;
  #hasLogGroup: boolean;

  constructor(store: TraceStore, { destination, activationMs }: DestinationSettings, nowMs: () => number) {
    this.#store = store;
    this.#activationMs = activationMs;
    this.#nowMs = nowMs;
    this.#unindexed = new TraceIds(store);
    this.#logged = new TraceIds(store);
    this.#chosen = destination;
    this.#before = destination;
    this.#hasLogGroup = destination === 'CloudWatchLogs';
  }

  get destination(): { readonly chosen: Destination; readonly isActive: boolean } {
    return { chosen: this.#chosen, isActive: this.#nowMs() >= this.#activeFromMs };
  }

  /** The log group `aws/spans` is made the first time that documents are to go there. */
  get hasLogGroup(): boolean {
    return this.#hasLogGroup;
  }

  /** Choosing what is chosen already changes nothing. */
  choose(destination: Destination): void {
    if (destination === 'CloudWatchLogs') this.#hasLogGroup = true;
    if (destination === this.#chosen) return;
    this.#before = this.#inEffect();
    this.#chosen = destination;
    this.#activeFromMs = this.#nowMs() + this.#activationMs;
  }

  /** The percentage of the traces in the log group that X-Ray indexes, and when it was last set. */
  get indexing(): { readonly percentage: number; readonly modifiedAtMs: number } {
    return { percentage: this.#percentage, modifiedAtMs: this.#ruleModifiedAtMs };
  }

  index(percentage: number): void {
    this.#percentage = percentage;
    this.#ruleModifiedAtMs = this.#nowMs();
  }

  /** Documents of these traces were stored; of the new ones their first. */
  place(traceIds: readonly string[], newTraceIds: readonly string[]): void {
    const toLogs = this.#inEffect() === 'CloudWatchLogs';
    if (!toLogs && this.#logged.size === 0) return;
    const areNew = new Set(newTraceIds);
    for (const id of traceIds) {
      if (areNew.has(id) || toLogs) this.#logged.put(id, toLogs);
      if (areNew.has(id) || !toLogs) this.#unindexed.put(id, toLogs && !this.#isIndexed(id));
    }
  }

  /** The traces in X-Ray. */
  *traces(): Generator<StoredTrace> {
    for (const stored of this.#store.traces()) {
      if (!this.#unindexed.has(stored.id)) yield stored;
    }
  }

  trace(id: string): StoredTrace | undefined {
    return this.#unindexed.has(id) ? undefined : this.#store.trace(id);
  }

  /** A trace in the log group. */
  loggedTrace(id: string): StoredTrace | undefined {
    return this.#logged.has(id) ? this.#store.trace(id) : undefined;
  }

  #inEffect(): Destination {
    return this.destination.isActive ? this.#chosen : this.#before;
  }

  /** By the hash of its id: a higher percentage takes more traces, and all that a lower one would have taken. */
  #isIndexed(traceId: string): boolean {
    return hashedShare(traceId) < this.#percentage / 100;
  }
}

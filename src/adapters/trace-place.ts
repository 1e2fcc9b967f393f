import { GetTraceSegmentDestinationCommand, type XRayClient } from '@aws-sdk/client-xray';
import type { Fetched, FetchedTrace } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { BATCH, fetchBatch } from './xray-batches.js';
import { retrieveTraces } from './xray-retrieval.js';

/** `unknown`: the role may not ask, or Transaction Search is only about to be in effect. */
export type Place = 'X-Ray' | 'log group' | 'unknown';

/** A trace that X-Ray does not have so long after its id was minted may be in the log group alone. */
const MISSED_AFTER_MS = 30_000;
/** So many of them, and less than this share of such traces found, are worth a try there; again after so long. */
const MISSED = 5;
const FOUND_SHARE = 0.2;
const TRY_EVERY_MS = 30_000;
const TRIES = 5;

/** A trace of that age may be from before Transaction Search, and is in X-Ray then. */
const OLD_MS = 600_000;

/**
 * Where an account's traces are, and the way to fetch them from there: X-Ray; or, with Transaction Search, the log group
 * `aws/spans`, of which X-Ray indexes a share and knows no others. X-Ray tells which, once; where the role may not ask,
 * traces that are missing tell it.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search.html
 */
export class TracePlace {
  readonly #fetching: XRayClient;
  readonly #searching: XRayClient;
  readonly #clock: Clock;
  readonly #missed = new Set<string>();
  #found = 0;
  #place: Place | null = null;
  #asking: Promise<Place> | null = null;
  #triedMs = Number.NEGATIVE_INFINITY;
  #tries = 0;

  /** `searching`: a client that waits by itself where X-Ray is busy. */
  constructor(fetching: XRayClient, searching: XRayClient, clock: Clock) {
    this.#fetching = fetching;
    this.#searching = searching;
    this.#clock = clock;
  }

  get isLogGroup(): boolean {
    return this.#place === 'log group';
  }

  /** Null before the first call. */
  get found(): Place | null {
    return this.#place;
  }

  /** As many traces as fit the place; before that is known, as fit X-Ray. Throws GateError. */
  async fetch(traceIds: readonly string[]): Promise<Fetched> {
    this.#asking ??= this.#ask();
    this.#place ??= await this.#asking;
    if (this.#place === 'log group') return this.#retrieve(traceIds);
    const fetched = await fetchBatch(this.#fetching, traceIds);
    if (this.#place === 'unknown' && fetched.kind === 'traces') await this.#notice(traceIds, fetched.traces);
    return fetched;
  }

  async #ask(): Promise<Place> {
    try {
      const { Destination, Status } = await this.#searching.send(new GetTraceSegmentDestinationCommand({}));
      if (Destination !== 'CloudWatchLogs') return 'X-Ray';
      return Status === 'ACTIVE' ? 'log group' : 'unknown';
    } catch {
      // Most roles may not ask. Whatever else it is, fetching will tell.
      return 'unknown';
    }
  }

  /** Traces from before Transaction Search are in X-Ray alone. */
  async #retrieve(traceIds: readonly string[]): Promise<Fetched> {
    const retrieved = await retrieveTraces(this.#fetching, traceIds, this.#clock);
    if (retrieved.kind === 'busy') return retrieved;
    const has = new Set(retrieved.traces.map(({ traceId }) => traceId));
    const old = traceIds.filter((id) => !has.has(id) && this.#ageMs(id) > OLD_MS);
    const traces = [...retrieved.traces];
    for (let from = 0; from < old.length; from += BATCH) {
      const fetched = await fetchBatch(this.#searching, old.slice(from, from + BATCH));
      if (fetched.kind === 'busy') return fetched;
      traces.push(...fetched.traces);
    }
    return { kind: 'traces', traces };
  }

  /** Looks for traces in the log group where X-Ray misses most of them. */
  async #notice(asked: readonly string[], traces: readonly FetchedTrace[]): Promise<void> {
    const has = new Set(traces.map(({ traceId }) => traceId));
    for (const id of asked.filter((each) => this.#ageMs(each) > MISSED_AFTER_MS)) {
      if (has.has(id)) this.#found += 1;
      else this.#missed.add(id);
    }
    const nowMs = this.#clock.nowMs();
    const missed = [...this.#missed];
    if (missed.length < MISSED || this.#found > FOUND_SHARE * missed.length) return;
    if (this.#tries >= TRIES || nowMs - this.#triedMs < TRY_EVERY_MS) return;
    this.#triedMs = nowMs;
    this.#tries += 1;
    const retrieved = await retrieveTraces(this.#fetching, missed.slice(-MISSED), this.#clock).catch(() => null);
    if (retrieved?.kind === 'traces' && retrieved.traces.length > 0) this.#place = 'log group';
  }

  #ageMs(traceId: string): number {
    return this.#clock.nowMs() - Number.parseInt(traceId.slice(2, 10), 16) * 1000;
  }
}

import { GetTraceSegmentDestinationCommand, type XRayClient } from '@aws-sdk/client-xray';
import type { FetchCall, Fetched, FetchedTrace } from '../collect/trace-source.js';
import type { Clock } from '../drive/clock.js';
import { ownCall } from './fetch-call.js';
import { BATCH, fetchBatch } from './xray-batches.js';
import { retrieveTraces } from './xray-retrieval.js';
import { isDenied } from './xray-watch.js';

/** `unknown`: the role may not ask, or Transaction Search is only about to be in effect. */
export type Place = 'X-Ray' | 'log group' | 'unknown';

/** A trace that X-Ray does not have so long after its id was minted may be in the log group alone. */
const MISSED_AFTER_MS = 30_000;
/** So many of them are worth a try there, whatever share X-Ray has; again after so long. The newest are tried. */
const MISSED = 5;
const TRIED = 25;
const TRY_EVERY_MS = 30_000;
const TRIES = 5;

/** X-Ray that could not tell where traces are, or is about to put them elsewhere, is asked again after so long. */
const ASK_AGAIN_MS = 10_000;

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
  #place: Place | null = null;
  #asking: Promise<void> | null = null;
  #asksAgainMs = Number.POSITIVE_INFINITY;
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
  async fetch(traceIds: readonly string[], call: FetchCall = ownCall()): Promise<Fetched> {
    if (this.#clock.nowMs() >= this.#asksAgainMs) this.#asking = null;
    this.#asking ??= this.#ask(call);
    // Who has to be asked again is not waited for.
    if (this.#place === null) await this.#asking;
    if (this.isLogGroup) return this.#retrieve(traceIds, call);
    const fetched = await fetchBatch(this.#fetching, traceIds, call);
    if (this.#place === 'unknown' && fetched.kind === 'traces') this.#notice(traceIds, fetched.traces, call);
    return fetched;
  }

  /** Never rejects. Most roles may not ask; whatever else it is, fetching will tell. */
  async #ask(call: FetchCall): Promise<void> {
    this.#asksAgainMs = Number.POSITIVE_INFINITY;
    const place = await this.#told(call);
    if (place === 'not now') this.#asksAgainMs = this.#clock.nowMs() + ASK_AGAIN_MS;
    // Traces that were found in the log group meanwhile know better.
    if (!this.isLogGroup) this.#place = place === 'not now' ? 'unknown' : place;
  }

  async #told({ calledOff }: FetchCall): Promise<Place | 'not now'> {
    try {
      const asked = new GetTraceSegmentDestinationCommand({});
      const { Destination, Status } = await this.#searching.send(asked, { abortSignal: calledOff });
      if (Destination !== 'CloudWatchLogs') return 'X-Ray';
      return Status === 'ACTIVE' ? 'log group' : 'not now';
    } catch (error) {
      return isDenied(error) ? 'unknown' : 'not now';
    }
  }

  /** Traces from before Transaction Search are in X-Ray alone. */
  async #retrieve(traceIds: readonly string[], call: FetchCall): Promise<Fetched> {
    const retrieved = await retrieveTraces(this.#fetching, traceIds, this.#clock, call);
    if (retrieved.kind === 'busy') return retrieved;
    const has = new Set(retrieved.traces.map(({ traceId }) => traceId));
    const old = traceIds.filter((id) => !has.has(id) && this.#ageMs(id) > OLD_MS);
    const traces = [...retrieved.traces];
    for (let from = 0; from < old.length; from += BATCH) {
      const fetched = await fetchBatch(this.#searching, old.slice(from, from + BATCH), call);
      if (fetched.kind === 'busy') return fetched;
      traces.push(...fetched.traces);
    }
    return { kind: 'traces', traces };
  }

  /** Looks for traces that X-Ray misses in the log group; what was fetched need not wait for that. */
  #notice(asked: readonly string[], traces: readonly FetchedTrace[], call: FetchCall): void {
    for (const id of asked) if (this.#ageMs(id) > MISSED_AFTER_MS) this.#missed.add(id);
    for (const { traceId } of traces) this.#missed.delete(traceId);
    if (this.#missed.size < MISSED || this.#tries >= TRIES) return;
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#triedMs < TRY_EVERY_MS) return;
    this.#triedMs = nowMs;
    this.#tries += 1;
    void this.#try([...this.#missed].slice(-TRIED), { ...call, waitsFor: () => {} });
  }

  async #try(missed: readonly string[], call: FetchCall): Promise<void> {
    const retrieved = await retrieveTraces(this.#fetching, missed, this.#clock, call).catch(() => null);
    if (retrieved?.kind === 'traces' && retrieved.traces.length > 0) this.#place = 'log group';
  }

  #ageMs(traceId: string): number {
    return this.#clock.nowMs() - Number.parseInt(traceId.slice(2, 10), 16) * 1000;
  }
}

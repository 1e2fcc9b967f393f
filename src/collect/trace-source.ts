import { GateError } from '../errors.js';

/** Where traces come from: AWS X-Ray, or the local X-Ray. Owned by the collector. */
export interface TraceSource {
  /** So many traces a fetch takes at most. It may change once the source has found out where the traces are. */
  readonly batchSize: () => number;
  /**
   * The documents of at most `batchSize` traces. Ids that are unknown (yet) are simply not in the answer.
   * Throws GateError where asking again cannot help: access denied, credentials expired or absent.
   */
  readonly fetch: (traceIds: readonly string[], call?: FetchCall) => Promise<Fetched>;
  /**
   * Ids of the traces within a window that a filter lets through, newest first, at most `limit`. The window may have any
   * length. Throws GateError as `fetch` does.
   */
  readonly find: (search: TraceSearch) => Promise<FoundTraces>;
  /** What it has found out about itself by now, for who wonders where traces are: one for each X-Ray behind it. Never rejects. */
  readonly told: () => Promise<readonly SourceTold[]>;
}

/** What an X-Ray has told of itself while it was asked for traces. */
export interface SourceTold {
  /** Null where the traces are not in AWS, or nobody knows. */
  readonly region: string | null;
  /** Of who asks; null where the credentials do not say. */
  readonly account: string | null;
  /** Where Transaction Search has it keep traces; `unknown`: it was not allowed to be asked, or is about to change. */
  readonly place: 'X-Ray' | 'log group' | 'unknown';
  /** Actions that the role may not call, such as `xray:StartTraceRetrieval`. */
  readonly denied: readonly string[];
  /** How far its clock is ahead of the runner's, to about a second. */
  readonly clockAheadMs: number;
}

/** What who fetches says of it, and wants to hear meanwhile: a fetch may take several calls and minutes. */
export interface FetchCall {
  /** Nobody waits for the answer any more; it may be anything then. */
  readonly calledOff: AbortSignal;
  /** Told what is waited for, in words, whenever X-Ray has answered without having come to the traces. */
  readonly waitsFor: (what: string) => void;
}

/** The credentials were good until now: what was read with them stays read. */
export class CredentialsExpired extends GateError {}

export type Fetched =
  | { readonly kind: 'traces'; readonly traces: readonly FetchedTrace[] }
  /** Throttled or broken for now; the same ids may be asked for later. */
  | { readonly kind: 'busy'; readonly reason: string };

export interface FetchedTrace {
  readonly traceId: string;
  /** Segment documents, JSON text each. */
  readonly documents: readonly string[];
  readonly limitExceeded: boolean;
}

export interface TraceSearch {
  /** A filter expression, see `trace-filter.ts`; null: any trace. */
  readonly filter: string | null;
  /** What is looked for, for errors: `traces of version 1.7.3`. */
  readonly what: string;
  /** The X-Ray group that the filter names, for errors; null: none. */
  readonly group: string | null;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly limit: number;
  /** Whether to stop before that; asked after each page. */
  readonly isEnough: (soFar: SearchSoFar) => boolean;
}

export interface SearchSoFar {
  /** How many traces of each operation were found. */
  readonly operations: ReadonlyMap<string, number>;
  readonly scanned: number;
}

/** X-Ray compares with the type: 17 is not "17". */
export type AnnotationValue = string | number | boolean;

export interface FoundTraces {
  readonly traceIds: readonly string[];
  /** Values of each annotation that the traces have, of the type that they were written with. */
  readonly annotations: ReadonlyMap<string, ReadonlySet<AnnotationValue>>;
  /** Traces that X-Ray looked at, which is what it charges for. */
  readonly scanned: number;
  /** X-Ray did not come to an end: there may be more, older ones. */
  readonly endedEarly: boolean;
}

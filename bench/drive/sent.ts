/** One request by the account of the engine that sent it. Epoch milliseconds. */
export interface Sent {
  readonly traceId: string;
  readonly plannedMs: number;
  readonly departedMs: number;
  /** When its answer was whole; null where none came. */
  readonly endedMs: number | null;
}

/** What an engine's process is to do. */
export interface Job {
  readonly engine: string;
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** Whether each request is told of, or only how many there were. */
  readonly tellsRequests: boolean;
}

/** What it used for it: the process alone, from the first planned departure to the last answer, warmed up before. */
export interface Done {
  readonly requests: number;
  readonly answered: number;
  readonly cpuMs: number;
  /** Highest resident set of the process so far, in MB of 1,000,000 bytes, and its resident set every 10 s. */
  readonly peakRssMb: number;
  readonly rssMb: readonly number[];
  readonly sent: readonly Sent[];
}

export type EngineMessage =
  | { readonly kind: 'starts'; readonly atMs: number }
  | { readonly kind: 'done'; readonly done: Done }
  /** The package is not installed. */
  | { readonly kind: 'absent' };

/** How the process with the target and the local X-Ray begins. */
export interface TargetSettings {
  readonly segments: number;
  readonly ingestionDelayMs: number;
  /** Every so many-th call is refused; 0: none. */
  readonly throttleEvery: number;
  /** Traces that are there already. */
  readonly traces: number;
}

export interface TargetAddress {
  readonly url: string;
  readonly api: string;
  /** Of the traces that are there already. */
  readonly traceIds: readonly string[];
}

/** What the target has answered. */
export interface TargetReport {
  /** Epoch milliseconds, when the last trace was written. */
  readonly lastWrittenMs: number;
  readonly traces: number;
}

/** What a process that collects is to do. */
export type CollectJob =
  /** Drives, and collects meanwhile unless told not to. */
  | {
      readonly kind: 'drive';
      readonly target: TargetAddress;
      readonly perSecond: number;
      readonly seconds: number;
      readonly collects: boolean;
    }
  /** Collects what is there, and makes a profile of it. */
  | { readonly kind: 'collect'; readonly target: TargetAddress };

export interface CollectDone {
  readonly requests: number;
  readonly settled: number;
  readonly calls: number;
  /** Epoch milliseconds. */
  readonly endedMs: number;
  readonly tookMs: number;
  /** How late requests departed; 0 where none did. */
  readonly lateMs: { readonly p50: number; readonly p99: number };
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

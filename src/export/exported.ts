import type { Workload } from '../scenario/workload.js';

/** What another engine is to send in place of the gate. */
export interface Exported {
  readonly workload: Workload;
  readonly candidateUrl: URL;
  /** Null where the candidate is driven alone. */
  readonly baselineUrl: URL | null;
  /** By which the gate finds the traces; in the user agent of every request. */
  readonly runId: string;
  readonly gateVersion: string;
  /** A slot is one run of a scenario, or one against each version side by side. */
  readonly slotsPerSecond: number;
  /** Measured ones. */
  readonly slots: number;
  /** Before them; 0 for none. */
  readonly warmUpSlots: number;
  readonly timeoutMs: number;
  /** Values that no script may hold. */
  readonly secrets: readonly string[];
}

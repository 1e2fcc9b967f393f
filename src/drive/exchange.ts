import type { DrivenSide, Slot } from './plan.js';
import type { Outcome } from './transport.js';

/** What is remembered of a slot once it has departed; what was drawn for it, its plan draws again. */
export type SentSlot = Pick<Slot, 'number' | 'order' | 'scenario' | 'warmUp'>;

/** One request that left, and what became of it. */
export interface Exchange {
  readonly slot: SentSlot;
  /** Index into the scenario's steps. */
  readonly step: number;
  readonly side: DrivenSide;
  readonly traceId: string;
  /** The segment that it named as its caller's: none, unless the gate puts one of its own. */
  readonly parentId: string;
  /** Epoch milliseconds. Of all but the first of a slot: when the one before had ended, or had been waited for enough. */
  readonly plannedMs: number;
  /** How much of its lateness came from waiting for others to end, at the cap. */
  readonly heldMs: number;
  readonly outcome: Outcome;
  /** What is wrong with an answer by the scenario's own account, in words; null where nothing is. */
  readonly unexpected: string | null;
}

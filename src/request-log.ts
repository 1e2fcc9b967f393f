import type { Exchange } from './drive/exchange.js';

/** What a stage sent. */
export interface SentTraffic {
  /** In the order of their ends. */
  readonly exchanges: Iterable<Exchange>;
  /** The slots before this number decide: all of them, or those of the look that was enough. */
  readonly judgedSlots: number;
}

/**
 * The lines of `requests.jsonl`: JSON for each measured request, stage by stage in the order of their ends. Milliseconds;
 * `plannedMs` and `departedMs` since the epoch, all other times since the departure; null where there is none. `judged` is
 * false for a request of a slot beyond those of the look that ended its stage: it was sent, and has no part in the
 * evidence.
 */
export function* requestLog(stages: readonly SentTraffic[]): Generator<string> {
  for (const { exchanges, judgedSlots } of stages) {
    for (const exchange of exchanges) {
      yield JSON.stringify({ ...requestOf(exchange), judged: exchange.slot.number < judgedSlots });
    }
  }
}

function requestOf({ slot, step, side, traceId, plannedMs, heldMs, outcome, unexpected }: Exchange): object {
  const { departedMs, connectedMs, endedMs } = outcome;
  const answered = outcome.kind === 'answered';
  return {
    slot: slot.number,
    step,
    side,
    operation: slot.scenario.steps[step]?.operation ?? null,
    traceId,
    plannedMs,
    departedMs,
    heldMs,
    connectMs: connectedMs === null ? null : connectedMs - departedMs,
    firstByteMs: answered ? outcome.firstByteMs - departedMs : null,
    endMs: endedMs - departedMs,
    outcome: outcome.kind,
    status: answered ? outcome.status : null,
    sizeBytes: answered ? outcome.sizeBytes : null,
    error: outcome.kind === 'failed' || outcome.kind === 'not sent' ? outcome.error : unexpected,
  };
}

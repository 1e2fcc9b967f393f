import type { Exchange } from './drive/driver.js';

/**
 * `requests.jsonl`: a line of JSON for each measured request, in the order of their ends. Milliseconds; `plannedMs` and
 * `departedMs` since the epoch, all other times since the departure; null where there is none.
 */
export function requestLog(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange) => `${JSON.stringify(requestOf(exchange))}\n`).join('');
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

import type { Clock } from './clock.js';
import type { Destination } from './destination.js';
import type { DrivePorts, DriveSettings } from './drive-settings.js';
import type { Exchange } from './exchange.js';
import type { Slot } from './plan.js';
import { mintTraceContext } from './trace-header.js';
import type { Outcome, OutgoingRequest } from './transport.js';
import type { Visit } from './visit.js';

/** One side's run of a slot's scenario. */
export interface Visitor {
  readonly destination: Destination;
  readonly visit: Visit;
}

/** A request to be sent now. */
export interface DueRequest extends Pick<Exchange, 'step' | 'plannedMs' | 'heldMs'> {
  readonly slot: Slot;
  readonly visitor: Visitor;
}

/** A request whose exchange has ended. */
export interface SentRequest {
  readonly exchange: Exchange;
  /** Null: it could not be sent. */
  readonly request: OutgoingRequest | null;
  /** Whether its scenario goes on. */
  readonly goesOn: boolean;
}

/** Sends one request under a trace id of its own. Rejects with a GateError where it cannot be authorized. */
export async function sendRequest(
  { slot, step: index, visitor: { destination, visit }, plannedMs, heldMs }: DueRequest,
  { userAgent, warmUpAgent, timeoutMs }: DriveSettings,
  { clock, transport, authorize, randomBytes }: DrivePorts,
): Promise<SentRequest> {
  const step = slot.scenario.steps[index]!;
  const context = mintTraceContext(clock.nowMs(), randomBytes);
  const made = destination.makerOf(step)(visit.values, {
    userAgent: slot.warmUp ? warmUpAgent : userAgent,
    timeoutMs,
    context,
    cookieFor: (url) => visit.cookieFor(url),
    keepsAnswer: visit.keepsAnswer(step),
  });
  const request = typeof made === 'string' ? null : made;
  const outcome =
    typeof made === 'string'
      ? notSent(made, clock)
      : await transport.send(step.auth === null ? made : await authorize(step.auth, made));
  const unexpected = request && visit.take(step, request.url, outcome);
  return {
    exchange: {
      slot,
      step: index,
      side: destination.side,
      ...context,
      plannedMs,
      heldMs,
      outcome: withoutAnswer(outcome),
      unexpected,
    },
    request,
    goesOn: outcome.kind === 'answered' && unexpected === null && (step.expected !== null || outcome.status < 400),
  };
}

function notSent(error: string, clock: Clock): Outcome {
  const nowMs = clock.nowMs();
  return { kind: 'not sent', error, departedMs: nowMs, connectedMs: null, endedMs: nowMs };
}

/** Answers are read once and let go: a long run must not hold them. */
function withoutAnswer(outcome: Outcome): Outcome {
  return outcome.kind === 'answered' && outcome.answer !== null ? { ...outcome, answer: null } : outcome;
}

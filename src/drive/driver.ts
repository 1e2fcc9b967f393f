import type { Authorization } from '../scenario/workload.js';
import type { Clock } from './clock.js';
import { outgoingRequest } from './outgoing-request.js';
import { type DrivenSide, requestsOf, type Slot } from './plan.js';
import { Reach, type Storm } from './reach.js';
import { Room } from './room.js';
import { mintTraceContext } from './trace-header.js';
import type { Outcome, OutgoingRequest, Transport } from './transport.js';
import { Visit } from './visit.js';

export interface DriveSettings {
  readonly candidateUrl: URL;
  /** Null where no slot sends to the baseline. */
  readonly baselineUrl: URL | null;
  readonly userAgent: string;
  /** Another one for warm-up, so that nobody takes it for what was measured. */
  readonly warmUpAgent: string;
  readonly timeoutMs: number;
  /** The second request of a pair leaves when the first has ended, or after this long. */
  readonly pairWaitMs: number;
  /**
   * More requests than this are never under way at once, but for a single pair: what is due then leaves late, and says
   * so.
   */
  readonly inFlightCap: number;
  /** Whether a target that never answers, or fails for long, ends the run: not where failures are what is asked for. */
  readonly mustAnswer: boolean;
}

export interface DrivePorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Adds what only the moment of sending can give: a token, a signature. Rejects with a GateError. */
  readonly authorize: (authorization: Authorization, request: OutgoingRequest) => Promise<OutgoingRequest>;
  /** Hears of each request once it has ended. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Hears of each slot once all its requests have ended. */
  readonly onSlot?: (slot: Slot) => void;
  /** Once aborted nothing more departs: what is under way ends, and what was sent is returned. */
  readonly enough?: AbortSignal;
}

/** One request that left, and what became of it. */
export interface Exchange {
  readonly slot: Slot;
  /** Index into the scenario's steps. */
  readonly step: number;
  readonly side: DrivenSide;
  readonly traceId: string;
  /** Epoch milliseconds. Of all but the first of a slot: when the one before had ended, or had been waited for enough. */
  readonly plannedMs: number;
  /** How much of its lateness came from waiting for others to end, at the cap. */
  readonly heldMs: number;
  readonly outcome: Outcome;
  /** What is wrong with an answer by the scenario's own account, in words; null where nothing is. */
  readonly unexpected: string | null;
}

/** What was sent, and why no more where the plan had more. */
export interface Driven {
  readonly exchanges: readonly Exchange[];
  readonly storm: Storm | null;
}

/**
 * Sends what the plan says, each slot at its planned instant whatever came back before (open model). A slot for both
 * sides sends each request to both, one shortly after the other, in the order that the plan's coin drew; on each side a
 * scenario goes on as long as its answers allow.
 *
 * Throws GateError when a target cannot be reached at all, where it must answer, or a request cannot be authorized.
 */
export async function drive(plan: readonly Slot[], settings: DriveSettings, ports: DrivePorts): Promise<Driven> {
  const { clock } = ports;
  const drive = new Drive(settings, ports);
  const underWay = new Set<Promise<void>>();
  const startMs = clock.nowMs() + LEAD_MS;
  for (const slot of plan) {
    const dueMs = startMs + slot.atMs;
    await clock.until(dueMs);
    if (drive.isOver) break;
    const running = drive.run(slot, dueMs).finally(() => underWay.delete(running));
    underWay.add(running);
  }
  await Promise.all(underWay);
  return drive.result();
}

/** Between planning and the first departure. */
const LEAD_MS = 20;

/** One side's run of a slot's scenario. */
interface Visitor {
  readonly side: DrivenSide;
  readonly visit: Visit;
}

/** What one call of {@link drive} has sent so far. */
class Drive {
  readonly #settings: DriveSettings;
  readonly #ports: DrivePorts;
  readonly #room: Room;
  readonly #exchanges: Exchange[] = [];
  readonly #reached = new Map<DrivenSide, Reach>();
  #storm: Storm | null = null;
  #refusal: { readonly error: unknown } | null = null;

  constructor(settings: DriveSettings, ports: DrivePorts) {
    this.#settings = settings;
    this.#room = new Room(settings.inFlightCap);
    this.#ports = ports;
  }

  /** Whether nothing more may depart. */
  get isOver(): boolean {
    const { enough } = this.#ports;
    const givenUp = [...this.#reached.values()].some((reach) => reach.givenUp);
    return enough?.aborted === true || givenUp || this.#storm !== null || this.#refusal !== null;
  }

  result(): Driven {
    if (this.#refusal !== null) throw this.#refusal.error;
    for (const reach of this.#reached.values()) reach.assertReached();
    return { exchanges: this.#exchanges, storm: this.#storm };
  }

  /** One slot; never rejects. */
  async run(slot: Slot, dueMs: number): Promise<void> {
    const { clock, onSlot } = this.#ports;
    let visits: readonly Visitor[] = slot.sides.map((side) => ({ side, visit: new Visit(slot) }));
    let plannedMs = dueMs;
    try {
      for (const [step, { thinkMs }] of slot.scenario.steps.entries()) {
        if (step > 0 || thinkMs > 0) {
          plannedMs = (step === 0 ? dueMs : clock.nowMs()) + thinkMs;
          await clock.until(plannedMs);
          if (this.isOver) return;
        }
        if (visits.length === 0) return;
        const goOn = await this.#runStep(slot, step, visits, plannedMs);
        visits = visits.filter((_, i) => goOn[i]);
      }
    } catch (error) {
      this.#refusal ??= { error };
    } finally {
      onSlot?.(slot);
    }
  }

  /** One step on the sides that have come to it; on which of them the scenario goes on. */
  async #runStep(slot: Slot, step: number, visits: readonly Visitor[], plannedMs: number): Promise<readonly boolean[]> {
    const { clock } = this.#ports;
    const awakeMs = clock.nowMs();
    await this.#room.enter(visits.length);
    try {
      const heldMs = clock.nowMs() - awakeMs;
      const [first, second] = visits;
      if (first === undefined || (heldMs > 0 && this.isOver)) return [];
      const firstEnds = this.#send(slot, step, first, plannedMs, heldMs);
      if (second === undefined) return [await firstEnds];
      await Promise.race([firstEnds, clock.until(plannedMs + heldMs + this.#settings.pairWaitMs)]);
      return await Promise.all([firstEnds, this.#send(slot, step, second, clock.nowMs(), 0)]);
    } finally {
      this.#room.leave(visits.length);
    }
  }

  /** Whether the scenario goes on after it. */
  async #send(
    slot: Slot,
    index: number,
    { side, visit }: Visitor,
    plannedMs: number,
    heldMs: number,
  ): Promise<boolean> {
    const { clock, transport, authorize, onExchange, randomBytes } = this.#ports;
    const step = slot.scenario.steps[index]!;
    const target = this.#targetOf(side);
    const context = mintTraceContext(clock.nowMs(), randomBytes);
    const outgoing = outgoingRequest(step, visit.values, {
      target,
      userAgent: slot.warmUp ? this.#settings.warmUpAgent : this.#settings.userAgent,
      timeoutMs: this.#settings.timeoutMs,
      context,
      cookieFor: (url) => visit.cookieFor(url),
      keepsAnswer: visit.keepsAnswer(step),
    });
    const unsendable = typeof outgoing === 'string';
    const outcome = unsendable
      ? notSent(outgoing, clock)
      : await transport.send(step.auth === null ? outgoing : await authorize(step.auth, outgoing));
    const unexpected = unsendable ? null : visit.take(step, outgoing.url, outcome);
    const exchange = {
      slot,
      step: index,
      side,
      traceId: context.traceId,
      plannedMs,
      heldMs,
      outcome: withoutAnswer(outcome),
      unexpected,
    };
    this.#exchanges.push(exchange);
    this.#hear(side, target, outcome);
    onExchange?.(exchange);
    return outcome.kind === 'answered' && unexpected === null && (step.expected !== null || outcome.status < 400);
  }

  #targetOf(side: DrivenSide): URL {
    const url = side === 'candidate' ? this.#settings.candidateUrl : this.#settings.baselineUrl;
    if (url === null) throw new RangeError('The plan sends to the baseline, which has no URL.');
    return url;
  }

  #hear(side: DrivenSide, target: URL, outcome: Outcome): void {
    if (!this.#settings.mustAnswer) return;
    const reach = this.#reached.get(side) ?? new Reach(side, target);
    this.#reached.set(side, reach);
    reach.hear(outcome);
    this.#storm ??= reach.storm;
  }
}

function notSent(error: string, clock: Clock): Outcome {
  const nowMs = clock.nowMs();
  return { kind: 'not sent', error, departedMs: nowMs, connectedMs: null, endedMs: nowMs };
}

/** Answers are read once and let go: a long run must not hold them. */
function withoutAnswer(outcome: Outcome): Outcome {
  return outcome.kind === 'answered' && outcome.answer !== null ? { ...outcome, answer: null } : outcome;
}

/** Requests that a whole plan sends when nothing goes wrong. */
export function plannedRequests(plan: readonly Slot[]): number {
  return plan.reduce((sum, slot) => sum + requestsOf(slot), 0);
}

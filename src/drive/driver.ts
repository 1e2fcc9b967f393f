import type { Authorization } from '../scenario/workload.js';
import type { Clock } from './clock.js';
import { Destination } from './destination.js';
import type { Exchange } from './exchange.js';
import { ExchangeLog } from './exchange-log.js';
import { atMostUntil, Pauses } from './pauses.js';
import { Pending } from './pending.js';
import { type DrivenSide, requestsOf, type Slot } from './plan.js';
import type { Storm } from './reach.js';
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

/** What was sent, and why no more where the plan had more. */
export interface Driven {
  readonly exchanges: ExchangeLog;
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
  const startMs = clock.nowMs() + LEAD_MS;
  for (const slot of plan) {
    const dueMs = startMs + slot.atMs;
    await drive.until(dueMs);
    if (drive.isOver) break;
    drive.begin(slot, dueMs);
  }
  await drive.allEnded();
  return drive.result();
}

/** Between planning and the first departure. */
const LEAD_MS = 20;

/** One side's run of a slot's scenario. */
interface Visitor {
  readonly destination: Destination;
  readonly visit: Visit;
}

/** What one call of {@link drive} has sent so far. */
class Drive {
  readonly #settings: DriveSettings;
  readonly #ports: DrivePorts;
  readonly #room: Room;
  readonly #destinations: Readonly<Record<DrivenSide, Destination | null>>;
  readonly #exchanges = new ExchangeLog();
  readonly #slots = new Pending();
  readonly #pauses: Pauses;
  #isOver = false;
  #storm: Storm | null = null;
  #refusal: { readonly error: unknown } | null = null;

  constructor(settings: DriveSettings, ports: DrivePorts) {
    const { baselineUrl, candidateUrl, inFlightCap } = settings;
    this.#settings = settings;
    this.#ports = ports;
    this.#room = new Room(inFlightCap);
    this.#pauses = new Pauses(ports.clock);
    this.#destinations = {
      baseline: baselineUrl && new Destination('baseline', baselineUrl),
      candidate: new Destination('candidate', candidateUrl),
    };
    if (ports.enough?.aborted) this.#end();
    else ports.enough?.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Whether nothing more may depart. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves at that time, or once nothing more may depart. */
  until(epochMs: number): Promise<void> {
    return this.#pauses.until(epochMs);
  }

  /** Nothing more departs, and nobody goes on thinking; what is under way ends. */
  #end(): void {
    this.#isOver = true;
    this.#pauses.endAll();
  }

  /** Once everything that was begun has ended. */
  allEnded(): Promise<void> {
    return this.#slots.none();
  }

  result(): Driven {
    if (this.#refusal !== null) throw this.#refusal.error;
    if (this.#settings.mustAnswer) {
      for (const destination of Object.values(this.#destinations)) destination?.reach.assertReached();
    }
    return { exchanges: this.#exchanges, storm: this.#storm };
  }

  /** Begins one slot. */
  begin(slot: Slot, dueMs: number): void {
    this.#slots.add();
    void this.#run(slot, dueMs);
  }

  /** Never rejects: what is thrown ends the drive. */
  async #run(slot: Slot, dueMs: number): Promise<void> {
    try {
      await this.#runSteps(slot, dueMs);
      this.#ports.onSlot?.(slot);
    } catch (error) {
      this.#refusal ??= { error };
      this.#end();
    } finally {
      this.#slots.remove();
    }
  }

  async #runSteps(slot: Slot, dueMs: number): Promise<void> {
    const { clock } = this.#ports;
    let plannedMs = dueMs;
    let visitors: readonly Visitor[] = slot.sides.map((side) => this.#visitorOf(side, slot));
    for (const [step, { thinkMs }] of slot.scenario.steps.entries()) {
      if (step > 0 || thinkMs > 0) {
        plannedMs = (step === 0 ? dueMs : clock.nowMs()) + thinkMs;
        await this.#pauses.until(plannedMs);
        if (this.#isOver) return;
      }
      if (visitors.length === 0) return;
      const goOn = await this.#runStep(slot, step, visitors, plannedMs);
      visitors = visitors.filter((_, i) => goOn[i]);
    }
  }

  #visitorOf(side: DrivenSide, slot: Slot): Visitor {
    const destination = this.#destinations[side];
    if (destination === null) throw new RangeError('The plan sends to the baseline, which has no URL.');
    return { destination, visit: new Visit(slot) };
  }

  /** One step on the sides that have come to it; on which of them the scenario goes on. */
  async #runStep(
    slot: Slot,
    step: number,
    visitors: readonly Visitor[],
    plannedMs: number,
  ): Promise<readonly boolean[]> {
    const { clock } = this.#ports;
    const count = visitors.length;
    const [first, second] = visitors;
    let heldMs = 0;
    if (!this.#room.enterAtOnce(count)) {
      const awakeMs = clock.nowMs();
      await this.#room.enter(count);
      heldMs = clock.nowMs() - awakeMs;
    }
    try {
      if (first === undefined || (heldMs > 0 && this.#isOver)) return [];
      const firstEnds = this.#send(slot, step, first, plannedMs, heldMs);
      if (second === undefined) return [await firstEnds];
      await atMostUntil(plannedMs + heldMs + this.#settings.pairWaitMs, firstEnds, clock);
      return await Promise.all([firstEnds, this.#send(slot, step, second, clock.nowMs(), 0)]);
    } finally {
      this.#room.leave(count);
    }
  }

  /** Whether the scenario goes on after it. */
  async #send(
    slot: Slot,
    index: number,
    { destination, visit }: Visitor,
    plannedMs: number,
    heldMs: number,
  ): Promise<boolean> {
    const { clock, transport, authorize, onExchange, randomBytes } = this.#ports;
    const { userAgent, warmUpAgent, timeoutMs } = this.#settings;
    const step = slot.scenario.steps[index]!;
    const context = mintTraceContext(clock.nowMs(), randomBytes);
    const outgoing = destination.makerOf(step)(visit.values, {
      userAgent: slot.warmUp ? warmUpAgent : userAgent,
      timeoutMs,
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
      side: destination.side,
      traceId: context.traceId,
      plannedMs,
      heldMs,
      outcome: withoutAnswer(outcome),
      unexpected,
    };
    this.#exchanges.add(exchange);
    this.#hear(destination, outcome);
    onExchange?.(exchange);
    return outcome.kind === 'answered' && unexpected === null && (step.expected !== null || outcome.status < 400);
  }

  #hear({ reach }: Destination, outcome: Outcome): void {
    if (!this.#settings.mustAnswer) return;
    reach.hear(outcome);
    this.#storm ??= reach.storm;
    if (reach.givenUp || this.#storm !== null) this.#end();
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

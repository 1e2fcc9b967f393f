import { Destination } from './destination.js';
import type { DrivePorts, DriveSettings } from './drive-settings.js';
import { ExchangeLog } from './exchange-log.js';
import { Pauses } from './pauses.js';
import { Pending } from './pending.js';
import type { DrivenSide, Slot } from './plan.js';
import type { Storm } from './reach.js';
import { Room } from './room.js';
import { type DueRequest, sendRequest } from './send-request.js';
import { SlotRunner } from './slot-runner.js';
import type { Outcome } from './transport.js';
import { Visit } from './visit.js';

/** What was sent, and why no more where the plan had more. */
export interface Driven {
  readonly exchanges: ExchangeLog;
  readonly storm: Storm | null;
}

/**
 * Sends what the plan says, each slot at its planned instant whatever came back before (open model), and asks the plan
 * for no slot before the one ahead of it has departed. A slot for both sides sends each request to both, one shortly
 * after the other, in the order that the plan's coin drew; on each side a scenario goes on as long as its answers allow.
 *
 * Throws GateError when a target cannot be reached at all, where it must answer, or a request cannot be authorized.
 */
export async function drive(plan: Iterable<Slot>, settings: DriveSettings, ports: DrivePorts): Promise<Driven> {
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

/** What one call of {@link drive} has sent so far. */
class Drive {
  readonly #settings: DriveSettings;
  readonly #ports: DrivePorts;
  readonly #destinations: Readonly<Record<DrivenSide, Destination | null>>;
  readonly #exchanges: ExchangeLog;
  readonly #slots = new Pending();
  readonly #pauses: Pauses;
  readonly #runner: SlotRunner;
  #storm: Storm | null = null;
  #refusal: { readonly error: unknown } | null = null;

  constructor(settings: DriveSettings, ports: DrivePorts) {
    const { baselineUrl, candidateUrl, inFlightCap, pairWaitMs } = settings;
    const { clock, enough, log } = ports;
    this.#settings = settings;
    this.#ports = ports;
    this.#exchanges = log ?? new ExchangeLog();
    this.#pauses = new Pauses(clock);
    this.#destinations = {
      baseline: baselineUrl && new Destination('baseline', baselineUrl),
      candidate: new Destination('candidate', candidateUrl),
    };
    this.#runner = new SlotRunner({
      clock,
      pairWaitMs,
      room: new Room(inFlightCap),
      pauses: this.#pauses,
      send: (due) => this.#send(due),
    });
    if (enough?.aborted) this.#pauses.endAll();
    else enough?.addEventListener('abort', () => this.#pauses.endAll(), { once: true });
  }

  /** Whether nothing more may depart: nobody goes on thinking then, and what is under way ends. */
  get isOver(): boolean {
    return this.#pauses.areOver;
  }

  /** Resolves at that time, or once nothing more may depart. */
  until(epochMs: number): Promise<void> {
    return this.#pauses.until(epochMs);
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
      const visitors = slot.sides.map((side) => ({ destination: this.#destinationOf(side), visit: new Visit(slot) }));
      await this.#runner.run(slot, visitors, dueMs);
      this.#ports.onSlot?.(slot);
    } catch (error) {
      this.#refusal ??= { error };
      this.#pauses.endAll();
    } finally {
      this.#slots.remove();
    }
  }

  #destinationOf(side: DrivenSide): Destination {
    const destination = this.#destinations[side];
    if (destination === null) throw new RangeError('The plan sends to the baseline, which has no URL.');
    return destination;
  }

  /** Whether the scenario goes on after it. */
  async #send(due: DueRequest): Promise<boolean> {
    const { exchange, request, goesOn } = await sendRequest(due, this.#settings, this.#ports);
    this.#exchanges.add(exchange);
    this.#hear(due.visitor.destination, exchange.outcome);
    this.#ports.onExchange?.(exchange, request);
    return goesOn;
  }

  #hear({ reach }: Destination, outcome: Outcome): void {
    if (!this.#settings.mustAnswer) return;
    reach.hear(outcome);
    this.#storm ??= reach.storm;
    if (reach.givenUp || this.#storm !== null) this.#pauses.endAll();
  }
}

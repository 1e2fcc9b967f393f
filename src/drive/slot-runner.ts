import type { Clock } from './clock.js';
import { atMostUntil, type Pauses } from './pauses.js';
import type { Slot } from './plan.js';
import type { Room } from './room.js';
import type { DueRequest, Visitor } from './send-request.js';

/** What all slots of a drive share. */
interface Shared {
  readonly clock: Clock;
  /** The second request of a pair leaves when the first has ended, or after this long. */
  readonly pairWaitMs: number;
  readonly room: Room;
  /** Once they are over nothing more departs. */
  readonly pauses: Pauses;
  /** Resolves once the request has ended, to whether its scenario goes on. */
  readonly send: (due: DueRequest) => Promise<boolean>;
}

/** Runs the scenarios of slots step by step, a pair's two sides shortly one after the other. */
export class SlotRunner {
  readonly #shared: Shared;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** Resolves once all of the slot's requests have ended. */
  async run(slot: Slot, everyone: readonly Visitor[], dueMs: number): Promise<void> {
    const { clock, pauses } = this.#shared;
    let plannedMs = dueMs;
    let visitors = everyone;
    for (const [step, { thinkMs }] of slot.scenario.steps.entries()) {
      if (step > 0 || thinkMs > 0) {
        plannedMs = (step === 0 ? dueMs : clock.nowMs()) + thinkMs;
        await pauses.until(plannedMs);
        if (pauses.areOver) return;
      }
      if (visitors.length === 0) return;
      const goOn = await this.#runStep(slot, step, visitors, plannedMs);
      visitors = visitors.filter((_, i) => goOn[i]);
    }
  }

  /** One step on the sides that have come to it; on which of them the scenario goes on. */
  async #runStep(
    slot: Slot,
    step: number,
    visitors: readonly Visitor[],
    plannedMs: number,
  ): Promise<readonly boolean[]> {
    const { clock, room, pauses, pairWaitMs, send } = this.#shared;
    const [first, second] = visitors;
    const heldMs = await this.#enter(visitors.length);
    try {
      if (first === undefined || (heldMs > 0 && pauses.areOver)) return [];
      const firstEnds = send({ slot, step, visitor: first, plannedMs, heldMs });
      if (second === undefined) return [await firstEnds];
      await atMostUntil(plannedMs + heldMs + pairWaitMs, firstEnds, clock);
      const secondEnds = send({ slot, step, visitor: second, plannedMs: clock.nowMs(), heldMs: 0 });
      return await Promise.all([firstEnds, secondEnds]);
    } finally {
      room.leave(visitors.length);
    }
  }

  /** Waits for room, and tells for how many milliseconds. */
  async #enter(count: number): Promise<number> {
    const { clock, room } = this.#shared;
    if (room.enterAtOnce(count)) return 0;
    const awakeMs = clock.nowMs();
    await room.enter(count);
    return clock.nowMs() - awakeMs;
  }
}

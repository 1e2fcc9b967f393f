import { type Collected, collectTraces } from '../collect/collector.js';
import { LOOKS } from '../compare/spending.js';
import { type DriveSettings, drive, type Exchange, plannedRequests } from '../drive/driver.js';
import { requestsOf, type Slot } from '../drive/plan.js';
import { type Storm, stormWords } from '../drive/reach.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { World } from '../world.js';

/** What was sent, and the traces that it left. */
export interface Measured {
  readonly exchanges: readonly Exchange[];
  readonly collected: Collected;
  /** Share of the planned slots that this is: 1, or the look at which it was enough. */
  readonly share: number;
  /** Slots that were planned. */
  readonly slots: number;
  /** What ended it before its plan was; null where nothing did. */
  readonly storm: Storm | null;
}

/** Looks at the first slots of a plan while the rest is being driven; true ends the driving. */
type LookEarly = (soFar: Measured) => boolean;

/** Calls to X-Ray under way at once. */
export const CONCURRENT_CALLS = 4;

/** A look does not wait longer for its traces: what matters is that most of them are there. */
const LOOK_TIMEOUT_MS = 15_000;

/**
 * Drives a measured plan and collects its traces. With `lookEarly`, the traces of the first quarter, half and three
 * quarters of the slots are collected and looked at while the others are being driven; once a look says that it is enough,
 * nothing more departs, and what that look saw is returned.
 */
export async function measure(
  plan: readonly Slot[],
  driveSettings: DriveSettings,
  settings: Settings,
  world: World,
  lookEarly: LookEarly | null,
): Promise<Measured> {
  const { progress } = world;
  const enough = new AbortController();
  const looking = new Looking(plan, lookEarly === null ? [] : LOOKS);
  const planned = plannedRequests(plan);
  let sent = 0;
  const driven = drive(plan, driveSettings, {
    ...world,
    enough: enough.signal,
    onExchange: (exchange) => looking.hear(exchange),
    onSlot: (slot) => {
      sent += requestsOf(slot);
      progress.sent({ sent, planned });
      looking.ended(slot);
    },
  });
  const ended = driven.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  let collected: Collected = { traces: new Map(), calls: 0, elapsedMs: 0 };
  const collect = async (
    exchanges: readonly Exchange[],
    settleTimeoutMs: number,
    onProgress: World['progress']['settled'],
  ): Promise<Collected> => {
    const more = await collectMore(exchanges, collected, settleTimeoutMs, world, onProgress);
    collected = { ...more, calls: collected.calls + more.calls };
    return collected;
  };
  // A look that X-Ray does not answer is none; whether that is an error the last collection will tell.
  const early = (async (): Promise<Measured | null> => {
    for (const look of looking.looks) {
      // `ended` first: where both have come, there is nothing left to end early.
      if ((await Promise.race([ended, look.due])) === 'ended') return null;
      const seen = await collect(look.exchanges, Math.min(LOOK_TIMEOUT_MS, settings.settleTimeoutMs), () => {});
      // Everything has been sent meanwhile: then all of it decides.
      if ((await Promise.race([ended, Promise.resolve('driving' as const)])) === 'ended') return null;
      const soFar = { exchanges: look.exchanges, collected: seen, share: look.share, slots: plan.length, storm: null };
      if (!lookEarly?.(soFar)) continue;
      enough.abort();
      return soFar;
    }
    return null;
  })().catch((error: unknown) => {
    if (error instanceof GateError) return null;
    throw error;
  });
  early.catch(() => {}); // Awaited below; until then a defect in it must not pass for unhandled.
  const { exchanges, storm } = await driven;
  const stopped = await early;
  if (stopped !== null) return stopped;
  if (storm !== null) progress.step(`Nothing more is sent: ${stormWords(storm)}.`);
  progress.step(`Collecting the traces of ${exchanges.length} requests.`);
  return {
    exchanges,
    collected: await collect(exchanges, settings.settleTimeoutMs, progress.settled),
    share: 1,
    slots: plan.length,
    storm,
  };
}

/** Collects what had not settled so far. */
async function collectMore(
  exchanges: readonly Exchange[],
  { traces }: Collected,
  settleTimeoutMs: number,
  world: World,
  onProgress: World['progress']['settled'],
): Promise<Collected> {
  const ids = exchanges.map(({ traceId }) => traceId);
  const missing = ids.filter((id) => traces.get(id)?.settled !== true);
  const settings = { settleTimeoutMs, concurrency: CONCURRENT_CALLS, looks: 2 } as const;
  const more = await collectTraces(missing, world.traces, settings, world.clock, onProgress);
  return { ...more, traces: new Map([...traces, ...more.traces]) };
}

interface PlannedLook {
  readonly share: number;
  /** Everything that was sent to the slots that it looks at. */
  readonly exchanges: Exchange[];
  /** Once all of them have ended. */
  readonly due: Promise<'due'>;
}

/** Sorts exchanges into the looks that they belong to. */
class Looking {
  readonly looks: PlannedLook[];
  readonly #counted: {
    readonly slots: number;
    readonly exchanges: Exchange[];
    left: number;
    resolve(due: 'due'): void;
  }[];

  constructor(plan: readonly Slot[], shares: readonly number[]) {
    const prepared = shares.map((share) => {
      const slots = Math.ceil(share * plan.length);
      const exchanges: Exchange[] = [];
      const { promise, resolve } = Promise.withResolvers<'due'>();
      return {
        look: { share, exchanges, due: promise },
        counted: { slots, exchanges, left: slots, resolve },
      };
    });
    this.looks = prepared.map(({ look }) => look);
    this.#counted = prepared.map(({ counted }) => counted);
  }

  hear(exchange: Exchange): void {
    for (const { slots, exchanges } of this.#counted) if (exchange.slot.number < slots) exchanges.push(exchange);
  }

  ended(slot: Slot): void {
    for (const look of this.#counted) {
      if (slot.number >= look.slots) continue;
      look.left -= 1;
      if (look.left === 0) look.resolve('due');
    }
  }
}

import type { Collected } from '../collect/collected.js';
import { Collector } from '../collect/collector.js';
import { LOOKS } from '../compare/spending.js';
import { type ClientAnnotations, clientSegment } from '../drive/client-segment.js';
import type { DriveSettings } from '../drive/drive-settings.js';
import { drive } from '../drive/driver.js';
import type { Exchange } from '../drive/exchange.js';
import { ExchangeLog } from '../drive/exchange-log.js';
import { type Plan, plannedRequests, requestsOf, type Slot } from '../drive/plan.js';
import { type Storm, stormWords } from '../drive/reach.js';
import { GateError } from '../errors.js';
import type { Settings } from '../inputs.js';
import type { SentTraffic } from '../request-log.js';
import type { World } from '../world.js';
import { ClientSegments, type ClientSegmentsPut } from './client-segments.js';
import type { Run } from './traffic.js';

/** What can be judged: requests, and the traces that they left. */
export interface Seen {
  readonly exchanges: readonly Exchange[];
  readonly collected: Collected;
  /** Share of the planned slots that this is: 1, or that of a look. */
  readonly share: number;
}

/** What decides of a stage, and what else was sent. */
export interface Measured extends Seen {
  /** All that was sent: where a look was enough, also what it did not see. */
  readonly sent: SentTraffic;
  /** Slots that were planned. */
  readonly slots: number;
  /** What ended it before its plan was; null where nothing did. */
  readonly storm: Storm | null;
  /** What became of the gate's own segments; null where it puts none. */
  readonly clientSegments: ClientSegmentsPut | null;
}

/** Looks at the first slots of a plan while the rest is being driven; true ends the driving. */
type LookEarly = (soFar: Seen) => boolean;

/** A look does not wait longer for its traces: what matters is that most of them are there. */
const LOOK_TIMEOUT_MS = 15_000;

/**
 * Drives a measured plan and collects its traces meanwhile. With `lookEarly`, the traces of the first quarter, half and three
 * quarters of the slots are looked at while the others are being driven; once a look says that it is enough,
 * nothing more departs, and what that look saw decides. Where the gate puts segments of its own, the traces wait for them.
 */
export async function measure(
  plan: Plan,
  driveSettings: DriveSettings,
  settings: Settings,
  run: Run,
  world: World,
  lookEarly: LookEarly | null,
): Promise<Measured> {
  const { progress } = world;
  const enough = new AbortController();
  const log = new ExchangeLog();
  const looking = new Looking(plan, lookEarly === null ? [] : LOOKS, log);
  const collector = new Collector(world, {
    looks: 2,
    versionAnnotation: settings.versionAnnotation,
    delayMs: null,
    onEnded: () => {
      progress.step('Nothing more is sent: X-Ray cannot be read any more.');
      enough.abort();
    },
  });
  const own = settings.clientSegment
    ? new ClientSegments(world, (traceId, taken) => collector.clientSegmentPut(traceId, taken))
    : null;
  const said = saidOf(settings, run);
  const planned = plannedRequests(plan);
  let ended = 0;
  const driven = drive(plan, driveSettings, {
    ...world,
    enough: enough.signal,
    log,
    onExchange: (exchange, request) => {
      const { traceId, parentId, outcome } = exchange;
      if (outcome.kind === 'not sent' || request === null) return;
      collector.expect(traceId, outcome.endedMs, { clientSegment: own !== null });
      own?.add(traceId, parentId, clientSegment(exchange, request, said));
    },
    onSlot: (slot) => {
      ended += requestsOf(slot);
      progress.sent({ sent: ended, planned });
      looking.ended(slot);
    },
  });
  const over = driven.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  // A look that X-Ray does not answer is none; whether that is an error the last collection will tell.
  const early = (async (): Promise<Seen | null> => {
    for (const look of looking.looks) {
      // `ended` first: where both have come, there is nothing left to end early.
      if ((await Promise.race([over, look.due])) === 'ended') return null;
      const exchanges = look.exchanges();
      const askedMs = world.clock.nowMs();
      const traceIds = exchanges.map(({ traceId }) => traceId);
      const settled = collector.settledOf(traceIds, Math.min(LOOK_TIMEOUT_MS, settings.settleTimeoutMs));
      // Everything has been sent meanwhile: then all of it decides.
      if ((await Promise.race([over, settled])) === 'ended') return null;
      const collected = { ...collector.collected(), elapsedMs: world.clock.nowMs() - askedMs };
      const soFar = { exchanges, collected, share: look.share };
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
  try {
    const { exchanges: sent, storm } = await driven;
    const stopped = await early;
    const put = own?.finish(settings.settleTimeoutMs) ?? null;
    const judging = (share: number): SentTraffic => ({ exchanges: sent, judgedSlots: firstSlots(plan, share) });
    if (stopped !== null) {
      const sentSoFar = { sent: judging(stopped.share), slots: plan.length, storm: null };
      return { ...stopped, ...sentSoFar, clientSegments: await put };
    }
    if (storm !== null) progress.step(`Nothing more is sent: ${stormWords(storm)}.`);
    const exchanges = [...sent];
    progress.step(`Collecting the traces of ${exchanges.length} requests.`);
    const [collected, clientSegments] = await Promise.all([
      collector.finish(settings.settleTimeoutMs, progress.settled),
      put,
    ]);
    return { exchanges, collected, share: 1, sent: judging(1), slots: plan.length, storm, clientSegments };
  } finally {
    own?.stop();
    collector.stop();
  }
}

/** What the gate's own segments say of the run. */
function saidOf({ versionAnnotation, baseline, version }: Settings, { id, secrets }: Run): ClientAnnotations {
  return { run: id, versionAnnotation, versions: { baseline: baseline.version, candidate: version }, secrets };
}

/** How many of a plan's slots a look at this share of them sees. */
function firstSlots(plan: Plan, share: number): number {
  return Math.ceil(share * plan.length);
}

interface PlannedLook {
  readonly share: number;
  /** Everything that was sent to the slots that it looks at. */
  readonly exchanges: () => readonly Exchange[];
  /** Once all of them have ended. */
  readonly due: Promise<'due'>;
}

/** Tells when looks are due, and what they see. */
class Looking {
  readonly looks: PlannedLook[];
  readonly #counted: { readonly slots: number; left: number; resolve(due: 'due'): void }[];

  constructor(plan: Plan, shares: readonly number[], log: Iterable<Exchange>) {
    const prepared = shares.map((share) => {
      const slots = firstSlots(plan, share);
      const exchanges = () => [...log].filter(({ slot }) => slot.number < slots);
      const { promise, resolve } = Promise.withResolvers<'due'>();
      return { look: { share, exchanges, due: promise }, counted: { slots, left: slots, resolve } };
    });
    this.looks = prepared.map(({ look }) => look);
    this.#counted = prepared.map(({ counted }) => counted);
  }

  ended(slot: Slot): void {
    for (const look of this.#counted) {
      if (slot.number >= look.slots) continue;
      look.left -= 1;
      if (look.left === 0) look.resolve('due');
    }
  }
}

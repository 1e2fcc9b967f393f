import { GateError } from '../errors.js';
import type { Clock } from './clock.js';
import type { DrivenSide, Slot } from './plan.js';
import { mintTraceContext, traceHeaders } from './trace-header.js';
import type { Outcome, Transport } from './transport.js';

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
  /** Whether a target that never answers ends the run: not where requests are sent that are known to fail. */
  readonly mustAnswer: boolean;
}

export interface DrivePorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Hears of each request once it has ended; `planned` is how many there will be. */
  readonly onExchange: (exchange: Exchange, planned: number) => void;
  /** Once aborted nothing more departs: what is under way ends, and what was sent is returned. */
  readonly enough?: AbortSignal;
}

/** One request that left, and what became of it. */
export interface Exchange {
  readonly slot: Slot;
  readonly side: DrivenSide;
  readonly traceId: string;
  /** Epoch milliseconds. For the second of a pair: when the first had ended, or had been waited for long enough. */
  readonly plannedMs: number;
  readonly outcome: Outcome;
}

/** Connections refused in a row, with no answer ever, after which a side is given up. */
const REFUSALS_BEFORE_GIVING_UP = 10;

/**
 * Sends what the plan says, each request at its planned instant whatever came back before (open model). A slot for both
 * sides sends the same request to both, one shortly after the other, in the order that the plan's coin drew.
 *
 * Throws GateError when a target cannot be reached at all, where it must answer.
 */
export async function drive(plan: readonly Slot[], settings: DriveSettings, ports: DrivePorts): Promise<Exchange[]> {
  const { clock } = ports;
  const exchanges: Exchange[] = [];
  const underWay = new Set<Promise<void>>();
  const reached = new Map<DrivenSide, Reach>();
  const planned = plan.reduce((sum, { sides }) => sum + sides.length, 0);
  const startMs = clock.nowMs() + 20;

  const send = async (slot: Slot, side: DrivenSide, plannedMs: number): Promise<void> => {
    const url = urlOf(side, settings);
    const context = mintTraceContext(clock.nowMs(), ports.randomBytes);
    const outcome = await ports.transport.send({
      url: join(url, slot.request.path),
      method: slot.request.method,
      headers: {
        ...traceHeaders(context),
        'user-agent': slot.warmUp ? settings.warmUpAgent : settings.userAgent,
        accept: '*/*',
        ...(slot.request.body === null ? {} : { 'content-type': 'application/json' }),
      },
      body: slot.request.body,
      timeoutMs: settings.timeoutMs,
    });
    const exchange = { slot, side, traceId: context.traceId, plannedMs, outcome };
    exchanges.push(exchange);
    if (settings.mustAnswer) reached.set(side, (reached.get(side) ?? new Reach(url)).after(outcome));
    ports.onExchange(exchange, planned);
  };

  const runSlot = async (slot: Slot): Promise<void> => {
    const dueMs = startMs + slot.atMs;
    const [first, second] = slot.sides;
    if (first === undefined) return;
    const firstEnds = send(slot, first, dueMs);
    if (second === undefined) return firstEnds;
    await Promise.race([firstEnds, clock.until(dueMs + settings.pairWaitMs)]);
    await Promise.all([firstEnds, send(slot, second, clock.nowMs())]);
  };

  let givenUp: Reach | undefined;
  for (const slot of plan) {
    await clock.until(startMs + slot.atMs);
    if (ports.enough?.aborted) break;
    givenUp = [...reached.values()].find((reach) => reach.givenUp);
    if (givenUp !== undefined) break;
    while (underWay.size > 0 && (underWay.size + 1) * slot.sides.length > settings.inFlightCap)
      await Promise.race(underWay);
    const running = runSlot(slot).finally(() => underWay.delete(running));
    underWay.add(running);
  }
  await Promise.all(underWay);
  // A late answer does not make a run of a plan that was cut short.
  givenUp?.assertReached();
  for (const reach of reached.values()) reach.assertReached();
  return exchanges;
}

function urlOf(side: DrivenSide, { candidateUrl, baselineUrl }: DriveSettings): URL {
  const url = side === 'candidate' ? candidateUrl : baselineUrl;
  if (url === null) throw new RangeError('The plan sends to the baseline, which has no URL.');
  return url;
}

function join(base: URL, path: string): URL {
  // Not resolved against the base: `//host/path` would be taken for another host.
  const { pathname, search } = new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${path}`);
  const url = new URL(base);
  url.pathname = pathname;
  url.search = search;
  return url;
}

/** Whether anything ever answered at one target. */
class Reach {
  readonly #url: URL;
  readonly #refusals: number;
  readonly #answered: boolean;
  readonly #lastError: string;

  constructor(url: URL, refusals = 0, answered = false, lastError = '') {
    this.#url = url;
    this.#refusals = refusals;
    this.#answered = answered;
    this.#lastError = lastError;
  }

  after(outcome: Outcome): Reach {
    if (outcome.kind === 'answered') return new Reach(this.#url, 0, true);
    const error = outcome.kind === 'timed out' ? 'no answer in time' : outcome.error;
    return new Reach(this.#url, this.#refusals + 1, this.#answered, error);
  }

  get givenUp(): boolean {
    return !this.#answered && this.#refusals >= REFUSALS_BEFORE_GIVING_UP;
  }

  assertReached(): void {
    if (this.#answered) return;
    throw new GateError(
      `Nothing answered at ${this.#url.origin}: ${this.#lastError}.`,
      'Check "url" and "baseline-url", that the deployment has finished, and that this runner may reach it.',
    );
  }
}

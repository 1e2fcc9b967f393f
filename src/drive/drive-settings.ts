import type { Authorization } from '../scenario/workload.js';
import type { Clock } from './clock.js';
import type { Exchange } from './exchange.js';
import type { ExchangeLog } from './exchange-log.js';
import type { Slot } from './plan.js';
import type { OutgoingRequest, Transport } from './transport.js';

/** How a plan is driven. */
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

/** What driving asks of the outside, and whom it tells. */
export interface DrivePorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Adds what only the moment of sending can give: a token, a signature. Rejects with a GateError. */
  readonly authorize: (authorization: Authorization, request: OutgoingRequest) => Promise<OutgoingRequest>;
  /** Where each request is written once it has ended, for those who read it meanwhile; else a log of its own. */
  readonly log?: ExchangeLog;
  /** Hears of each request once it has ended, and of how it was sent; null: it could not be. */
  readonly onExchange?: (exchange: Exchange, sent: OutgoingRequest | null) => void;
  /** Hears of each slot once all its requests have ended. */
  readonly onSlot?: (slot: Slot) => void;
  /** Once aborted nothing more departs: what is under way ends, and what was sent is returned. */
  readonly enough?: AbortSignal;
}

import type { PendingRequest } from './pending-request.js';

/** A connection that stands, to one target; HTTP/1.1 takes one request at a time, HTTP/2 many. */
export interface Connection {
  /** Whether it takes one more request now. */
  readonly takesMore: boolean;
  /** Sends the request, once; whatever becomes of it, `pending` hears. Throws TypeError where it cannot be written. */
  readonly send: (pending: PendingRequest) => void;
  /** Breaks it, and with it what is under way. */
  readonly destroy: () => void;
}

/** Who keeps the connections hears of each. */
export interface ConnectionKeeper {
  /** It took no more requests, and now does again. */
  readonly free: (connection: Connection) => void;
  /** It takes no request any more. */
  readonly gone: (connection: Connection) => void;
  /** It closed while it was idle, before a byte of the request was written: that may go another way. */
  readonly unsent: (pending: PendingRequest) => void;
}

/**
 * Idle connections are given up after this long, before servers do (Node's after 5 s): a request that meets a closing
 * connection could not be told from one that the server broke, and nothing is sent twice.
 */
export const IDLE_MS = 4000;

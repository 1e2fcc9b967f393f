import type { Socket } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import { type Connection, type ConnectionKeeper, IDLE_MS } from './connection.js';
import { type ExchangeOwner, Http1Exchange } from './http1-exchange.js';
import { ConnectionClosed } from './network-error.js';
import type { PendingRequest } from './pending-request.js';
import { headersOf } from './request-headers.js';

/** A target that says when it closes is believed, and a second is left for the way. */
const CLOSING_MARGIN_MS = 1000;

/**
 * Speaks HTTP/1.1 over a socket that is connected: one request after the other, never two at once. A client of undici
 * that has this one socket and gets no other: it cannot send again what the socket lost.
 */
export class Http1Connection implements Connection, ExchangeOwner {
  readonly #socket: Socket;
  readonly #keeper: ConnectionKeeper;
  readonly #client: Client;
  #busy = false;
  #exchanges = 0;

  constructor(socket: Socket, origin: URL, keeper: ConnectionKeeper) {
    this.#socket = socket;
    this.#keeper = keeper;
    let given = false;
    this.#client = new Client(origin, {
      connect: (_, callback) => {
        if (given || socket.destroyed) callback(new ConnectionClosed('before it answered'), null);
        else callback(null, socket);
        given = true;
      },
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      keepAliveTimeoutThreshold: CLOSING_MARGIN_MS,
      // The pending request has one time for the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    socket.once('close', () => keeper.gone(this));
  }

  get takesMore(): boolean {
    return !this.#busy && !this.#socket.destroyed && this.#socket.writable;
  }

  send(pending: PendingRequest): void {
    const { request } = pending;
    const { pathname, search } = request.url;
    const headers = headersOf(request);
    this.#busy = true;
    this.#exchanges += 1;
    pending.abandon = () => this.destroy();
    this.#client.dispatch(
      {
        path: search === '' ? pathname : pathname + search,
        method: request.method as Dispatcher.HttpMethod,
        headers: headers as Record<string, string>,
        body: request.body,
        // Else undici keeps no connection after HEAD, or after a body that is not usual.
        reset: false,
      },
      new Http1Exchange(pending, this),
    );
  }

  destroy(): void {
    this.#socket.destroy();
  }

  ended(): void {
    this.#busy = false;
    if (this.takesMore) this.#keeper.free(this);
  }

  /** Only of a connection that was kept, and closed while nothing was under way: what it took may go over another. */
  unsent(pending: PendingRequest): boolean {
    if (this.#exchanges === 1 || !this.#socket.destroyed || pending.settled) return false;
    this.#keeper.unsent(pending);
    return true;
  }
}

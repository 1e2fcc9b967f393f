import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { type Connection, type ConnectionKeeper, IDLE_MS } from './connection.js';
import { listenTo, streamHeaders } from './http2-stream.js';
import { UnsendableRequest } from './network-error.js';
import type { PendingRequest } from './pending-request.js';
import { assertSendable, headersOf } from './request-headers.js';

/** What a target takes at once before it has said how much it takes. */
const STREAMS_BEFORE_SETTINGS = 100;
/** As large as browsers have them: a large answer shall not wait for permission to go on. */
const STREAM_WINDOW_BYTES = 4 * 1024 * 1024;
const SESSION_WINDOW_BYTES = 16 * 1024 * 1024;

/** Speaks HTTP/2 over a TLS socket that agreed on it: many requests at once, as many as the target takes. */
export class Http2Connection implements Connection {
  readonly #session: ClientHttp2Session;
  readonly #keeper: ConnectionKeeper;
  #underWay = 0;
  #mostUnderWay = STREAMS_BEFORE_SETTINGS;
  #leaving = false;
  /** The session's own timeout does not hear of the end of an answer. */
  readonly #idle: NodeJS.Timeout;

  constructor(socket: TLSSocket, origin: URL, keeper: ConnectionKeeper) {
    this.#keeper = keeper;
    this.#idle = setTimeout(() => this.#leaveIfIdle(), IDLE_MS).unref();
    const session = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW_BYTES },
    });
    this.#session = session;
    // A request under way keeps the process alive by its timer; an idle connection shall not.
    session.unref();
    session.once('connect', () => session.setLocalWindowSize(SESSION_WINDOW_BYTES));
    session.on('remoteSettings', ({ maxConcurrentStreams = Number.POSITIVE_INFINITY }) => {
      this.#mostUnderWay = maxConcurrentStreams;
    });
    session.on('goaway', () => this.#leave());
    session.on('close', () => {
      clearTimeout(this.#idle);
      keeper.gone(this);
    });
    // Each request under way hears of it by itself.
    session.on('error', () => keeper.gone(this));
  }

  get takesMore(): boolean {
    const { closed, destroyed } = this.#session;
    return !this.#leaving && !closed && !destroyed && this.#underWay < this.#mostUnderWay;
  }

  send(pending: PendingRequest): void {
    const { request } = pending;
    assertSendable(request.headers);
    const headers = streamHeaders(request, headersOf(request));
    let stream: ClientHttp2Stream;
    try {
      stream = this.#session.request(headers, { endStream: request.body === null });
    } catch (error) {
      throw new UnsendableRequest((error as Error).message);
    }
    this.#underWay += 1;
    stream.once('close', () => this.#ended());
    listenTo(stream, pending);
    if (request.body !== null) stream.end(request.body);
  }

  destroy(): void {
    this.#session.destroy();
  }

  #ended(): void {
    this.#underWay -= 1;
    this.#idle.refresh();
    if (this.takesMore) this.#keeper.free(this);
  }

  #leaveIfIdle(): void {
    if (this.#underWay === 0) this.#leave();
  }

  /** Takes nothing more, and closes when what is under way has ended. */
  #leave(): void {
    this.#leaving = true;
    this.#keeper.gone(this);
    if (!this.#session.destroyed) this.#session.close();
  }
}

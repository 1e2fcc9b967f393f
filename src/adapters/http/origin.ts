import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { Connection } from './connection.js';
import { Http1Connection } from './http1-connection.js';
import { Http2Connection } from './http2-connection.js';
import { openSocket, type SocketTarget } from './open-socket.js';
import type { PendingRequest } from './pending-request.js';

export interface OriginSettings {
  /** The name that its certificate has to be for. */
  readonly serverName: string;
  /** Null: the target is spoken to without TLS. */
  readonly secureContext: SecureContext | null;
  /** Whether HTTP/2 is offered; a target that speaks only HTTP/1.1 then says so. */
  readonly http2: boolean;
}

/**
 * The connections to one scheme, host and port. A request takes the connection that was used last, so that as few as
 * need be stay open; where none is free it opens one of its own, and nothing waits for another's.
 */
export class Origin {
  readonly #url: URL;
  readonly #settings: OriginSettings;
  /** Those that may take one more request, the one that was used last at the end. */
  readonly #free: Connection[] = [];
  readonly #sockets = new Set<Socket>();
  #tlsSession: Buffer | null = null;

  constructor(url: URL, settings: OriginSettings) {
    this.#url = new URL(url.origin);
    this.#settings = settings;
  }

  /** Sends the request over a connection that takes it, or over a new one. Throws TypeError where it cannot be written. */
  send(pending: PendingRequest): void {
    const connection = this.#takeFree();
    if (connection === null) this.#open(pending);
    else this.#sendOver(connection, pending);
  }

  /** Breaks every connection. */
  destroy(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #takeFree(): Connection | null {
    for (;;) {
      const connection = this.#free.pop();
      if (connection === undefined || connection.takesMore) return connection ?? null;
    }
  }

  #sendOver(connection: Connection, pending: PendingRequest): void {
    try {
      connection.send(pending);
    } finally {
      if (connection.takesMore) this.#free.push(connection);
    }
  }

  #open(pending: PendingRequest): void {
    const stood = () => {
      pending.connected();
      const connection = this.#speaking(socket);
      try {
        this.#sendOver(connection, pending);
      } catch (error) {
        pending.broke(error as Error);
      }
    };
    const socket = openSocket(this.#target(), stood, (error) => pending.broke(error));
    pending.abandon = () => socket.destroy();
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('session', (session: Buffer) => {
      this.#tlsSession = session;
    });
  }

  #speaking(socket: Socket): Connection {
    const keeper = {
      free: (connection: Connection) => {
        if (!this.#free.includes(connection)) this.#free.push(connection);
      },
      gone: (connection: Connection) => {
        const at = this.#free.indexOf(connection);
        if (at >= 0) this.#free.splice(at, 1);
      },
      unsent: (pending: PendingRequest) => this.send(pending),
    };
    return socket instanceof TLSSocket && socket.alpnProtocol === 'h2'
      ? new Http2Connection(socket, this.#url, keeper)
      : new Http1Connection(socket, this.#url, keeper);
  }

  #target(): SocketTarget {
    const { hostname, port } = this.#url;
    const { secureContext: context, serverName, http2 } = this.#settings;
    return {
      host: withoutBrackets(hostname),
      port: port === '' ? (context === null ? 80 : 443) : Number(port),
      tls:
        context === null
          ? null
          : {
              context,
              serverName: withoutBrackets(serverName),
              protocols: http2 ? ['h2', 'http/1.1'] : ['http/1.1'],
              session: this.#tlsSession,
            },
    };
  }
}

/** An IPv6 address as sockets want it. */
function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

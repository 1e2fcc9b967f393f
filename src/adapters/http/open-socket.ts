import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';

/** Where to, and over what. */
export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  /** Null: plain TCP. */
  readonly tls: {
    readonly context: SecureContext;
    /** Whose certificate it has to be. */
    readonly serverName: string;
    /** Protocols to offer, the best first. */
    readonly protocols: readonly string[];
    /** Of an earlier connection, which makes this one quicker; null for the first. */
    readonly session: Buffer | null;
  } | null;
}

/** Opens a socket: `stood` hears of it once it is connected, TLS included, `broke` when that failed; one of them, once. */
export function openSocket(
  { host, port, tls }: SocketTarget,
  stood: () => void,
  broke: (error: Error) => void,
): Socket | TLSSocket {
  const socket =
    tls === null
      ? connectTcp({ host, port, noDelay: true })
      : connectTls({
          host,
          port,
          secureContext: tls.context,
          ALPNProtocols: [...tls.protocols],
          // An address is no name to ask for: https://www.rfc-editor.org/rfc/rfc6066#section-3
          ...(isIP(tls.serverName) === 0 ? { servername: tls.serverName } : {}),
          ...(tls.session === null ? {} : { session: tls.session }),
        });
  if (tls !== null) socket.setNoDelay(true);
  // A request under way keeps the process alive by its timer; an idle connection shall not.
  socket.unref();
  const event = tls === null ? 'connect' : 'secureConnect';
  const settle = (then: () => void) => {
    socket.off(event, stands);
    socket.off('error', fails);
    socket.off('close', closes);
    then();
  };
  const stands = () => settle(stood);
  const fails = (error: Error) => settle(() => broke(error));
  const closes = () => settle(() => broke(new Error('the connection was closed while it was opened')));
  socket.once(event, stands);
  socket.once('error', fails);
  socket.once('close', closes);
  // An error that comes late, when somebody has destroyed it, concerns nobody.
  socket.on('error', () => {});
  return socket;
}

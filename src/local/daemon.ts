import type { AnsweringApi } from './api.js';
import { startHttpServer } from './http-server.js';
import { explained, isInUse, orExplain } from './listen-error.js';
import type { HttpServer } from './listening-server.js';
import { startUdpDaemon } from './udp-daemon.js';

export interface Daemon {
  readonly port: number;
  /** See {@link UdpDaemon}. */
  lostDatagrams(): number | null;
  stop(): Promise<void>;
}

/** The port that TCP was given may be taken for UDP; then another one is tried. */
const ATTEMPTS = 20;

/** The daemon has one port number: UDP for segments, and TCP for the API, which SDKs ask for sampling rules. */
export async function startDaemon(
  address: string,
  port: number,
  api: AnsweringApi,
  onDatagram: (text: string) => void,
): Promise<Daemon> {
  for (let attempt = 1; ; attempt += 1) {
    const tcp: HttpServer = await orExplain(port, () => startHttpServer(address, port, api));
    try {
      const udp = await startUdpDaemon(address, tcp.port, onDatagram);
      return {
        port: tcp.port,
        lostDatagrams: () => udp.lostDatagrams(),
        async stop() {
          await Promise.all([udp.stop(), tcp.stop()]);
        },
      };
    } catch (error) {
      await tcp.stop();
      if (port !== 0 || !isInUse(error) || attempt === ATTEMPTS) throw explained(error, tcp.port);
    }
  }
}

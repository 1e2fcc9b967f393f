import { lookup } from 'node:dns/promises';
import { isIP, isIPv6 } from 'node:net';
import { GateError } from '../errors.js';
import { Api } from './api.js';
import { type HttpServer, startHttpServer } from './http-server.js';
import { Ingest, type IngestCounts } from './ingest.js';
import { TraceStore } from './trace-store.js';
import { startUdpDaemon, type UdpDaemon } from './udp-daemon.js';

export interface LocalXRaySettings {
  readonly host: string;
  /** UDP and TCP; 0 takes a free one. */
  readonly port: number;
  /** 0 takes a free one. */
  readonly apiPort: number;
  /** Hears of each trace when its first document arrives. */
  readonly onTrace?: (traceId: string) => void;
  /** Whether BatchGetTraces lists ids that it does not know as unprocessed (default) or says nothing of them. */
  readonly unknownIds?: 'unprocessed' | 'silent';
  /** Traces held at most (default 50,000); above that the oldest go and are counted. */
  readonly maxTraces?: number;
  /** Bytes of documents held of one trace (default 500,000, as in X-Ray); what comes later is rejected and counted. */
  readonly maxTraceBytes?: number;
}

export interface LocalXRay {
  /** For `AWS_XRAY_DAEMON_ADDRESS`: `127.0.0.1:2000`. */
  readonly daemonAddress: string;
  /** For `AWS_ENDPOINT_URL_XRAY`: `http://127.0.0.1:2001`. */
  readonly apiUrl: string;
  counts(): IngestCounts;
  /** Closes every socket, kept connections included. The traces are gone with it. */
  stop(): Promise<void>;
}

/**
 * X-Ray on this machine: the daemon that applications send their segments to, and the API that reads them back.
 * Everything is held in memory. Throws a GateError where the host or a port cannot be had.
 */
export async function startLocalXRay(settings: LocalXRaySettings): Promise<LocalXRay> {
  const { maxTraces = 50_000, maxTraceBytes = 500_000, unknownIds = 'unprocessed' } = settings;
  const store = new TraceStore({ maxTraces, maxTraceBytes });
  const ingest = new Ingest(store, settings.onTrace ?? (() => {}));
  const api = new Api({ store, ingest, unknownIds, nowMs: Date.now });

  const address = await addressOf(settings.host);
  const daemon = await startDaemon(address, settings.port, ingest, api);
  const apiServer = await orExplain(settings.apiPort, () => startHttpServer(address, settings.apiPort, api)).catch(
    async (error: unknown) => {
      await daemon.stop();
      throw error;
    },
  );
  let stopping: Promise<unknown> | null = null;
  return {
    daemonAddress: hostAndPort(address, daemon.port),
    apiUrl: `http://${hostAndPort(address, apiServer.port)}`,
    counts: () => ingest.counts(),
    async stop() {
      stopping ??= Promise.all([daemon.stop(), apiServer.stop()]);
      await stopping;
    },
  };
}

interface Daemon {
  readonly port: number;
  stop(): Promise<void>;
}

/** The port that TCP was given may be taken for UDP; then another one is tried. */
const ATTEMPTS = 20;

/** The daemon has one port number: UDP for segments, and TCP for the API, which SDKs ask for sampling rules. */
async function startDaemon(address: string, port: number, ingest: Ingest, api: Api): Promise<Daemon> {
  for (let attempt = 1; ; attempt += 1) {
    const tcp: HttpServer = await orExplain(port, () => startHttpServer(address, port, api));
    try {
      const udp: UdpDaemon = await startUdpDaemon(address, tcp.port, (text) => ingest.datagram(text));
      return {
        port: tcp.port,
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

/** One address for UDP and TCP alike; a name such as `localhost` may stand for several. */
async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  try {
    return (await lookup(host, { family: 4 })).address;
  } catch (error) {
    throw new GateError(`The host "${host}" of the local X-Ray is not known.`, 'Use 127.0.0.1 or 0.0.0.0.', {
      cause: error,
    });
  }
}

/** Where a client on this machine reaches a listener; one that listens everywhere is reached on the loopback. */
function hostAndPort(address: string, port: number): string {
  if (address === '0.0.0.0') return `127.0.0.1:${port}`;
  if (address === '::') return `[::1]:${port}`;
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

async function orExplain<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    throw explained(error, port);
  }
}

function explained(error: unknown, port: number): GateError {
  const reason = isInUse(error) ? 'it is already in use' : error instanceof Error ? error.message : String(error);
  return new GateError(
    `The local X-Ray cannot listen on port ${port}: ${reason}.`,
    'Stop what listens there (perhaps an X-Ray daemon or another run), or choose another port; 0 takes a free one.',
    { cause: error },
  );
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

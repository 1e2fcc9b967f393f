import { addressOf, hostAndPort } from './address.js';
import { Admin } from './admin.js';
import { startDaemon } from './daemon.js';
import { Datagrams } from './datagrams.js';
import { startHttpServer } from './http-server.js';
import type { Ingest } from './ingest.js';
import type { IngestCounts } from './ingest-counts.js';
import { orExplain } from './listen-error.js';
import type { HttpServer } from './listening-server.js';
import { type LocalService, localService, type ServiceSettings } from './local-service.js';
import type { IndexedAttributes } from './otlp/annotations.js';

export interface LocalXRaySettings extends ServiceSettings {
  readonly host: string;
  /** UDP and TCP; 0 takes a free one. */
  readonly port: number;
  /** 0 takes a free one. */
  readonly apiPort: number;
  /** OTLP/HTTP, for OpenTelemetry; 0 takes a free one, null (default) has none. */
  readonly otlpPort?: number | null;
  /**
   * Attributes of OpenTelemetry that become annotations, or all that can, beside those that a span itself names in
   * `aws.xray.annotations`. One of the resource is written `otel.resource.service.version`.
   */
  readonly indexedAttributes?: readonly string[] | 'all';
}

export interface LocalCounts extends IngestCounts {
  /** Datagrams that the system dropped before they could be read; null where it does not tell. */
  readonly lostDatagrams: number | null;
}

export interface LocalXRay {
  /** For `AWS_XRAY_DAEMON_ADDRESS`: `127.0.0.1:2000`. */
  readonly daemonAddress: string;
  /** For `AWS_ENDPOINT_URL_XRAY`: `http://127.0.0.1:2001`. */
  readonly apiUrl: string;
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`: `http://127.0.0.1:4318`. */
  readonly otlpUrl: string | null;
  /** So far, or until it was stopped. */
  counts(): LocalCounts;
  /** Takes the datagrams that have come, and closes every socket, kept connections included. The traces are gone with it. */
  stop(): Promise<void>;
}

/**
 * X-Ray on this machine: the daemon that applications send their segments to, and the API that reads them back.
 * Everything is held in memory. Throws a GateError where the host, a port or a setting cannot be had.
 */
export async function startLocalXRay(settings: LocalXRaySettings): Promise<LocalXRay> {
  const service = localService(settings);
  const { ingest, api, faults, insights } = service;
  const indexed = indexedOf(settings);
  const datagrams = new Datagrams({ ingest, indexed });
  const servers: { stop(): Promise<void> }[] = [];
  const keep = <S extends { stop(): Promise<void> }>(server: S): S => {
    servers.push(server);
    return server;
  };
  const stopAll = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await datagrams.settled();
    service.stop(); // Last, as it tells of the traces that are left: by now all that came is stored.
  };
  try {
    const address = await addressOf(settings.host);
    const daemon = keep(await startDaemon(address, settings.port, api, (text) => datagrams.receive(text)));
    const counts = () => ({ ...ingest.counts(), lostDatagrams: daemon.lostDatagrams() });
    const admin = new Admin(api, {
      faults,
      insights,
      state: () => stateOf(service, counts()),
      reset: () => ingest.reset(),
    });
    const apiServer = keep(await orExplain(settings.apiPort, () => startHttpServer(address, settings.apiPort, admin)));
    const otlp = await startOtlp(address, settings.otlpPort ?? null, { ingest, indexed });
    if (otlp !== null) keep(otlp);
    let stopping: Promise<void> | null = null;
    return {
      daemonAddress: hostAndPort(address, daemon.port),
      apiUrl: `http://${hostAndPort(address, apiServer.port)}`,
      otlpUrl: otlp === null ? null : `http://${hostAndPort(address, otlp.port)}`,
      counts,
      async stop() {
        stopping ??= stopAll();
        await stopping;
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function indexedOf({ indexedAttributes = [] }: LocalXRaySettings): IndexedAttributes {
  return indexedAttributes === 'all' ? indexedAttributes : new Set(indexedAttributes);
}

async function startOtlp(
  address: string,
  port: number | null,
  destination: { readonly ingest: Ingest; readonly indexed: IndexedAttributes },
): Promise<HttpServer | null> {
  if (port === null) return null;
  const { startOtlpServer } = await import('./otlp/otlp-server.js'); // Protobuf takes its time to load.
  return orExplain(port, () => startOtlpServer(address, port, destination));
}

/** For people and their tests: `GET /_local/state`. */
function stateOf({ faults, insights, limits, struck }: LocalService, counts: LocalCounts) {
  const { maxTraces, ...finite } = limits;
  const settings = { ...finite, maxTraces: Number.isFinite(maxTraces) ? maxTraces : null };
  return { counts, faults: faults.faults, struck: struck(), insights: insights.all().length, settings };
}

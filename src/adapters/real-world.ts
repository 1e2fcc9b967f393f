import { GATE_VERSION } from '../gate-version.js';
import type { Settings } from '../inputs.js';
import type { LocalXRay } from '../local/local-xray.js';
import { startLocalXRay } from '../local/local-xray.js';
import type { DeploymentHistory, Environment, Progress, World } from '../world.js';
import { authorizer } from './authorizer.js';
import { randomBytes } from './chance.js';
import { files } from './files.js';
import { httpTransport } from './http-transport.js';
import { lambdaTransport } from './lambda-transport.js';
import { systemClock } from './system-clock.js';
import { transportByTarget } from './transport-by-target.js';
import { xrayTraceSource } from './xray-trace-source.js';

/** Builds the real world for a run, hands it to `work`, and closes what it opened, whatever happened. */
export async function inRealWorld<T>(
  settings: Settings,
  outside: {
    readonly history: DeploymentHistory;
    readonly progress: Progress;
    readonly mask: (secret: string) => void;
  },
  work: (world: World) => Promise<T>,
): Promise<T> {
  const local = settings.traceSource === 'local' ? await openLocal(settings, outside.progress) : null;
  try {
    const region = settings.awsRegion ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? null;
    const elsewhere = local !== null || process.env.AWS_ENDPOINT_URL_XRAY !== undefined;
    const environment: Environment = { variable: (name) => process.env[name], mask: outside.mask };
    return await work({
      ...outside,
      environment,
      transport: transportByTarget({
        http: httpTransport(systemClock, { http2: settings.http2 }),
        lambda: lambdaTransport(systemClock, environment, settings.awsRegion),
      }),
      authorize: authorizer(systemClock, environment, settings.awsRegion),
      clock: systemClock,
      randomBytes,
      traces: xrayTraceSource(
        { region: local === null ? settings.awsRegion : 'us-east-1', endpoint: local?.apiUrl ?? null },
        systemClock,
      ),
      files,
      awsRegion: elsewhere ? null : region,
      tracesCostMoney: !elsewhere,
      gateVersion: GATE_VERSION,
    });
  } finally {
    await local?.stop();
    if (local !== null) tellCounts(local, outside.progress);
  }
}

async function openLocal({ localHost, localPort, otlpPort }: Settings, progress: Progress): Promise<LocalXRay> {
  const local = await startLocalXRay({ host: localHost, port: localPort, apiPort: 0, otlpPort });
  const otlp = local.otlpUrl === null ? '' : ` or OTEL_EXPORTER_OTLP_ENDPOINT=${local.otlpUrl}`;
  progress.step(`The local X-Ray listens: AWS_XRAY_DAEMON_ADDRESS=${local.daemonAddress}${otlp}.`);
  return local;
}

/** What did not come whole: coverage tells how much is missing, this tells why. */
function tellCounts(local: LocalXRay, progress: Progress): void {
  const { documents, datagrams, spans, rejected, rejectedBy, lostDatagrams, evictedTraces } = local.counts();
  if (documents === 0 && rejected === 0) {
    progress.step(
      `Nothing came to the local X-Ray. The services must send to AWS_XRAY_DAEMON_ADDRESS=${local.daemonAddress}${local.otlpUrl === null ? '' : ` or OTEL_EXPORTER_OTLP_ENDPOINT=${local.otlpUrl}`}; from containers to an address of this machine, with "local-host": 0.0.0.0.`,
    );
  }
  if (rejected > 0) {
    const reasons = Object.entries(rejectedBy).map(([fault, count]) => `${count} ${fault}`);
    progress.step(
      `The local X-Ray rejected ${rejected} of what came (${datagrams} datagrams, ${spans} spans): ${reasons.join(', ')}.`,
    );
  }
  if (lostDatagrams !== null && lostDatagrams > 0) {
    progress.step(`The system lost ${lostDatagrams} datagrams before the local X-Ray could read them.`);
  }
  if (evictedTraces > 0) progress.step(`The local X-Ray had no room for ${evictedTraces} older traces.`);
}

import { GATE_VERSION } from '../gate-version.js';
import type { Settings } from '../inputs.js';
import type { LocalXRay } from '../local/local-xray.js';
import { startLocalXRay } from '../local/local-xray.js';
import type { DeploymentHistory, Environment, Progress, World } from '../world.js';
import { countingAnswers } from './answer-count.js';
import { authorizer } from './authorizer.js';
import { isAwsEndpoint } from './aws-endpoint.js';
import { regionOfEnvironment } from './aws-region.js';
import { randomBytes } from './chance.js';
import { files } from './files.js';
import { httpTransport } from './http-transport.js';
import { lambdaTransport } from './lambda-transport.js';
import { systemClock } from './system-clock.js';
import { transportByTarget } from './transport-by-target.js';
import { xrayGroups } from './xray-groups.js';
import { xrayOfSource } from './xray-of-source.js';
import { countingSegments, xraySegmentStore } from './xray-segment-store.js';
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
  const xray = { region: local === null ? settings.awsRegion : 'us-east-1', endpoint: local?.apiUrl ?? null };
  const { segments, taken } = countingSegments(xraySegmentStore(xray));
  const environment: Environment = { variable: (name) => process.env[name], mask: outside.mask };
  const { transport, answered } = countingAnswers(
    transportByTarget({
      http: httpTransport(systemClock, { http2: settings.http2 }),
      lambda: lambdaTransport(systemClock, environment, settings.awsRegion),
    }),
  );
  try {
    const region = settings.awsRegion ?? regionOfEnvironment(environment);
    const endpoint = process.env.AWS_ENDPOINT_URL_XRAY || process.env.AWS_ENDPOINT_URL || null;
    const elsewhere = local !== null || (endpoint !== null && !isAwsEndpoint(endpoint));
    return await work({
      ...outside,
      environment,
      transport,
      authorize: authorizer(systemClock, environment, settings.awsRegion),
      clock: systemClock,
      randomBytes,
      traces: xrayTraceSource(xray, systemClock),
      segments,
      xrayOf: (source, runId) => xrayOfSource(source, runId, region, systemClock),
      groups: xrayGroups(xray, systemClock),
      files,
      awsRegion: elsewhere ? null : region,
      tracesCostMoney: !elsewhere,
      gateVersion: GATE_VERSION,
    });
  } finally {
    await local?.stop();
    if (local !== null) tellCounts(local, { own: taken(), answered: answered() }, outside.progress);
  }
}

async function openLocal({ localHost, localPort, otlpPort }: Settings, progress: Progress): Promise<LocalXRay> {
  const local = await startLocalXRay({ host: localHost, port: localPort, apiPort: 0, otlpPort });
  const otlp = local.otlpUrl === null ? '' : ` or OTEL_EXPORTER_OTLP_ENDPOINT=${local.otlpUrl}`;
  progress.step(`The local X-Ray listens: AWS_XRAY_DAEMON_ADDRESS=${local.daemonAddress}${otlp}.`);
  return local;
}

/**
 * What did not come whole: coverage tells how much is missing, this tells why. `own`: segments of the gate's own;
 * `answered`: requests, of which services may have segments.
 */
function tellCounts(
  local: LocalXRay,
  { own, answered }: { readonly own: number; readonly answered: number },
  progress: Progress,
): void {
  const { documents, datagrams, spans, rejected, rejectedBy, lostDatagrams, evictedTraces } = local.counts();
  if (documents === own && rejected === 0 && answered > 0) {
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

import { randomBytes } from 'node:crypto';
import { GATE_VERSION } from '../gate-version.js';
import type { Settings } from '../inputs.js';
import type { LocalXRay } from '../local/local-xray.js';
import { startLocalXRay } from '../local/local-xray.js';
import type { DeploymentHistory, Progress, World } from '../world.js';
import { files } from './files.js';
import { httpTransport } from './http-transport.js';
import { systemClock } from './system-clock.js';
import { xrayTraceSource } from './xray-trace-source.js';

/** Builds the real world for a run, hands it to `work`, and closes what it opened, whatever happened. */
export async function inRealWorld<T>(
  settings: Settings,
  outside: { readonly history: DeploymentHistory; readonly progress: Progress },
  work: (world: World) => Promise<T>,
): Promise<T> {
  const local = settings.traceSource === 'local' ? await openLocal(settings, outside.progress) : null;
  try {
    const region = settings.awsRegion ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? null;
    const elsewhere = local !== null || process.env.AWS_ENDPOINT_URL_XRAY !== undefined;
    return await work({
      ...outside,
      transport: httpTransport(systemClock),
      clock: systemClock,
      randomBytes,
      traces: xrayTraceSource({
        region: local === null ? settings.awsRegion : 'us-east-1',
        endpoint: local?.apiUrl ?? null,
      }),
      files,
      awsRegion: elsewhere ? null : region,
      gateVersion: GATE_VERSION,
    });
  } finally {
    await local?.stop();
  }
}

async function openLocal({ localPort }: Settings, progress: Progress): Promise<LocalXRay> {
  const local = await startLocalXRay({ host: '127.0.0.1', port: localPort, apiPort: 0 });
  progress.step(`The local X-Ray listens: AWS_XRAY_DAEMON_ADDRESS=${local.daemonAddress}.`);
  return local;
}

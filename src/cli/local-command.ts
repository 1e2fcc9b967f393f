import { startLocalXRay } from '../local/local-xray.js';
import { parseFlags, portFrom } from './flags.js';
import { print } from './print.js';

/** `local`: runs the local X-Ray until it is interrupted. Returns the exit code. */
export async function localCommand(args: string[]): Promise<number> {
  const given = parseFlags(args, {
    command: 'local',
    valued: ['host', 'port', 'api-port', 'otlp-port', 'indexed-attributes'],
    switches: ['json'],
  });
  const json = given('json') === 'true';
  const indexed = given('indexed-attributes');
  const xray = await startLocalXRay({
    host: given('host') ?? '127.0.0.1',
    port: portFrom(given, 'port', 2000),
    apiPort: portFrom(given, 'api-port', 2001),
    otlpPort: portFrom(given, 'otlp-port', 4318),
    indexedAttributes: indexed === 'all' ? 'all' : (indexed?.split(',') ?? []),
  });
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  if (json) {
    print(JSON.stringify({ event: 'listening', daemon: xray.daemonAddress, api: xray.apiUrl, otlp: xray.otlpUrl }));
  } else {
    print('The local X-Ray is running; Ctrl-C ends it.');
    print(`  services:  AWS_XRAY_DAEMON_ADDRESS=${xray.daemonAddress}`);
    print(`             OTEL_EXPORTER_OTLP_ENDPOINT=${xray.otlpUrl}`);
    print(`  clients:   AWS_ENDPOINT_URL_XRAY=${xray.apiUrl}`);
  }
  await ended;
  await xray.stop();
  return 0;
}

import { parseFaults } from '../local/faults/read-faults.js';
import { startLocalXRay } from '../local/local-xray.js';
import { megabytesFrom, parseFlags, portFrom } from './flags.js';
import { JSON_LINES, TEXT_LINES } from './local-lines.js';
import { print } from './print.js';

/** `local`: runs the local X-Ray until it is interrupted. Returns the exit code. */
export async function localCommand(args: string[]): Promise<number> {
  const given = parseFlags(args, {
    command: 'local',
    valued: ['host', 'port', 'api-port', 'otlp-port', 'indexed-attributes', 'max-memory', 'faults'],
    switches: ['json'],
  });
  const lines = given('json') === 'true' ? JSON_LINES : TEXT_LINES;
  const indexed = given('indexed-attributes');
  const ended = interrupted();
  const xray = await startLocalXRay({
    host: given('host') ?? '127.0.0.1',
    port: portFrom(given, 'port', 2000),
    apiPort: portFrom(given, 'api-port', 2001),
    otlpPort: portFrom(given, 'otlp-port', 4318),
    indexedAttributes: indexed === 'all' ? 'all' : (indexed?.split(',') ?? []),
    maxBytes: megabytesFrom(given, 'max-memory', 1000) * 1_000_000,
    faults: parseFaults(given('faults') ?? '{}'),
    onFinished: (trace) => print(lines.trace(trace)),
  });
  print(lines.listening(xray));
  await ended;
  await xray.stop();
  return print(lines.ended(xray.counts()));
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

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
  const interruption = new Interruption();
  const xray = await startLocalXRay({
    host: given('host') ?? '127.0.0.1',
    port: portFrom(given, 'port', 2000),
    apiPort: portFrom(given, 'api-port', 2001),
    otlpPort: given('otlp-port') === 'none' ? null : portFrom(given, 'otlp-port', 4318),
    indexedAttributes: indexed === 'all' ? 'all' : namesIn(indexed ?? ''),
    maxBytes: megabytesFrom(given, 'max-memory', 1000) * 1_000_000,
    faults: parseFaults(given('faults') ?? '{}'),
    onFinished: (trace) => print(lines.trace(trace)),
  });
  print(lines.listening(xray));
  await interruption.came;
  await xray.stop();
  interruption.over();
  return print(lines.ended(xray.counts()));
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Ctrl-C, or SIGTERM. Heard to the end, as npm passes on the Ctrl-C that the terminal has sent here too. */
class Interruption {
  readonly came: Promise<void>;
  #resolve: () => void = () => {};

  constructor() {
    this.came = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    process.on('SIGINT', this.#resolve).on('SIGTERM', this.#resolve);
  }

  over(): void {
    process.off('SIGINT', this.#resolve).off('SIGTERM', this.#resolve);
  }
}

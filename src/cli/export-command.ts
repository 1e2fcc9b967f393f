import { randomBytes } from '../adapters/chance.js';
import { files } from '../adapters/files.js';
import { systemClock } from '../adapters/system-clock.js';
import { terminalProgress } from '../adapters/terminal.js';
import { GateError } from '../errors.js';
import { GATE_VERSION } from '../gate-version.js';
import { ENGINES, externalRunId, handOver } from '../hand-over.js';
import { readInputs } from '../inputs.js';
import { obtainWorkload } from '../run/obtain-workload.js';
import { EXPORT_INPUTS } from './command-help.js';
import { parseFlags } from './flags.js';
import { print } from './print.js';

/** `export`: writes the traffic as a script for another engine. Returns the exit code. */
export async function exportCommand([engineName = '', ...args]: string[]): Promise<number> {
  const engine = ENGINES.find((name) => name === engineName);
  if (engine === undefined) {
    throw new GateError(
      `There is no engine "${engineName}" to export to.`,
      `Write it as xray-gate export ${ENGINES.join(' or ')}.`,
    );
  }
  const given = parseFlags(args, {
    command: 'export',
    valued: [...EXPORT_INPUTS, 'output'],
    several: ['requests'],
  });
  const settings = readInputs((name) => (name === 'version' ? (given(name) ?? 'exported') : given(name)));
  const runId = externalRunId(systemClock.nowMs(), randomBytes);
  const progress = terminalProgress(process.stderr, systemClock.nowMs);
  const environment = { variable: (name: string) => process.env[name], mask: () => {} };
  const workload = await obtainWorkload(settings, { files, environment, progress });
  const folder = given('output') ?? 'xray-gate-load';
  const { files: written, next } = handOver(engine, workload, settings, { runId, gateVersion: GATE_VERSION, folder });
  for (const [path, text] of written) {
    await files.write(path, text);
    print(`Written: ${path}`);
  }
  return print(next.join('\n'));
}

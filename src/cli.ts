#!/usr/bin/env node
import { logText } from './adapters/log-text.js';
import { helpFor } from './cli/command-help.js';
import { compareCommand } from './cli/compare-command.js';
import { demoCommand } from './cli/demo-command.js';
import { exportCommand } from './cli/export-command.js';
import { gateCommand } from './cli/gate-command.js';
import { importCommand } from './cli/import-command.js';
import { localCommand } from './cli/local-command.js';
import { print } from './cli/print.js';
import { describeError, GateError } from './errors.js';
import { GATE_VERSION } from './gate-version.js';
import { failureCost } from './report/failure.js';

const COULD_NOT_MEASURE = 2;
const OLDEST_NODE = 22;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  gate: gateCommand,
  compare: compareCommand,
  export: exportCommand,
  import: importCommand,
  local: localCommand,
  demo: demoCommand,
};

async function main([command, ...args]: string[]): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new GateError(
      `xray-gate needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
      'Install Node 24. On Linux npm ci brings it along, and npx . runs on it.',
    );
  }
  const run = COMMANDS[command ?? ''];
  if (command === '--version') return print(GATE_VERSION);
  if (run === undefined) {
    const asked = command === undefined || command === '--help' || command === 'help';
    if (asked) return print(helpFor(args[0]));
    throw new GateError(
      `There is no command "${command}".`,
      'Use gate, compare, export, import, local or demo; --help says more.',
    );
  }
  return args.includes('--help') ? print(helpFor(command)) : run(args);
}

// A reader that has seen enough (`| head`) does not change the verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence =
    error instanceof GateError
      ? describeError(error)
      : `A defect of xray-gate, please report it: ${error instanceof Error ? error.stack : String(error)}`;
  const cost = failureCost(error);
  process.stderr.write(logText([sentence, ...(cost === null ? [] : [cost]), ''].join('\n')));
  process.exitCode = COULD_NOT_MEASURE;
}

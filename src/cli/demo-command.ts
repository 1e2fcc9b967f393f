import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runDemo } from '../../demo/demo.js';
import { parseFlags } from './flags.js';
import { print } from './print.js';

/** `demo`: the gate on a small shop of real services. Returns the exit code. */
export async function demoCommand(args: string[]): Promise<number> {
  parseFlags(args, { command: 'demo', valued: [] });
  // Two folders down in the bundle, which is dist/cli/index.js, as here.
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  return runDemo({ root, log: print });
}

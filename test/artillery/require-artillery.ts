import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/**
 * The command of the Artillery that `package-lock.json` names, installed first where it is not there yet. No scripts of
 * packages are run: Artillery depends on Playwright, whose browsers nobody needs here.
 */
export async function requireArtillery(log: (line: string) => void): Promise<string> {
  const command = join(FOLDER, 'node_modules/artillery/bin/run');
  if (await isThere(command)) return command;
  log('Installing Artillery.');
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`npm ci in ${FOLDER} ended with exit code ${code}.`);
  return command;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

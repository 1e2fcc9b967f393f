import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Tallies } from './tally.js';

/** What each part came to, by its name. Parts that are run again replace their own. */
export type Results = Readonly<Record<string, Tallies>>;

const FILE = fileURLToPath(new URL('./results.json', import.meta.url));

/** The file that `npm run calibrate` writes and the document is made of; nothing where there is none yet. */
export function readResults(): Results {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};
}

export function writeResults(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { GateError } from '../src/errors.js';
import type { RealRuns, StudySettings } from './real-runs-study.js';

/** Reads a study; null where there is no file. Throws a GateError where the file holds something else. */
export async function readStudy(path: string): Promise<RealRuns | null> {
  const text = await readOrNull(path);
  if (text === null) return null;
  const study: unknown = JSON.parse(text);
  if (!isStudy(study)) throw unusable(path, 'does not hold a study');
  return study;
}

/** Throws a GateError where runs of these settings would not be of the same study as those in the file. */
export function requireSettings(path: string, study: RealRuns, settings: StudySettings): void {
  if (isDeepStrictEqual(study.settings, settings)) return;
  const [kept, now] = [study.settings, settings].map((these) => JSON.stringify(these));
  throw unusable(path, `holds runs of ${kept}, and these would be of ${now}`);
}

/** Replaces the file as a whole, so that an interruption never leaves half of one. */
export async function writeStudy(path: string, study: RealRuns): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(study, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Looks as far as a file of another kind would differ; the runs are as `writeStudy` left them. */
function isStudy(value: unknown): value is RealRuns {
  return (
    typeof value === 'object' &&
    value !== null &&
    'settings' in value &&
    'runs' in value &&
    Array.isArray(value.runs) &&
    value.runs.every((run) => typeof run?.slowDownPercent === 'number' && typeof run.repetition === 'number')
  );
}

function unusable(path: string, what: string): GateError {
  return new GateError(`${path} ${what}.`, 'Start anew with --again, or move the file away to keep it.');
}

import { isAbsolute, join } from 'node:path';
import { GateError } from '../errors.js';
import type { Part } from './part.js';
import type { Reading } from './reading.js';

const LARGEST_MIB = 10;

/** Why a file's text is none to go on with, as what follows its name; null where it is. */
export function unusable(text: string): string | null {
  const mib = Buffer.byteLength(text) / 1024 ** 2;
  if (mib > LARGEST_MIB) return `has ${mib.toFixed(1)} MiB, more than ${LARGEST_MIB}`;
  return /[\0\uFFFD]/.test(text) ? 'is not UTF-8 text' : null;
}

/** Reads the file that a document names. Null, and notes why, where there is no text to be had. */
export async function readNamedFile(
  part: Part,
  { problems, outside, folder }: Reading,
  example: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const { place, content } = part;
  const name = content.kind === 'scalar' && typeof content.value === 'string' ? content.value : '';
  if (name === '') {
    problems.wrong(part, "a file's path, relative to this file", example);
    return null;
  }
  const path = isAbsolute(name) ? name : join(folder, name);
  try {
    const text = await outside.readText(path);
    const reason = text === null ? 'does not exist' : unusable(text);
    if (text !== null && reason === null) return { name, text };
    problems.add(place, `names ${path}, which ${reason}. Give a text file's path, relative to this file.`);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    problems.add(place, `names a file that is no use: ${error.message}`);
  }
  return null;
}

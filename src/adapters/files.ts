import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GateError } from '../errors.js';
import type { Files } from '../world.js';

/** The file system, with paths relative to the working directory. */
export const files: Files = {
  readText,
  readJson: async (path) => {
    const text = await readText(path);
    if (text === null) throw new GateError(`Cannot read ${path}: there is no such file.`, 'Check the path.');
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new GateError(`${path} is not JSON: ${(error as Error).message}.`, 'Check that it is the right file.', {
        cause: error,
      });
    }
  },
  write: (path, text) => writing(path, () => writeFile(path, text)),
  writeLines: (path, lines) =>
    writing(path, async () => {
      const unfinished = `${path}.part`;
      try {
        await pipeline(ended(lines), createWriteStream(unfinished));
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    }),
};

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await mkdir(dirname(resolve(path)), { recursive: true });
    await write();
  } catch (error) {
    throw new GateError(`Cannot write ${path}: ${(error as Error).message}.`, 'Choose a path that can be written.', {
      cause: error,
    });
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    // PowerShell writes a byte order mark.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new GateError(`Cannot read ${path}: ${(error as Error).message}.`, 'Check the path.', { cause: error });
  }
}

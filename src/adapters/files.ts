import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { GateError } from '../errors.js';
import type { Files } from '../world.js';

/** The file system, with paths relative to the working directory. */
export const files: Files = {
  readJson: async (path) => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      throw new GateError(`Cannot read ${path}: ${(error as Error).message}.`, 'Check the path.', { cause: error });
    }
    try {
      // PowerShell writes a byte order mark.
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new GateError(`${path} is not JSON: ${(error as Error).message}.`, 'Check that it is the right file.', {
        cause: error,
      });
    }
  },
  write: async (path, text) => {
    try {
      await mkdir(dirname(resolve(path)), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      throw new GateError(`Cannot write ${path}: ${(error as Error).message}.`, 'Choose a path that can be written.', {
        cause: error,
      });
    }
  },
};

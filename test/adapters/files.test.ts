import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { files } from '../../src/adapters/files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});

describe('lines that are written', () => {
  it('are the file, each with its end, in folders that are made for it', async () => {
    const path = join(folder, 'report', 'deep', 'requests.jsonl');
    await files.writeLines(path, ['{"a":1}', 'größer', '']);
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\ngrößer\n\n');
    expect(await readdir(join(folder, 'report', 'deep'))).toEqual(['requests.jsonl']);
  });

  it('are on the disk long before the last is made', async () => {
    const line = 'x'.repeat(999);
    const onDisk = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    let heldAtMost = 0;
    function* lines(): Generator<string> {
      for (let made = 0; made < 20_000; made++) {
        heldAtMost = Math.max(heldAtMost, 1000 * made - onDisk());
        yield line;
      }
    }
    const path = join(folder, 'long.txt');
    await files.writeLines(path, lines());
    expect(statSync(path).size).toBe(20_000_000);
    expect(heldAtMost).toBeLessThan(1_000_000);
  });

  it('take the place of an older file, even a longer one', async () => {
    const path = join(folder, 'requests.jsonl');
    await writeFile(path, 'older\n'.repeat(100));
    await files.writeLines(path, ['newer']);
    expect(await readFile(path, 'utf8')).toBe('newer\n');
  });

  it('leave an older file as it is, and nothing beside it, where they break off', async () => {
    const path = join(folder, 'requests.jsonl');
    await writeFile(path, 'older\n');
    function* broken(): Generator<string> {
      for (let i = 0; i < 10_000; i++) yield 'newer';
      throw new Error('no more');
    }
    await expect(files.writeLines(path, broken())).rejects.toThrow(`Cannot write ${path}: no more.`);
    expect(await readFile(path, 'utf8')).toBe('older\n');
    expect(await readdir(folder)).toEqual(['requests.jsonl']);
  });

  it('cannot be written where a folder has the name', async () => {
    await expect(files.writeLines(folder, ['x'])).rejects.toThrow(`Cannot write ${folder}: `);
    expect(await readdir(folder)).toEqual([]);
  });
});

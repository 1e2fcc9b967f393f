import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { violations } from './support/architecture-rules.js';

const sources = new Map(globSync('src/**/*.ts').map((path) => [path, readFileSync(path, 'utf8')]));

function planted(path: string, text: string): string[] {
  return violations(new Map([...sources, [path, text]])).filter((line) => line.includes(path));
}

describe('the import rules', () => {
  it('are kept by every source file', () => {
    expect(sources.size).toBeGreaterThan(50);
    expect(violations(sources)).toEqual([]);
  });

  it.each([
    [
      'a stage reads a file',
      'src/drive/planted.ts',
      "import { readFile } from 'node:fs/promises';",
      /only adapters\/ and local\//,
    ],
    [
      'a stage calls AWS',
      'src/collect/planted.ts',
      "import { XRayClient } from '@aws-sdk/client-xray';",
      /only adapters\//,
    ],
    ['the story logs to the runner', 'src/planted.ts', "import * as core from '@actions/core';", /only adapters\//],
    [
      'a stage imports an adapter',
      'src/report/planted.ts',
      "import '../adapters/files.js';",
      /only the edges import adapters/,
    ],
    [
      'an adapter type is no exception',
      'src/drive/planted.ts',
      "import type { X } from '../adapters/files.js';",
      /only the edges/,
    ],
    [
      'a stage imports the local X-Ray',
      'src/collect/planted.ts',
      "import '../local/local-xray.js';",
      /only the edges and adapters/,
    ],
    ['somebody imports an edge', 'src/drive/planted.ts', "import '../cli.js';", /nobody imports an edge/],
    ['a command imports the edge that runs it', 'src/cli/planted.ts', "import '../cli.js';", /nobody imports an edge/],
    ['a stage imports a command', 'src/run/planted.ts', "import '../cli/flags.js';", /only cli.ts imports cli\//],
    ['the other edge imports a command', 'src/index.ts', "import './cli/print.js';", /only cli.ts imports cli\//],
    [
      'a command reads a file by itself',
      'src/cli/planted.ts',
      "import { readFile } from 'node:fs/promises';",
      /only adapters\/ and local\//,
    ],
    [
      'trace/ imports another stage',
      'src/trace/planted.ts',
      "import type { X } from '../compare/place.js';",
      /trace\/ imports no other/,
    ],
    ['a pure stage is async', 'src/compare/planted.ts', 'export async function f() {}', /uses async/],
    ['a pure stage reads the clock', 'src/report/planted.ts', 'export const now = Date.now();', /uses Date/],
    ['a pure stage rolls dice', 'src/compare/planted.ts', 'export const x = Math.random();', /uses Math.random/],
    ['a pure stage looks at the process', 'src/baseline/planted.ts', 'export const x = process.env;', /uses process/],
  ])('are broken when %s', (_, path, text, message) => {
    expect(planted(path, text).join('\n')).toMatch(message);
  });

  it('are broken by two files that import only types of each other', () => {
    const circle = new Map([
      ['src/drive/a.ts', "import type { B } from './b.js';\nexport type A = B;"],
      ['src/drive/b.ts', "import type { A } from './a.js';\nexport type B = A;"],
    ]);
    expect(violations(circle)).toEqual([
      'files import each other in a circle: src/drive/a.ts → src/drive/b.ts → src/drive/a.ts.',
    ]);
  });

  it('are broken by two stages that import each other through different files', () => {
    const circle = new Map([
      ['src/drive/a.ts', "import '../collect/a.js';"],
      ['src/collect/a.ts', ''],
      ['src/collect/b.ts', "import '../drive/b.js';"],
      ['src/drive/b.ts', ''],
    ]);
    expect(violations(circle)).toEqual(['stages import each other in a circle: drive → collect → drive.']);
  });

  it('allow names that only look like the clock or the process', () => {
    expect(planted('src/compare/planted.ts', 'export const x = { process: 1 }.process;')).toEqual([]);
  });
});

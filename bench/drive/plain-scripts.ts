import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Writes src/ and bench/ as plain JavaScript into a folder of their own, hands it to `work`, and removes it: a process
 * that loads TypeScript would be measured with its loader.
 */
export async function withPlainScripts<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-drive-'));
  try {
    for (const path of globSync(['src/**/*.ts', 'bench/**/*.ts'])) {
      const { outputText } = ts.transpileModule(await readFile(path, 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
      });
      const to = join(folder, path.replace(/\.ts$/, '.js'));
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, outputText);
    }
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

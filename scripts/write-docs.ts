import { readFile, writeFile } from 'node:fs/promises';
import { withActionYaml, withReadmeSections } from './generated-docs.js';

await rewrite('action.yml', withActionYaml);
await rewrite('README.md', withReadmeSections);

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

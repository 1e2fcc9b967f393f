import { GateError } from '../errors.js';
import { importDocument } from '../import/import-document.js';
import type { TrafficWish } from '../input-reader.js';
import type { Outside } from '../scenario/outside.js';
import { type ReadWorkload, readScenarioDocument, readScenarioFile } from '../scenario/scenario-file.js';
import type { World } from '../world.js';

/**
 * What is to be sent: the scenarios of a file, or else the lines of "requests". Secrets among them are masked in the
 * log from here on. Throws GateError with all that is wrong.
 */
export async function obtainWorkload(
  { lines, file }: TrafficWish,
  world: Pick<World, 'files' | 'environment' | 'progress'>,
): Promise<ReadWorkload> {
  const text = file === null ? null : await world.files.readText(file.path);
  if (file === null || (text === null && !file.mustExist))
    return { workload: { scenarios: lines, variables: new Map() }, secrets: [] };
  if (text === null) {
    throw new GateError(
      `There is no file of scenarios ${file.path}.`,
      'Check the path, and that the job checks the repository out.',
    );
  }
  const read = await readFile(file.path, text, world);
  for (const secret of read.secrets) world.environment.mask(secret);
  const names = read.workload.scenarios.map(({ name }) => name);
  world.progress.step(`Scenarios of ${file.path}: ${names.join(', ')}.`);
  return read;
}

async function readFile(
  path: string,
  text: string,
  { files, environment, progress }: Pick<World, 'files' | 'environment' | 'progress'>,
): Promise<ReadWorkload> {
  const outside: Outside = { readText: files.readText, variable: environment.variable };
  const imported = await importDocument(text, path, async (referenced) => {
    const other = await files.readText(referenced);
    if (other === null) throw new Error(`there is no file ${referenced}`);
    return other;
  });
  if (imported === null) return readScenarioFile(path, outside);
  for (const sentence of imported.leftOut) progress.step(`${path}: ${sentence}`);
  return readScenarioDocument(imported.document, path, outside);
}

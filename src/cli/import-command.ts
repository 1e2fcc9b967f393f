import { files } from '../adapters/files.js';
import { GateError } from '../errors.js';
import { importDocument } from '../import/import-document.js';
import { scenarioYaml } from '../import/scenario-yaml.js';
import { print } from './print.js';

/** `import`: prints a document of another kind as a file of scenarios. Returns the exit code. */
export async function importCommand(args: string[]): Promise<number> {
  const [path = '', ...others] = args;
  if (path === '' || path.startsWith('-') || others.length > 0) {
    throw new GateError(
      'The import takes one file.',
      'Write it as xray-gate import openapi.yaml > .github/xray-gate.yml.',
    );
  }
  const text = await files.readText(path);
  if (text === null) throw new GateError(`Cannot read ${path}: there is no such file.`, 'Check the path.');
  const imported = await importDocument(text, path, async (other) => {
    const referenced = await files.readText(other);
    if (referenced === null) throw new Error(`there is no file ${other}`);
    return referenced;
  });
  if (imported === null) {
    throw new GateError(
      `${path} is no OpenAPI 3 document, HAR file or .http file.`,
      'Check that it is the right file; a file of scenarios needs no import.',
    );
  }
  return print((await scenarioYaml(imported.document, imported.leftOut)).trimEnd());
}

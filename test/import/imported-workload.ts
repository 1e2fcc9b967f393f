import { readFileSync } from 'node:fs';
import { readGateFile } from '../../src/gate-file/gate-file.js';
import { importDocument } from '../../src/import/import-document.js';
import type { Imported, ScenarioDocument } from '../../src/import/scenario-document.js';
import { scenarioYaml } from '../../src/import/scenario-yaml.js';
import { readScenarioDocument } from '../../src/scenario/scenario-file.js';
import type { Workload } from '../../src/scenario/workload.js';
import { fakeOutside } from '../support/fake-outside.js';

const FIXTURES = 'test/import/fixtures';

export async function importFixture(name: string): Promise<Imported> {
  const path = `${FIXTURES}/${name}`;
  const imported = await importDocument(readFileSync(path, 'utf8'), path, async (other) => readFileSync(other, 'utf8'));
  if (imported === null) throw new Error(`${path} was not recognized`);
  return imported;
}

export async function importText(text: string, path: string): Promise<Imported> {
  const imported = await importDocument(text, path);
  if (imported === null) throw new Error('was not recognized');
  return imported;
}

/** What the gate reads of an imported document, when each environment variable is set to its own name. */
export async function workloadOf(
  document: ScenarioDocument,
  files: Readonly<Record<string, string>> = {},
): Promise<Workload> {
  const { workload } = await readScenarioDocument(document, 'imported.yml', outside(files));
  return workload;
}

/** The same after it was written as YAML. */
export async function workloadOfYaml({ document, leftOut }: Imported, files: Readonly<Record<string, string>> = {}) {
  const yaml = await scenarioYaml(document, leftOut);
  const { read } = await readGateFile(yaml, 'imported.yml', outside(files));
  if (read === null) throw new Error('has no scenarios');
  return read.workload;
}

function outside(files: Readonly<Record<string, string>>) {
  return { ...fakeOutside(files), variable: (name: string) => name };
}

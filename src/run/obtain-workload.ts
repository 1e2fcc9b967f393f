import { GateError } from '../errors.js';
import {
  type GateConfiguration,
  type GateFile,
  NO_CONFIGURATION,
  readGateFile,
  type ScenariosWanted,
  USUAL_GATE_FILE,
} from '../gate-file/gate-file.js';
import { importDocument } from '../import/import-document.js';
import type { Imported } from '../import/scenario-document.js';
import type { Settings } from '../inputs.js';
import type { Outside } from '../scenario/outside.js';
import { type ReadWorkload, readScenarioDocument } from '../scenario/scenario-file.js';
import type { World } from '../world.js';

/** What is to be sent, and what the gate file says beside it. */
export interface Assignment extends ReadWorkload {
  readonly configuration: GateConfiguration;
}

type Ports = Pick<World, 'files' | 'environment' | 'progress'>;

/** What one file gives. */
interface FromFile extends GateFile {
  readonly path: string;
}

/**
 * Reads the gate file: the one that the input "scenarios" names, else the usual one where it is there. What is to be sent
 * are its scenarios, or those of a document of another kind that "scenarios" names, or else the lines of "requests".
 * Where nothing is sent scenarios are left alone: their secrets may not be there. Secrets that are read are masked in the
 * log from here on. Throws GateError with all that is wrong.
 */
export async function obtainWorkload(
  { mode, traffic: { file, lines } }: Pick<Settings, 'mode' | 'traffic'>,
  ports: Ports,
): Promise<Assignment> {
  const sends = mode === 'gate';
  const { read, configuration, path } = file?.mustExist
    ? await readNamed(file.path, sends, ports)
    : await readUsual(sends && file !== null ? 'optional' : 'left alone', ports);
  if (read === null) return { workload: { scenarios: lines, variables: new Map() }, secrets: [], configuration };
  for (const secret of read.secrets) ports.environment.mask(secret);
  const names = read.workload.scenarios.map(({ name }) => name);
  ports.progress.step(`Scenarios of ${path}: ${names.join(', ')}.`);
  return { ...read, configuration };
}

async function readUsual(scenarios: ScenariosWanted, ports: Ports): Promise<FromFile> {
  const path = USUAL_GATE_FILE;
  const text = await ports.files.readText(path);
  if (text === null) return { path, read: null, configuration: NO_CONFIGURATION };
  return { path, ...(await readGateFile(text, path, outsideOf(ports), scenarios)) };
}

/** A document of another kind has scenarios alone: the rest is in the usual file. */
async function readNamed(path: string, sends: boolean, ports: Ports): Promise<FromFile> {
  const text = await ports.files.readText(path);
  if (text === null) {
    throw new GateError(
      `There is no file of scenarios ${path}.`,
      'Check the path, and that the job checks the repository out.',
    );
  }
  const imported = await importNamed(text, path, ports);
  if (imported === null) {
    return { path, ...(await readGateFile(text, path, outsideOf(ports), sends ? 'required' : 'left alone')) };
  }
  const { configuration } = await readUsual('left alone', ports);
  if (!sends) return { path, read: null, configuration };
  for (const sentence of imported.leftOut) ports.progress.step(`${path}: ${sentence}`);
  return { path, read: await readScenarioDocument(imported.document, path, outsideOf(ports)), configuration };
}

function importNamed(text: string, path: string, { files }: Ports): Promise<Imported | null> {
  return importDocument(text, path, async (referenced) => {
    const other = await files.readText(referenced);
    if (other === null) throw new Error(`there is no file ${referenced}`);
    return other;
  });
}

function outsideOf({ files, environment }: Ports): Outside {
  return { readText: files.readText, variable: environment.variable };
}

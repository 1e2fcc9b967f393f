import { dirname } from 'node:path';
import { GateError } from '../errors.js';
import { type ReadAuth, readAuth } from './authorization.js';
import { readHeaders } from './fields.js';
import { beside } from './layers.js';
import { readMembers, requiredMember } from './members.js';
import type { Outside } from './outside.js';
import { type Part, partOf } from './part.js';
import { Problems } from './problems.js';
import type { Reading } from './reading.js';
import { readScenarios } from './scenario-list.js';
import { unusable } from './text-file.js';
import type { Variable } from './variable.js';
import { type ReadVariables, readVariables } from './variables.js';
import type { Workload } from './workload.js';
import { readYaml } from './yaml-document.js';

export interface ReadWorkload {
  readonly workload: Workload;
  /** What must never be shown, in every form that it is sent in. */
  readonly secrets: readonly string[];
}

const FILE = { of: 'the file', known: ['scenarios', 'variables', 'headers', 'auth'] };
const NO_AUTH: ReadAuth = { headers: [], query: [], late: null };

/**
 * Reads a file of scenarios, such as `.github/xray-gate.yml`; docs/scenarios.md says what it may have. Rejects with a
 * GateError: where the file cannot be read, and else with everything that is wrong with it.
 */
export async function readScenarioFile(path: string, outside: Outside): Promise<ReadWorkload> {
  const text = await outside.readText(path);
  const reason = text === null ? 'does not exist' : unusable(text);
  if (text === null || reason !== null) {
    const remedy = 'Check the path, and that the job checks the repository out.';
    throw new GateError(`The file of scenarios ${path} ${reason}.`, remedy);
  }
  const problems = new Problems();
  const part = readYaml(text, problems);
  if (part === null) throw problems.error(path);
  return readWhole(part, path, outside, problems);
}

/**
 * The same for a document that was not written as YAML, but has its shape: plain objects, lists, texts, numbers, true,
 * false and null. `where` is the path of the file that it was made of: it names the document in errors, and paths within
 * are relative to its folder.
 */
export async function readScenarioDocument(document: unknown, where: string, outside: Outside): Promise<ReadWorkload> {
  return readWhole(partOf(document), where, outside, new Problems());
}

async function readWhole(part: Part, where: string, outside: Outside, problems: Problems): Promise<ReadWorkload> {
  const reading: Reading = { problems, outside, folder: dirname(where), secrets: new Set() };
  const members = readMembers(part, FILE, problems);
  const list = members === null ? null : requiredMember(members, 'scenarios', part, problems);
  const variablesPart = members?.get('variables');
  const headersPart = members?.get('headers');
  const authPart = members?.get('auth');
  const variables: ReadVariables =
    variablesPart === undefined ? new Map() : await readVariables(variablesPart, reading);
  const headers = headersPart === undefined ? [] : readHeaders(headersPart, problems);
  const auth = authPart === undefined ? NO_AUTH : readAuth(authPart, variables, reading);
  beside(headers, auth.headers, problems);
  const scenarios = list === null ? [] : await readScenarios(list, { variables, headers, auth }, reading);
  problems.throwIfAny(where);
  // Without a problem none of them is null.
  return {
    workload: { scenarios, variables: variables as ReadonlyMap<string, Variable> },
    secrets: [...reading.secrets],
  };
}

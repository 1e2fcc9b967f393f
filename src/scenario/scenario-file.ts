import { dirname } from 'node:path';
import { type ReadAuth, readAuth } from './authorization.js';
import { readHeaders } from './fields.js';
import { beside } from './layers.js';
import { type Members, readMembers, requiredMember } from './members.js';
import type { Outside } from './outside.js';
import { type Part, partOf } from './part.js';
import { Problems } from './problems.js';
import type { Reading } from './reading.js';
import { readScenarios } from './scenario-list.js';
import type { Variable } from './variable.js';
import { type ReadVariables, readVariables } from './variables.js';
import type { Workload } from './workload.js';

export interface ReadWorkload {
  readonly workload: Workload;
  /** What must never be shown, in every form that it is sent in. */
  readonly secrets: readonly string[];
}

/** What a document says of what is to be sent; docs/scenarios.md tells of each. */
export const WORKLOAD_KEYS = ['scenarios', 'variables', 'headers', 'auth'];

const DOCUMENT = { of: 'the file', known: WORKLOAD_KEYS };
const NO_AUTH: ReadAuth = { headers: [], query: [], late: null };

/**
 * Reads scenarios that were not written as YAML: plain objects, lists, texts, numbers, true, false and null. `where` is
 * the path of the file that they were made of: it names the document in errors, and paths within are relative to its
 * folder. Rejects with a GateError that tells everything that is wrong.
 */
export async function readScenarioDocument(document: unknown, where: string, outside: Outside): Promise<ReadWorkload> {
  const problems = new Problems();
  const part = partOf(document);
  const members = readMembers(part, DOCUMENT, problems);
  const read = members === null ? null : await readWorkload(members, part, where, outside, problems);
  problems.throwIfAny(where);
  return read as ReadWorkload; // Without a problem it is not null.
}

/**
 * What the document `around`, whose members are given, says of what is to be sent. What is returned is of use only where
 * no problem was noted.
 */
export async function readWorkload(
  members: Members,
  around: Part,
  where: string,
  outside: Outside,
  problems: Problems,
): Promise<ReadWorkload> {
  const reading: Reading = { problems, outside, folder: dirname(where), secrets: new Set() };
  const list = requiredMember(members, 'scenarios', around, problems);
  const variablesPart = members.get('variables');
  const headersPart = members.get('headers');
  const authPart = members.get('auth');
  const variables: ReadVariables =
    variablesPart === undefined ? new Map() : await readVariables(variablesPart, reading);
  const headers = headersPart === undefined ? [] : readHeaders(headersPart, problems);
  const auth = authPart === undefined ? NO_AUTH : readAuth(authPart, variables, reading);
  beside(headers, auth.headers, problems);
  const scenarios = list === null ? [] : await readScenarios(list, { variables, headers, auth }, reading);
  return {
    workload: { scenarios, variables: variables as ReadonlyMap<string, Variable> },
    secrets: [...reading.secrets],
  };
}

import { GateError } from '../../errors.js';
import type { JsonObject } from '../../trace/json-object.js';
import { DeclaredVariables } from '../declared-variables.js';
import type { AuthEntry, Imported, ReadReferenced, ScenarioDocument, ScenarioEntry } from '../scenario-document.js';
import { Secrets } from '../secrets.js';
import { assertImportable } from '../size-limit.js';
import { stateNote } from '../state-changing.js';
import { withUniqueNames } from '../unique-names.js';
import { basePath } from './base-path.js';
import { type SentOperation, sentOperation } from './operation-scenario.js';
import { type Operation, operationName, operationsOf } from './operations.js';
import { readOpenApi } from './read-openapi.js';

/**
 * Scenarios from an OpenAPI 3.0, 3.1 or 3.2 document, JSON or YAML: one for each operation that can be sent with values
 * that the document itself gives. Throws GateError where the document is none or no operation can be sent.
 */
export async function importOpenApi(text: string, path: string, readReferenced: ReadReferenced): Promise<Imported> {
  assertImportable(text, path);
  const { root, notes } = await readOpenApi(text, path, readReferenced);
  const variables = new DeclaredVariables();
  const secrets = new Secrets(variables);
  const sent: Sent[] = [];
  const leftOut = [...notes];
  for (const operation of operationsOf(root)) {
    const result = sentOperation(operation, root, variables, secrets);
    if (typeof result === 'string') leftOut.push(`${operationName(operation)} is left out: ${result}.`);
    else sent.push({ ...result, operation });
  }
  if (sent.length === 0) throw nothingSent(path, leftOut);
  const auth = commonAuth(sent);
  const scenarios = withUniqueNames(scenariosOf(sent, auth));
  const declared = variables.asDocument(auth, scenarios);
  return {
    document: { ...declared, ...(auth === 'none' ? {} : { auth }), scenarios },
    leftOut: [
      ...baseNote(root),
      ...environmentNote(declared.variables),
      ...leftOut,
      ...stateNote(sent.map(({ operation }) => operationName(operation))),
    ],
  };
}

/** The authorization that most operations have. */
function commonAuth(sent: readonly SentOperation[]): AuthEntry {
  const counts = Map.groupBy(sent, ({ auth }) => JSON.stringify(auth));
  const most = [...counts.values()].reduce((longest, next) => (next.length > longest.length ? next : longest));
  return most[0]!.auth;
}

type Sent = SentOperation & { readonly operation: Operation };

/** Each with its `auth`, where that is not the document's. */
function scenariosOf(sent: readonly Sent[], common: AuthEntry): ScenarioEntry[] {
  return sent.map(({ operation, step, auth }) => {
    const name = nameOf(operation.definition);
    const differs = JSON.stringify(auth) !== JSON.stringify(common);
    return { ...(name === null ? {} : { name }), ...step, ...(differs ? { auth } : {}) };
  });
}

const LONGEST_NAME = 80;

function nameOf({ summary, operationId }: JsonObject): string | null {
  const names = [summary, operationId].map((name) => (typeof name === 'string' ? name.trim() : ''));
  return names.find((name) => name !== '' && name.length <= LONGEST_NAME && !name.includes('\n')) ?? null;
}

function environmentNote(variables: ScenarioDocument['variables'] = {}): string[] {
  const names = Object.values(variables).flatMap((source) =>
    typeof source === 'object' && 'secret' in source ? [source.secret] : [],
  );
  return names.length === 0
    ? []
    : [`Environment variables give what the document's security needs: ${names.join(', ')}.`];
}

function baseNote(root: JsonObject): string[] {
  const base = basePath(root);
  if (base === '') return [];
  return [
    `The document's paths are below ${base}: the gate's "url" must end in it, as in https://staging.example.com${base}.`,
  ];
}

function nothingSent(path: string, leftOut: readonly string[]): GateError {
  return new GateError(
    [`${path} has no operation that can be sent.`, ...leftOut.slice(0, 5)].join(' ').trimEnd(),
    'Give its required parameters an "example" each; bodies as well.',
  );
}

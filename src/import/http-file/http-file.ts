import { GateError } from '../../errors.js';
import { DeclaredVariables } from '../declared-variables.js';
import type { Imported } from '../scenario-document.js';
import { Secrets } from '../secrets.js';
import { assertImportable } from '../size-limit.js';
import { listed } from '../state-changing.js';
import { withUniqueNames } from '../unique-names.js';
import { keptGlobals } from './answer-value.js';
import { answeredSteps } from './answered-steps.js';
import { dependentFlows } from './dependent-flows.js';
import { parseHttpFile } from './parse-http-file.js';
import type { HttpFile, WrittenRequest } from './written-request.js';
import { writtenStep } from './written-step.js';
import { WrittenValues } from './written-values.js';

/**
 * Scenarios from an `.http` file: one for each request, and a flow for requests of which some need others' answers.
 * Throws GateError where it holds no request that can be sent.
 */
export async function importHttpFile(text: string, path: string): Promise<Imported> {
  assertImportable(text, path);
  const file = parseHttpFile(text);
  const variables = new DeclaredVariables();
  const secrets = new Secrets(variables);
  const values = new WrittenValues(file, variables, secrets);
  const written = file.requests.map((request) => ({ request, ...writtenStep(request, values, secrets) }));
  const { steps, reasons } = answeredSteps(written);
  const leftOut = [...reasons].map(([index, why]) => `${whichRequest(file.requests[index]!)} is left out: ${why}.`);
  const scenarios = withUniqueNames(dependentFlows(steps));
  const sent = written.filter((_, index) => steps[index] !== null);
  if (scenarios.length === 0) {
    throw new GateError(
      [`${path} has no request that can be sent.`, ...leftOut.slice(0, 5)].join(' ').trimEnd(),
      'Write requests as: GET https://staging.example.com/orders',
    );
  }
  const notes = [
    ...hostNote(sent.map(({ authority }) => authority)),
    ...environmentNote(sent.flatMap(({ fromOutside }) => [...fromOutside])),
    ...handlerNotes(file),
    ...fileNotes(sent.map(({ request }) => request)),
  ];
  const declared = variables.asDocument(scenarios);
  return {
    document: { ...declared, scenarios },
    leftOut: [...leftOut, ...notes, ...secrets.notes(declared.variables)],
  };
}

/** Without user, password and query, which may be secret. */
function whichRequest({ line, method, target, name, title }: WrittenRequest): string {
  const [address = ''] = target.replace(/^([a-z]+:\/\/)?[^/@]*@/i, '$1').split('?', 1);
  const called = name ?? title ?? (address === '' ? null : `${method} ${address}`);
  return called === null ? `Line ${line}` : `Line ${line}, ${called},`;
}

function hostNote(authorities: readonly (string | null)[]): string[] {
  const hosts = [
    ...new Set(
      authorities.flatMap((authority) =>
        authority === null ? [] : [authority.toLowerCase().replace(/^(https?:\/\/)?([^@]*@)?/, '')],
      ),
    ),
  ];
  if (hosts.length < 2) return [];
  return [`The requests name several hosts, and all of them are sent to the gate's "url": ${listed(hosts)}.`];
}

function environmentNote(names: readonly string[]): string[] {
  return names.length === 0
    ? []
    : [
        `Not defined in the file, and therefore read from environment variables: ${listed([...new Set(names)].map((name) => `{{${name}}}`))}.`,
      ];
}

function handlerNotes({ requests }: HttpFile): string[] {
  const lines = requests.filter(({ handler }) => !keptGlobals(handler).understood).map(({ line }) => `line ${line}`);
  return lines.length === 0 ? [] : [`Scripts that handle answers are not run: ${listed(lines)}.`];
}

function fileNotes(requests: readonly WrittenRequest[]): string[] {
  const paths = requests.flatMap(({ body }) => (body?.kind === 'file' && body.replacesPlaceholders ? [body.path] : []));
  return paths.length === 0 ? [] : [`Placeholders in files (<@) may be others than a scenario's: ${listed(paths)}.`];
}

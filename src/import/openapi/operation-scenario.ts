import type { JsonObject } from '../../trace/json-object.js';
import type { DeclaredVariables } from '../declared-variables.js';
import type { AuthEntry, BodyEntry, StepEntry } from '../scenario-document.js';
import type { Secrets } from '../secrets.js';
import { changesState } from '../state-changing.js';
import { joined, literalText, placeholder } from '../template-text.js';
import { asTitle } from '../unique-names.js';
import { expectedStatuses } from './expected-statuses.js';
import { requiredParameters, type SentParameter } from './operation-parameters.js';
import { type Operation, operationName } from './operations.js';
import { documentedBody, type ExampleBody } from './request-body.js';
import { authorized } from './security.js';

export interface SentOperation {
  readonly step: Omit<StepEntry, 'auth'>;
  readonly auth: AuthEntry;
}

/** An operation as a request that can be sent; a text where it cannot be: the reason. Declares what it needs. */
export function sentOperation(
  operation: Operation,
  root: JsonObject,
  variables: DeclaredVariables,
  secrets: Secrets,
): SentOperation | string {
  const { method, definition } = operation;
  if (method === 'OPTIONS' || method === 'TRACE') return `${method} does no work of the service`;
  if (definition.deprecated === true) return 'it is deprecated';
  const parameters = requiredParameters(operation);
  if (typeof parameters === 'string') return advised(parameters, method);
  const body = documentedBody(method === 'GET' || method === 'HEAD' ? {} : definition);
  if (typeof body === 'string') return advised(body, method);
  const authorization = authorized(root, definition, secrets);
  if (typeof authorization === 'string') return authorization;
  const { auth } = authorization;
  const headers = new Map(Object.entries(authorization.headers));
  const query = new Map(Object.entries(authorization.query));
  const inPath = new Map<string, string>();
  for (const parameter of parameters) {
    const { name, place } = parameter;
    if (givenBy(auth, parameter)) continue;
    const templates = templatesOf(parameter, operation, variables);
    if (place === 'path') inPath.set(name, templates[0]!);
    else if (place === 'header') headers.set(name.toLowerCase(), templates.join(','));
    else query.set(name, templates.length === 1 ? templates[0]! : templates);
  }
  if (body.contentType !== null) headers.set('content-type', body.contentType);
  const request = `${method} ${filledPath(operation.path, inPath)}`;
  const expect = expectedStatuses(definition);
  const step = {
    request,
    ...(request === operationName(operation) ? {} : { operation: asTitle(operationName(operation)) }),
    ...(query.size === 0 ? {} : { query: Object.fromEntries(query) }),
    ...(headers.size === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...bodyEntry(body, operation, variables),
    ...(expect === null ? {} : { expect }),
  };
  return { step, auth };
}

function advised(reason: string, method: string): string {
  return changesState(method) ? `${reason}; nothing is invented for a request that changes something` : reason;
}

/** Whether the authorization is this parameter; many documents have it as both. */
function givenBy(auth: AuthEntry, { name, place }: SentParameter): boolean {
  if (typeof auth !== 'object' || !('api-key' in auth)) return false;
  const key = auth['api-key'];
  return 'header' in key
    ? place === 'header' && key.header === name.toLowerCase()
    : place === 'query' && key.query === name;
}

/** Parameters of the same name with other values are told apart by what stands before them: `orders-id`. */
function templatesOf(
  { name, sent }: SentParameter,
  { path }: Operation,
  variables: DeclaredVariables,
): readonly string[] {
  if (sent.kind === 'texts') return sent.texts;
  const before = path
    .split(`{${name}}`)[0]!
    .split('/')
    .findLast((part) => part !== '' && !part.includes('{'));
  return [placeholder(variables.declare(name, sent.source, `${before ?? 'path'}-${name}`))];
}

function filledPath(path: string, values: ReadonlyMap<string, string>): string {
  const pieces = path.split(/\{([^{}]+)\}/).map((piece, index) => {
    // Every second piece is a parameter's name.
    if (index % 2 === 1) return values.get(piece)!;
    return literalText(piece.replaceAll(/[\s#]/g, encodeURIComponent));
  });
  return joined(pieces);
}

function bodyEntry({ entry, choices }: ExampleBody, operation: Operation, variables: DeclaredVariables): BodyEntry {
  if (choices === null) return entry;
  const name = operation.definition.operationId;
  const wanted = typeof name === 'string' ? `${name}-body` : `${operationName(operation).toLowerCase()}-body`;
  return { json: placeholder(variables.declare(wanted, choices)) };
}

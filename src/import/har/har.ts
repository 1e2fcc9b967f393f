import { GateError } from '../../errors.js';
import { DeclaredVariables } from '../declared-variables.js';
import type { Imported } from '../scenario-document.js';
import { Secrets } from '../secrets.js';
import { hoistHeaders } from '../shared-headers.js';
import { assertImportable } from '../size-limit.js';
import { listed, stateNote } from '../state-changing.js';
import { withUniqueNames } from '../unique-names.js';
import { isAsset } from './assets.js';
import { type Recording, readHar } from './read-har.js';
import { flowsOfPages, requestsByFrequency } from './recorded-flows.js';
import { type RecordedRequest, shownOperation } from './recorded-request.js';
import { recordedStep } from './recorded-step.js';
import { serviceOrigin } from './service-origin.js';

/**
 * Scenarios from a HAR file, as browsers and proxies save it: of one origin, without assets, and without what is
 * secret. With pages a flow for each page, its later requests asking for what its answers say; without, a scenario for each method and path, as often as recorded.
 * Throws GateError where the file is none or no request is left.
 */
export async function importHar(text: string, path: string): Promise<Imported> {
  assertImportable(text, path);
  const recording = readHar(text, path);
  const { requests, notes } = chosenRequests(recording, path);
  const variables = new DeclaredVariables();
  const secrets = new Secrets(variables);
  const stepOf = (request: RecordedRequest) => recordedStep(request, secrets);
  const paged = requests.some(({ page }) => page !== null && recording.pages.has(page));
  const { scenarios, differing, links } = paged
    ? { ...flowsOfPages(requests, recording.pages, stepOf, variables), differing: [] }
    : { ...requestsByFrequency(requests, stepOf), links: [] };
  if (links.length > 0) {
    notes.push(
      `Later requests of a flow ask for what earlier answers say, not for what was recorded: ${listed([...new Set(links)])}.`,
    );
  }
  if (differing.length > 0) {
    notes.push(`The most frequent query and body is taken where several were recorded: ${listed(differing)}.`);
  }
  const sent = hoistHeaders(withUniqueNames(scenarios));
  const declared = variables.asDocument(sent);
  return {
    document: { ...declared, ...sent },
    leftOut: [...notes, ...secrets.notes(declared.variables), ...stateNote(requests.map(shownOperation))],
  };
}

/** The requests that are the service's own work, and a sentence for each kind that is not. */
function chosenRequests({ requests, unreadable }: Recording, path: string) {
  const notes: string[] = unreadable > 0 ? [`${leftOut(unreadable)}: no method or no http(s) address.`] : [];
  const only = (from: readonly RecordedRequest[], kept: (request: RecordedRequest) => boolean, why: Why) => {
    const dropped = from.filter((request) => !kept(request));
    if (dropped.length > 0) notes.push(`${leftOut(dropped.length)}: ${why(dropped)}.`);
    if (dropped.length === from.length) throw nothingLeft(path, notes);
    return from.filter(kept);
  };
  const work = only(
    requests,
    (request) => !isAsset(request),
    () => 'images, styles, scripts and fonts are no work of the service',
  );
  const origin = serviceOrigin(work);
  const own = only(
    work,
    ({ url }) => url.origin === origin,
    (dropped) => `to other origins than ${origin}: ${listedOnce(dropped.map(({ url }) => url.origin))}`,
  );
  const real = only(
    own,
    ({ method, resourceType }) => !/^(OPTIONS|CONNECT|TRACE)$/.test(method) && resourceType !== 'websocket',
    () => 'OPTIONS and WebSocket, which only prepare for others',
  );
  const answered = only(
    real,
    ({ status }) => status >= 200 && status < 400,
    (dropped) => `failed when recorded: ${listedOnce(dropped.map(failure))}`,
  );
  const bodiless = only(
    answered,
    ({ method, body }) => body === null || !/^(GET|HEAD)$/.test(method),
    (dropped) => `GET with a body, which scenarios do not send: ${listedOnce(dropped.map(shownOperation))}`,
  );
  return { requests: bodiless, notes };
}

type Why = (dropped: readonly RecordedRequest[]) => string;

function leftOut(count: number): string {
  return count === 1 ? '1 request is left out' : `${count} requests are left out`;
}

function listedOnce(texts: readonly string[]): string {
  return listed([...new Set(texts)]);
}

function failure(request: RecordedRequest): string {
  return `${shownOperation(request)} (${request.status === 0 ? 'no answer' : request.status})`;
}

function nothingLeft(path: string, notes: readonly string[]): GateError {
  return new GateError(
    [`${path} holds no request that a scenario could send.`, ...notes].join(' '),
    'Record again, with the pages or calls that the gate is to send.',
  );
}

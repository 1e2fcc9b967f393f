import { GateError } from '../errors.js';
import { followedName } from '../scenario/followed.js';
import type { Authorization, Scenario, Step } from '../scenario/workload.js';
import type { Exported } from './exported.js';

const INSTEAD: Readonly<Record<Authorization['kind'], string>> = {
  oauth:
    'Fetch a token before the run, give it to the engine as an environment variable, and write auth: { bearer: "{{token}}" } with the variable token: { secret: NAME }.',
  sigv4: 'Let the gate itself drive this one (traffic: drive), or export a file of scenarios without it.',
};

/** Throws GateError where something is to be sent that only the gate itself can send. */
export function assertExportable({ workload, candidateUrl, baselineUrl }: Exported): void {
  for (const url of [candidateUrl, baselineUrl]) if (url !== null) assertOverHttp(url);
  for (const scenario of workload.scenarios) for (const step of scenario.steps) assertSendable(scenario, step);
}

function assertOverHttp({ protocol, href, username, password }: URL): void {
  if (!/^https?:$/.test(protocol)) {
    throw new GateError(
      `A script for another engine can only send over HTTP; "${href}" is no such address.`,
      'Give the http or https URL of the deployment, or let the gate itself drive it (traffic: drive).',
    );
  }
  if (username !== '' || password !== '') {
    throw new GateError(
      'A URL with a user and a password would put them into the script.',
      'Take them out of the URL; give what authorizes as a header with {{variable}} and the variable as { secret: NAME }.',
    );
  }
}

function assertSendable({ name }: Scenario, { auth, operation, path, query }: Step): void {
  if (followedName(path) !== null && query.length > 0) {
    throw new GateError(
      `Scenario "${name}", step "${operation}": a script for another engine cannot add a query to a link that it follows.`,
      'Keep the id instead of the link and write the path: GET /orders/{{order}}. Or let the gate itself drive it (traffic: drive).',
    );
  }
  if (auth === null) return;
  throw new GateError(
    `Scenario "${name}", step "${operation}": a script for another engine cannot do auth of kind ${auth.kind}.`,
    INSTEAD[auth.kind],
  );
}

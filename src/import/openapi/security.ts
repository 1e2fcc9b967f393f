import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import type { AuthEntry } from '../scenario-document.js';
import type { Secrets } from '../secrets.js';

/** How requests of an operation are authorized. */
export interface Authorized {
  readonly auth: AuthEntry;
  /** Further API keys. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

const OPEN: Authorized = { auth: 'none', headers: {}, query: {} };

/**
 * The first documented way to authorize that a scenario can express (`security` of the operation, else of the
 * document); a text where there is none: the reason. Secrets are named after their schemes: `MY_KEY`.
 */
export function authorized(root: JsonObject, definition: JsonObject, secrets: Secrets): Authorized | string {
  const alternatives = definition.security ?? root.security;
  if (!Array.isArray(alternatives) || alternatives.length === 0) return OPEN;
  const components = isJsonObject(root.components) ? root.components : {};
  const schemes = isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
  let reason = '';
  for (const alternative of alternatives.filter(isJsonObject)) {
    const all = expressed(alternative, schemes, secrets);
    if (typeof all !== 'string') return all;
    reason ||= all;
  }
  return reason;
}

function expressed(alternative: JsonObject, schemes: JsonObject, secrets: Secrets): Authorized | string {
  const names = Object.keys(alternative);
  const kinds = names.map((name) => kindOf(schemes[name]));
  const unknown = kinds.indexOf(null);
  if (unknown >= 0) return `its security "${names[unknown]}" is of a kind that a scenario cannot express`;
  if (kinds.filter((kind) => kind !== 'apiKey').length > 1) return `it needs ${names.join(' and ')} at the same time`;
  const entries = names.map((name) => entryOf(name, schemes[name] as JsonObject, alternative[name], secrets));
  // The one that is no API key is the `auth`; API keys beside it are plain headers and parameters.
  const main = Math.max(
    0,
    kinds.findIndex((kind) => kind !== 'apiKey'),
  );
  const keys = entries.filter((_, index) => index !== main).flatMap((entry) => apiKeyOf(entry));
  return {
    auth: entries[main] ?? 'none',
    headers: Object.fromEntries(keys.flatMap((key) => ('header' in key ? [[key.header, key.value]] : []))),
    query: Object.fromEntries(keys.flatMap((key) => ('query' in key ? [[key.query, key.value]] : []))),
  };
}

type Kind = 'bearer' | 'basic' | 'apiKey' | 'oauth' | 'sigv4';

function kindOf(scheme: unknown): Kind | null {
  if (!isJsonObject(scheme)) return null;
  const { type, in: place } = scheme;
  const http = String(scheme.scheme).toLowerCase();
  if (type === 'http') return http === 'bearer' || http === 'basic' ? http : null;
  // What API Gateway exports for IAM authorization.
  if (scheme['x-amazon-apigateway-authtype'] === 'awsSigv4') return 'sigv4';
  if (type === 'apiKey') return place === 'header' || place === 'query' ? 'apiKey' : null;
  if (type === 'openIdConnect') return 'bearer';
  if (type === 'oauth2') return tokenUrlOf(scheme) === null ? 'bearer' : 'oauth';
  return null;
}

function entryOf(name: string, scheme: JsonObject, scopes: unknown, secrets: Secrets): AuthEntry {
  const secret = (suffix = '') => secrets.fromEnvironment(suffix === '' ? name : `${name}-${suffix}`);
  switch (kindOf(scheme)) {
    case 'basic':
      return { basic: { user: secret('user'), password: secret('password') } };
    case 'sigv4':
      return { sigv4: { service: 'execute-api' } };
    case 'apiKey': {
      const value = secret();
      const key = String(scheme.name);
      if (scheme.in === 'query') return { 'api-key': { query: key, value } };
      return { 'api-key': { header: key.toLowerCase(), value } };
    }
    case 'oauth': {
      const scope = Array.isArray(scopes) ? scopes.join(' ') : '';
      const client = { 'client-id': secret('client-id'), 'client-secret': secret('client-secret') };
      return { oauth: { 'token-url': tokenUrlOf(scheme)!, ...client, ...(scope === '' ? {} : { scope }) } };
    }
    default:
      return { bearer: secret() };
  }
}

/** Only the client credentials flow needs nobody at a browser: https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
function tokenUrlOf(scheme: JsonObject): string | null {
  const flows = isJsonObject(scheme.flows) ? scheme.flows : {};
  const flow = isJsonObject(flows.clientCredentials) ? flows.clientCredentials : {};
  const url = String(flow.tokenUrl ?? '');
  return /^https?:\/\//.test(url) ? url : null;
}

function apiKeyOf(entry: AuthEntry) {
  return typeof entry === 'object' && 'api-key' in entry ? [entry['api-key']] : [];
}

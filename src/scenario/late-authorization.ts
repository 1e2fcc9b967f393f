import { isRegion } from '../aws-region.js';
import { readConstant } from './constant.js';
import { type Keys, type Members, readMembers, requiredMember } from './members.js';
import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { ReadVariables } from './variables.js';
import type { Authorization } from './workload.js';

/** Reads the client and the address that tokens are asked for with. Null, and notes why, where something is wrong. */
export function readOauth(part: Part, variables: ReadVariables, problems: Problems): Authorization | null {
  const required = ['token-url', 'client-id', 'client-secret'];
  const members = readWhole(part, { of: 'oauth', known: [...required, 'scope', 'audience'] }, required, problems);
  if (members === null) return null;
  const text = (key: string) => readOptional(members.get(key), variables, problems);
  const [url, clientId, clientSecret] = required.map(text);
  const [scope = null, audience = null] = [text('scope'), text('audience')];
  if (url == null || clientId == null || clientSecret == null) return null;
  const tokenUrl = URL.canParse(url) ? new URL(url) : null;
  if (tokenUrl !== null && isTokenUrl(tokenUrl)) {
    return { kind: 'oauth', tokenUrl, clientId, clientSecret, scope, audience };
  }
  const wanted = 'an http or https URL without user and fragment';
  problems.wrong(members.get('token-url')!, wanted, 'https://auth.example.com/oauth2/token');
  return null;
}

/** Reads whose signature AWS asks for. Null, and notes why, where something is wrong. */
export function readSigv4(part: Part, variables: ReadVariables, problems: Problems): Authorization | null {
  const members = readWhole(part, { of: 'sigv4', known: ['service', 'region'] }, ['service'], problems);
  if (members === null) return null;
  const service = readOptional(members.get('service'), variables, problems);
  const region = readOptional(members.get('region'), variables, problems);
  if (service !== null && !/^[a-z0-9-]+$/.test(service)) {
    problems.wrong(members.get('service')!, 'the name of a service in signatures', 'execute-api or lambda');
  }
  if (region !== null && !isRegion(region)) {
    problems.wrong(members.get('region')!, 'an AWS region', 'eu-west-1');
  }
  return service === null ? null : { kind: 'sigv4', service, region };
}

function readWhole(part: Part, keys: Keys, required: readonly string[], problems: Problems): Members | null {
  const members = readMembers(part, keys, problems);
  if (members === null) return null;
  const missing = required.filter((key) => requiredMember(members, key, part, problems) === null);
  return missing.length === 0 ? members : null;
}

/** Null where it is not given, or wrong. */
function readOptional(part: Part | undefined, variables: ReadVariables, problems: Problems): string | null {
  return part === undefined ? null : readConstant(part, variables, problems) || null;
}

function isTokenUrl({ protocol, username, password, hash }: URL): boolean {
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

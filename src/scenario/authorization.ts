import { readConstant } from './constant.js';
import { headerOf, type PlacedField, readHeaderName } from './fields.js';
import { readOauth, readSigv4 } from './late-authorization.js';
import { readMembers, requiredMember } from './members.js';
import type { Member, Part } from './part.js';
import type { Reading } from './reading.js';
import { keepSecret } from './secret.js';
import { literal } from './template.js';
import { readText } from './text-part.js';
import type { ReadVariables } from './variables.js';
import type { Authorization } from './workload.js';

/** How requests are authorized: by fields of theirs, or by what only the moment of sending gives. */
export interface ReadAuth {
  /** With `late` one that stands for the header that it will set, so that a nearer header replaces both. */
  readonly headers: readonly PlacedField[];
  readonly query: readonly PlacedField[];
  readonly late: Authorization | null;
}

const NONE: ReadAuth = { headers: [], query: [], late: null };
const KINDS = ['bearer', 'basic', 'api-key', 'oauth', 'sigv4'];
const EXAMPLE = 'none or { bearer: "{{key}}" }';

/**
 * Reads what `auth` says.
 *
 * ```
 * auth := none
 *       | { bearer: text }
 *       | { basic: { user: constant, password: constant } }
 *       | { api-key: { header: name, value: text } } | { api-key: { query: name, value: text } }
 *       | { oauth: { token-url, client-id, client-secret, scope?, audience? } }     constants; client credentials
 *       | { sigv4: { service, region? } }                                           constants
 * ```
 */
export function readAuth(part: Part, variables: ReadVariables, reading: Reading): ReadAuth {
  const { problems } = reading;
  if (part.content.kind === 'scalar' && part.content.text === 'none') return NONE;
  if (part.content.kind !== 'map') {
    problems.wrong(part, `none, or a map of one of ${KINDS.join(', ')}`, EXAMPLE);
    return NONE;
  }
  readMembers(part, { of: 'auth', known: KINDS }, problems);
  const [one, ...more] = part.content.members.filter(({ name }) => KINDS.includes(name));
  if (one === undefined || more.length > 0) {
    problems.wrong(part, `none, or exactly one of ${KINDS.join(', ')}`, EXAMPLE);
    return NONE;
  }
  return readKind(one, variables, reading);
}

function readKind({ name, part }: Member, variables: ReadVariables, reading: Reading): ReadAuth {
  switch (name) {
    case 'bearer':
      return { ...NONE, headers: [readBearer(part, reading)] };
    case 'basic':
      return { ...NONE, headers: readBasic(part, variables, reading) };
    case 'api-key':
      return readApiKey(part, reading);
    case 'oauth':
      return atSending(part, readOauth(part, variables, reading.problems));
    case 'sigv4':
      return atSending(part, readSigv4(part, variables, reading.problems));
    default:
      return NONE;
  }
}

function atSending(part: Part, late: Authorization | null): ReadAuth {
  return late === null ? NONE : { ...NONE, headers: [authorizationHeader(part, '')], late };
}

function authorizationHeader({ place }: Part, text: string): PlacedField {
  return { field: { name: 'authorization', value: literal(text) }, uses: [], place };
}

function readBearer(part: Part, { problems }: Reading): PlacedField {
  const { field, ...placed } = headerOf('authorization', part, problems);
  const [first, ...rest] = field.value;
  if (first === undefined) problems.wrong(part, 'a token', '"{{token}}"');
  if (typeof first !== 'string') return { ...placed, field: { ...field, value: ['Bearer ', ...field.value] } };
  if (/^bearer\s/i.test(first)) problems.wrong(part, 'the token alone: the gate adds "Bearer"', '"{{token}}"');
  return { ...placed, field: { ...field, value: [`Bearer ${first}`, ...rest] } };
}

function readBasic(part: Part, variables: ReadVariables, { problems, secrets }: Reading): PlacedField[] {
  const members = readMembers(part, { of: 'basic', known: ['user', 'password'] }, problems);
  if (members === null) return [];
  const user = requiredMember(members, 'user', part, problems);
  const password = requiredMember(members, 'password', part, problems);
  if (user === null || password === null) return [];
  const name = readConstant(user, variables, problems);
  // RFC 7617, section 2.
  if (name.includes(':'))
    problems.add(user.place, 'has a colon, which ends the user in basic authorization. Remove it.');
  const word = readConstant(password, variables, problems, { mayBeEmpty: true });
  const credentials = Buffer.from(`${name}:${word}`).toString('base64');
  keepSecret(credentials, secrets);
  return [authorizationHeader(part, `Basic ${credentials}`)];
}

function readApiKey(part: Part, { problems }: Reading): ReadAuth {
  const members = readMembers(part, { of: 'api-key', known: ['header', 'query', 'value'] }, problems);
  if (members === null) return NONE;
  const value = requiredMember(members, 'value', part, problems);
  const [header, query] = [members.get('header'), members.get('query')];
  const named = header ?? query;
  if (named === undefined || (header !== undefined && query !== undefined)) {
    problems.wrong(
      part,
      'a value with either the name of a header or that of a query field',
      '{ header: x-api-key, value: "{{key}}" }',
    );
  }
  if (value === null || named === undefined) return NONE;
  const name = named.content.kind === 'scalar' ? named.content.text : '';
  if (header !== undefined) {
    return { ...NONE, headers: [headerOf(readHeaderName(name, header.place, problems), value, problems)] };
  }
  if (name === '' || name.includes('{{')) problems.wrong(named, "a query field's name", 'api_key');
  const { template, uses } = readText(value, problems);
  return { ...NONE, query: [{ field: { name, value: template }, uses, place: value.place }] };
}

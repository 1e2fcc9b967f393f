import { httpOperation } from '../trace/operation.js';
import { type ReadAuth, readAuth } from './authorization.js';
import { BODY_KEYS, readBody } from './body.js';
import { readExpectation } from './expectation.js';
import { type PlacedField, readFields, readHeaders } from './fields.js';
import { followedName } from './followed.js';
import { readKeeps } from './keep.js';
import { beside, over } from './layers.js';
import { type Members, requiredMember } from './members.js';
import type { Part } from './part.js';
import type { Reading } from './reading.js';
import { readRequest } from './request.js';
import { checkUses } from './scope.js';
import { showTemplate } from './template.js';
import { readTitle } from './text-part.js';
import { readThinkTime } from './think-time.js';
import type { ReadVariables } from './variables.js';
import type { Authorization, Step } from './workload.js';

export const STEP_KEYS = ['request', 'operation', 'query', 'headers', ...BODY_KEYS, 'auth', 'expect', 'keep', 'think'];

/** What a step has from what is around it. */
export interface Inherited {
  readonly variables: ReadVariables;
  readonly headers: readonly PlacedField[];
  readonly auth: ReadAuth;
  /** By the steps before it. */
  readonly kept: ReadonlySet<string>;
}

/** Reads one step of a scenario; `part` is where its members are. Null, and notes why, where its request is wrong. */
export async function readStep(
  part: Part,
  members: Members,
  inherited: Inherited,
  reading: Reading,
): Promise<Step | null> {
  const { problems } = reading;
  const { variables, kept } = inherited;
  const read = <T>(key: string, reader: (member: Part) => T, otherwise: T): T => {
    const member = members.get(key);
    return member === undefined ? otherwise : reader(member);
  };
  const requestPart = requiredMember(members, 'request', part, problems);
  const request = requestPart === null ? null : readRequest(requestPart, problems);
  const method = request?.method ?? 'POST';
  const { headers, query, auth } = readFieldsOf(members, inherited, reading);
  const { body, uses } = await readBody(members, method, reading);
  const path = request?.path ?? [];
  const followed = followedName(path);
  if (requestPart !== null && followed !== null && variables.has(followed)) {
    const why = 'but only what an earlier step has kept can be followed as a link';
    problems.add(
      requestPart.place,
      `has the variable ${followed} as its whole path, ${why}. Write a path that starts with "/".`,
    );
  }
  const step: Step = {
    operation: read(
      'operation',
      (member) => readTitle(member, problems, 'GET /orders/{order}'),
      httpOperation(method, showTemplate(path)),
    ),
    method,
    path,
    query: query.map(({ field }) => field),
    headers: headers.map(({ field }) => field),
    body,
    auth,
    expected: read('expect', (member) => readExpectation(member, problems), null),
    keeps: read('keep', (member) => readKeeps(member, variables, problems), []),
    thinkMs: read('think', (member) => readThinkTime(member, problems), 0),
  };
  const used = [...(request?.uses ?? []), ...[...headers, ...query].flatMap((field) => field.uses), ...uses];
  checkUses(used, { variables, kept, path: part.place.path }, problems);
  return request === null ? null : step;
}

interface StepFields {
  readonly headers: readonly PlacedField[];
  readonly query: readonly PlacedField[];
  readonly auth: Authorization | null;
}

/** Headers and query with what is inherited, where the step has none of its own of that name. */
function readFieldsOf(members: Members, inherited: Inherited, reading: Reading): StepFields {
  const { problems } = reading;
  const [headersPart, queryPart, authPart] = ['headers', 'query', 'auth'].map((key) => members.get(key));
  const own = headersPart === undefined ? [] : readHeaders(headersPart, problems);
  const ownQuery = queryPart === undefined ? [] : readFields(queryPart, problems);
  const ownAuth = authPart === undefined ? null : readAuth(authPart, inherited.variables, reading);
  const auth = ownAuth ?? inherited.auth;
  const headers =
    ownAuth === null
      ? over(own, over(auth.headers, inherited.headers))
      : over(beside(own, auth.headers, problems), inherited.headers);
  const query = ownAuth === null ? over(ownQuery, auth.query) : beside(ownQuery, auth.query, problems);
  if (auth.late === null) return { headers, query, auth: null };
  const [standIn] = auth.headers;
  return {
    headers: headers.filter((header) => header !== standIn),
    query,
    auth: headers.some((header) => header === standIn) ? auth.late : null,
  };
}

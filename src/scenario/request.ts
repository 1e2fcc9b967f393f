import { followedName } from './followed.js';
import { METHODS } from './method.js';
import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { Template } from './template.js';
import { readText, type Use } from './text-part.js';

/** Method and path of a step. */
export interface ReadRequest {
  readonly method: string;
  readonly path: Template;
  readonly uses: readonly Use[];
}

const EXAMPLE = 'GET /orders/{{order}}';

/**
 * Reads what a step asks. Null, and notes why, where it is wrong.
 *
 * ```
 * request := method blank path
 * path    := "/", then a template without blanks and "#", which may carry a query; or one placeholder
 * ```
 */
export function readRequest(part: Part, problems: Problems): ReadRequest | null {
  const text = part.content.kind === 'scalar' ? part.content.text.trim() : '';
  const [, written, rest] = /^(\S+)\s+(\S.*)$/.exec(text) ?? [];
  const method = written?.toUpperCase();
  if (method === undefined || rest === undefined) {
    problems.wrong(part, 'a method and a path', EXAMPLE);
    return null;
  }
  if (!METHODS.includes(method)) {
    problems.wrong(part, `one of ${METHODS.join(', ')}, and a path`, EXAMPLE);
    return null;
  }
  const origin = /^https?:\/\/[^/?#]*/i.exec(rest)?.[0];
  if (origin !== undefined) {
    const wanted = 'a method and a path: which host is asked, the input "url" says';
    problems.wrong(part, wanted, `${method} ${rest.slice(origin.length) || '/'}`);
    return null;
  }
  const { place } = part;
  const { template, uses } = readText({ place, content: { kind: 'scalar', value: rest, text: rest } }, problems);
  const [first] = template;
  const startsRight = typeof first === 'string' ? first.startsWith('/') : followedName(template) !== null;
  if (template.length > 0 && !startsRight) {
    problems.wrong(part, 'a method and a path that starts with "/"', EXAMPLE);
  }
  if (template.some((piece) => typeof piece === 'string' && /[\s#]/.test(piece))) {
    problems.wrong(part, 'a method and a path without blanks and "#"', `${method} /a%20b`);
  }
  return { method, path: template, uses };
}

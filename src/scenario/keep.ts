import type { Part, Place } from './part.js';
import type { Problems } from './problems.js';
import { isName } from './template.js';
import type { ReadVariables } from './variables.js';
import type { Keep } from './workload.js';

/**
 * Reads what a step keeps of its answer, by name.
 *
 * ```
 * source  := pointer | "header " name
 * pointer := { "/" token }             RFC 6901; "~1" is "/", "~0" is "~"; empty: the whole body
 * ```
 */
export function readKeeps(part: Part, variables: ReadVariables, problems: Problems): Keep[] {
  if (part.content.kind !== 'map') {
    problems.wrong(part, 'a map of names and where their values are', '{ order: /id }');
    return [];
  }
  return part.content.members.map(({ name, place, part: source }) => {
    checkName(name, place, variables, problems);
    return { name, from: readSource(source, problems) };
  });
}

function checkName(name: string, place: Place, variables: ReadVariables, problems: Problems): void {
  if (!isName(name)) {
    const rule = 'start with a letter or _, and go on with letters, digits, _ and -';
    problems.add(place, `is not a name that a placeholder can ask for: names ${rule}.`);
  } else if (variables.has(name)) {
    problems.add(place, `would hide the variable ${name}. Keep it under another name.`);
  }
}

function readSource(part: Part, problems: Problems): Keep['from'] {
  const text = part.content.kind === 'scalar' ? part.content.text : null;
  const header = /^header\s+([!#$%&'*+.^_`|~\w-]+)$/i.exec(text ?? '')?.[1];
  if (header !== undefined) return { kind: 'header', name: header.toLowerCase() };
  if (text !== null && /^(?:\/(?:[^/~]|~[01])*)*$/.test(text)) return { kind: 'json', pointer: text };
  const members = /^\$?\.?((?:[\w-]+\.)*[\w-]+)$/.exec(text ?? '')?.[1];
  const write = members === undefined ? '/id or "header location"' : `/${members.replaceAll('.', '/')}`;
  problems.wrong(part, 'a JSON pointer into the answer, or "header" and a name', write);
  return { kind: 'json', pointer: '' };
}

import type { JsonTemplate, Template } from '../scenario/template.js';

/**
 * How a value is written where its placeholder stands: as it is; as path and query at once, which it was made when it was
 * kept; percent-encoded in a path, in the query of a path, or as forms are; as JSON; or as JSON within a text's quotes.
 */
export type Writing = 'text' | 'link' | 'path' | 'query' | 'form' | 'json' | 'json text';

/** A piece of what is sent: text that is ready to be sent, or a placeholder. */
export type Part = string | { readonly name: string; readonly path: readonly string[]; readonly as: Writing };

/** A template's parts; `literal` prepares the text between its placeholders. */
export function partsOf(template: Template, as: Writing, literal: (text: string) => string = (text) => text): Part[] {
  return template.map((part) => (typeof part === 'string' ? literal(part) : { name: part.name, path: part.path, as }));
}

/** What JSON.stringify would write of the value that the template stands for. */
export function jsonParts(template: JsonTemplate): Part[] {
  switch (template.kind) {
    case 'text': {
      const [only, ...more] = template.text;
      if (only !== undefined && typeof only !== 'string' && more.length === 0) return partsOf(template.text, 'json');
      return ['"', ...partsOf(template.text, 'json text', (text) => JSON.stringify(text).slice(1, -1)), '"'];
    }
    case 'literal':
      return [JSON.stringify(template.value)];
    case 'list':
      return ['[', ...commaSeparated(template.elements.map(jsonParts)), ']'];
    case 'object': {
      // Of members with the same name the last counts, and names that are whole numbers come first, as in objects.
      const members = Object.entries(Object.fromEntries(template.members));
      return [
        '{',
        ...commaSeparated(members.map(([name, member]) => [`${JSON.stringify(name)}:`, ...jsonParts(member)])),
        '}',
      ];
    }
  }
}

/** Neighbouring texts made one. */
export function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

function commaSeparated(lists: readonly (readonly Part[])[]): Part[] {
  return lists.flatMap((parts, i) => (i === 0 ? parts : [',', ...parts]));
}

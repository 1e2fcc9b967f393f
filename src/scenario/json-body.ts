import { noPlaceholder } from './fields.js';
import type { Part } from './part.js';
import { checkNumber } from './plain-value.js';
import type { Problems } from './problems.js';
import type { JsonTemplate } from './template.js';
import { readText, type Use } from './text-part.js';

export interface ReadJson {
  readonly value: JsonTemplate;
  readonly uses: readonly Use[];
}

/** Reads a JSON value whose texts have placeholders. */
export function readJson(part: Part, problems: Problems): ReadJson {
  const uses: Use[] = [];
  const read = (each: Part): JsonTemplate => {
    const { content } = each;
    switch (content.kind) {
      case 'nothing':
        return { kind: 'literal', value: null };
      case 'scalar': {
        if (typeof content.value !== 'string') {
          checkNumber(each, problems);
          return { kind: 'literal', value: content.value };
        }
        const text = readText(each, problems);
        uses.push(...text.uses);
        return { kind: 'text', text: text.template };
      }
      case 'list':
        return { kind: 'list', elements: content.elements.map(read) };
      case 'map': {
        const named = content.members.find(({ name }) => name.includes('{{'));
        if (named !== undefined) noPlaceholder(named.place, problems);
        return { kind: 'object', members: content.members.map(({ name, part: member }) => [name, read(member)]) };
      }
    }
  };
  return { value: read(part), uses };
}

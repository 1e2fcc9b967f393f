import type { Part, Place } from './part.js';
import type { Problems } from './problems.js';
import { type Placeholder, parseTemplate, placeholdersOf, type Template } from './template.js';

/** A placeholder where a document has it. */
export interface Use {
  readonly placeholder: Placeholder;
  readonly place: Place;
  /** Headers cannot carry every character. */
  readonly inHeader: boolean;
}

/** A text with the placeholders in it. */
export interface Text {
  readonly template: Template;
  readonly uses: readonly Use[];
}

/** Reads text with placeholders; a number, true and false are text as they are written. */
export function readText(part: Part, problems: Problems, { inHeader = false } = {}): Text {
  const { place, content } = part;
  if (content.kind !== 'scalar') problems.wrong(part, 'text', 'a text in quotes');
  else {
    try {
      const template = parseTemplate(content.text);
      return {
        template,
        uses: placeholdersOf(template).map((placeholder) => ({ placeholder, place, inHeader })),
      };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.add(
        place,
        `has a placeholder that is none: ${error.message}. Write it as {{name}}, or \\{{ for two braces.`,
      );
    }
  }
  return { template: [], uses: [] };
}

/** Reads text that is the same in every request, in one line of at most 200 characters. */
export function readTitle(part: Part, problems: Problems, example: string): string {
  const { content } = part;
  const text = content.kind === 'scalar' ? content.text.trim() : '';
  if (!/^[^\p{Cc}]{1,200}$/u.test(text)) problems.wrong(part, 'a line of at most 200 characters', example);
  else if (text.includes('{{')) problems.wrong(part, 'the same in every request, without {{ }}', example);
  return text;
}

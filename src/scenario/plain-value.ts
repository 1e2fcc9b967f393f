import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { Reading } from './reading.js';
import { readSecret } from './secret.js';
import { parseTemplate, type Value } from './template.js';

/** A JSON value without placeholders; `{ secret: NAME }` anywhere in it is that secret. */
export function readPlainValue(part: Part, reading: Reading): Value {
  const { content } = part;
  switch (content.kind) {
    case 'nothing':
      return null;
    case 'scalar':
      checkNumber(part, reading.problems);
      return typeof content.value === 'string' ? plainText(part, content.value, reading.problems) : content.value;
    case 'list':
      return content.elements.map((element) => readPlainValue(element, reading));
    case 'map': {
      const [only, ...more] = content.members;
      if (only?.name === 'secret' && more.length === 0) return readSecret(only.part, reading);
      return Object.fromEntries(content.members.map(({ name, part }) => [name, readPlainValue(part, reading)]));
    }
  }
}

function plainText(part: Part, text: string, problems: Problems): string {
  try {
    const template = parseTemplate(text);
    if (template.every((piece) => typeof piece === 'string')) return template.join('');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  problems.add(
    part.place,
    'has {{ }}, but variables are not made of other variables. Join them where they are used, or write \\{{ for two braces.',
  );
  return '';
}

/** Notes numbers that would be sent as other ones than they are written. */
export function checkNumber(part: Part, problems: Problems): void {
  if (part.content.kind !== 'scalar' || typeof part.content.value !== 'number') return;
  const { value, text } = part.content;
  const isOther = !Number.isFinite(value) || (/^[-+]?\d+$/.test(text) && String(value) !== text.replace('+', ''));
  if (!isOther) return;
  problems.add(part.place, `is the number ${value} to YAML, not ${text}. Write it as "${text}".`);
}

import type { Part } from './part.js';
import type { Problems } from './problems.js';
import { checkUses } from './scope.js';
import { nameOf, render, type Value } from './template.js';
import { readText } from './text-part.js';
import type { ReadVariables } from './variables.js';

/**
 * Reads text that must be known before anything is sent: its placeholders may ask only for variables of one value, such
 * as secrets. Empty, and notes why, where it is not known.
 */
export function readConstant(
  part: Part,
  variables: ReadVariables,
  problems: Problems,
  { mayBeEmpty = false } = {},
): string {
  const { template, uses } = readText(part, problems);
  if (!checkUses(uses, { variables, kept: null, path: null }, problems)) return '';
  const values = new Map<string, Value>();
  for (const { placeholder, place } of uses) {
    const variable = variables.get(placeholder.name);
    if (variable == null) return '';
    const [value, ...more] = variable.kind === 'one of' ? variable.values : [];
    if (value === undefined || more.length > 0) {
      const why = 'which has several values, but this is read once for all requests. Use a secret or a plain value.';
      problems.add(place, `uses {{${nameOf(placeholder)}}}, ${why}`);
      return '';
    }
    values.set(placeholder.name, value);
  }
  const text = render(template, values);
  if (part.content.kind === 'scalar' && text === '' && !mayBeEmpty)
    problems.wrong(part, 'text that is not empty', '"{{key}}"');
  return text;
}

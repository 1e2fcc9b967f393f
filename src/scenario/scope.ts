import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { asText, nameOf, type Value, valueAt } from './template.js';
import type { Use } from './text-part.js';
import type { ReadVariables } from './variables.js';

/** What placeholders may ask for at a step. */
export interface Scope {
  readonly variables: ReadVariables;
  /** By the steps before it; null where what a step keeps can never be known. */
  readonly kept: ReadonlySet<string> | null;
  /** Of the step; null where the placeholders are of no single one. */
  readonly path: string | null;
}

/** Notes placeholders that nothing is known of, and those whose value a header cannot carry. True where all are right. */
export function checkUses(uses: readonly Use[], scope: Scope, problems: Problems): boolean {
  const wrong = uses.flatMap((use) => {
    const why = whatIsWrong(use, scope);
    return why === null ? [] : [{ use, why }];
  });
  for (const { use, why } of wrong) {
    const topic = `uses {{${nameOf(use.placeholder)}}}`;
    const inherited = scope.path !== null && !use.place.path.startsWith(scope.path);
    problems.add(use.place, `${topic}${inherited ? ` in ${scope.path}` : ''}, ${why}`, topic);
  }
  return wrong.length === 0;
}

function whatIsWrong({ placeholder: { name, path }, inHeader }: Use, scope: Scope): string | null {
  const { variables, kept } = scope;
  if (kept?.has(name)) {
    return path.length === 0
      ? null
      : `but what is in "${name}" is known only when a step has kept it. Keep /${path.join('/')} under a name of its own.`;
  }
  if (!variables.has(name)) return notDefined(name, scope);
  const variable = variables.get(name);
  if (variable == null) return null;
  if (variable.kind === 'range') return path.length === 0 ? null : `but ${name} is a number and has no fields.`;
  for (const [i, value] of variable.values.entries()) {
    const found = valueAt(value, path);
    const which = variable.values.length === 1 ? name : `value ${i + 1} of ${name}`;
    if (found === undefined) return `but ${which} ${fieldsOf(value)}.`;
    if (inHeader && !isHeaderText(asText(found))) {
      return `but ${which} has a line break or another character that headers cannot carry.`;
    }
  }
  return null;
}

function notDefined(name: string, { variables, kept }: Scope): string {
  const known = [...variables.keys(), ...(kept ?? [])];
  const meant = nearest(name, known);
  if (meant !== null) return `which is not defined here; did you mean {{${meant}}}?`;
  const defined = known.length === 0 ? '' : ` Defined are ${known.join(', ')}.`;
  const remedy = kept === null ? '' : ', or keep it in an earlier step';
  return `which is not defined here.${defined} Define it under variables${remedy}.`;
}

function fieldsOf(value: Value): string {
  if (typeof value !== 'object' || value === null) return 'has no fields';
  const fields = Object.keys(value);
  return fields.length === 0 ? 'has no fields' : `has only ${fields.slice(0, 20).join(', ')}`;
}

/** Whether a header can carry it (RFC 9110, field-content; no bytes above Latin 1). */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7E\x80-\xFF]*$/.test(text);
}

import type { DeclaredVariables } from '../declared-variables.js';
import type { VariableSource } from '../scenario-document.js';
import { placeholder } from '../template-text.js';

/**
 * A template for what the editors' own variables give: `$guid`, `$randomInt 1 10`, `$processEnv NAME`. Each occurrence
 * is drawn on its own; `wanted` names the variable. null where a scenario can hold no such value.
 *
 * A UUID is one of version 4 whose last part is a number of 12 digits, so that both versions of a pair are sent the same.
 */
export function systemValue(expression: string, wanted: string | null, variables: DeclaredVariables): string | null {
  const [, name = '', rest = ''] = /^\$([\w.]+)\s*(.*)$/s.exec(expression) ?? [];
  const drawn = (byDefault: string, source: VariableSource) =>
    placeholder(variables.fresh(wanted ?? byDefault, source));
  switch (name) {
    case 'guid':
    case 'uuid':
    case 'random.uuid':
      return `00000000-0000-4000-8000-${drawn('guid', { from: 1e11, to: 1e12 - 1 })}`;
    case 'randomInt':
    case 'random.integer': {
      const range = integerRange(rest);
      return range === null ? null : drawn('random', range);
    }
    case 'processEnv':
    case 'dotenv':
      return fromEnvironment(rest.trim(), variables);
  }
  return name.startsWith('env.') ? fromEnvironment(name.slice('env.'.length), variables) : null;
}

function fromEnvironment(name: string, variables: DeclaredVariables): string | null {
  if (!/^[A-Za-z_]\w*$/.test(name)) return null;
  return placeholder(variables.declare(name.toLowerCase(), { secret: name }));
}

/** `5 10` and `(5, 10)`: from 5 to 9. Without bounds: below 1000. */
function integerRange(text: string): { from: number; to: number } | null {
  if (/^(\(\s*\))?$/.test(text.trim())) return { from: 0, to: 999 };
  const [, from, to] = /^\(?\s*(-?\d+)\s*[\s,]\s*(-?\d+)\s*\)?$/.exec(text.trim()) ?? [];
  const range = { from: Number(from), to: Number(to) - 1 };
  return Number.isSafeInteger(range.from) && Number.isSafeInteger(range.to) && range.from <= range.to ? range : null;
}

import type { Part } from './part.js';
import { readPlainValue } from './plain-value.js';
import type { Reading } from './reading.js';
import { readRows } from './rows.js';
import { readSecret } from './secret.js';
import { isName, type Value } from './template.js';
import type { Variable } from './variable.js';

/** By name; null where what is written of it is wrong, so that it is not called undefined on top. */
export type ReadVariables = ReadonlyMap<string, Variable | null>;

/**
 * Reads the variables of a document.
 *
 * ```
 * variable := plain value                     always this
 *           | "[" value { "," value } "]"     one of these
 *           | { from: whole, to: whole }      a whole number, both ends included
 *           | { file: path }                  one of its rows
 *           | { secret: name }                an environment variable
 * ```
 */
export async function readVariables(part: Part, reading: Reading): Promise<ReadVariables> {
  const variables = new Map<string, Variable | null>();
  if (part.content.kind !== 'map') {
    reading.problems.wrong(part, 'a map of variables', 'sku: [A-1, B-2]');
    return variables;
  }
  for (const { name, place, part: written } of part.content.members) {
    if (!isName(name)) {
      const rule = 'start with a letter or _, and go on with letters, digits, _ and -';
      reading.problems.add(place, `is not a name that a placeholder can ask for: names ${rule}.`);
    } else variables.set(name, await readVariable(written, reading));
  }
  return variables;
}

async function readVariable(part: Part, reading: Reading): Promise<Variable | null> {
  const { content } = part;
  if (content.kind === 'scalar') return { kind: 'one of', values: [readPlainValue(part, reading)] };
  if (content.kind === 'list' && content.elements.length > 0) {
    return { kind: 'one of', values: content.elements.map((element) => readPlainValue(element, reading)) };
  }
  if (content.kind === 'map') {
    const parts = new Map(content.members.map((member) => [member.name, member.part]));
    const keys = [...parts.keys()].sort().join();
    const [from, to, file, secret] = ['from', 'to', 'file', 'secret'].map((key) => parts.get(key));
    if (keys === 'secret' && secret !== undefined) return readSecretVariable(secret, reading);
    if (keys === 'file' && file !== undefined) return oneOf(await readRows(file, reading));
    if (keys === 'from,to' && from !== undefined && to !== undefined) return readRange(part, from, to, reading);
  }
  reading.problems.wrong(
    part,
    'a plain value, a list of values, { from, to }, { file } or { secret }',
    '[A-1, B-2], { from: 1, to: 5 }, { file: customers.csv } or { secret: SHOP_API_KEY }',
  );
  return null;
}

function readSecretVariable(part: Part, reading: Reading): Variable | null {
  const value = readSecret(part, reading);
  if (value === '' || part.content.kind !== 'scalar') return null;
  return { kind: 'one of', values: [value], environment: part.content.text };
}

function oneOf(values: readonly Value[]): Variable | null {
  return values.length === 0 ? null : { kind: 'one of', values };
}

function readRange(part: Part, from: Part, to: Part, { problems }: Reading): Variable | null {
  const [low, high] = [from, to].map(({ content }) => (content.kind === 'scalar' ? content.value : null));
  if (Number.isSafeInteger(low) && Number.isSafeInteger(high) && (low as number) <= (high as number)) {
    return { kind: 'range', from: low as number, to: high as number };
  }
  problems.wrong(part, 'two whole numbers, "from" not above "to"', '{ from: 1, to: 5 }');
  return null;
}

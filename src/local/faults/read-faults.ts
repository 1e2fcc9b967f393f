import { GateError } from '../../errors.js';
import { isJsonObject } from '../../trace/json-object.js';
import { canonicalTraceId } from '../../trace/segment-document.js';
import { type Faults, NO_FAULTS } from './faults.js';

/** The value, or undefined where it is not `expected`. */
interface Field<T> {
  readonly expected: string;
  readonly read: (value: unknown) => T | undefined;
}

const MAX_DELAY_MS = 3_600_000;

const FIELDS: { readonly [Name in keyof Faults]: Field<Faults[Name]> } = {
  seed: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  ingestionDelayMs: wholeNumber(0, MAX_DELAY_MS),
  ingestionJitterMs: wholeNumber(0, MAX_DELAY_MS),
  lostShare: number(0, 1),
  partialFirstRead: flag(),
  throttleEvery: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  throttleCode: oneOf('ThrottledException', 'ThrottlingException', 'alternating'),
  expireAfterCalls: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  limitExceededShare: number(0, 1),
  limitExceededTraceIds: traceIds(),
  unknownIds: oneOf('unprocessed', 'silent'),
  transactionSearch: indexing(),
};

/**
 * Faults from JSON: those that it names, and the others as they were `before`. Throws a GateError that tells all that is
 * wrong with it.
 */
export function readFaults(value: unknown, before: Faults = NO_FAULTS): Faults {
  if (!isJsonObject(value)) throw wrong(['They must be a JSON object.']);
  const problems: string[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof Faults] : undefined;
    const read = field?.read(each);
    if (field === undefined) problems.push(`There is no fault "${name}".`);
    else if (read === undefined) problems.push(`"${name}" must be ${field.expected}; got ${JSON.stringify(each)}.`);
    else given[name] = read;
  }
  if (problems.length > 0) throw wrong(problems);
  return { ...before, ...given };
}

/** As {@link readFaults}, from the text of a flag or of a request. */
export function parseFaults(text: string, before?: Faults): Faults {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong([`They are not JSON: ${(error as Error).message}.`]);
  }
  return readFaults(value, before);
}

function wrong(problems: readonly string[]): GateError {
  return new GateError(
    `The faults of the local X-Ray cannot be set. ${problems.join(' ')}`,
    `Write them as {"ingestionDelayMs": 5000, "throttleEvery": 20}. There are ${Object.keys(FIELDS).join(', ')}.`,
  );
}

function number(min: number, max: number): Field<number> {
  const read = (value: unknown) => (typeof value === 'number' && value >= min && value <= max ? value : undefined);
  return { expected: `a number from ${min} to ${max}`, read };
}

function wholeNumber(min: number, max: number): Field<number> {
  const { read } = number(min, max);
  const upTo = max === Number.MAX_SAFE_INTEGER ? 'up' : `to ${max}`;
  return {
    expected: `a whole number from ${min} ${upTo}`,
    read: (value) => (Number.isInteger(value) ? read(value) : undefined),
  };
}

function flag(): Field<boolean> {
  return { expected: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) };
}

function oneOf<T extends string>(...choices: readonly T[]): Field<T> {
  const expected = choices.map((choice) => `"${choice}"`).join(' or ');
  return { expected, read: (value) => choices.find((choice) => choice === value) };
}

function traceIds(): Field<readonly string[]> {
  return {
    expected: 'a list of trace ids',
    read(value) {
      if (!Array.isArray(value)) return undefined;
      const ids = value.map((id) => (typeof id === 'string' ? canonicalTraceId(id) : null));
      return ids.every((id) => id !== null) ? ids : undefined;
    },
  };
}

function indexing(): Field<Faults['transactionSearch']> {
  const percentage = number(0, 100);
  return {
    expected: 'null, or an object with an indexingPercentage from 0 to 100',
    read(value) {
      if (value === null) return null;
      const indexingPercentage = isJsonObject(value) ? percentage.read(value.indexingPercentage) : undefined;
      return indexingPercentage === undefined ? undefined : { indexingPercentage };
    },
  };
}

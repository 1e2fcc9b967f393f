import { isJsonObject } from '../../trace/json-object.js';

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;

/** The text of the JSON array that begins at an index, up to its closing bracket; null where none begins or ends. */
export function jsonArrayAt(text: string, from: number): string | null {
  if (text[from] !== '[') return null;
  let open = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      STRING.lastIndex = index;
      if (!STRING.test(text)) return null;
      index = STRING.lastIndex - 1;
    } else if (character === '[') {
      open += 1;
    } else if (character === ']') {
      open -= 1;
      if (open === 0) return text.slice(from, index + 1);
    }
  }
  return null;
}

/**
 * Whether JSON has everything that a pattern has: fields that the pattern leaves out may be anything, those it has must
 * be equal, lists element by element. `null` stands for a field that is not there. An account may be written as a
 * number, as the guide's own example of a root cause has it.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-gettingdata.html#xray-api-analytics
 */
export function fitsPattern(actual: unknown, pattern: unknown): boolean {
  if (pattern === null) return actual === undefined || actual === null;
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(actual) &&
      actual.length === pattern.length &&
      pattern.every((each, index) => fitsPattern(actual[index], each))
    );
  }
  if (!isJsonObject(pattern)) return actual === pattern;
  if (!isJsonObject(actual)) return false;
  return Object.entries(pattern).every(([field, each]) => {
    const own = Object.hasOwn(actual, field) ? actual[field] : undefined;
    return fitsPattern(own, field === 'AccountId' && typeof each === 'number' ? String(each) : each);
  });
}

import { GateError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';

/** A JSON or YAML text whose top is a mapping; throws GateError, with the line, where it is not. */
export async function parseMapping(text: string, path: string, expected: string): Promise<JsonObject> {
  const value = await parsed(text.replace(/^\uFEFF/, ''), path, expected);
  if (isJsonObject(value)) return value;
  throw new GateError(
    `${path} is not ${expected}: its top is ${value === null ? 'empty' : Array.isArray(value) ? 'a list' : 'a text'}.`,
    'Check that it is the right file.',
  );
}

async function parsed(text: string, path: string, expected: string): Promise<unknown> {
  try {
    if (/^\s*\{/.test(text)) return JSON.parse(text);
  } catch {
    // YAML also has mappings in braces.
  }
  const { parse } = await import('yaml');
  try {
    return parse(text, { merge: true, logLevel: 'error', resolveKnownTags: false });
  } catch (error) {
    throw new GateError(
      `${path} is not ${expected}: it is neither JSON nor YAML. ${firstLine((error as Error).message)}.`,
      'Correct it there.',
      { cause: error },
    );
  }
}

/** The library's messages end in a colon, and then show the text. */
function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/[:.]$/, '');
}

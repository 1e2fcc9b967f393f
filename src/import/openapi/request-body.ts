import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { isJson } from '../body-entry.js';
import type { BodyEntry } from '../scenario-document.js';
import { literalJson, literalText } from '../template-text.js';
import { documentedExamples } from './documented-examples.js';

/** What is sent as a body. */
export interface ExampleBody {
  readonly entry: BodyEntry;
  /** Several JSON bodies, of which one is sent each time; `entry` is empty then. */
  readonly choices: readonly unknown[] | null;
  readonly contentType: string | null;
}

const NO_BODY: ExampleBody = { entry: {}, choices: null, contentType: null };

/** The documented body of an operation; a text where there is none and one is required: the reason. */
export function documentedBody({ requestBody }: JsonObject): ExampleBody | string {
  if (requestBody === undefined) return NO_BODY;
  const content = isJsonObject(requestBody) ? requestBody.content : undefined;
  if (!isJsonObject(content)) return 'its body refers to what could not be read';
  for (const [type, media] of Object.entries(content).toSorted(([one], [other]) => rank(one) - rank(other))) {
    const body = isJsonObject(media) ? bodyOf(type, documentedExamples(media)) : null;
    if (body !== null) return body;
  }
  const types = Object.keys(content).join(', ');
  if (isJsonObject(requestBody) && requestBody.required === true) return `its body (${types}) has no whole example`;
  return NO_BODY;
}

/** JSON before forms before others. */
function rank(contentType: string): number {
  const type = mediaType(contentType);
  return isJson(type) ? 0 : type === FORM ? 1 : 2;
}

const FORM = 'application/x-www-form-urlencoded';

function bodyOf(contentType: string, examples: readonly unknown[]): ExampleBody | null {
  const [example] = examples;
  const type = mediaType(contentType);
  if (example === undefined || type.startsWith('multipart/')) return null;
  if (isJson(type)) {
    const values = examples.map(fromText);
    const header = type === 'application/json' ? null : contentType;
    if (values.length > 1 && !values.some(looksLikeSource)) {
      return { entry: {}, choices: values.map(literalJson), contentType: header };
    }
    return { entry: { json: literalJson(values[0]) }, choices: null, contentType: header };
  }
  if (type === FORM && isJsonObject(example)) {
    const fields = Object.entries(example);
    if (!fields.every(([, value]) => typeof value !== 'object')) return null;
    const form = Object.fromEntries(fields.map(([name, value]) => [name, literalText(String(value))]));
    return { entry: { form }, choices: null, contentType: null };
  }
  if (typeof example !== 'string') return null;
  return { entry: { body: literalText(example) }, choices: null, contentType };
}

/** Whether `{ secret: … }` is in it, which in variables names an environment variable. */
function looksLikeSource(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(looksLikeSource);
  if (!isJsonObject(value)) return false;
  const names = Object.keys(value);
  return (names.length === 1 && names[0] === 'secret') || Object.values(value).some(looksLikeSource);
}

/** Some documents write JSON examples as text. */
function fromText(example: unknown): unknown {
  if (typeof example !== 'string' || !/^\s*[[{]/.test(example)) return example;
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
}

function mediaType(contentType: string): string {
  return contentType.split(';')[0]!.trim().toLowerCase();
}

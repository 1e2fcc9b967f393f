import { fieldEntries, readQuery } from './request-line.js';
import type { BodyEntry } from './scenario-document.js';

export interface SentBody {
  readonly entry: BodyEntry;
  /** For the step's headers: what the entry does not say by itself. */
  readonly contentType: string | null;
}

/** How the texts of a body become templates. */
export interface BodyTexts {
  readonly json: (value: unknown) => unknown;
  readonly field: (name: string, value: string) => string;
  readonly text: (text: string) => string;
}

/** A body as a step writes it: `json` or `form` where its type says so and it can be read as that, else `body`. */
export function bodyEntry(text: string, contentType: string, texts: BodyTexts): SentBody {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  if (isJson(type)) {
    const value = parsed(text);
    if (value !== undefined) {
      return { entry: { json: texts.json(value) }, contentType: type === 'application/json' ? null : contentType };
    }
  }
  if (type === 'application/x-www-form-urlencoded') {
    const fields = readQuery(text);
    if (fields !== null) {
      const form = fieldEntries(fields, ({ name, value }) => texts.field(name, value));
      return { entry: { form }, contentType: null };
    }
  }
  return { entry: { body: texts.text(text) }, contentType: contentType === '' ? null : contentType };
}

/** `application/json` and such as `application/merge-patch+json`. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json$/.test(mediaType);
}

/** undefined where the text is not JSON, or has numbers that JSON.parse cannot hold as they are written. */
function parsed(text: string): unknown {
  let exact = true;
  const check = (_: string, value: unknown, { source }: { source?: string } = {}) => {
    if (typeof value === 'number' && !isExact(value, source)) exact = false;
    return value;
  };
  try {
    const value: unknown = JSON.parse(text, check);
    return exact ? value : undefined;
  } catch {
    return undefined;
  }
}

function isExact(value: number, source = ''): boolean {
  return Number.isFinite(value) && (!/^-?\d+$/.test(source) || String(value) === source);
}

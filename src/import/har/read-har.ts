import { GateError } from '../../errors.js';
import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import type { Parameter } from '../request-line.js';
import type { RecordedBody, RecordedRequest } from './recorded-request.js';

/** A HAR file: http://www.softwareishard.com/blog/har-12-spec/ */
export interface Recording {
  /** In the order of the file. */
  readonly requests: readonly RecordedRequest[];
  /** Titles of pages by their ids. */
  readonly pages: ReadonlyMap<string, string>;
  /** Entries that have no method or no http(s) address: of extensions, inline data, or broken. */
  readonly unreadable: number;
}

/** Reads a HAR 1.1 or 1.2 file; throws GateError where it is none. */
export function readHar(text: string, path: string): Recording {
  const { log } = parseObject(text, path);
  if (!isJsonObject(log) || !Array.isArray(log.entries)) {
    throw new GateError(
      `${path} is not a HAR file: it has no "log" with a list of "entries".`,
      'Save it again: in the browser\'s developer tools, Network, "Save all as HAR".',
    );
  }
  const requests = log.entries.map(readEntry);
  return {
    requests: requests.filter((request) => request !== null),
    pages: new Map(listOf(log.pages).map((page) => [textOf(page.id), textOf(page.title)])),
    unreadable: requests.filter((request) => request === null).length,
  };
}

function parseObject(text: string, path: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // Not the whole message: it may show what was recorded.
    const [where = ''] = / at position \d+/.exec((error as Error).message) ?? [];
    throw new GateError(
      `${path} is not a HAR file: it is not JSON${where}.`,
      'Save it again; a file that was cut off is not JSON.',
      { cause: error },
    );
  }
  return isJsonObject(value) ? value : {};
}

function readEntry(entry: unknown): RecordedRequest | null {
  if (!isJsonObject(entry) || !isJsonObject(entry.request)) return null;
  const { request } = entry;
  const response = objectOf(entry.response);
  const content = objectOf(response.content);
  const url = URL.parse(textOf(request.url));
  const method = textOf(request.method).toUpperCase();
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[A-Z]+$/.test(method)) return null;
  return {
    method,
    url,
    headers: parametersOf(request.headers),
    body: bodyOf(objectOf(request.postData)),
    status: numberOf(response.status) ?? 0,
    answerType: textOf(content.mimeType).toLowerCase(),
    answer: answerOf(content),
    location: parametersOf(response.headers).find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
    resourceType: textOf(entry._resourceType),
    page: typeof entry.pageref === 'string' ? entry.pageref : null,
    startedAtMs: Date.parse(textOf(entry.startedDateTime)),
    durationMs: Math.max(0, numberOf(entry.time) ?? 0),
  };
}

/** Firefox writes forms as `params` alone. */
function bodyOf(postData: JsonObject): RecordedBody | null {
  const contentType = textOf(postData.mimeType);
  const text = textOf(postData.text);
  if (text !== '') return { contentType, text };
  const fields = parametersOf(postData.params);
  return fields.length === 0 ? null : { contentType, text: new URLSearchParams(fields.map(asPair)).toString() };
}

function answerOf({ text, encoding }: JsonObject): string {
  return encoding === 'base64' ? Buffer.from(textOf(text), 'base64').toString() : textOf(text);
}

function asPair({ name, value }: Parameter): [string, string] {
  return [name, value];
}

function parametersOf(value: unknown): Parameter[] {
  return listOf(value).flatMap(({ name, value: text }) =>
    typeof name === 'string' && typeof text === 'string' ? [{ name, value: text }] : [],
  );
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

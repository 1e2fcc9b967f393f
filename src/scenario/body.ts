import { extname } from 'node:path';
import { readFields } from './fields.js';
import { readJson } from './json-body.js';
import type { Members } from './members.js';
import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { Reading } from './reading.js';
import { parseTemplate, placeholdersOf } from './template.js';
import { readNamedFile } from './text-file.js';
import { readText, type Use } from './text-part.js';
import type { Body } from './workload.js';

/** The keys of a step that give it a body; it has at most one of them. */
export const BODY_KEYS = ['json', 'body', 'body-file', 'form'] as const;

const CONTENT_TYPES: { readonly [extension: string]: string } = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
  '.graphql': 'application/graphql',
  '.csv': 'text/csv',
};

export interface ReadBody {
  readonly body: Body | null;
  readonly uses: readonly Use[];
}

const NONE: ReadBody = { body: null, uses: [] };

/** Reads the body of a step with this method. None, and notes why, where something is wrong with it. */
export async function readBody(members: Members, method: string, reading: Reading): Promise<ReadBody> {
  const { problems } = reading;
  const given = BODY_KEYS.flatMap((key) => {
    const part = members.get(key);
    return part === undefined ? [] : [{ key, part }];
  });
  const [first, second] = given;
  if (first === undefined) return NONE;
  if (second !== undefined) {
    problems.add(second.part.place, `is a second body beside ${first.key}. Keep one of ${BODY_KEYS.join(', ')}.`);
  }
  if (method === 'GET' || method === 'HEAD') {
    const remedy = 'Ask with POST, PUT or PATCH, or put its fields under query.';
    problems.add(first.part.place, `is a body, which a ${method} request has none of. ${remedy}`);
  }
  switch (first.key) {
    case 'json':
      return readJsonBody(first.part, problems);
    case 'body': {
      const { template, uses } = readText(first.part, problems);
      return { body: { kind: 'text', text: template, contentType: 'text/plain' }, uses };
    }
    case 'body-file':
      return readBodyFile(first.part, reading);
    case 'form': {
      const fields = readFields(first.part, problems);
      return {
        body: { kind: 'form', fields: fields.map(({ field }) => field) },
        uses: fields.flatMap(({ uses }) => uses),
      };
    }
  }
}

function readJsonBody(part: Part, problems: Problems): ReadBody {
  const { content } = part;
  if (content.kind === 'nothing') problems.wrong(part, 'a JSON value', '{ sku: "{{sku}}" }');
  // An imported body may well be a text of JSON.
  if (part.place.position !== null && content.kind === 'scalar' && isWrittenJson(content.value)) {
    const remedy = 'Remove the quotes around it, or send it as body with the header content-type.';
    problems.add(part.place, `is JSON within quotes, which would be sent as one text. ${remedy}`);
  }
  const { value, uses } = readJson(part, problems);
  return { body: { kind: 'json', value }, uses };
}

function isWrittenJson(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

async function readBodyFile(part: Part, reading: Reading): Promise<ReadBody> {
  const file = await readNamedFile(part, reading, 'order.json');
  if (file === null) return NONE;
  try {
    const text = parseTemplate(file.text);
    const { place } = part;
    return {
      body: {
        kind: 'text',
        text,
        contentType: CONTENT_TYPES[extname(file.name).toLowerCase()] ?? 'application/octet-stream',
      },
      uses: placeholdersOf(text).map((placeholder) => ({ placeholder, place, inHeader: false })),
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const remedy = 'Write it as {{name}}, or \\{{ for two braces.';
    reading.problems.add(part.place, `names ${file.name}, where ${error.message}. ${remedy}`);
    return NONE;
  }
}

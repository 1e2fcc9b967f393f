import { isAbsolute, posix } from 'node:path';
import type { LoaderPlugin } from '@scalar/json-magic/bundle';
import { GateError } from '../../errors.js';
import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { parseMapping } from '../parse-mapping.js';
import type { ReadReferenced } from '../scenario-document.js';
import { assertImportable } from '../size-limit.js';
import { listed } from '../state-changing.js';

export interface OpenApiDocument {
  /**
   * The document with every `$ref` replaced by what it refers to. Schemas that contain themselves are objects that
   * contain themselves; a `$ref` that is still there could not be resolved.
   */
  readonly root: JsonObject;
  /** What is wrong with it, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document. Files that it refers to are asked of `readReferenced`; addresses on the
 * network are never fetched. A document that breaks the specification is read as far as it goes, with a note.
 * Throws GateError where it is no such document.
 */
export async function readOpenApi(
  text: string,
  path: string,
  readReferenced: ReadReferenced,
): Promise<OpenApiDocument> {
  const source = await parseMapping(text, path, 'an OpenAPI document');
  assertVersion(source, path);
  // Both are heavy, and only an import needs them.
  const [{ bundle }, { validate, dereference }] = await Promise.all([
    import('@scalar/json-magic/bundle'),
    import('@scalar/openapi-parser'),
  ]);
  const unread = new Map<string, string>();
  const plugins = [loader(text.length, readReferenced, unread)];
  const bundled = await bundle({ ...source }, { plugins, treeShake: false, origin: absolute(path) });
  const { errors = [], valid } = await validate(bundled as JsonObject);
  const { schema } = dereference(bundled as JsonObject);
  const notes = [...unread].map(([reference, why]) => `References to ${reference} are not followed: ${why}.`);
  const broken = errors
    .filter(({ code, message }) => code === undefined && !SAYS_NOTHING.test(message))
    .map(({ path: where, message }) => `${[where ?? ''].flat().join('/') || '/'} ${message}`);
  const missing = errors.filter(({ code }) => code !== undefined && unread.size === 0).map(({ message }) => message);
  if (!valid && broken.length + missing.length > 0) {
    notes.push(`The document breaks the OpenAPI specification: ${listed([...broken, ...missing], 5)}.`);
  }
  return { root: isJsonObject(schema) ? schema : source, notes };
}

/** Messages of the validator about its own schema, and what is said of each operation anyway. */
const SAYS_NOTHING = /must match ("(then|else)"|exactly one|a) schema|^Declared path parameter/;

/** Stands for the folder that relative paths start from; deep enough for paths that leave it. */
const ROOT = '/-/-/-/-/-/-/-/-';

function absolute(path: string): string {
  return isAbsolute(path) ? path : posix.join(ROOT, path.replaceAll('\\', '/'));
}

function relative(reference: string): string {
  return reference.startsWith('/-/') ? posix.relative(ROOT, reference) : reference;
}

function assertVersion({ openapi, swagger }: JsonObject, path: string): void {
  if (typeof openapi === 'string' && /^3\.[012](\.|$)/.test(openapi)) return;
  const version = openapi === undefined ? `Swagger ${String(swagger)}` : `OpenAPI ${JSON.stringify(openapi)}`;
  throw new GateError(
    `${path} is ${openapi === undefined && swagger === undefined ? 'not an OpenAPI document' : version}; OpenAPI 3.0, 3.1 and 3.2 can be imported.`,
    'Convert it, for example with editor.swagger.io, Edit, "Convert to OpenAPI 3"; the version is a text: openapi: "3.0.3".',
  );
}

/** Reads what `$ref` names outside the document; what cannot be read is empty, and `unread` says why. */
function loader(size: number, readReferenced: ReadReferenced, unread: Map<string, string>): LoaderPlugin {
  let total = size;
  return {
    type: 'loader',
    validate: () => true,
    exec: async (resolved) => {
      const reference = relative(resolved);
      try {
        const data = await referenced(reference, readReferenced, (length) => {
          total += length;
          return total;
        });
        return { ok: true, data, raw: '' };
      } catch (error) {
        unread.set(reference, error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
        return { ok: true, data: {}, raw: '' };
      }
    },
  };
}

async function referenced(
  reference: string,
  read: ReadReferenced,
  count: (length: number) => number,
): Promise<JsonObject> {
  if (/^[a-z][a-z\d+.-]+:/i.test(reference)) throw new Error('the network is not asked');
  const text = await read(reference);
  assertImportable({ length: count(text.length) }, reference);
  return parseMapping(text, reference, 'an OpenAPI document');
}

import { GateError } from '../errors.js';
import { kindOfDocument } from './document-kind.js';
import { importHar } from './har/har.js';
import { importHttpFile } from './http-file/http-file.js';
import { importOpenApi } from './openapi/openapi.js';
import type { Imported, ReadReferenced } from './scenario-document.js';
import { assertImportable } from './size-limit.js';

/**
 * Scenarios from an OpenAPI document, a HAR file or an `.http` file; null where a text is none of them, as a scenario
 * file is not. `path` is for messages and for the names of files that the document refers to. Throws GateError where
 * it is one of them and broken, above 10 MiB, or has nothing to send.
 */
export async function importDocument(
  text: string,
  path: string,
  readReferenced: ReadReferenced = noOther,
): Promise<Imported | null> {
  const kind = kindOfDocument(text, path);
  if (kind === null) return null;
  assertImportable(text, path);
  try {
    switch (kind) {
      case 'openapi':
        return await importOpenApi(text, path, readReferenced);
      case 'har':
        return await importHar(text, path);
      case 'http':
        return await importHttpFile(text, path);
    }
  } catch (error) {
    // Of the engine: "Maximum call stack size exceeded".
    if (!(error instanceof RangeError)) throw error;
    throw new GateError(`${path} nests too deeply to be read: ${error.message}.`, 'Check that it is the right file.', {
      cause: error,
    });
  }
}

async function noOther(): Promise<string> {
  throw new Error('other files are not read');
}

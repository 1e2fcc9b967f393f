import { GateError } from '../errors.js';

const MIB = 1024 * 1024;
const LIMIT_MIB = 10;

/** Throws GateError where a text is too long to be imported: above 10 MiB, counted as its UTF-16 units. */
export function assertImportable(text: { readonly length: number }, path: string): void {
  if (text.length <= LIMIT_MIB * MIB) return;
  throw new GateError(
    `${path} has ${(text.length / MIB).toFixed(1)} MiB; a document to import may have ${LIMIT_MIB}.`,
    'Leave out what is not needed: the bodies of answers in a HAR file, operations that the gate is not to send.',
  );
}

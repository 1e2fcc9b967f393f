import { randomBytes as bytes } from 'node:crypto';

/** Bytes that nobody can foretell. */
export function randomBytes(count: number): Uint8Array {
  return bytes(count);
}

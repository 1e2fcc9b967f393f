import { createHash } from 'node:crypto';

/** 16 hexadecimal digits, as ids of segments have, that follow from the text: the same ones each time. */
export function hashedId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A number from 0 to below 1 that follows from the text; of many texts evenly spread. */
export function hashedShare(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

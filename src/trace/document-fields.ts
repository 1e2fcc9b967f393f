import { isJsonObject, type JsonObject } from './json-object.js';

/** null for anything but an object. */
export function asObject(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

/** Text, or a number as text. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

/** The end of the year 9999: what lies beyond is milliseconds where seconds should be, and no client can read it. */
const MAX_TIME_MS = 253_402_300_799_999;

/** Epoch milliseconds of a document's epoch seconds; null where they are none. */
export function readTimeMs(value: unknown): number | null {
  const epochSeconds = readNumber(value);
  if (epochSeconds === null) return null;
  const ms = epochSeconds * 1000;
  return Math.abs(ms) <= MAX_TIME_MS ? ms : null;
}

/** A finite number, also one that was written as text. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

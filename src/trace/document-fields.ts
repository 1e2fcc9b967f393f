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

/** The farthest time that a Date can hold. */
const MAX_TIME_MS = 8.64e15;

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

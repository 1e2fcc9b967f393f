import { isJsonObject, type JsonObject } from '../trace/json-object.js';
import { invalidRequest, notSerializable } from './api-error.js';

/**
 * Fields of a request with the limits that X-Ray's model sets them. A field of the wrong JSON type is a
 * SerializationException, one outside its limits an InvalidRequestException; null is the same as nothing.
 */

export function optionalText(fields: JsonObject, name: string): string | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw notSerializable(`${name} must be a string.`);
}

export function requiredText(fields: JsonObject, name: string): string {
  const value = optionalText(fields, name);
  if (value === undefined || value === '') throw invalidRequest(`${name} is required.`);
  return value;
}

/** A list that must be there; its elements are not checked. */
export function requiredList(fields: JsonObject, name: string): readonly unknown[] {
  const value = required(fields[name] ?? undefined, name);
  if (!Array.isArray(value)) throw notSerializable(`${name} must be a list.`);
  return value;
}

export function requiredTexts(fields: JsonObject, name: string): readonly string[] {
  return requiredList(fields, name).map((element) => {
    if (typeof element !== 'string') throw notSerializable(`${name} must be a list of strings.`);
    return element;
  });
}

export interface Length {
  /** Default 1. */
  readonly min?: number;
  readonly max?: number;
}

export function limitedText(fields: JsonObject, name: string, { min = 1, max }: Length): string | undefined {
  const value = optionalText(fields, name);
  if (value === undefined) return undefined;
  if (value.length < min) throw invalidRequest(`${name} must have at least ${min} characters; it has ${value.length}.`);
  if (max !== undefined && value.length > max) {
    throw invalidRequest(`${name} must have at most ${max} characters; it has ${value.length}.`);
  }
  return value;
}

/** The value of a field that an operation cannot do without. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw invalidRequest(`${name} is required.`);
  return value;
}

export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

export function optionalNumber(fields: JsonObject, name: string, { min, max, whole }: Range = {}): number | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw notSerializable(`${name} must be a number.`);
  if (whole && !Number.isInteger(value)) throw notSerializable(`${name} must be a whole number; got ${value}.`);
  if (min !== undefined && value < min) throw invalidRequest(`${name} must be at least ${min}; got ${value}.`);
  if (max !== undefined && value > max) throw invalidRequest(`${name} must be at most ${max}; got ${value}.`);
  return value;
}

export function requiredNumber(fields: JsonObject, name: string, range: Range = {}): number {
  return required(optionalNumber(fields, name, range), name);
}

export function optionalFlag(fields: JsonObject, name: string): boolean | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw notSerializable(`${name} must be true or false.`);
}

export function optionalChoice<T extends string>(
  fields: JsonObject,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = optionalText(fields, name);
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw invalidRequest(`${name} must be one of ${choices.join(', ')}; got "${value}".`);
  return chosen;
}

export function optionalObject(fields: JsonObject, name: string): JsonObject | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || isJsonObject(value)) return value;
  throw notSerializable(`${name} must be an object.`);
}

/** A list of objects, empty where it is left out. */
export function optionalObjects(fields: JsonObject, name: string, max?: number): readonly JsonObject[] {
  if ((fields[name] ?? undefined) === undefined) return [];
  const list = requiredList(fields, name);
  if (max !== undefined && list.length > max) {
    throw invalidRequest(`${name} must hold at most ${max} elements; it holds ${list.length}.`);
  }
  return list.map((element) => {
    if (!isJsonObject(element)) throw notSerializable(`${name} must be a list of objects.`);
    return element;
  });
}

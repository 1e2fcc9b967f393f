import { GateError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../trace/json-object.js';

/** Reads a saved value field by field. What is not as it was written throws a GateError with the field's path. */
export class FieldReader {
  readonly #what: string;
  readonly #remedy: string;

  /** `what` begins errors: `The saved profile main.json`. */
  constructor(what: string, remedy: string) {
    this.#what = what;
    this.#remedy = remedy;
  }

  wrong(at: string, wanted: string, value: unknown): GateError {
    const got = JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
    return new GateError(`${this.#what} is damaged: ${at || 'the file'} must be ${wanted}; got ${got}.`, this.#remedy);
  }

  record(value: unknown, at: string): JsonObject {
    if (isJsonObject(value)) return value;
    throw this.wrong(at, 'an object', value);
  }

  list<T>(value: unknown, at: string, each: (value: unknown, at: string) => T): T[] {
    if (!Array.isArray(value)) throw this.wrong(at, 'a list', value);
    return value.map((element, i) => each(element, `${at}[${i}]`));
  }

  text(value: unknown, at: string): string {
    if (typeof value === 'string') return value;
    throw this.wrong(at, 'text', value);
  }

  number(value: unknown, at: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.wrong(at, 'a number', value);
  }

  /** A duration or a count. */
  amount(value: unknown, at: string): number {
    const number = this.number(value, at);
    if (number >= 0) return number;
    throw this.wrong(at, 'a number, 0 or more', value);
  }

  flag(value: unknown, at: string): boolean {
    if (typeof value === 'boolean') return value;
    throw this.wrong(at, 'true or false', value);
  }

  nullable<T>(value: unknown, each: (value: unknown) => T): T | null {
    return value === null ? null : each(value);
  }
}

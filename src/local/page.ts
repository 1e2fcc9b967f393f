import type { JsonObject } from '../trace/json-object.js';
import { invalidRequest } from './api-error.js';
import { optionalText } from './request-values.js';

/**
 * The token of a next page: opaque to clients, and short, as GetGroups takes no more than 100 characters. It names the
 * query that it continues, so that it is not taken for another's.
 */
export function writeToken(query: string, position: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify([query, ...position])).toString('base64url');
}

/** The position in a token, of `length` numbers or texts. Throws where it is not this server's, or not of this query. */
export function readToken(token: string, query: string, length: number): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw invalidRequest('Invalid NextToken');
  }
  if (!Array.isArray(value) || value.length !== length + 1) throw invalidRequest('Invalid NextToken');
  const [forQuery, ...position] = value;
  if (forQuery !== query) throw invalidRequest('The NextToken belongs to a request with other parameters.');
  return position;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** With the token where there is a next page. */
  readonly next: { readonly NextToken?: string };
}

export interface PageSettings<T> {
  readonly query: string;
  readonly size: number;
  /** A number that an item keeps, so that what is added or deleted between two pages moves no other. */
  readonly keyOf: (item: T) => number;
}

function readKey(token: string, query: string): number {
  const [key] = readToken(token, query, 1);
  if (typeof key === 'number' && Number.isFinite(key)) return key;
  throw invalidRequest('Invalid NextToken');
}

/** The page that the request asks for, of items in the order of their keys. */
export function pageOf<T>(request: JsonObject, items: Iterable<T>, { query, size, keyOf }: PageSettings<T>): Page<T> {
  const token = optionalText(request, 'NextToken');
  const after = token ? readKey(token, query) : Number.NEGATIVE_INFINITY;
  const remaining = [...items].filter((item) => keyOf(item) > after).toSorted((a, b) => keyOf(a) - keyOf(b));
  const page = remaining.slice(0, size);
  const last = page.at(-1);
  const hasNext = last !== undefined && remaining.length > page.length;
  return { items: page, next: hasNext ? { NextToken: writeToken(query, [keyOf(last)]) } : {} };
}

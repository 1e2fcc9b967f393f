import { isJson } from '../body-entry.js';
import type { RecordedRequest } from './recorded-request.js';

/** A value of a JSON answer that could tell one thing from all others, such as an order's id. */
export interface AnswerValue {
  readonly value: string | number;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** What a variable with it would be called: `order_id`. */
  readonly name: string;
}

/** Those of a recorded answer, the ones nearest to its top first; none where it is no JSON. */
export function answerValues(request: RecordedRequest): AnswerValue[] {
  const found: AnswerValue[] = [];
  let level: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: jsonOf(request), path: [] }];
  while (level.length > 0) {
    for (const { value, path } of level) {
      if (!couldIdentify(value, path)) continue;
      const pointer = path.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      found.push({ value, pointer, name: nameOf(path, request) });
    }
    level = level.flatMap(({ value, path }) =>
      membersOf(value).map(([name, member]) => ({ value: member, path: [...path, name] })),
    );
  }
  return found;
}

/** Those whose names are the service's, not its users': an address or an id as name would not be there another time. */
function membersOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  return Array.isArray(value) ? members : members.filter(([name]) => /^(?!.*\d{4})[\w$:-]{1,60}$/.test(name));
}

function jsonOf({ answer, answerType }: RecordedRequest): unknown {
  if (!isJson(answerType.split(';')[0]!.trim())) return undefined;
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

const TEXT = /^(?=.*\d)[\w.~:@+/=-]{6,200}$/;
const DATE = /^\d{4}-\d\d-\d\d/;

/** Words such as `pending`, dates, years and small numbers stand in many places without meaning the same. */
function couldIdentify(value: unknown, path: readonly string[]): value is string | number {
  if (typeof value === 'string') return TEXT.test(value) && !DATE.test(value);
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1000) return false;
  const looksLikeYear = value >= 1900 && value <= 2100;
  return !looksLikeYear || /id$/i.test(path.at(-1) ?? '');
}

const INDEX = /^\d+$/;
/** Says nothing without its owner. */
const GENERIC = /^_?(id|uuid|guid|key|code|number|ref|name|value|href|self)$/i;
/** Around the things that an answer is about. */
const WRAPPER = /^_?(data|results?|items|list|response|payload|body|content|links|embedded)$/i;

function nameOf(path: readonly string[], request: RecordedRequest): string {
  const named = path.filter((token) => !INDEX.test(token));
  const field = named.at(-1) ?? 'id';
  if (!GENERIC.test(field)) return field;
  const owner = named.slice(0, -1).findLast((token) => !WRAPPER.test(token)) ?? collectionOf(request);
  return `${singular(owner)}_${field.replace(/^_/, '')}`;
}

/** What a path is about, as far as its form tells: `orders` of `/v1/orders/42`. */
export function collectionOf({ url }: RecordedRequest): string {
  return url.pathname.split('/').findLast((segment) => segment !== '' && !/[\d%]/.test(segment)) ?? 'answer';
}

export function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
}

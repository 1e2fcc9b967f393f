import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import { nestingDepth } from '../../trace/nesting-depth.js';
import {
  type Comparison,
  type End,
  type Expression,
  type NodePattern,
  ORDERS,
  type Order,
  TEXT_OPERATORS,
} from './expression.js';
import { isOneOf, type TokenReader } from './token-reader.js';
import { syntaxError, type Token } from './tokens.js';

/** What stands behind the keywords of an expression. Each throws an InvalidRequestException for what does not belong. */

/** `= true`, `!= false` and so on; nothing is true as well. */
export function readFlag(tokens: TokenReader): boolean {
  const equal = tokens.takeSign('=');
  if (!equal && !tokens.takeSign('!=')) return true;
  const token = tokens.take();
  const value = flagOf(token);
  if (value === null) throw syntaxError(token.at, `expected true or false, found ${token.text}`);
  return equal ? value : !value;
}

export function readNumber(tokens: TokenReader, keyword: string): { operator: Order; value: number } {
  const operator = tokens.takeOneOf(ORDERS);
  if (operator === null) {
    throw syntaxError(tokens.next.at, `"${keyword}" must be compared with a number by ${ORDERS.join(' ')}`);
  }
  const token = tokens.take();
  if (token.kind === 'number') return { operator, value: token.value };
  throw syntaxError(token.at, `"${keyword}" must be compared with a number, found ${token.text}`);
}

/** Words of the language, which cannot have been meant as text; X-Ray has no null. */
const RESERVED = new Set(['and', 'or', 'not', 'true', 'false', 'null']);

/** AWS asks for quotation marks, but its own guide leaves them out in one place. */
export function readText(tokens: TokenReader, keyword: string): Comparison {
  const operator = tokens.takeOneOf(TEXT_OPERATORS);
  if (operator === null) return { type: 'set' };
  const token = tokens.take();
  const isText = token.kind === 'string' || (token.kind === 'word' && !RESERVED.has(token.text.toLowerCase()));
  if (isText) return { type: 'text', operator, value: token.text };
  throw syntaxError(token.at, `"${keyword}" must be compared with text in double quotes, found ${token.text}`);
}

/** What follows `annotation`, with what stood before it and behind its dot. */
export function readAnnotation(
  tokens: TokenReader,
  end: string | undefined,
  dotted: string | undefined,
  at: number,
): Expression {
  const key = dotted ?? tokens.expectKind('key').text;
  if (key === '') throw syntaxError(at, 'an annotation without a key');
  if (key.includes('"')) throw syntaxError(at, 'the key of an annotation stands without quotation marks');
  if (dotted?.includes('.')) throw syntaxError(at, `the key has dots; write annotation[${dotted}]`);
  const own = (end?.toLowerCase() ?? 'own') as End;
  return { kind: 'annotation', end: own, key, comparison: readAnnotationComparison(tokens, key) };
}

/** By the type of the value: an annotation may be of any. */
function readAnnotationComparison(tokens: TokenReader, key: string): Comparison {
  const operator = tokens.takeOneOf([...ORDERS, ...TEXT_OPERATORS]);
  if (operator === null) return { type: 'set' };
  const token = tokens.take();
  if (token.kind === 'number' && isOneOf(ORDERS, operator)) return { type: 'number', operator, value: token.value };
  if (token.kind === 'string' && isOneOf(TEXT_OPERATORS, operator)) {
    return { type: 'text', operator, value: token.text };
  }
  const flag = flagOf(token);
  if (flag !== null && (operator === '=' || operator === '!=')) return { type: 'flag', operator, value: flag };
  throw syntaxError(token.at, `annotation "${key}" cannot be compared by ${operator} with ${token.text}`);
}

function flagOf(token: Token): boolean | null {
  if (token.kind !== 'word') return null;
  const word = token.text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** A service's name, or `id(…)` with some of name, type and account.id. */
export function readNode(tokens: TokenReader): NodePattern {
  if (!tokens.takeWord('id')) return { name: tokens.expectKind('string').text };
  tokens.expectSign('(');
  const pattern: { name?: string; type?: string; account?: string } = {};
  do {
    const field = tokens.expectKind('word');
    tokens.expectSign(':');
    const value = tokens.expectKind('string').text;
    const name = field.text.toLowerCase();
    if (name === 'name' || name === 'type') pattern[name] = value;
    else if (name === 'account.id') pattern.account = value;
    else throw syntaxError(field.at, `id() has name, type and account.id, not "${field.text}"`);
  } while (tokens.takeSign(','));
  tokens.expectSign(')');
  return pattern;
}

/** A root cause has five levels; deeper JSON is an attack on the stack of whoever compares it. */
const MAX_JSON_DEPTH = 20;

/** `#[{…}, …]`: root causes, at least one. */
export function readJson(tokens: TokenReader): readonly JsonObject[] {
  const { text, at } = tokens.expectKind('json');
  if (nestingDepth(text) > MAX_JSON_DEPTH) throw syntaxError(at, `JSON more than ${MAX_JSON_DEPTH} levels deep`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw syntaxError(at, `no JSON behind #: ${(error as Error).message}`);
  }
  if (Array.isArray(value) && value.length > 0 && value.every(isJsonObject)) return value;
  throw syntaxError(at, 'expected one or more root causes, #[{ "Services": … }]');
}

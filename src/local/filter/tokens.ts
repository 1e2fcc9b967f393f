import { invalidRequest } from '../api-error.js';
import { jsonArrayAt } from './json-pattern.js';

/** `at` is the position in the expression, counted from 1 as people do. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  /** What stands between square brackets, as it is. */
  | { readonly kind: 'key'; readonly text: string }
  /** `#[…]`: the JSON array between and with the brackets, not yet read. */
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: string }
);

const SPACE = /\s*/y;
const TOKEN = new RegExp(
  [
    /"(?<string>[^"\\]*(?:\\.[^"\\]*)*)"/,
    /(?<number>-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?![\w.])/,
    /(?<word>[a-z_][\w.]*)/,
    /\[(?<key>[^\]]*)\]/,
    /(?<sign><=|>=|!=|[!=<>(){},:])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'isy',
);

/**
 * Cuts a filter expression into tokens, the last of them `end`. In a string a backslash takes the next character as it
 * is: AWS does not say how to write a quotation mark.
 */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; ; ) {
    SPACE.lastIndex = index;
    SPACE.test(expression);
    index = SPACE.lastIndex;
    const at = index + 1;
    if (index === expression.length) {
      tokens.push({ kind: 'end', text: 'the end', at });
      return tokens;
    }
    const json = expression[index] === '#' ? jsonArrayAt(expression, index + 1) : null;
    if (json !== null) {
      tokens.push({ kind: 'json', text: json, at });
      index += 1 + json.length;
      continue;
    }
    TOKEN.lastIndex = index;
    const groups = TOKEN.exec(expression)?.groups;
    if (groups === undefined) throw syntaxError(at, unreadable(expression[index] ?? ''));
    tokens.push(tokenOf(groups, at));
    index = TOKEN.lastIndex;
  }
}

function unreadable(character: string): string {
  switch (character) {
    case '"':
      return 'text without an end';
    case '[':
      return 'a square bracket that does not close';
    case '#':
      return 'expected a JSON array that closes behind #';
    default:
      return `unexpected ${character}`;
  }
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, at: number): Token {
  const { string, number, word, key, sign } = groups;
  if (string !== undefined) return { kind: 'string', text: string.replace(/\\(.)/gs, '$1'), at };
  if (number !== undefined) return { kind: 'number', value: Number(number), text: number, at };
  if (word !== undefined) return { kind: 'word', text: word, at };
  if (key !== undefined) return { kind: 'key', text: key.trim(), at };
  return { kind: 'sign', text: sign ?? '', at };
}

export function syntaxError(at: number, what: string): Error {
  return invalidRequest(`Invalid filter expression at character ${at}: ${what}.`);
}

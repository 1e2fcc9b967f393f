import type { Expression } from './expression.js';
import type { TokenReader } from './token-reader.js';
import { syntaxError } from './tokens.js';

/** Deeper nesting, of braces too, is an attack on the parser's stack. */
const MAX_DEPTH = 50;

/** Reads what joins the terms of an expression: AND, OR, NOT and parentheses; `any` of the grammar of `parseFilter`. */
export class Connectives {
  readonly #tokens: TokenReader;
  #depth = 0;

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  /** Up to where no term follows. `term` reads one, and may itself read an expression in braces. */
  read(term: () => Expression): Expression {
    const first = this.#all(term);
    const of = [first];
    while (this.#tokens.takeWord('or')) of.push(this.#all(term));
    return of.length === 1 ? first : { kind: 'any', of };
  }

  #all(term: () => Expression): Expression {
    const first = this.#one(term);
    const of = [first];
    while (this.#tokens.takeWord('and') || this.#startsTerm()) of.push(this.#one(term));
    return of.length === 1 ? first : { kind: 'all', of };
  }

  #startsTerm(): boolean {
    const next = this.#tokens.next;
    if (next.kind === 'word') return next.text.toLowerCase() !== 'or';
    return next.kind === 'sign' && (next.text === '!' || next.text === '(');
  }

  #one(term: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw syntaxError(this.#tokens.next.at, `nested more than ${MAX_DEPTH} levels deep`);
    const expression = this.#oneOf(term);
    this.#depth -= 1;
    return expression;
  }

  #oneOf(term: () => Expression): Expression {
    if (this.#tokens.takeSign('!') || this.#tokens.takeWord('not')) return { kind: 'not', of: this.#one(term) };
    if (!this.#tokens.takeSign('(')) return term();
    const inner = this.read(term);
    this.#tokens.expectSign(')');
    return inner;
  }
}

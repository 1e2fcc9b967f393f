import { syntaxError, type Token } from './tokens.js';

/** Walks along the tokens of an expression. What is not what the parser expects throws an InvalidRequestException. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#index] as Token;
  }

  /** The last token, the end, stays in place. */
  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  takeSign(text: string): boolean {
    const found = this.next.kind === 'sign' && this.next.text === text;
    if (found) this.#index += 1;
    return found;
  }

  /** In either case; `text` is lower case. */
  takeWord(text: string): boolean {
    const found = this.next.kind === 'word' && this.next.text.toLowerCase() === text;
    if (found) this.#index += 1;
    return found;
  }

  takeOneOf<T extends string>(operators: readonly T[]): T | null {
    const { kind, text } = this.next;
    const operator = kind === 'sign' || kind === 'word' ? text.toLowerCase() : '';
    if (!isOneOf(operators, operator)) return null;
    this.#index += 1;
    return operator;
  }

  expectSign(text: string): void {
    if (!this.takeSign(text)) throw syntaxError(this.next.at, `expected "${text}", found ${this.next.text}`);
  }

  expectKind(kind: Token['kind']): Token {
    const token = this.take();
    if (token.kind === kind) return token;
    throw syntaxError(token.at, `expected ${EXPECTED[kind]}, found ${token.text}`);
  }
}

const EXPECTED: Readonly<Record<Token['kind'], string>> = {
  word: 'a keyword',
  string: 'text in double quotes',
  number: 'a number',
  key: 'a key in square brackets',
  json: 'a JSON array behind #',
  sign: 'a sign',
  end: 'the end',
};

export function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}

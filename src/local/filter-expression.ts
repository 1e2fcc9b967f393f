import { isOneOf, TokenReader } from './filter-token-reader.js';
import { syntaxError, tokensOf } from './filter-tokens.js';

export type FlagKeyword = (typeof FLAGS)[number];
export type NumberKeyword = (typeof NUMBERS)[number];
export type TextKeyword = (typeof TEXTS)[number];
export type Order = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type TextOperator = '=' | '!=' | 'contains' | 'beginswith' | 'endswith';
export type End = 'own' | 'source' | 'destination';

export type Comparison =
  | { readonly type: 'set' }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'number'; readonly operator: Order; readonly value: number }
  | { readonly type: 'text'; readonly operator: TextOperator; readonly value: string };

/** A node of the service graph, by as much as is given of it. */
export interface NodePattern {
  readonly name?: string;
  readonly type?: string;
  readonly account?: string;
}

export type Expression =
  | { readonly kind: 'all'; readonly of: readonly Expression[] }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'flag'; readonly keyword: FlagKeyword; readonly expected: boolean }
  | { readonly kind: 'number'; readonly keyword: NumberKeyword; readonly operator: Order; readonly value: number }
  | { readonly kind: 'text'; readonly keyword: TextKeyword; readonly comparison: Comparison }
  | { readonly kind: 'annotation'; readonly end: End; readonly key: string; readonly comparison: Comparison }
  | { readonly kind: 'service'; readonly node: NodePattern; readonly filter: Expression | null }
  | {
      readonly kind: 'edge';
      readonly from: NodePattern;
      readonly to: NodePattern;
      readonly filter: Expression | null;
    };

const FLAGS = ['ok', 'error', 'throttle', 'fault', 'partial', 'inferred', 'root'] as const;
const NUMBERS = ['responsetime', 'duration', 'http.status'] as const;
const TEXTS = [
  'http.url',
  'http.method',
  'http.useragent',
  'http.clientip',
  'user',
  'availabilityzone',
  'instance.id',
  'resource.arn',
  'name',
  'type',
] as const;
const ORDERS: readonly Order[] = ['=', '!=', '<', '<=', '>', '>='];
const TEXT_OPERATORS: readonly TextOperator[] = ['=', '!=', 'contains', 'beginswith', 'endswith'];
/** Keywords of X-Ray that ask for what the local X-Ray does not have. */
const UNSUPPORTED = /^(first|last|remote|index|coverage|message|json|rootcause\..*|group\.(name|arn))$/;
const ANNOTATION = /^(?:(source|destination)\.)?annotation(?:\.(.*))?$/i;
/** Deeper nesting is an attack on the parser's stack. */
const MAX_DEPTH = 50;

type Scope = 'trace' | 'service' | 'edge';

/**
 * Reads a filter expression; throws an InvalidRequestException that names what is wrong with it and where.
 * ```
 * any        = all { OR all }
 * all        = one { [AND] one }                     terms side by side are joined by AND, which binds tighter than OR
 * one        = "!" one | "(" any ")" | term
 * term       = flag [ ("=" | "!=") (true | false) ]
 *            | number order NUMBER
 *            | text [ textop (STRING | WORD) ]       a bare text keyword or annotation: it is set
 *            | annotation [ order NUMBER | textop STRING | ("=" | "!=") (true | false) ]
 *            | service [ "(" [ node ] ")" ] [ "{" any "}" ]
 *            | edge [ "(" node "," node ")" ] [ "{" any "}" ]
 * annotation = [ "source." | "destination." ] ( "annotation." KEY | "annotation[" KEY "]" )     ends: inside edge { }
 * node       = STRING | id "(" (name | type | account.id) ":" STRING { "," … } ")"
 * order      = "=" | "!=" | "<" | "<=" | ">" | ">="
 * textop     = "=" | "!=" | CONTAINS | BEGINSWITH | ENDSWITH
 * ```
 * Keywords are read in either case, annotation keys and values as they are. `name` and `type` are a service's.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html
 */
export function parseFilter(expression: string): Expression {
  return new Parser(new TokenReader(tokensOf(expression))).whole();
}

class Parser {
  readonly #tokens: TokenReader;
  #depth = 0;

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#any('trace');
    this.#tokens.expectKind('end');
    return expression;
  }

  #any(scope: Scope): Expression {
    const first = this.#all(scope);
    const of = [first];
    while (this.#tokens.takeWord('or')) of.push(this.#all(scope));
    return of.length === 1 ? first : { kind: 'any', of };
  }

  #all(scope: Scope): Expression {
    const first = this.#one(scope);
    const of = [first];
    while (this.#tokens.takeWord('and') || this.#startsTerm()) of.push(this.#one(scope));
    return of.length === 1 ? first : { kind: 'all', of };
  }

  #startsTerm(): boolean {
    const next = this.#tokens.next;
    if (next.kind === 'word') return next.text.toLowerCase() !== 'or';
    return next.kind === 'sign' && (next.text === '!' || next.text === '(');
  }

  #one(scope: Scope): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw syntaxError(this.#tokens.next.at, `nested more than ${MAX_DEPTH} levels deep`);
    const expression = this.#oneOf(scope);
    this.#depth -= 1;
    return expression;
  }

  #oneOf(scope: Scope): Expression {
    if (this.#tokens.takeSign('!')) return { kind: 'not', of: this.#one(scope) };
    if (this.#tokens.takeSign('(')) {
      const inner = this.#any(scope);
      this.#tokens.expectSign(')');
      return inner;
    }
    return this.#term(scope);
  }

  #term(scope: Scope): Expression {
    const { text, at } = this.#tokens.expectKind('word');
    const keyword = text.toLowerCase();
    const annotation = ANNOTATION.exec(text);
    if (annotation !== null) return this.#annotation(scope, annotation[1], annotation[2], at);
    if (keyword === 'service') return this.#service(scope, at);
    if (keyword === 'edge') return this.#edge(scope, at);
    if (isOneOf(FLAGS, keyword)) return { kind: 'flag', keyword, expected: this.#flagValue() ?? true };
    if (isOneOf(NUMBERS, keyword)) {
      const operator = this.#tokens.takeOneOf(ORDERS);
      if (operator === null) throw syntaxError(this.#tokens.next.at, `"${text}" must be compared with a number`);
      return { kind: 'number', keyword, operator, value: this.#number(text) };
    }
    if ((keyword === 'name' || keyword === 'type') && scope !== 'service') {
      throw syntaxError(at, `"${text}" stands only inside service { }`);
    }
    if (isOneOf(TEXTS, keyword)) return { kind: 'text', keyword, comparison: this.#textComparison(text) };
    if (UNSUPPORTED.test(keyword)) throw syntaxError(at, `"${text}" is not supported by the local X-Ray`);
    throw syntaxError(at, `unknown keyword "${text}"`);
  }

  #annotation(scope: Scope, end: string | undefined, dotted: string | undefined, at: number): Expression {
    if (end !== undefined && scope !== 'edge') throw syntaxError(at, `"${end}.annotation" stands only inside edge { }`);
    const key = dotted ?? this.#tokens.expectKind('key').text;
    if (key === '') throw syntaxError(at, 'an annotation without a key');
    if (dotted?.includes('.')) throw syntaxError(at, `the key has dots; write annotation[${dotted}]`);
    const own = end?.toLowerCase();
    return {
      kind: 'annotation',
      end: own === 'source' || own === 'destination' ? own : 'own',
      key,
      comparison: this.#annotationComparison(key),
    };
  }

  #annotationComparison(key: string): Comparison {
    const operator = this.#tokens.takeOneOf([...ORDERS, ...TEXT_OPERATORS]);
    if (operator === null) return { type: 'set' };
    const value = this.#tokens.take();
    if (value.kind === 'number' && isOneOf(ORDERS, operator)) return { type: 'number', operator, value: value.value };
    if (value.kind === 'string' && isOneOf(TEXT_OPERATORS, operator)) {
      return { type: 'text', operator, value: value.text };
    }
    const flag = value.kind === 'word' ? flagOf(value.text) : null;
    if (flag !== null && operator === '=') return { type: 'flag', value: flag };
    if (flag !== null && operator === '!=') return { type: 'flag', value: !flag };
    throw syntaxError(value.at, `annotation "${key}" cannot be compared by ${operator} with ${value.text}`);
  }

  #service(scope: Scope, at: number): Expression {
    if (scope !== 'trace') throw syntaxError(at, 'service stands inside another service or edge');
    let node: NodePattern = {};
    if (this.#tokens.takeSign('(') && !this.#tokens.takeSign(')')) {
      node = this.#node();
      this.#tokens.expectSign(')');
    }
    return { kind: 'service', node, filter: this.#braces('service') };
  }

  #edge(scope: Scope, at: number): Expression {
    if (scope !== 'trace') throw syntaxError(at, 'edge stands inside another service or edge');
    let [from, to]: NodePattern[] = [{}, {}];
    if (this.#tokens.takeSign('(') && !this.#tokens.takeSign(')')) {
      from = this.#node();
      this.#tokens.expectSign(',');
      to = this.#node();
      this.#tokens.expectSign(')');
    }
    return { kind: 'edge', from: from ?? {}, to: to ?? {}, filter: this.#braces('edge') };
  }

  #braces(scope: Scope): Expression | null {
    if (!this.#tokens.takeSign('{')) return null;
    const filter = this.#any(scope);
    this.#tokens.expectSign('}');
    return filter;
  }

  #node(): NodePattern {
    if (!this.#tokens.takeWord('id')) return { name: this.#tokens.expectKind('string').text };
    this.#tokens.expectSign('(');
    const pattern: { name?: string; type?: string; account?: string } = {};
    do {
      const field = this.#tokens.expectKind('word');
      this.#tokens.expectSign(':');
      const value = this.#tokens.expectKind('string').text;
      const name = field.text.toLowerCase();
      if (name === 'name' || name === 'type') pattern[name] = value;
      else if (name === 'account.id') pattern.account = value;
      else throw syntaxError(field.at, `id() has name, type and account.id, not "${field.text}"`);
    } while (this.#tokens.takeSign(','));
    this.#tokens.expectSign(')');
    return pattern;
  }

  #flagValue(): boolean | null {
    const equal = this.#tokens.takeSign('=');
    if (!equal && !this.#tokens.takeSign('!=')) return null;
    const token = this.#tokens.expectKind('word');
    const value = flagOf(token.text);
    if (value === null) throw syntaxError(token.at, `expected true or false, found "${token.text}"`);
    return equal ? value : !value;
  }

  #number(keyword: string): number {
    const token = this.#tokens.take();
    if (token.kind === 'number') return token.value;
    throw syntaxError(token.at, `"${keyword}" must be compared with a number, found ${token.text}`);
  }

  #textComparison(keyword: string): Comparison {
    const operator = this.#tokens.takeOneOf(TEXT_OPERATORS);
    if (operator === null) return { type: 'set' };
    const token = this.#tokens.take();
    // AWS asks for quotation marks, but its own guide leaves them out in one place.
    if (token.kind === 'string' || token.kind === 'word') return { type: 'text', operator, value: token.text };
    throw syntaxError(token.at, `"${keyword}" must be compared with text in double quotes, found ${token.text}`);
  }
}

function flagOf(word: string): boolean | null {
  const lower = word.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

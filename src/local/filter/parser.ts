import type { Cause, CauseElement } from '../root-causes.js';
import { Connectives } from './connectives.js';
import type { Expression, GroupLookup, NodePattern } from './expression.js';
import { FLAGS, isKeyOf, NUMBERS, placesOf, type Scope, TEXTS } from './keywords.js';
import { readAnnotation, readFlag, readJson, readNode, readNumber, readText } from './operands.js';
import { TokenReader } from './token-reader.js';
import { syntaxError, tokensOf } from './tokens.js';

const ANNOTATION = /^(?:(source|destination)\.)?annotation(?:\.(.*))?$/i;
/** What took time threw nothing: there is no `rootcause.responsetime.exception`. */
const CAUSE = /^rootcause\.(?!responsetime\.exception)(fault|error|responsetime)\.(service|entity|exception)$/;

/**
 * Reads a filter expression. Throws InvalidRequestException with the position and what is wrong there.
 *
 * ```
 * any        = all { OR all }
 * all        = one { [ AND ] one }            terms side by side are joined by AND, which binds tighter than OR
 * one        = ( "!" | NOT ) one | "(" any ")" | term
 * term       = FLAG [ ( "=" | "!=" ) ( true | false ) ]
 *            | NUMBER order NUMBER-VALUE
 *            | TEXT [ textop ( STRING | WORD ) ]                                     alone: it is set
 *            | annotation [ order NUMBER-VALUE | textop STRING | ( "=" | "!=" ) ( true | false ) ]   alone: likewise
 *            | service [ "(" [ node ] ")" ] [ braces ]
 *            | edge [ "(" [ node "," node ] ")" ] [ braces ]
 *            | rootcause "." ( fault | error ) "." ( service | entity | exception ) [ braces ]
 *            | rootcause "." responsetime "." ( service | entity ) [ braces ]
 *            | ( rootcause "." json | json ) ( "=" | "!=" ) "#" JSON-ARRAY
 *            | ( group.name | group.arn ) ( "=" | "!=" ) STRING
 * braces     = "{" any "}"
 * annotation = [ "source." | "destination." ] ( "annotation." KEY | "annotation[" KEY "]" )        ends: in edge { }
 * node       = STRING | id "(" ( name | type | account.id ) ":" STRING { "," … } ")"
 * order      = "=" | "!=" | "<" | "<=" | ">" | ">="
 * textop     = "=" | "!=" | CONTAINS | BEGINSWITH | ENDSWITH
 * ```
 * FLAG, NUMBER and TEXT are the keywords of `keywords.ts`, each in its scopes; what is in no braces is the
 * trace, and only there do the keywords with braces stand, and groups. Keywords and operators are read in either case.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html
 *
 * `groupNamed` finds the groups that the expression names; null where it may name none, in the filter of a group.
 */
export function parseFilter(expression: string, groupNamed: GroupLookup | null = () => null): Expression {
  return new Parser(new TokenReader(tokensOf(expression)), groupNamed).whole();
}

class Parser {
  readonly #tokens: TokenReader;
  readonly #connectives: Connectives;
  readonly #groupNamed: GroupLookup | null;

  constructor(tokens: TokenReader, groupNamed: GroupLookup | null) {
    this.#tokens = tokens;
    this.#connectives = new Connectives(tokens);
    this.#groupNamed = groupNamed;
  }

  whole(): Expression {
    const expression = this.#any('trace');
    this.#tokens.expectKind('end');
    return expression;
  }

  #any(scope: Scope): Expression {
    return this.#connectives.read(() => this.#term(scope));
  }

  #term(scope: Scope): Expression {
    const { text, at } = this.#tokens.expectKind('word');
    const keyword = text.toLowerCase();
    const standsIn = (scopes: readonly Scope[]) => {
      if (!scopes.includes(scope)) throw syntaxError(at, `"${text}" stands only ${placesOf(scopes)}`);
    };
    if (isKeyOf(FLAGS, keyword)) {
      standsIn(FLAGS[keyword]);
      return { kind: 'flag', keyword, expected: readFlag(this.#tokens) };
    }
    if (isKeyOf(NUMBERS, keyword)) {
      standsIn(NUMBERS[keyword]);
      return { kind: 'number', keyword, ...readNumber(this.#tokens, text) };
    }
    if (isKeyOf(TEXTS, keyword)) {
      standsIn(TEXTS[keyword]);
      return { kind: 'text', keyword, comparison: readText(this.#tokens, text) };
    }
    const annotation = ANNOTATION.exec(text);
    if (annotation !== null) {
      standsIn(annotation[1] === undefined ? ['trace', 'service', 'edge'] : ['edge']);
      return readAnnotation(this.#tokens, annotation[1], annotation[2], at);
    }
    const complex = this.#complexTerm(keyword);
    if (complex === null) throw syntaxError(at, `unknown keyword "${text}"`);
    standsIn(['trace']);
    return complex(at);
  }

  #complexTerm(keyword: string): ((at: number) => Expression) | null {
    switch (keyword) {
      case 'service':
        return () => this.#service();
      case 'edge':
        return () => this.#edge();
      case 'json':
      case 'rootcause.json':
        return () => this.#equalTo(keyword, () => ({ kind: 'json', patterns: readJson(this.#tokens) }));
      case 'group.name':
        return (at) => this.#equalTo(keyword, () => this.#group('name', at));
      case 'group.arn':
        return (at) => this.#equalTo(keyword, () => this.#group('arn', at));
    }
    const match = CAUSE.exec(keyword);
    return match === null ? null : () => this.#cause(match[1] as Cause, match[2] as CauseElement);
  }

  #service(): Expression {
    let node: NodePattern = {};
    if (this.#tokens.takeSign('(') && !this.#tokens.takeSign(')')) {
      node = readNode(this.#tokens);
      this.#tokens.expectSign(')');
    }
    return { kind: 'service', node, filter: this.#braces('service') };
  }

  #edge(): Expression {
    let from: NodePattern = {};
    let to: NodePattern = {};
    if (this.#tokens.takeSign('(') && !this.#tokens.takeSign(')')) {
      from = readNode(this.#tokens);
      this.#tokens.expectSign(',');
      to = readNode(this.#tokens);
      this.#tokens.expectSign(')');
    }
    return { kind: 'edge', from, to, filter: this.#braces('edge') };
  }

  #cause(cause: Cause, element: CauseElement): Expression {
    const scope = element === 'entity' && cause === 'responsetime' ? 'slow-entity' : (`cause-${element}` as const);
    return { kind: 'cause', cause, element, filter: this.#braces(scope) };
  }

  #braces(scope: Scope): Expression | null {
    if (!this.#tokens.takeSign('{')) return null;
    const filter = this.#any(scope);
    this.#tokens.expectSign('}');
    return filter;
  }

  #equalTo(keyword: string, value: () => Expression): Expression {
    const operator = this.#tokens.takeOneOf(['=', '!=']);
    if (operator === null) throw syntaxError(this.#tokens.next.at, `"${keyword}" must be compared by = or !=`);
    return operator === '=' ? value() : { kind: 'not', of: value() };
  }

  #group(by: 'name' | 'arn', at: number): Expression {
    const { text: value, at: valueAt } = this.#tokens.expectKind('string');
    if (this.#groupNamed === null) throw syntaxError(at, 'the filter of a group cannot name a group');
    const filter = this.#groupNamed(value);
    if (filter === null && !(by === 'name' && value === 'Default')) {
      throw syntaxError(valueAt, `there is no group "${value}"`);
    }
    return { kind: 'group', by, value, filter };
  }
}

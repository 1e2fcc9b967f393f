import type { Comparison, Expression, NodePattern } from '../../../src/local/filter/expression.js';

/** The ways in which the same expression may be written. */
export interface Writing {
  readonly upperCase: boolean;
  /** Terms side by side instead of AND. */
  readonly sideBySide: boolean;
  readonly not: '!' | 'NOT ' | 'not ';
  /** Annotations and `json` by their long names, `!=` for a flag that is false. */
  readonly long: boolean;
  readonly space: '' | ' ' | '\n\t';
}

export const PLAIN: Writing = { upperCase: false, sideBySide: false, not: '!', long: false, space: ' ' };

export function print(expression: Expression, writing: Writing = PLAIN): string {
  const { space, long } = writing;
  const word = (text: string) => (writing.upperCase ? text.toUpperCase() : text);
  const parts = (of: readonly Expression[], joint: string) =>
    of.map((each) => (each.kind === 'all' || each.kind === 'any' ? `(${inner(each)})` : inner(each))).join(joint);
  const braces = (filter: Expression | null) => (filter === null ? '' : `{${space}${inner(filter)}${space}}`);
  return inner(expression);

  function inner(each: Expression): string {
    switch (each.kind) {
      case 'all':
        return parts(each.of, writing.sideBySide ? ' ' : ` ${word('and')} `);
      case 'any':
        return parts(each.of, ` ${word('or')} `);
      case 'not':
        return `${writing.not}${parts([each.of], '')}`;
      case 'flag': {
        if (each.expected && !long) return word(each.keyword);
        const operator = long ? '!=' : '=';
        return `${word(each.keyword)}${space}${operator}${space}${word(String(each.expected !== long))}`;
      }
      case 'number':
        return `${word(each.keyword)}${space}${each.operator}${space}${each.value}`;
      case 'text':
        return `${word(each.keyword)}${comparison(each.comparison)}`;
      case 'annotation': {
        const end = each.end === 'own' ? '' : `${each.end}.`;
        const dotted = !long && /^[\w]+$/.test(each.key);
        return `${word(`${end}annotation`)}${dotted ? `.${each.key}` : `[${each.key}]`}${comparison(each.comparison)}`;
      }
      case 'service':
        return `${word('service')}(${Object.keys(each.node).length === 0 ? '' : node(each.node)})${space}${braces(each.filter)}`;
      case 'edge': {
        const everywhere = Object.keys({ ...each.from, ...each.to }).length === 0;
        const ends = everywhere ? '' : `(${node(each.from)},${space}${node(each.to)})`;
        return `${word('edge')}${ends}${space}${braces(each.filter)}`;
      }
      case 'cause':
        return `${word(`rootcause.${each.cause}.${each.element}`)}${space}${braces(each.filter)}`;
      case 'json':
        return `${word(long ? 'rootcause.json' : 'json')}${space}=${space}#${JSON.stringify(each.patterns)}`;
      case 'group':
        return `${word(`group.${each.by}`)}${space}=${space}${quoted(each.value)}`;
    }
  }

  function comparison(each: Comparison): string {
    if (each.type === 'set') return '';
    const value =
      each.type === 'text' ? quoted(each.value) : each.type === 'flag' ? word(String(each.value)) : each.value;
    const isWord = /^[a-z]/.test(each.operator);
    return isWord ? ` ${word(each.operator)} ${value}` : `${space}${each.operator}${space}${value}`;
  }

  function node(pattern: NodePattern): string {
    const { name, type, account } = pattern;
    if (name !== undefined && type === undefined && account === undefined && !long) return quoted(name);
    const fields = Object.entries({ name, type, 'account.id': account }).filter(([, value]) => value !== undefined);
    return `${word('id')}(${fields.map(([field, value]) => `${word(field)}:${space}${quoted(value ?? '')}`).join(',')})`;
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

import type { AnnotationValue } from '../../trace/entity.js';
import type { Comparison, Order, TextOperator } from './expression.js';

/** Text as it is compared: as it is, or in one case. */
export type TextFold = (text: string) => string;

/**
 * Whether values compare so: they do only with values of their own type, a number never equals text. Of several one is
 * enough, except that `!=` wants all of them to differ; where there is none to compare, nothing holds, `!=` neither.
 */
export function compares(values: readonly AnnotationValue[], comparison: Comparison, fold: TextFold): boolean {
  switch (comparison.type) {
    case 'set':
      // A boolean annotation stands for its value, any other for being there.
      return values.some((value) => value !== false);
    case 'flag': {
      const flags = values.filter((value) => typeof value === 'boolean');
      return anyOrAll(
        comparison.operator,
        flags,
        (flag) => (flag === comparison.value) === (comparison.operator === '='),
      );
    }
    case 'number': {
      const numbers = values.filter((value) => typeof value === 'number');
      return anyOrAll(comparison.operator, numbers, (number) => ordered(number, comparison.operator, comparison.value));
    }
    case 'text': {
      const texts = values.filter((value) => typeof value === 'string').map(fold);
      const wanted = fold(comparison.value);
      return anyOrAll(comparison.operator, texts, (text) => reads(text, comparison.operator, wanted));
    }
  }
}

function anyOrAll<T>(operator: Order | TextOperator, values: readonly T[], holds: (value: T) => boolean): boolean {
  return operator === '!=' ? values.length > 0 && values.every(holds) : values.some(holds);
}

export function ordered(actual: number, operator: Order, value: number): boolean {
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    case '>':
      return actual > value;
    case '>=':
      return actual >= value;
  }
}

function reads(actual: string, operator: TextOperator, value: string): boolean {
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case 'contains':
      return actual.includes(value);
    case 'beginswith':
      return actual.startsWith(value);
    case 'endswith':
      return actual.endsWith(value);
  }
}

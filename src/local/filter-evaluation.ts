import type { AnnotationValue } from '../trace/entity.js';
import type { Node } from '../trace/service-graph.js';
import type { Comparison, Expression, NodePattern, Order, TextOperator } from './filter-expression.js';
import type { FilterFacts } from './filter-facts.js';

/**
 * Whether an expression holds. A comparison, `!=` too, holds only where there is something to compare; of several
 * values one is enough, except that `!=` wants all of them to differ. Values compare with their own type: a number
 * never equals text.
 */
export function matches(expression: Expression, facts: FilterFacts): boolean {
  switch (expression.kind) {
    case 'all':
      return expression.of.every((each) => matches(each, facts));
    case 'any':
      return expression.of.some((each) => matches(each, facts));
    case 'not':
      return !matches(expression.of, facts);
    case 'flag':
      return facts.flags[expression.keyword] === expression.expected;
    case 'number': {
      const actual = facts.numbers[expression.keyword];
      return actual !== null && ordered(actual, expression.operator, expression.value);
    }
    case 'text':
      return compares([...(facts.texts[expression.keyword] ?? [])], expression.comparison);
    case 'annotation':
      return compares(facts.annotations(expression.end, expression.key), expression.comparison);
    case 'service':
      return facts
        .services()
        .some(({ node, facts: own }) => fits(node, expression.node) && holds(expression.filter, own));
    case 'edge':
      return facts
        .calls()
        .some(
          ({ call, facts: own }) =>
            fits(call.from, expression.from) && fits(call.to, expression.to) && holds(expression.filter, own),
        );
  }
}

function holds(filter: Expression | null, facts: FilterFacts): boolean {
  return filter === null || matches(filter, facts);
}

function fits(node: Node, { name, type, account }: NodePattern): boolean {
  return (
    (name === undefined || node.name === name) &&
    (type === undefined || node.type === type) &&
    (account === undefined || node.account === account)
  );
}

function compares(values: readonly AnnotationValue[], comparison: Comparison): boolean {
  switch (comparison.type) {
    case 'set':
      // A boolean annotation stands for its value, any other for being there.
      return values.some((value) => value !== false);
    case 'flag':
      return values.some((value) => value === comparison.value);
    case 'number': {
      const { operator, value } = comparison;
      return forAnyOrAll(operator, values, 'number', (actual) => ordered(actual, operator, value));
    }
    case 'text': {
      const { operator, value } = comparison;
      return forAnyOrAll(operator, values, 'string', (actual) => reads(actual, operator, value));
    }
  }
}

function forAnyOrAll<T extends 'number' | 'string'>(
  operator: Order | TextOperator,
  values: readonly AnnotationValue[],
  type: T,
  test: (value: T extends 'number' ? number : string) => boolean,
): boolean {
  const comparable = values.filter(
    (value): value is AnnotationValue & (T extends 'number' ? number : string) => typeof value === type,
  );
  return operator === '!=' ? comparable.length > 0 && comparable.every(test) : comparable.some(test);
}

function ordered(actual: number, operator: Order, value: number): boolean {
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

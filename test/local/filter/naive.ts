import type { Comparison, Expression, NodePattern } from '../../../src/local/filter/expression.js';
import type { ModelTrace } from './model.js';
import { type Annotations, callsOf, causesOf, type Facts, factsOf, servicesOf } from './naive-facts.js';

/** What an expression is worth for a model, worked out from the model and by the words of the AWS guide alone. */
export function naive(expression: Expression, model: ModelTrace, ignoreCase = false): boolean {
  const same = (a: string, b: string) => (ignoreCase ? a.toUpperCase() === b.toUpperCase() : a === b);
  return value(expression, factsOf(model));

  function value(each: Expression, facts: Facts): boolean {
    const inner = (filter: Expression | null, own: Facts) => (filter === null ? true : value(filter, own));
    if (each.kind === 'all') return !each.of.some((one) => !value(one, facts));
    if (each.kind === 'any') return !each.of.every((one) => !value(one, facts));
    if (each.kind === 'not') return !value(each.of, facts);
    if (each.kind === 'flag') return Boolean(facts.flags[each.keyword]) === each.expected;
    if (each.kind === 'number') {
      const known = facts.numbers[each.keyword];
      return typeof known === 'number' && evaluate(known, each.operator, each.value);
    }
    if (each.kind === 'text') return compare(facts.texts[each.keyword] ?? [], each.comparison);
    if (each.kind === 'annotation') {
      const all: Annotations = facts[each.end];
      return compare(
        all.flatMap(([key, own]) => (same(key, each.key) ? [own] : [])),
        each.comparison,
      );
    }
    if (each.kind === 'service') {
      return servicesOf(model).some((one) => isNode(one.node, each.node) && inner(each.filter, one.facts));
    }
    if (each.kind === 'edge') {
      return callsOf(model).some(
        (one) => isNode(one.from, each.from) && isNode(one.to, each.to) && inner(each.filter, one.facts),
      );
    }
    if (each.kind === 'cause') {
      const lists = causesOf(model, each.cause).map((cause) => cause[each.element]);
      return lists.some((list) => list.some((own) => inner(each.filter, own)));
    }
    if (each.kind === 'json') {
      const printed = (['responsetime', 'error', 'fault'] as const).flatMap((cause) =>
        causesOf(model, cause).map(({ json }) => json),
      );
      return each.patterns.every((pattern) => printed.some((one) => isPartOf(pattern, one)));
    }
    return inner(each.filter, facts);
  }

  function isNode(node: { name: string; type: string; account: string }, pattern: NodePattern): boolean {
    return Object.entries(pattern).every(([field, wanted]) => same(node[field as 'name' | 'type' | 'account'], wanted));
  }

  function compare(values: readonly (string | number | boolean)[], comparison: Comparison): boolean {
    if (comparison.type === 'set') return values.filter((one) => one !== false).length > 0;
    const { operator, value: wanted } = comparison;
    const ofItsType = values.filter((one) => typeof one === typeof wanted);
    const results = ofItsType.map((one) =>
      typeof one === 'string' && ignoreCase
        ? evaluate(one.toUpperCase(), operator, String(wanted).toUpperCase())
        : evaluate(one, operator, wanted),
    );
    return operator === '!=' ? results.length > 0 && !results.includes(false) : results.includes(true);
  }
}

function evaluate(actual: string | number | boolean, operator: string, wanted: string | number | boolean): boolean {
  const [text, part] = [String(actual), String(wanted)];
  const results: Record<string, boolean> = {
    '=': actual === wanted,
    '!=': actual !== wanted,
    '<': actual < wanted,
    '<=': actual <= wanted,
    '>': actual > wanted,
    '>=': actual >= wanted,
    contains: text.indexOf(part) >= 0,
    beginswith: text.slice(0, part.length) === part,
    endswith: part === '' || text.slice(-part.length) === part,
  };
  return results[operator] as boolean;
}

function isPartOf(pattern: unknown, actual: unknown): boolean {
  if (typeof pattern !== 'object' || pattern === null) return (pattern ?? undefined) === (actual ?? undefined);
  if (typeof actual !== 'object' || actual === null || Array.isArray(pattern) !== Array.isArray(actual)) return false;
  if (Array.isArray(pattern) && pattern.length !== (actual as unknown[]).length) return false;
  const fields = actual as Record<string, unknown>;
  return Object.entries(pattern).every(([field, each]) => isPartOf(each, fields[field]));
}

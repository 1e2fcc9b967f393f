import type { Node } from '../trace/service-graph.js';
import { invalidRequest } from './api-error.js';
import type { Expression, NodePattern } from './filter/expression.js';
import { parseFilter } from './filter/parser.js';

/** What a time series is of. */
export type EntitySelector =
  | { readonly kind: 'services'; selects(node: Node): boolean }
  | { readonly kind: 'edges'; selects(from: Node, to: Node): boolean };

const EVERY_EDGE: EntitySelector = { kind: 'edges', selects: () => true };

/**
 * Reads an entity selector expression: `service(…)`, `edge(…, …)` or `id(…)` of a filter expression, or several of one
 * kind joined by OR. Without one it is every edge.
 * https://docs.aws.amazon.com/xray/latest/api/API_GetTimeSeriesServiceStatistics.html
 */
export function entitySelector(text: string | undefined): EntitySelector {
  if (text === undefined) return EVERY_EDGE;
  const isBareId = /^\s*id\s*\(/i.test(text);
  const expression = parseFilter(isBareId ? `service(${text})` : text);
  const terms = expression.kind === 'any' ? expression.of : [expression];
  const services = terms.filter(isService);
  if (services.length === terms.length) {
    return { kind: 'services', selects: (node) => services.some((term) => fits(node, term.node)) };
  }
  const edges = terms.filter(isEdge);
  if (edges.length === terms.length) {
    return { kind: 'edges', selects: (from, to) => edges.some((edge) => fits(from, edge.from) && fits(to, edge.to)) };
  }
  throw invalidRequest(
    `EntitySelectorExpression must be service(…), edge(…, …) or id(…) without braces, or several of one kind; got "${text}".`,
  );
}

function isService(term: Expression): term is Extract<Expression, { kind: 'service' }> {
  return term.kind === 'service' && term.filter === null;
}

function isEdge(term: Expression): term is Extract<Expression, { kind: 'edge' }> {
  return term.kind === 'edge' && term.filter === null;
}

function fits(node: Node, { name, type, account }: NodePattern): boolean {
  return (
    (name === undefined || name === node.name) &&
    (type === undefined || type === node.type) &&
    (account === undefined || account === node.account)
  );
}

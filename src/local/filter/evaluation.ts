import type { Node } from '../../trace/service-graph.js';
import type { MergedTrace } from '../merged-trace.js';
import { factsOfElements } from './cause-facts.js';
import { compares, ordered, type TextFold } from './comparison.js';
import type { Expression, NodePattern } from './expression.js';
import type { FilterFacts, TraceFacts } from './facts.js';
import { fitsPattern } from './json-pattern.js';
import { factsOfTrace } from './trace-facts.js';

/**
 * Whether the case of text counts, in values, service names, types and the keys of annotations: `exact` (the default)
 * or `ignored`. AWS does not say; its guide looks for the user Alice with `user = "alice"`. Under `ignored` two
 * versions or run ids that differ in case alone are one.
 */
export type TextCase = 'exact' | 'ignored';

const FOLDS: Readonly<Record<TextCase, TextFold>> = {
  exact: (text) => text,
  ignored: (text) => text.toLowerCase(),
};

/** Whether an expression, as `parseFilter` read it, holds for a trace as it is now. */
export function matchesTrace(expression: Expression, merged: MergedTrace, textCase: TextCase = 'exact'): boolean {
  return new Evaluation(factsOfTrace(merged), FOLDS[textCase]).holds(expression);
}

class Evaluation {
  readonly #trace: TraceFacts;
  readonly #fold: TextFold;

  constructor(trace: TraceFacts, fold: TextFold) {
    this.#trace = trace;
    this.#fold = fold;
  }

  /** `facts` are what the braces around the expression are about; without braces the trace. */
  holds(expression: Expression, facts: FilterFacts = this.#trace): boolean {
    switch (expression.kind) {
      case 'all':
        return expression.of.every((each) => this.holds(each, facts));
      case 'any':
        return expression.of.some((each) => this.holds(each, facts));
      case 'not':
        return !this.holds(expression.of, facts);
      case 'flag':
        return (facts.flags[expression.keyword] ?? false) === expression.expected;
      case 'number': {
        const actual = facts.numbers[expression.keyword] ?? null;
        return actual !== null && ordered(actual, expression.operator, expression.value);
      }
      case 'text':
        return compares([...(facts.texts[expression.keyword] ?? [])], expression.comparison, this.#fold);
      case 'annotation': {
        const key = this.#fold(expression.key);
        const named = [...facts.annotations(expression.end)].filter(([own]) => this.#fold(own) === key);
        return compares(
          named.map(([, value]) => value),
          expression.comparison,
          this.#fold,
        );
      }
      case 'service':
        return this.#trace
          .services()
          .some(({ node, facts: own }) => this.#fits(node, expression.node) && this.#inBraces(expression.filter, own));
      case 'edge':
        return this.#trace
          .calls()
          .some(
            ({ call: { from, to }, facts: own }) =>
              this.#fits(from, expression.from) &&
              this.#fits(to, expression.to) &&
              this.#inBraces(expression.filter, own),
          );
      case 'cause':
        return this.#trace
          .rootCauses(expression.cause)
          .flatMap((rootCause) => factsOfElements(rootCause, expression.element))
          .some((own) => this.#inBraces(expression.filter, own));
      case 'json': {
        const rootCauses = (['fault', 'error', 'responsetime'] as const).flatMap((cause) =>
          this.#trace.rootCauses(cause),
        );
        return expression.patterns.every((pattern) => rootCauses.some((each) => fitsPattern(each, pattern)));
      }
      case 'group':
        return this.#inBraces(expression.filter, this.#trace);
    }
  }

  #inBraces(filter: Expression | null, facts: FilterFacts): boolean {
    return filter === null || this.holds(filter, facts);
  }

  #fits(node: Node, pattern: NodePattern): boolean {
    const fits = (actual: string, wanted: string | undefined) =>
      wanted === undefined || this.#fold(actual) === this.#fold(wanted);
    return fits(node.name, pattern.name) && fits(node.type, pattern.type) && fits(node.account, pattern.account);
  }
}

import fc from 'fast-check';
import {
  type Comparison,
  type Expression,
  type NodePattern,
  ORDERS,
  TEXT_OPERATORS,
} from '../../../src/local/filter/expression.js';
import {
  FLAGS,
  NUMBERS as NUMBER_KEYWORDS,
  type Scope,
  TEXTS as TEXT_KEYWORDS,
} from '../../../src/local/filter/keywords.js';
import type { Cause, CauseElement } from '../../../src/local/root-causes.js';
import { ACCOUNTS, KEYS, NAMES, NUMBERS, TEXTS, TYPES } from './model.js';
import { print, type Writing } from './printer.js';

export const writings: fc.Arbitrary<Writing> = fc.record({
  upperCase: fc.boolean(),
  sideBySide: fc.boolean(),
  not: fc.constantFrom('!', 'NOT ', 'not '),
  long: fc.boolean(),
  space: fc.constantFrom('', ' ', '\n\t'),
});

/** An expression such as the parser makes, over the same few values as the models. */
export function expressions(scope: Scope = 'trace', depth = 3, groups = true): fc.Arbitrary<Expression> {
  if (depth === 0) return terms(scope, 0, groups);
  const deeper = expressions(scope, depth - 1, groups);
  const several = fc.array(deeper, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: terms(scope, depth, groups) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('all'), of: several }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('any'), of: several }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not'), of: deeper }) },
  );
}

function keywordsOf<K extends string>(table: Readonly<Record<K, readonly Scope[]>>, scope: Scope): K[] {
  return (Object.keys(table) as K[]).filter((keyword) => table[keyword].includes(scope));
}

const texts = fc.constantFrom(...TEXTS, ...NAMES, ...TYPES);
const set = fc.constant<Comparison>({ type: 'set' });
const textComparison: fc.Arbitrary<Comparison> = fc.oneof(
  set,
  fc.record({ type: fc.constant('text'), operator: fc.constantFrom(...TEXT_OPERATORS), value: texts }),
);
const anyComparison: fc.Arbitrary<Comparison> = fc.oneof(
  textComparison,
  fc.record({ type: fc.constant('flag'), operator: fc.constantFrom('=', '!='), value: fc.boolean() }),
  fc.record({
    type: fc.constant('number'),
    operator: fc.constantFrom(...ORDERS),
    value: fc.constantFrom(...NUMBERS),
  }),
);
const name = fc.constantFrom(...NAMES);
const type = fc.constantFrom(...TYPES);
const nodes: fc.Arbitrary<NodePattern> = fc.oneof(
  fc.record({ name }),
  fc.record({ type }),
  fc.record({ name, type, account: fc.constantFrom(...ACCOUNTS) }, { requiredKeys: [] }),
);

const entityPattern = fc.record(
  {
    Name: fc.constantFrom(...NAMES),
    Remote: fc.boolean(),
    Coverage: fc.constantFrom(1, 0.5),
    Exceptions: fc.constant([]),
  },
  { requiredKeys: [] },
);
const servicePattern = fc.record(
  {
    Name: fc.constantFrom(...NAMES),
    Type: fc.constantFrom(null, ...TYPES),
    AccountId: fc.constantFrom(null, ...ACCOUNTS),
    Inferred: fc.boolean(),
    EntityPath: fc.array(entityPattern, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const rootCausePattern = fc.record(
  { Services: fc.array(servicePattern, { maxLength: 2 }), ClientImpacting: fc.boolean() },
  { requiredKeys: [] },
);

function terms(scope: Scope, depth: number, groups: boolean): fc.Arbitrary<Expression> {
  const found: fc.Arbitrary<Expression>[] = [];
  const flags = keywordsOf(FLAGS, scope);
  const numbers = keywordsOf(NUMBER_KEYWORDS, scope);
  const words = keywordsOf(TEXT_KEYWORDS, scope);
  found.push(fc.record({ kind: fc.constant('flag'), keyword: fc.constantFrom(...flags), expected: fc.boolean() }));
  found.push(
    fc.record({
      kind: fc.constant('number'),
      keyword: fc.constantFrom(...numbers),
      operator: fc.constantFrom(...ORDERS),
      value: fc.constantFrom(...NUMBERS),
    }),
  );
  found.push(fc.record({ kind: fc.constant('text'), keyword: fc.constantFrom(...words), comparison: textComparison }));
  if (scope === 'trace' || scope === 'service' || scope === 'edge') {
    const ends = scope === 'edge' ? (['own', 'source', 'destination'] as const) : (['own'] as const);
    found.push(
      fc.record({
        kind: fc.constant('annotation'),
        end: fc.constantFrom(...ends),
        key: fc.constantFrom(...KEYS),
        comparison: anyComparison,
      }),
    );
  }
  if (scope === 'trace') found.push(...complexTerms(depth, groups));
  return fc.oneof(...found);
}

function complexTerms(depth: number, groups: boolean): fc.Arbitrary<Expression>[] {
  const braces = (scope: Scope) => fc.option(expressions(scope, Math.max(0, depth - 1)), { freq: 4 });
  const cause = (causes: readonly Cause[], element: CauseElement, scope: Scope): fc.Arbitrary<Expression> =>
    fc.record({
      kind: fc.constant('cause'),
      cause: fc.constantFrom(...causes),
      element: fc.constant(element),
      filter: braces(scope),
    });
  const found: fc.Arbitrary<Expression>[] = [
    fc.record({ kind: fc.constant('service'), node: nodes, filter: braces('service') }),
    fc.record({ kind: fc.constant('edge' as const), from: nodes, to: nodes, filter: braces('edge') }).map((edge) =>
      // One end alone cannot be left open: `id()` needs a field.
      Object.keys(edge.from).length > 0 && Object.keys(edge.to).length > 0 ? edge : { ...edge, from: {}, to: {} },
    ),
    cause(['fault', 'error', 'responsetime'], 'service', 'cause-service'),
    cause(['fault', 'error'], 'entity', 'cause-entity'),
    cause(['responsetime'], 'entity', 'slow-entity'),
    cause(['fault', 'error'], 'exception', 'cause-exception'),
    fc.record({
      kind: fc.constant('json'),
      patterns: fc.array(rootCausePattern, { minLength: 1, maxLength: 2 }),
    }),
  ];
  if (!groups || depth === 0) return found;
  // A group is called like its filter, so that `groupNamed` needs to know nothing.
  const group = expressions('trace', 0, false).map(
    (filter): Expression => ({ kind: 'group', by: 'name', value: print(filter), filter }),
  );
  return [...found, group];
}

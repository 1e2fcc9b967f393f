import type { Node } from '../trace/service-graph.js';
import { matchOf, parsePattern } from './name-pattern.js';
import { type NameRule, nameByRules } from './name-rule.js';

/** What people decided about calls between nodes, before any was seen. */
export interface EdgeRule {
  readonly effect: 'allow' | 'deny';
  /** Patterns of names, with `*` for any text. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly owner: string | null;
  /** The last day on which it applies, `2027-03-31`, by UTC; null: it has no end. */
  readonly until: string | null;
  /** Where it stands in its file: `edges.deny[0], line 4`. */
  readonly place: string;
}

export interface EdgePolicy {
  readonly rules: readonly EdgeRule[];
  /** By which names are also known that the rules speak of. */
  readonly names: readonly NameRule[];
  /** The day on which the rules are applied, `2026-11-21`, by UTC. */
  readonly day: string;
}

export const NO_POLICY: EdgePolicy = { rules: [], names: [], day: '1970-01-01' };

/**
 * The rule that decides about an edge, the first of those that apply: one that allows it before one that denies it, so
 * that an exception, with its own reason and end, can be made to what is denied. null where none does.
 */
export function ruleFor({ from, to }: { readonly from: Node; readonly to: Node }, policy: EdgePolicy): EdgeRule | null {
  if (isWithinFunction({ from, to })) return null;
  const applies = ({ from: fromPattern, to: toPattern }: EdgeRule) =>
    names(from, policy).some((name) => matchOf(parsePattern(fromPattern), name) !== null) &&
    names(to, policy).some((name) => matchOf(parsePattern(toPattern), name) !== null);
  const applicable = policy.rules.filter((rule) => !isExpired(rule, policy) && applies(rule));
  return applicable.find(({ effect }) => effect === 'allow') ?? applicable[0] ?? null;
}

/** Rules whose last day is over: they apply to nothing. */
export function expiredRules(policy: EdgePolicy): EdgeRule[] {
  return policy.rules.filter((rule) => isExpired(rule, policy));
}

/** Days as `2027-03-31` are in order as texts are. */
function isExpired({ until }: EdgeRule, { day }: EdgePolicy): boolean {
  return until !== null && until < day;
}

function names({ name }: Node, policy: EdgePolicy): readonly string[] {
  const byRule = nameByRules(name, policy.names);
  return byRule === null ? [name] : [name, byRule];
}

/**
 * From the Lambda service to the function's own code, two nodes of one name: no call from one service to another.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function isWithinFunction({ from, to }: { readonly from: Node; readonly to: Node }): boolean {
  return from.name === to.name && from.type === 'AWS::Lambda' && to.type === 'AWS::Lambda::Function';
}

import type { Node } from '../trace/service-graph.js';
import { matchOf, parsePattern } from './name-pattern.js';
import { type NameRule, nameByRules } from './name-rule.js';
import { ownName } from './own-name.js';

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
export function ruleFor({ from, to }: Ends, policy: EdgePolicy): EdgeRule | null {
  if (isWithinFunction({ from, to })) return null;
  const applies = ({ from: fromPattern, to: toPattern }: EdgeRule) =>
    names(from, policy).some((name) => matchOf(parsePattern(fromPattern), name) !== null) &&
    names(to, policy).some((name) => matchOf(parsePattern(toPattern), name) !== null);
  const applicable = policy.rules.filter((rule) => !isExpired(rule, policy) && applies(rule));
  return applicable.find(({ effect }) => effect === 'allow') ?? applicable[0] ?? null;
}

/** Both ends of a call, each under the name that is shown and with its own. */
export interface Ends {
  readonly from: Node;
  readonly to: Node;
}

/**
 * The rule that decides about an edge, of whose calls these are all that have other names of their own, and for which of
 * them. One that a rule denies is enough; an exception for one lets no other through, so all of them must be allowed.
 */
export function ruleForAll<Call extends Ends>(
  calls: readonly Call[],
  policy: EdgePolicy,
): { readonly rule: EdgeRule; readonly of: Call } | null {
  const ruled = calls.map((of) => ({ of, rule: ruleFor(of, policy) }));
  const decided = ruled.flatMap(({ of, rule }) => (rule === null ? [] : [{ of, rule }]));
  const denied = decided.find(({ rule }) => rule.effect === 'deny');
  return denied ?? (decided.length === ruled.length ? (decided[0] ?? null) : null);
}

/** Rules whose last day is over: they apply to nothing. */
export function expiredRules(policy: EdgePolicy): EdgeRule[] {
  return policy.rules.filter((rule) => isExpired(rule, policy));
}

/** Days as `2027-03-31` are in order as texts are. */
function isExpired({ until }: EdgeRule, { day }: EdgePolicy): boolean {
  return until !== null && until < day;
}

/** As the report shows it, as its segments have it, and as the users' rules make these. */
function names(node: Node, policy: EdgePolicy): readonly string[] {
  const known = [node.name, ownName(node)];
  return [...new Set([...known, ...known.flatMap((name) => nameByRules(name, policy.names) ?? [])])];
}

/**
 * From the Lambda service to the function's own code, two nodes of one name: no call from one service to another.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
 */
export function isWithinFunction({ from, to }: Ends): boolean {
  return from.name === to.name && from.type === 'AWS::Lambda' && to.type === 'AWS::Lambda::Function';
}

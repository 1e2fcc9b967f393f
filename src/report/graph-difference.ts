import { type EdgePolicy, type EdgeRule, expiredRules, isWithinFunction } from '../compare/edge-policy.js';
import { type Edge, isDenied } from '../compare/edges.js';
import * as errorRate from '../compare/error-rate.js';
import type { Evidence } from '../compare/evidence.js';
import { type NodeDifference, nodeDifferences } from '../compare/nodes.js';
import { type Rewired, rewired } from '../compare/rewired.js';
import type { SameNames } from '../compare/same-names.js';

/** What is different in two service graphs, beside edges that only one of them has. */
export interface GraphDifference {
  readonly nodes: readonly NodeDifference[];
  readonly rewired: readonly Rewired[];
  /** Edges that the candidate has though a rule denies them, and new ones that a rule allows. */
  readonly denied: readonly Edge[];
  readonly allowed: readonly Edge[];
  readonly names: Pick<SameNames, 'same' | 'undecided' | 'accounts'>;
  /** Rules of the gate file whose last day is over. */
  readonly expired: readonly EdgeRule[];
}

export function graphDifference(
  { screen }: Evidence,
  { edges }: { readonly edges: readonly Edge[] },
  { names, policy }: { readonly names: SameNames; readonly policy: EdgePolicy },
): GraphDifference {
  return {
    nodes: nodeDifferences(screen.profiles, edges, errorRate.REPORT),
    rewired: rewired(edges.filter((edge) => !isWithinFunction(edge))),
    denied: edges.filter(isDenied),
    allowed: edges.filter(({ change, rule }) => change === 'new' && rule?.effect === 'allow'),
    names: { same: names.same, undecided: names.undecided, accounts: names.accounts },
    expired: expiredRules(policy),
  };
}

import type { Profile } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import { networkTo } from '../trace/steps.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import { withoutGeneratedParts } from './generated-parts.js';
import { type NameRule, nameByRules } from './name-rule.js';
import { renamedAs } from './own-name.js';

/** Nodes that are one, though their names differ. */
export interface SameNode {
  /** What they are known by from then on: the candidate's own name, or, of several, what these have in common. */
  readonly shownAs: Node;
  /** Their names, each once. */
  readonly names: BothSides<readonly string[]>;
  /** In which parts of the name they differ: `CloudFormation suffix`, `your rule`. */
  readonly parts: readonly string[];
}

export interface SameNames {
  /** By {@link nodeKey}: what each node is known by; nodes that keep their name are not in it. */
  readonly shownAs: BothSides<ReadonlyMap<string, Node>>;
  readonly same: readonly SameNode[];
  /** Names that differ in generated parts alone, but not in a way that says which is which. */
  readonly undecided: readonly Omit<SameNode, 'shownAs'>[];
  /** The one account of each version that all of its nodes with an account are in; null where it is one and the same, or there are more. */
  readonly accounts: BothSides<string> | null;
}

/** A node of either side, and what is left of it without generated parts. */
interface Known {
  readonly node: Node;
  readonly sides: ReadonlySet<Side>;
  readonly group: string;
  readonly plainName: string;
  readonly parts: readonly string[];
  readonly instance: boolean;
  readonly bare: boolean;
}

/**
 * Which nodes of the two sides are the same though their names differ. Names are first taken as they are; only where a
 * node is on one side alone are generated parts left out, and what then has the same name and type on the other side is
 * the same node:
 *
 * - by a user's rule, and of instances such as pods: all of them, on both sides;
 * - nodes of a side that no two of were seen in one run, as a table is replaced from run to run: all of them;
 * - else one of the baseline alone and one of the candidate alone, if there is one of each.
 *
 * Otherwise they stay apart, and so does what has nothing left that tells it from others, such as two hosts of API Gateway.
 * Where all nodes with an account moved from one account to one other, the versions are deployed to two, which are taken for
 * one. Deterministic; what the order of nodes is makes no difference.
 */
export function sameNames(sides: BothSides<readonly Profile[]>, rules: readonly NameRule[]): SameNames {
  const all = nodesOfBoth(sides);
  const accounts = movedAccounts(all);
  const groups = Map.groupBy(knownNodes(all, accounts, rules), ({ group }) => group);
  const shownAs = { baseline: new Map<string, Node>(), candidate: new Map<string, Node>() };
  const same: SameNode[] = [];
  const undecided: Omit<SameNode, 'shownAs'>[] = [];
  for (const [, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const of = matched(group, sides);
    if (of === 'nothing to match') continue;
    if (of === 'undecided') {
      undecided.push({ names: namesOf(group.filter(({ sides }) => sides.size === 1)), parts: partsOf(group) });
      continue;
    }
    const node = representative(of);
    same.push({ shownAs: node, names: namesOf(of), parts: partsOf(of) });
    for (const each of of) for (const side of each.sides) shownAs[side].set(nodeKey(each.node), node);
  }
  return { shownAs, same, undecided, accounts };
}

/** The same profile with the names that its nodes are known by; each still has its own, of which rules may speak. */
export function withNames(profile: Profile, shownAs: ReadonlyMap<string, Node>): Profile {
  if (shownAs.size === 0) return profile;
  const nodes = profile.nodes.map((node) => {
    const known = shownAs.get(nodeKey(node));
    return known === undefined ? node : renamedAs(node, known);
  });
  const renamed = new Map(profile.nodes.map(({ name }, i) => [networkTo(name), networkTo(nodes[i]!.name)]));
  const steps = profile.steps.map((step) => ({ ...step, name: renamed.get(step.name) ?? step.name }));
  return { ...profile, nodes, steps };
}

type NodeOfBoth = Pick<Known, 'node' | 'sides'>;

function nodesOfBoth(sides: BothSides<readonly Profile[]>): NodeOfBoth[] {
  const nodes = new Map<string, { node: Node; sides: Set<Side> }>();
  bothSides(sides, (profiles, side) => {
    for (const node of profiles.flatMap((profile) => profile.nodes)) {
      const key = nodeKey(node);
      const known = nodes.get(key) ?? { node, sides: new Set<Side>() };
      nodes.set(key, known);
      known.sides.add(side);
    }
  });
  return [...nodes.values()].toSorted((a, b) => (nodeKey(a.node) < nodeKey(b.node) ? -1 : 1));
}

function knownNodes(all: readonly NodeOfBoth[], accounts: SameNames['accounts'], rules: readonly NameRule[]): Known[] {
  return all.map(({ node, sides }): Known => {
    const byRule = nameByRules(node.name, rules);
    const { name, parts, instance, bare } = withoutGeneratedParts(byRule ?? node.name);
    const account = accounts !== null && node.account !== '' ? 'moved' : node.account;
    return {
      node,
      sides,
      group: JSON.stringify([name, node.type, account]),
      plainName: name,
      parts: [...(byRule === null ? [] : ['your rule']), ...parts, ...(account === 'moved' ? ['account'] : [])],
      instance: instance || byRule !== null,
      bare: bare && byRule === null,
    };
  });
}

function movedAccounts(all: readonly NodeOfBoth[]): SameNames['accounts'] {
  const accountsOf = (side: Side) =>
    new Set(all.filter(({ node, sides }) => sides.has(side) && node.account !== '').map(({ node }) => node.account));
  const [[baseline, ...more], [candidate, ...others]] = [accountsOf('baseline'), accountsOf('candidate')];
  const one = more.length === 0 && others.length === 0 && baseline !== undefined && candidate !== undefined;
  return one && baseline !== candidate ? { baseline, candidate } : null;
}

function matched(
  group: readonly Known[],
  sides: BothSides<readonly Profile[]>,
): readonly Known[] | 'nothing to match' | 'undecided' {
  const on = (side: Side) => group.filter((known) => known.sides.has(side));
  const alone = (side: Side) => on(side).filter((known) => known.sides.size === 1);
  const [gone, come] = [alone('baseline'), alone('candidate')];
  const both = on('baseline').length > 0 && on('candidate').length > 0;
  if (!both || (gone.length === 0 && come.length === 0)) return 'nothing to match';
  if (group.some(({ bare }) => bare)) return gone.length > 0 && come.length > 0 ? 'undecided' : 'nothing to match';
  const many = group.some(({ instance }) => instance);
  if (many || (apart(on('baseline'), sides.baseline) && apart(on('candidate'), sides.candidate))) return group;
  if (gone.length === 1 && come.length === 1) return [...gone, ...come];
  return gone.length > 0 && come.length > 0 ? 'undecided' : 'nothing to match';
}

/** Whether no two of the nodes were seen in one run. */
function apart(nodes: readonly Known[], profiles: readonly Profile[]): boolean {
  if (nodes.length === 1) return true;
  const keys = new Set(nodes.map(({ node }) => nodeKey(node)));
  const seenIn = new Map<string | null, Set<string>>();
  for (const profile of profiles) {
    const keyOf = profile.nodes.map(nodeKey).map((key) => (keys.has(key) ? key : null));
    for (const { run, work, calls } of profile.requests) {
      const seen = seenIn.get(run) ?? new Set<string>();
      seenIn.set(run, seen);
      for (const index of [...work.map(({ node }) => node), ...calls.flatMap(({ from, to }) => [from, to])]) {
        const key = keyOf[index] ?? null;
        if (key !== null) seen.add(key);
      }
    }
  }
  return [...seenIn.values()].every((seen) => seen.size <= 1);
}

/** The candidate's own node where it has one, else one with the name that all have in common. */
function representative(of: readonly Known[]): Node {
  const candidates = of.filter(({ sides }) => sides.has('candidate'));
  const [first] = candidates;
  const any = first ?? of[0]!;
  return candidates.length === 1 ? any.node : { ...any.node, name: any.plainName };
}

function namesOf(of: readonly Known[]): BothSides<readonly string[]> {
  const on = (side: Side) => [...new Set(of.filter(({ sides }) => sides.has(side)).map(({ node }) => node.name))];
  return { baseline: on('baseline'), candidate: on('candidate') };
}

function partsOf(of: readonly Known[]): string[] {
  return [...new Set(of.flatMap(({ parts }) => parts))];
}

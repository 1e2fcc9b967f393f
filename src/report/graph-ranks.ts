/** An arrow between nodes, given by their numbers. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/**
 * The rank of each of `nodes` nodes: the length of the longest path to it from a root, once the links that close a
 * cycle are turned around. `against` names those links; a link from a node to itself is none of them.
 */
export function ranksOf(
  nodes: number,
  links: readonly Link[],
): { readonly ranks: readonly number[]; readonly against: readonly boolean[] } {
  const against = againstTheRanks(nodes, links);
  const forward = links.map(({ from, to }, i) => (against[i] ? { from: to, to: from } : { from, to }));
  return { ranks: longestPaths(nodes, forward), against };
}

/** A link closes a cycle when it leads to a node that a walk along the links is still inside of. */
function againstTheRanks(nodes: number, links: readonly Link[]): boolean[] {
  const against = links.map(() => false);
  const entered = new Set<number>();
  const left = new Set<number>();
  const called = new Set(links.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const rootsFirst = Array.from({ length: nodes }, (_, node) => node).toSorted(
    (a, b) => Number(called.has(a)) - Number(called.has(b)) || a - b,
  );
  for (const node of rootsFirst) walk(node);
  return against;

  function walk(node: number): void {
    if (entered.has(node)) return;
    entered.add(node);
    links.forEach(({ from, to }, i) => {
      if (from !== node) return;
      if (entered.has(to) && !left.has(to)) against[i] = from !== to;
      else walk(to);
    });
    left.add(node);
  }
}

function longestPaths(nodes: number, forward: readonly Link[]): number[] {
  const ranks = new Map<number, number>();
  const rankOf = (node: number): number => {
    const known = ranks.get(node);
    if (known !== undefined) return known;
    const before = forward.filter(({ from, to }) => to === node && from !== node);
    const rank = Math.max(0, ...before.map(({ from }) => rankOf(from) + 1));
    ranks.set(node, rank);
    return rank;
  };
  return Array.from({ length: nodes }, (_, node) => rankOf(node));
}

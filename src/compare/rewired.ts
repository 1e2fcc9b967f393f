import { nodeKey } from '../trace/service-graph.js';
import type { Edge } from './edges.js';

/**
 * Edges that are gone and edges that are new for the same operations, and that have an end in common:
 *
 * ```
 * callee     api ─► orders               becomes   api ─► orders-v2
 * caller     api ─► orders               becomes   gateway ─► orders
 * through    api ─► orders               becomes   api ─► cache ─► orders
 * past       api ─► cache ─► orders      becomes   api ─► orders
 * ```
 */
export interface Rewired {
  readonly kind: 'callee' | 'caller' | 'through' | 'past';
  readonly gone: readonly Edge[];
  readonly come: readonly Edge[];
}

/**
 * What was rewired, of edges that are certainly gone or new; each of them at most once. Chains are looked for before single edges, then callees before callers;
 * where there is a choice, the end that changed keeps its type if possible, and the two shares of traces are nearest.
 */
export function rewired(edges: readonly Edge[]): Rewired[] {
  const left = {
    gone: new Set(edges.filter(({ change, certain }) => change === 'removed' && certain)),
    come: new Set(edges.filter(({ change, certain }) => change === 'new' && certain)),
  };
  const found: Rewired[] = [];
  const take = (kind: Rewired['kind'], gone: readonly Edge[], come: readonly Edge[]) => {
    for (const edge of gone) left.gone.delete(edge);
    for (const edge of come) left.come.delete(edge);
    found.push({ kind, gone, come });
  };
  const comeFrom = byEnd(left.come, 'from');
  for (const gone of [...left.gone]) {
    const chain = chainFor(gone, comeFrom, left.come);
    if (chain !== null) take('through', [gone], chain);
  }
  const goneFrom = byEnd(left.gone, 'from');
  for (const come of [...left.come]) {
    const chain = chainFor(come, goneFrom, left.gone);
    if (chain !== null) take('past', chain, [come]);
  }
  for (const kind of ['callee', 'caller'] as const) {
    for (const { gone, come } of pairsOf(kind, left.gone, left.come)) {
      if (left.gone.has(gone) && left.come.has(come)) take(kind, [gone], [come]);
    }
  }
  return found;
}

type ByNode = ReadonlyMap<string, readonly Edge[]>;

function byEnd(edges: Iterable<Edge>, end: 'from' | 'to'): ByNode {
  return Map.groupBy(edges, (edge) => nodeKey(edge[end]));
}

/** Two edges of those that are left which lead, for the same operations, where the one led. */
function chainFor(edge: Edge, from: ByNode, left: ReadonlySet<Edge>): [Edge, Edge] | null {
  const isCandidate = (each: Edge) => left.has(each) && forTheSame(edge, each);
  const end = nodeKey(edge.to);
  for (const first of from.get(nodeKey(edge.from)) ?? []) {
    if (!isCandidate(first)) continue;
    const second = (from.get(nodeKey(first.to)) ?? []).find((each) => nodeKey(each.to) === end && isCandidate(each));
    if (second !== undefined) return [first, second];
  }
  return null;
}

/** Every pair with the other end in common, likeliest first. */
function pairsOf(kind: 'callee' | 'caller', gone: ReadonlySet<Edge>, come: ReadonlySet<Edge>) {
  const [kept, changed] = kind === 'callee' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const comeAt = byEnd(come, kept);
  const pairs = [...gone].flatMap((old) =>
    (comeAt.get(nodeKey(old[kept])) ?? [])
      .filter((fresh) => forTheSame(old, fresh))
      .map((fresh) => ({
        gone: old,
        come: fresh,
        otherType: Number(old[changed].type !== fresh[changed].type),
        apart: Math.abs(shareOf(old) - shareOf(fresh)),
      })),
  );
  return pairs.toSorted(
    (a, b) =>
      a.otherType - b.otherType ||
      a.apart - b.apart ||
      compareText(nodeKey(a.gone[changed]), nodeKey(b.gone[changed])) ||
      compareText(nodeKey(a.come[changed]), nodeKey(b.come[changed])),
  );
}

/** Whether some operation has, or had, both. */
function forTheSame(a: Edge, b: Edge): boolean {
  const operations = new Set(operationsOf(a));
  return operationsOf(b).some((operation) => operations.has(operation));
}

function operationsOf({ operations }: Edge): readonly string[] {
  return [...operations.baseline, ...operations.candidate];
}

/** Of the traces of the version that has it. */
function shareOf({ change, seen, of }: Edge): number {
  return change === 'new' ? seen.candidate / of.candidate : seen.baseline / of.baseline;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

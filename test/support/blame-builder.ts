import { type Blame, type BlamedPart, SHOWN_PARTS, type Share } from '../../src/compare/blame.js';
import type { Change } from '../../src/compare/change.js';
import type { PathPart } from '../../src/compare/path-parts.js';
import type { Node } from '../../src/trace/service-graph.js';

type Numbers = readonly [baseline: number, candidate: number, low: number, high: number];

/** A blame of which the parts are given with their times before and now, and the interval of their change. */
export function aBlame(
  overrides: Partial<Blame> & { readonly operation: string },
  parts: readonly (readonly [PathPart, Numbers, count?: readonly [number, number]])[],
): Blame {
  const blamed = parts
    .map(
      ([part, numbers, [baseline, candidate] = [1, 1]]): BlamedPart => ({
        ...aShare(numbers),
        part,
        count: { baseline, candidate },
      }),
    )
    .toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  const ms = overrides.ms ?? sumOf(blamed);
  const explained = sumOf(blamed);
  const rest = blamed.slice(SHOWN_PARTS);
  return {
    metric: 'p95',
    state: 'regressed',
    ms,
    parts: blamed,
    others: rest.length === 0 ? null : { ms: sumOf(rest), interval: [-4, 5] },
    notExplained: {
      ms: { baseline: ms.baseline - explained.baseline, candidate: ms.candidate - explained.candidate },
      interval: [-1.5, 12.4],
    },
    around: { baseline: 17.3, candidate: 17.1 },
    ...overrides,
  };
}

/** A step of `node`, or of a call to it by `caller`. */
export function aPathPart(
  node: Node,
  name: string,
  caller: Node | null = null,
  above: PathPart['above'] = [],
): PathPart {
  return { node, name, caller, above };
}

/** A time that got surely worse by a fifth. */
export function aChange(overrides: Partial<Change> & Pick<Change, 'place'>): Change {
  return {
    state: 'regressed',
    metric: 'p95',
    baseline: 100,
    candidate: 120,
    ratio: 1.2,
    interval: [1.15, 1.25],
    intervalOf: 'ratio',
    tolerance: 0.1,
    p: 0.0005,
    samples: { baseline: 117, candidate: 117 },
    testable: true,
    detectable: 0.1,
    needs: null,
    first: null,
    ...overrides,
  };
}

function aShare([baseline, candidate, low, high]: Numbers): Share {
  return { ms: { baseline, candidate }, interval: [low, high] };
}

function sumOf(shares: readonly Share[]): Share['ms'] {
  return {
    baseline: shares.reduce((sum, { ms }) => sum + ms.baseline, 0),
    candidate: shares.reduce((sum, { ms }) => sum + ms.candidate, 0),
  };
}

function changeOf({ ms }: Share): number {
  return ms.candidate - ms.baseline;
}

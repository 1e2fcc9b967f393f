import { median } from 'simple-statistics';
import type { Profile } from '../trace/profile.js';
import { type Node, nodeKey } from '../trace/service-graph.js';
import type { BothSides } from './alignment.js';
import type { LatencyHypothesis } from './hypothesis.js';
import type { Place } from './place.js';
import { spreadRounded } from './rounded.js';
import { runShift } from './run-shift.js';

/** How the places moved that the change cannot have touched. */
export interface CommonShift {
  /** The factor by which they took longer with the candidate; 1 where they did not move together. */
  readonly ratio: number;
  /** How many such places there are. */
  readonly controls: number;
}

const FEWEST_CONTROLS = 3;
/** Beyond this the runs were made in two worlds, and no factor makes up for it: 0.25 = 25 % to either side. */
export const ENVIRONMENT_LIMIT = 0.25;
/** So many of them must have moved to the same side, each by more than twice its standard error. */
const TOGETHER = 0.75;
const ERRORS = 2;

/**
 * Negative controls (Lipsitch, Tchetgen & Cohen 2010, Epidemiology 21:383): nodes that name the same version on both sides,
 * which is not the candidate's, and callees that send no segments, which no deployment of ours changes (though the
 * candidate may ask more of them). Where three or more of them moved together, runs were made under different
 * conditions, and the median is the shift that everything has in common. One that moved alone does not count, and of an
 * even number's two middle ones the smaller is taken. null with fewer than three.
 */
export function commonShift(
  hypotheses: readonly LatencyHypothesis[],
  profiles: BothSides<Profile>,
): CommonShift | null {
  const untouched = unchangedNodes(profiles);
  const typical = hypotheses.filter(({ metric }) => metric === 'typical');
  const byControl = Map.groupBy(typical, ({ place }) => controlOf(place, untouched));
  const moves = [...byControl].flatMap(([control, of]) => (control === null ? [] : (moveOf(of) ?? [])));
  if (moves.length < FEWEST_CONTROLS) return null;
  const clearly = (side: 1 | -1) => moves.filter(({ shift, error }) => side * shift > ERRORS * error).length;
  const together = Math.max(clearly(1), clearly(-1)) >= TOGETHER * moves.length;
  return { ratio: together ? Math.exp(innerMedian(moves.map(({ shift }) => shift))) : 1, controls: moves.length };
}

/** Durations as they would have been without the shift. */
export function withoutShift(hypothesis: LatencyHypothesis, { ratio }: CommonShift): LatencyHypothesis {
  const candidate = spreadRounded(hypothesis.samples.candidate, 1);
  const logMs = candidate.logMs.map((log) => log - Math.log(ratio));
  return { ...hypothesis, samples: { ...hypothesis.samples, candidate: { ...candidate, logMs } } };
}

/** The control that a place tells of, by its key; null where it is none. */
function controlOf({ node, edge }: Place, untouched: ReadonlySet<string>): string | null {
  // Only calls to callees without segments have times of their own.
  if (edge !== null) return nodeKey(edge.to);
  return node !== null && untouched.has(nodeKey(node)) ? nodeKey(node) : null;
}

function unchangedNodes({ baseline, candidate }: BothSides<Profile>): ReadonlySet<string> {
  if (candidate.version === null) return new Set();
  const before = versionsByNode(baseline);
  const same = (node: Node, version: string | null) =>
    version !== null && version !== candidate.version && before.get(nodeKey(node)) === version;
  return new Set(
    candidate.nodes.filter((node, index) => same(node, candidate.nodeVersions[index] ?? null)).map(nodeKey),
  );
}

function versionsByNode({ nodes, nodeVersions }: Profile): ReadonlyMap<string, string | null> {
  return new Map(nodes.map((node, index) => [nodeKey(node), nodeVersions[index] ?? null]));
}

interface Move {
  readonly shift: number;
  readonly error: number;
}

/** The middle of what several operations tell of one control. */
function moveOf(hypotheses: readonly LatencyHypothesis[]): Move | null {
  const moves = hypotheses.flatMap(({ samples, score }) => {
    const [baseline, candidate] = [spreadRounded(samples.baseline, 0), spreadRounded(samples.candidate, 1)];
    const shift = runShift(baseline, candidate, score);
    if (shift === null) return [];
    const bothSidesVary = 1 + candidate.logMs.length / baseline.logMs.length;
    return [{ shift: shift.shift, error: Math.sqrt(shift.sampling * bothSidesVary) }];
  });
  if (moves.length === 0) return null;
  return { shift: median(moves.map(({ shift }) => shift)), error: median(moves.map(({ error }) => error)) };
}

/** The median; of two middle values the one nearer to 0, and 0 where they differ in sign. */
function innerMedian(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const low = ascending[(ascending.length - 1) >> 1]!;
  const high = ascending[ascending.length >> 1]!;
  if (low * high <= 0) return 0;
  return Math.abs(low) < Math.abs(high) ? low : high;
}

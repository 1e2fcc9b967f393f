import type { Finding } from './finding.js';
import { partsBelow } from './finding-words.js';

/** One place to look at: findings that say the same thing of it. */
export interface LookAt {
  /** The clearest of them: p95 before typical, smallest p, most samples. */
  readonly finding: Finding;
  /** Node, or edge, as names to print; empty where an operation itself is the place. */
  readonly where: readonly string[];
  /** Operations in which it shows; empty for a new edge. */
  readonly operations: readonly string[];
}

/**
 * What to look at first: the places below the operations where something got worse, each once, however many
 * operations and percentiles show it; and those operations in which nothing below stands out.
 */
export function placesToLookAt(findings: readonly Finding[]): LookAt[] {
  const below = findings.filter(({ place }) => place.node !== undefined || place.edge !== undefined);
  const explained = new Set(below.map((finding) => `${kindOf(finding)} ${finding.place.operation}`));
  const unexplained = findings.filter(
    (finding) =>
      place(finding) === '' &&
      !explained.has(`${kindOf(finding)} ${finding.place.operation}`) &&
      // A slower operation is explained by more calls, or by a call that is new, as well.
      !(kindOf(finding) === 'time' && explained.has(`calls ${finding.place.operation}`)),
  );
  const groups = Map.groupBy([...below, ...unexplained], (finding) =>
    JSON.stringify([kindOf(finding), place(finding) || finding.place.operation]),
  );
  return [...groups.values()]
    .map((group) => ({
      finding: group.toSorted(clearestFirst)[0]!,
      where: partsBelow(group[0]!.place),
      operations: [...new Set(group.flatMap(({ place }) => place.operation ?? []))],
    }))
    .toSorted(
      (a, b) => KINDS.indexOf(kindOf(a.finding)) - KINDS.indexOf(kindOf(b.finding)) || a.finding.p - b.finding.p,
    );
}

const KINDS = ['faults', 'replay', 'time', 'calls', 'edge', 'errors', 'throttles'];

function kindOf({ metric }: Finding): string {
  return metric === 'p95' || metric === 'typical' ? 'time' : metric;
}

function place({ place: { node, edge } }: Finding): string {
  return edge === undefined ? (node ?? '') : JSON.stringify([edge.from, edge.to]);
}

function clearestFirst(a: Finding, b: Finding): number {
  return (
    Number(b.metric === 'p95') - Number(a.metric === 'p95') || a.p - b.p || b.samples.candidate - a.samples.candidate
  );
}

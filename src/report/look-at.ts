import type { Finding } from './finding.js';
import { partsBelow } from './finding-words.js';

/** One place to look at: findings that say the same thing of it. */
export interface LookAt {
  /** The clearest of them: p95 before typical, smallest p, most samples. */
  readonly finding: Finding;
  /** Node, or edge, as names to print; empty where an operation itself is the place. */
  readonly where: readonly string[];
  /** Operations in which it shows; empty for an edge by itself. */
  readonly operations: readonly string[];
}

/**
 * What to look at first: the places below the operations where something got worse, each once, however many
 * operations and percentiles show it; and those operations in which nothing below stands out.
 */
export function placesToLookAt(findings: readonly Finding[]): LookAt[] {
  const below = findings.filter(
    (finding) =>
      (finding.place.node !== undefined || finding.place.edge !== undefined) && !isToldByOperation(finding, findings),
  );
  const explained = new Set(below.map((finding) => `${kindOf(finding)} ${finding.place.operation}`));
  const unexplained = findings.filter(
    (finding) =>
      place(finding) === '' &&
      !explained.has(`${kindOf(finding)} ${finding.place.operation}`) &&
      // A slower operation is explained by more calls, or retries, as well.
      !(
        kindOf(finding) === 'time' &&
        (explained.has(`calls ${finding.place.operation}`) || explained.has(`retries ${finding.place.operation}`))
      ),
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

const KINDS = ['faults', 'replay', 'time', 'calls', 'retries', 'denied edge', 'edge', 'errors', 'throttles'];

function kindOf({ metric }: Finding): string {
  return metric === 'p95' || metric === 'typical' ? 'time' : metric;
}

function place({ place: { node, edge, step } }: Finding): string {
  if (edge !== undefined) return JSON.stringify([edge.from, edge.to, step]);
  return step === undefined ? (node ?? '') : JSON.stringify([node, step]);
}

/** More calls on an edge, where it is known of which operation. */
function isToldByOperation({ metric, place: of }: Finding, findings: readonly Finding[]): boolean {
  const { operation, edge, step } = of;
  if (metric !== 'calls' || edge === undefined || step !== undefined) return false;
  return findings.some(
    (other) =>
      other.metric === 'calls' &&
      other.place.step !== undefined &&
      other.place.operation === operation &&
      other.place.edge?.from === edge.from &&
      other.place.edge.to === edge.to,
  );
}

function clearestFirst(a: Finding, b: Finding): number {
  return (
    Number(b.metric === 'p95') - Number(a.metric === 'p95') || a.p - b.p || b.samples.candidate - a.samples.candidate
  );
}

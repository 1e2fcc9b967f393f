import type { Edge } from '../compare/edges.js';
import { type Finding, regressionFinding } from './finding.js';
import type { GraphLine } from './graph-line.js';
import { deniedLine } from './graph-words.js';
import type { Report } from './report.js';

/** What got worse; of a build with nothing to compare with, what rules deny of it. */
export function findingsOf({ compared, denied }: Pick<Report, 'compared' | 'denied'>): readonly Finding[] {
  return compared?.findings ?? denied.flatMap(deniedFinding);
}

/** The denied edges of a build with nothing to compare with, a line each. */
export function deniedLines({ denied }: Pick<Report, 'denied'>): GraphLine[] {
  return denied.map(deniedLine);
}

/** `2 calls of this build are denied, in 312 traces; there is nothing to compare their times with.` */
export function deniedSummary({ denied, candidateCoverage }: Pick<Report, 'denied' | 'candidateCoverage'>): string {
  const calls = denied.length === 1 ? '1 call of this build is' : `${denied.length} calls of this build are`;
  return `${calls} denied, in ${candidateCoverage.complete} traces; there is nothing to compare the build with.`;
}

function deniedFinding(edge: Edge): Finding[] {
  return edge.rule === null ? [] : [regressionFinding({ kind: 'denied edge', edge, rule: edge.rule }, null)];
}

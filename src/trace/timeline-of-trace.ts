import { apartFromClient } from './client-segment.js';
import { subsegmentsBelow } from './entity.js';
import { readAnyDocument } from './span-document.js';
import { MOST_ROWS, MOST_STRETCHES, type Timeline, type TimelineRow } from './timeline.js';
import { type Branch, branchesOf } from './timeline-tree.js';
import { assembleTrace, durationMs, rootOf, type Trace, wholeMicroseconds } from './trace.js';

const LONGEST_NAME = 200;

/** The timeline of a trace as it was fetched, without the gate's own segment; null where it has no root segment. */
export function timelineOfDocuments(
  traceId: string,
  documents: readonly unknown[],
  versionAnnotation: string,
): Timeline | null {
  const trace = assembleTrace(traceId, documents.map(readAnyDocument));
  const { application } = apartFromClient(trace, versionAnnotation);
  return application === null ? null : timelineOf(application);
}

/**
 * Reduces a trace to its timeline: three or more equal siblings in a row become one row, and of what is still too much
 * that stays which failed or which the response waited for longest. null where the trace has no root segment.
 *
 * ```
 * api POST /orders       |====---------------====|      = on the critical path
 *   → orders               |-------------------|
 *     orders POST /          |==---------------|
 *       3 × table GetItem       |===| |===|  |==|
 * ```
 */
export function timelineOf(trace: Trace): Timeline | null {
  const root = rootOf(trace);
  if (root === null) return null;
  const rows = mostTelling(withDepths(branchesOf(trace, root), 0)).map(({ branch, depth }) => rowOf(branch, depth));
  const sent = trace.segments.filter(({ inferred }) => !inferred);
  const all = sent.reduce((sum, segment) => sum + 1 + [...subsegmentsBelow(segment)].length, 0);
  const shown = rows.reduce((sum, { count }) => sum + count, 0);
  return { traceId: trace.id, durationMs: durationMs(root), rows, leftOut: all - shown };
}

interface Placed {
  readonly branch: Branch;
  readonly depth: number;
  /** That of the most telling in or below it: whoever is kept keeps its callers. */
  readonly weight: number;
}

function withDepths(branches: readonly Branch[], depth: number): Placed[] {
  return branches.flatMap((branch) => {
    const below = withDepths(branch.below, depth + 1);
    const weight = below.reduce((most, each) => Math.max(most, each.weight), weightOf(branch));
    return [{ branch, depth, weight }, ...below];
  });
}

/** What failed, then what held the request up, then what took long. */
function weightOf({ fault, error, onPath, durationMs }: Branch): number {
  if (fault || error) return Number.POSITIVE_INFINITY;
  return onPath.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) + durationMs / 1000;
}

/** Callers come first among equals, so that none is missing above what is kept. */
function mostTelling(placed: readonly Placed[]): Placed[] {
  if (placed.length <= MOST_ROWS) return [...placed];
  const kept = new Set(
    placed.toSorted((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).slice(0, MOST_ROWS),
  );
  return placed.filter((each) => kept.has(each));
}

function rowOf({ below, shape, ...row }: Branch, depth: number): TimelineRow {
  return {
    ...row,
    depth,
    node: row.node.slice(0, LONGEST_NAME),
    name: row.name.slice(0, LONGEST_NAME),
    durationMs: wholeMicroseconds(row.durationMs),
    ran: row.ran.slice(0, MOST_STRETCHES),
    onPath: row.onPath.slice(0, MOST_STRETCHES),
  };
}

import type { PathStretch } from '../../src/trace/critical-path.js';
import type { Segment, Subsegment } from '../../src/trace/entity.js';
import type { Trace } from '../../src/trace/trace.js';
import { aSegment, aSubsegment, aTrace, entityId } from './segment-builder.js';

/*
 * A trace, drawn. A column is a millisecond, the bars at the ends included; what stands further in was called by what stands above it; a name with a
 * capital is a segment, another a subsegment; `>` at the end is still in progress.
 *
 *   Root    |----------------|
 *     call     |--------|
 *       Callee   |----|
 *     later              |-------|
 *     open          |--->
 */

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number | null;
}

const LINE = /^( *)([A-Za-z]\w*) +(\|-*[|>]|\|)$/;

/** The trace that a drawing shows. Lines without a bar are not part of it. */
export function traceDrawn(drawing: string): Trace {
  const lines = drawing
    .split('\n')
    .map((text) => text.trimEnd())
    .flatMap((text, number): Line[] => {
      const match = LINE.exec(text);
      if (match === null) return [];
      const [, indent = '', name = '', bar = ''] = match;
      const startMs = text.indexOf('|');
      const endMs = bar.endsWith('>') ? null : startMs + bar.length;
      return [{ number, indent: indent.length, name, startMs, endMs }];
    });
  const segments: Segment[] = [];
  const build = (line: Line, parent: Line | null): Subsegment[] => {
    const subsegments = childrenOf(line, lines).flatMap((child) => build(child, line));
    const { name, startMs, endMs } = line;
    const parentId = parent === null ? null : entityId(parent.number);
    const common = { id: entityId(line.number), parentId, name, startMs, endMs, inProgress: endMs === null };
    if (/^[a-z]/.test(name)) return [aSubsegment({ ...common, subsegments })];
    segments.push(aSegment({ ...common, subsegments }));
    return [];
  };
  const [root] = lines;
  if (root === undefined) throw new Error('nothing is drawn');
  build(root, null);
  return aTrace({ segments: segments.toSorted((a, b) => a.startMs - b.startMs) });
}

function childrenOf(parent: Line, lines: readonly Line[]): Line[] {
  const below = lines.slice(lines.indexOf(parent) + 1);
  const end = below.findIndex(({ indent }) => indent <= parent.indent);
  const inside = end === -1 ? below : below.slice(0, end);
  const indent = Math.min(...inside.map((line) => line.indent));
  return inside.filter((line) => line.indent === indent);
}

/** What is drawn on the line with that name, without the name. */
export function markedIn(drawing: string, name: string): string {
  const line = drawing.split('\n').find((text) => text.trim().startsWith(`${name} `));
  return line?.trim().slice(name.length).trim() ?? '';
}

/** A critical path as drawn: a column for each millisecond, `.` for the root, else the entity's first letter. */
export function drawnPath(stretches: readonly PathStretch[]): string {
  return stretches
    .map(({ entity, fromMs, toMs }) => (entity.name === 'Root' ? '.' : entity.name.slice(0, 1)).repeat(toMs - fromMs))
    .join('');
}

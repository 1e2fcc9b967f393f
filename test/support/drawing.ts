import type { PathStretch } from '../../src/trace/critical-path.js';
import type { HttpFacts, Segment, Subsegment } from '../../src/trace/entity.js';
import type { SeparateSubsegment } from '../../src/trace/segment-document.js';
import type { Trace } from '../../src/trace/trace.js';
import { aSegment, aSubsegment, aTrace, entityId, TRACE_ID } from './segment-builder.js';

/*
 * A trace, drawn. A column is a millisecond, the bars at the ends included; what stands further in was called by what
 * stands above it. A name with a capital is a segment, another a subsegment; `()` is a call over HTTP, which waits for its
 * answer; a name in brackets is a segment that X-Ray inferred; `>` at the end is still in progress; what is drawn between
 * question marks was lost on its way.
 *
 *   Root      |----------------|
 *     call()     |--------|
 *       Callee     |----|
 *     later                |-------|
 *     query         |--|
 *       (Table)     |--|
 *     lost      ?--?
 *     open            |--->
 */

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly name: string;
  readonly kind: 'segment' | 'subsegment';
  readonly overHttp: boolean;
  readonly inferred: boolean;
  readonly lost: boolean;
  readonly startMs: number;
  readonly endMs: number | null;
}

const LINE = /^( *)(\(?)([A-Za-z]\w*)(\)|\(\))? +(\|-*[|>]|\||\?-*\?)$/;

/** The trace that a drawing shows. Lines without a bar are not part of it. */
export function traceDrawn(drawing: string): Trace {
  const lines = drawing.split('\n').flatMap(lineDrawn);
  const segments: Segment[] = [];
  const orphans: SeparateSubsegment[] = [];
  const build = (line: Line, parent: Line | null): Subsegment[] => {
    const subsegments = childrenOf(line, lines).flatMap((child) => build(child, line));
    const { name, startMs, endMs } = line;
    if (line.lost) {
      const parentId = entityId(line.number);
      orphans.push(...subsegments.map((below) => ({ traceId: TRACE_ID, subsegment: { ...below, parentId } })));
      return [];
    }
    const parentId = parent === null ? null : entityId(parent.number);
    const common = {
      id: entityId(line.number),
      parentId,
      name,
      startMs,
      endMs,
      inProgress: endMs === null,
      subsegments,
    };
    if (line.kind === 'subsegment') {
      return [aSubsegment({ ...common, ...(line.overHttp ? { namespace: 'remote', http: HTTP } : {}) })];
    }
    segments.push(aSegment({ ...common, inferred: line.inferred }));
    return [];
  };
  const [root] = lines;
  if (root === undefined) throw new Error('nothing is drawn');
  build(root, null);
  return aTrace({ segments: segments.toSorted((a, b) => a.startMs - b.startMs), orphans });
}

const HTTP: HttpFacts = {
  method: 'GET',
  url: 'http://callee/',
  userAgent: null,
  clientIp: null,
  status: 200,
  contentLengthBytes: null,
};

function lineDrawn(untrimmed: string, number: number): Line[] {
  const text = untrimmed.trimEnd();
  const match = LINE.exec(text);
  if (match === null) return [];
  const [, indent = '', opened = '', name = '', closed = '', bar = ''] = match;
  const startMs = text.length - bar.length;
  return [
    {
      number,
      indent: indent.length,
      name,
      kind: /^[a-z]/.test(name) ? 'subsegment' : 'segment',
      overHttp: closed === '()',
      inferred: opened === '(',
      lost: bar.startsWith('?'),
      startMs,
      endMs: bar.endsWith('>') ? null : startMs + bar.length,
    },
  ];
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

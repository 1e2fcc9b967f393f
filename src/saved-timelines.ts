import type { FieldReader } from './baseline/field-reader.js';
import type { Timeline, TimelineRow, TimelineStretch } from './trace/timeline.js';

/** Stretches as pairs, which are most of a saved timeline. */
export function savedTimelines(timelines: readonly Timeline[]): object[] {
  const pairs = (stretches: readonly TimelineStretch[]) => stretches.map(({ fromMs, toMs }) => [fromMs, toMs]);
  return timelines.map(({ rows, ...about }) => ({
    ...about,
    rows: rows.map(({ ran, onPath, ...row }) => ({ ...row, ran: pairs(ran), onPath: pairs(onPath) })),
  }));
}

/** Reads what {@link savedTimelines} made; none where the value is absent, as in a run of before. */
export function readTimelines(read: FieldReader, value: unknown, at: string): Timeline[] {
  return read.list(value ?? [], at, (timeline, here): Timeline => {
    const fields = read.record(timeline, here);
    return {
      traceId: read.text(fields.traceId, `${here}.traceId`),
      durationMs: read.nullable(fields.durationMs, (ms) => read.amount(ms, `${here}.durationMs`)),
      rows: read.list(fields.rows, `${here}.rows`, (row, at) => readRow(read, row, at)),
      leftOut: read.amount(fields.leftOut, `${here}.leftOut`),
    };
  });
}

function readRow(read: FieldReader, value: unknown, at: string): TimelineRow {
  const fields = read.record(value, at);
  const flag = (name: string) => read.flag(fields[name], `${at}.${name}`);
  const stretches = (name: string) =>
    read.list(fields[name], `${at}.${name}`, (stretch, here) => readStretch(read, stretch, here));
  return {
    depth: read.amount(fields.depth, `${at}.depth`),
    kind: readKind(read, fields.kind, `${at}.kind`),
    node: read.text(fields.node, `${at}.node`),
    name: read.text(fields.name, `${at}.name`),
    count: read.amount(fields.count, `${at}.count`),
    durationMs: read.amount(fields.durationMs, `${at}.durationMs`),
    ran: stretches('ran'),
    onPath: stretches('onPath'),
    inProgress: flag('inProgress'),
    fault: flag('fault'),
    error: flag('error'),
    throttle: flag('throttle'),
    status: read.nullable(fields.status, (status) => read.number(status, `${at}.status`)),
  };
}

function readKind(read: FieldReader, value: unknown, at: string): TimelineRow['kind'] {
  if (value === 'segment' || value === 'call' || value === 'part') return value;
  throw read.wrong(at, 'segment, call or part', value);
}

function readStretch(read: FieldReader, value: unknown, at: string): TimelineStretch {
  const [fromMs, toMs] = read.list(value, at, (ms, here) => read.number(ms, here));
  if (fromMs === undefined || toMs === undefined) throw read.wrong(at, 'where it begins and where it ends', value);
  return { fromMs, toMs };
}

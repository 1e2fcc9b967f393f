import type { Timeline, TimelineRow } from '../../src/trace/timeline.js';

/** A row: a segment `api` that did `GET /` from 0 to 100 ms, and whom the response waited for all the time. */
export function aRow(overrides: Partial<TimelineRow> = {}): TimelineRow {
  return {
    depth: 0,
    kind: 'segment',
    node: 'api',
    name: 'GET /',
    count: 1,
    durationMs: 100,
    ran: [{ fromMs: 0, toMs: 100 }],
    onPath: [{ fromMs: 0, toMs: 100 }],
    inProgress: false,
    fault: false,
    error: false,
    throttle: false,
    status: null,
    ...overrides,
  };
}

export function aTimeline(overrides: Partial<Timeline> = {}): Timeline {
  return { traceId: '1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1', durationMs: 100, rows: [aRow()], leftOut: 0, ...overrides };
}

/** A checkout that asks for each order line by itself, `queries` of them, one after the other; the last may fail. */
export function aCheckout(traceId: string, queries: number, fails: boolean): Timeline {
  const queryMs = 15;
  const untilMs = 60 + queries * queryMs;
  const runs = Array.from({ length: queries }, (_, i) => ({ fromMs: 30 + i * queryMs, toMs: 43 + i * queryMs }));
  const bank = { fromMs: untilMs - 20, toMs: untilMs - 5 };
  const rows: TimelineRow[] = [
    ran(0, 'segment', 'storefront-api', 'POST /orders', 0, untilMs, [0, 5], [untilMs - 3, untilMs]),
    ran(1, 'part', 'storefront-api', 'check session <b onclick="x">', 2, 5, [2, 5]),
    ran(1, 'call', 'order-processor', '', 5, untilMs - 3, [5, 8]),
    ran(2, 'segment', 'order-processor', 'POST /process', 7, untilMs - 4, [8, 30]),
    {
      ...ran(3, 'call', 'order-lines', 'Query', 30, 43),
      ran: runs,
      onPath: runs,
      count: queries,
      durationMs: 13 * queries,
    },
    { ...ran(3, 'call', 'payments', '', bank.fromMs, bank.toMs, [bank.fromMs, bank.toMs]), fault: fails, status: 502 },
    ran(1, 'call', 'order-events', 'SendMessage', untilMs - 3, untilMs),
    ran(2, 'segment', 'mailer', 'mailer', untilMs + 900, untilMs + 1200),
  ];
  return { traceId, durationMs: untilMs, rows, leftOut: 0 };
}

function ran(
  depth: number,
  kind: TimelineRow['kind'],
  node: string,
  name: string,
  fromMs: number,
  toMs: number,
  ...path: readonly (readonly [number, number])[]
): TimelineRow {
  const onPath = path.map(([from, to]) => ({ fromMs: from, toMs: to }));
  return aRow({ depth, kind, node, name, durationMs: toMs - fromMs, ran: [{ fromMs, toMs }], onPath });
}

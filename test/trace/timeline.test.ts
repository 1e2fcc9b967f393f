import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ROWS, MOST_STRETCHES, type Timeline, type TimelineRow } from '../../src/trace/timeline.js';
import { timelineOf, timelineOfDocuments } from '../../src/trace/timeline-of-trace.js';
import type { Trace } from '../../src/trace/trace.js';
import { traceDrawn } from '../support/drawing.js';
import {
  aSegment,
  aSubsegment,
  aTrace,
  awsCall,
  entityId,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
  TRACE_ID,
  traceOf,
} from '../support/segment-builder.js';

/** As it was drawn: indented names, and from where to where; `=` on the critical path. */
function drawn(trace: Trace): string[] {
  const { rows } = timeline(trace);
  return rows.map(({ depth, count, node, name, ran, onPath }) => {
    const at = (of: TimelineRow['ran']) => of.map(({ fromMs, toMs }) => `${fromMs}–${toMs}`).join(' ');
    const path = onPath.length === 0 ? '' : ` = ${at(onPath)}`;
    return `${'  '.repeat(depth)}${count === 1 ? '' : `${count} × `}${name || `→ ${node}`} ${at(ran)}${path}`;
  });
}

function timeline(trace: Trace): Timeline {
  const found = timelineOf(trace);
  if (found === null) throw new Error('no timeline');
  return found;
}

describe('a timeline', () => {
  test('has a row for each segment and subsegment below what called it, from the start of the root', () => {
    const trace = traceDrawn(`
      Root      |------------------|
        call      |-----------|
          Callee    |-------|
            work      |---|
        later                  |--|
    `);
    expect(drawn(trace)).toEqual([
      'Root 0–20 = 0–2 19–20',
      '  → Callee 2–15 = 2–4 13–15',
      '    Callee 4–13 = 4–6 11–13',
      '      work 6–11 = 6–11',
      '  later 15–19 = 15–19',
    ]);
    expect(timeline(trace)).toMatchObject({ traceId: TRACE_ID, durationMs: 20, leftOut: 0 });
  });

  test('puts siblings in the order in which they began, whoever was sent first', () => {
    const segments = [
      aSegment({ id: entityId(9), name: 'late', parentId: entityId(1), startMs: 60, endMs: 70 }),
      aSegment({ id: entityId(8), name: 'early', parentId: entityId(1), startMs: 20, endMs: 30 }),
      aSegment({ name: 'Root', subsegments: [aSubsegment({ name: 'middle', startMs: 40, endMs: 50 })] }),
    ];
    expect(timeline(aTrace({ segments })).rows.map(({ name }) => name)).toEqual(['Root', 'early', 'middle', 'late']);
  });

  test('shows clocks that differ as they are: a callee may begin before its caller, and before the request', () => {
    const trace = traceDrawn(`
      Root         |--------|
        call         |---|
          Callee  |---|
    `);
    expect(drawn(trace)[2]).toContain('Callee -1–4');
  });

  test('marks what the request waited for on the bar of a host whose clock differs, and that of its callees', () => {
    const trace = traceDrawn(`
      Root         |------------|
        call()       |---------|
          Callee  |-------|
            work    |---|
    `);
    expect(drawn(trace)).toEqual([
      'Root 0–14 = 0–2 13–14',
      '  → Callee 2–13 = 11–13',
      '    Callee -1–8 = -1–1 6–8',
      '      work 1–6 = 1–6',
    ]);
  });

  test('lets what has no end run to the end of its request, and says so', () => {
    const { rows } = timeline(
      traceDrawn(`
        Root  |--------|
          open   |--->
      `),
    );
    expect(rows[1]).toMatchObject({ inProgress: true, durationMs: 7, ran: [{ fromMs: 3, toMs: 10 }] });
  });

  test('folds three or more equal siblings in a row into one, with when each ran', () => {
    const trace = traceDrawn(`
      Root  |-------------------|
        a     |-|
        a        |-|
        a           |-|
        b              |-|
        a                 ||
    `);
    expect(drawn(trace).slice(1)).toEqual([
      '  3 × a 2–5 5–8 8–11 = 2–5 5–8 8–11',
      '  b 11–14 = 11–14',
      '  a 14–16 = 14–16',
    ]);
    expect(timeline(trace).rows[1]).toMatchObject({ durationMs: 9 });
  });

  test('folds calls with all that is below them', () => {
    const trace = traceDrawn(`
      Root  |--------------------|
        call  |---|
          To    |-|
        call       |---|
          To         |-|
        call            |---|
          To              |-|
    `);
    expect(timeline(trace).rows.map(({ depth, name, count }) => [depth, name, count])).toEqual([
      [0, 'Root', 1],
      [1, '', 3],
      [2, 'To', 3],
    ]);
  });

  test('folds neither what failed with what did not, nor a pair', () => {
    const parts = [false, false, true, true].map((fault, i) =>
      aSubsegment({ id: entityId(10 + i), name: 'a', fault, startMs: 10 * i, endMs: 10 * i + 5 }),
    );
    const { rows } = timeline(aTrace({ segments: [aSegment({ subsegments: parts })] }));
    expect(rows.slice(1).map(({ fault, count }) => [fault, count])).toEqual([
      [false, 1],
      [false, 1],
      [true, 1],
      [true, 1],
    ]);
  });

  test('names segments after what they served, calls after the callee, and what the callee was asked for where it sent nothing', () => {
    const trace = traceOf(
      segmentDocument({
        http: { request: { method: 'POST', url: 'http://api/orders/42' }, response: { status: 200 } },
        subsegments: [
          subsegmentDocument({ id: entityId(2), name: 'price basket' }),
          awsCall(
            'DynamoDB',
            { operation: 'GetItem', table_name: 'orders' },
            { id: entityId(3), throttle: true, error: true },
          ),
          remoteCall('bank', {
            id: entityId(4),
            traced: false,
            fault: true,
            http: { request: { method: 'GET', url: 'http://bank/rates?x=1' }, response: { status: 503 } },
          }),
          remoteCall('stock', { id: entityId(5) }),
        ],
      }),
      segmentDocument({ id: entityId(6), parent_id: entityId(5), name: 'stock', ...ran(15, 35) }),
    );
    const rows = timeline(trace).rows.map(({ kind, node, name, status, fault, throttle }) => [
      kind,
      node,
      name,
      status,
      fault ? 'fault' : throttle ? 'throttle' : '',
    ]);
    expect(rows).toEqual([
      ['segment', 'api', 'POST /orders/{id}', 200, ''],
      ['part', 'api', 'price basket', null, ''],
      ['call', 'orders', 'GetItem', null, 'throttle'],
      ['call', 'bank', 'GET /rates', 503, 'fault'],
      ['call', 'stock', '', 200, ''],
      ['segment', 'stock', 'stock', null, ''],
    ]);
  });

  test('leaves out what X-Ray inferred, which the call tells of', () => {
    const call = aSubsegment({ namespace: 'aws' });
    const inferred = aSegment({ id: entityId(3), name: 'guess', parentId: call.id, inferred: true });
    const { rows, leftOut } = timeline(aTrace({ segments: [aSegment({ subsegments: [call] }), inferred] }));
    expect([rows.length, leftOut]).toEqual([2, 0]);
  });

  test('is of the application: the gate’s own segment is not in it', () => {
    const client = segmentDocument({
      id: entityId(7),
      name: 'xray-gate',
      ...ran(-5, 120),
      annotations: { xray_gate_run: '0a1b2c3d' },
    });
    const api = segmentDocument({ parent_id: entityId(7) });
    const made = timelineOfDocuments(
      TRACE_ID,
      [client, api].map((document) => JSON.stringify(document)),
      'version',
    );
    expect(made).toMatchObject({ durationMs: 100, rows: [{ node: 'api', ran: [{ fromMs: 0, toMs: 100 }] }] });
    expect(timelineOfDocuments(TRACE_ID, [JSON.stringify(client)], 'version')).toBeNull();
  });

  test('is null where no segment came', () => {
    expect(timelineOf(aTrace({ segments: [] }))).toBeNull();
    expect(timelineOfDocuments(TRACE_ID, ['{"id":'], 'version')).toBeNull();
  });
});

describe('a timeline of a large trace', () => {
  const parts = (count: number, of: (i: number) => Parameters<typeof aSubsegment>[0]) =>
    Array.from({ length: count }, (_, i) => aSubsegment({ id: entityId(100 + i), name: `part ${i}`, ...of(i) }));

  test('keeps what failed, however short, with its callers, and counts what it leaves out', () => {
    const failed = aSubsegment({ id: entityId(5000), name: 'failed', fault: true, startMs: 900, endMs: 900.1 });
    const above = aSubsegment({ id: entityId(5001), name: 'above', startMs: 900, endMs: 900.2, subsegments: [failed] });
    const many = parts(500, (i) => ({ startMs: i, endMs: i + 0.9 }));
    const { rows, leftOut } = timeline(
      aTrace({ segments: [aSegment({ endMs: 1000, subsegments: [...many, above] })] }),
    );
    expect(rows).toHaveLength(MOST_ROWS);
    expect(leftOut).toBe(503 - MOST_ROWS);
    expect(rows.slice(-2).map(({ name, depth }) => [name, depth])).toEqual([
      ['above', 1],
      ['failed', 2],
    ]);
  });

  test('keeps what the response waited for before what ran beside it, however long', () => {
    // All run together; the response waits for the last to end alone.
    const many = parts(100, (i) => ({ startMs: 10, endMs: i === 42 ? 99 : 90 - i / 10 }));
    const { rows } = timeline(aTrace({ segments: [aSegment({ subsegments: many })] }));
    expect(rows.map(({ name }) => name)).toContain('part 42');
  });

  test('has no more stretches in a row than can be seen, and counts them all', () => {
    const many = parts(1000, (i) => ({ name: 'query', startMs: i, endMs: i + 0.5 }));
    const [, row] = timeline(aTrace({ segments: [aSegment({ endMs: 2000, subsegments: many })] })).rows;
    expect(row).toMatchObject({ count: 1000, durationMs: 500 });
    expect(row?.ran).toHaveLength(MOST_STRETCHES);
    expect(row?.onPath).toHaveLength(MOST_STRETCHES);
  });

  test('cuts names', () => {
    const url = `http://api/${'a/'.repeat(500)}`;
    const segment = segmentDocument({ http: { request: { method: 'GET', url } } });
    expect(timeline(traceOf(segment)).rows[0]?.name.length).toBeLessThanOrEqual(200);
  });

  test('goes down a chain of 20,000 segments as far as can be drawn, and not around a circle', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      aSegment({ id: entityId(i + 1), parentId: i === 0 ? null : entityId(i), startMs: i, endMs: 40_000 }),
    );
    const long = timeline(aTrace({ segments: chain }));
    expect(long.rows.length + long.leftOut).toBe(20_000);
    const circle = [
      aSegment({ id: entityId(1), name: 'Root' }),
      aSegment({ id: entityId(2), name: 'a', parentId: entityId(3) }),
      aSegment({ id: entityId(3), name: 'b', parentId: entityId(2) }),
    ];
    expect(timeline(aTrace({ segments: circle }))).toMatchObject({ rows: [{ name: 'Root' }], leftOut: 2 });
  });

  test('shows or counts every entity, and no row without the one above it', () => {
    const tree = fc.array(fc.record({ above: fc.nat(200), same: fc.boolean(), startMs: fc.nat(90) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(tree, (nodes) => {
        const segments = [
          aSegment({ name: 'Root' }),
          ...nodes.map(({ above, same, startMs }, i) =>
            aSegment({
              id: entityId(i + 2),
              parentId: entityId(1 + (above % (i + 1))),
              name: same ? 'same' : `n${i}`,
              startMs,
              endMs: startMs + 10,
            }),
          ),
        ];
        const { rows, leftOut } = timeline(aTrace({ segments }));
        expect(rows.reduce((sum, { count }) => sum + count, 0) + leftOut).toBe(segments.length);
        expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
        rows.forEach(({ depth }, i) => {
          expect(depth).toBeLessThanOrEqual(i === 0 ? 0 : rows[i - 1]!.depth + 1);
        });
      }),
      { numRuns: 300 },
    );
  });
});

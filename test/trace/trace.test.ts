import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completenessOf, fingerprint } from '../../src/trace/completeness.js';
import { type Entity, subsegmentsBelow } from '../../src/trace/entity.js';
import { assembleTrace, durationMs, rootOf, rootsOf, type Trace } from '../../src/trace/trace.js';
import {
  aSegment,
  entityId,
  type Fields,
  ran,
  segmentDocument,
  sentAlone,
  subsegmentDocument,
  TRACE_ID,
  traceOf,
} from '../support/segment-builder.js';

/** `api(price(call), render)`: names, with what is below them in brackets. */
function outline(entity: Entity): string {
  const below = entity.subsegments.map(outline).join(', ');
  return below === '' ? entity.name : `${entity.name}(${below})`;
}

const outlines = (trace: Trace) => trace.segments.map(outline);

function bothOrders(one: Fields, other: Fields): { name: string; trace: Trace }[] {
  return [
    { name: 'first', trace: traceOf(one, other) },
    { name: 'second', trace: traceOf(other, one) },
  ];
}

describe('assembling', () => {
  const begun = segmentDocument({
    ...ran(0),
    end_time: undefined,
    http: { request: { method: 'GET', url: '/begun' } },
  });
  test.each(bothOrders(begun, segmentDocument()))(
    'a complete segment replaces one in progress that comes $name',
    ({ trace }) => {
      expect(trace.segments).toHaveLength(1);
      expect(trace.segments[0]).toMatchObject({ inProgress: false, http: null });
    },
  );

  const begunAlone = sentAlone(1, { ...ran(10), end_time: undefined });
  test.each(bothOrders(begunAlone, sentAlone(1)))(
    'a complete subsegment replaces one in progress that comes $name',
    ({ trace }) => {
      expect(trace.orphans).toMatchObject([{ subsegment: { inProgress: false } }]);
      expect(trace.orphans).toHaveLength(1);
    },
  );

  const holdsBegun = segmentDocument({ subsegments: [subsegmentDocument({ ...ran(10), end_time: undefined })] });
  test.each(bothOrders(holdsBegun, sentAlone(1)))(
    'a subsegment sent alone ends the one that was in progress in its segment, which comes $name',
    ({ trace }) => {
      expect(outlines(trace)).toEqual(['api(work)']);
      expect(trace.segments[0]?.subsegments[0]?.inProgress).toBe(false);
    },
  );

  const holdsEnded = segmentDocument({ subsegments: [subsegmentDocument()] });
  test.each(bothOrders(holdsEnded, begunAlone))(
    'a subsegment in progress that was sent alone does not undo the end in its segment, which comes $name',
    ({ trace }) => {
      expect(trace.segments[0]?.subsegments).toMatchObject([{ inProgress: false }]);
      expect(trace.orphans).toEqual([]);
    },
  );

  test.each(bothOrders(segmentDocument(), sentAlone(1)))(
    'a subsegment finds its segment, which comes $name',
    ({ trace }) => {
      expect(outlines(trace)).toEqual(['api(work)']);
      expect(trace.orphans).toEqual([]);
    },
  );

  test('subsegments sent alone hang below each other, below nested ones, and beside embedded ones', () => {
    const trace = traceOf(
      sentAlone(4, { id: entityId(5), name: 'deepest', ...ran(22, 23) }),
      sentAlone(3, { id: entityId(4), name: 'deeper', ...ran(21, 24), subsegments: [] }),
      segmentDocument({
        subsegments: [
          subsegmentDocument({
            id: entityId(2),
            name: 'outer',
            ...ran(10, 30),
            subsegments: [subsegmentDocument({ id: entityId(3), name: 'inner', ...ran(20, 25) })],
          }),
        ],
      }),
      sentAlone(1, { id: entityId(6), name: 'before', ...ran(5, 6) }),
    );
    expect(outlines(trace)).toEqual(['api(before, outer(inner(deeper(deepest))))']);
  });

  test('what a subsegment sent alone holds comes with it, and may hold others sent alone', () => {
    const trace = traceOf(
      sentAlone(3, { id: entityId(4), name: 'alone' }),
      sentAlone(1, { name: 'outer', subsegments: [subsegmentDocument({ id: entityId(3), name: 'inner' })] }),
      segmentDocument(),
    );
    expect(outlines(trace)).toEqual(['api(outer(inner(alone)))']);
  });

  test('siblings are in the order of their starts, however they came', () => {
    const trace = traceOf(
      sentAlone(1, { id: entityId(5), name: 'third', ...ran(30, 31) }),
      segmentDocument({
        subsegments: [
          subsegmentDocument({ id: entityId(4), name: 'second', ...ran(20, 40) }),
          subsegmentDocument({ id: entityId(3), name: 'first', ...ran(10, 90) }),
        ],
      }),
    );
    expect(outlines(trace)).toEqual(['api(first, second, third)']);
  });

  test('segments are in the order of their starts', () => {
    const trace = traceOf(
      segmentDocument({ id: entityId(3), name: 'late', ...ran(50, 60) }),
      segmentDocument({ id: entityId(2), name: 'early', ...ran(0, 60) }),
    );
    expect(trace.segments.map(({ name }) => name)).toEqual(['early', 'late']);
  });

  test('a subsegment whose parent is not there is an orphan, and so is what hangs below it', () => {
    const trace = traceOf(segmentDocument(), sentAlone(9), sentAlone(2, { id: entityId(3) }));
    expect(trace.orphans.map(({ subsegment }) => subsegment.id)).toEqual([entityId(2), entityId(3)]);
    expect(outlines(trace)).toEqual(['api']);
  });

  test('subsegments that name each other as parent are orphans', () => {
    const trace = traceOf(segmentDocument(), sentAlone(3), sentAlone(2, { id: entityId(3) }));
    expect(trace.orphans).toHaveLength(2);
  });

  test('a subsegment that is its own parent is an orphan', () => {
    expect(traceOf(segmentDocument(), sentAlone(2)).orphans).toHaveLength(1);
  });

  test('a circle that a segment is part of ends', () => {
    const trace = traceOf(
      segmentDocument({ subsegments: [subsegmentDocument({ name: 'embedded' })] }),
      sentAlone(2, { id: entityId(3), name: 'below' }),
      sentAlone(3, { id: entityId(2), name: 'again' }),
    );
    expect([...subsegmentsBelow(trace.segments[0]!)].length).toBeLessThanOrEqual(3);
    expect(trace.orphans).toEqual([]);
  });

  test('a chain of subsegments sent alone is followed to 100 levels, and the rest are orphans', () => {
    const chain = Array.from({ length: 150 }, (_, i) => sentAlone(i + 1, { id: entityId(i + 2) }));
    const trace = traceOf(segmentDocument(), ...chain);
    expect([...subsegmentsBelow(trace.segments[0]!)]).toHaveLength(100);
    expect(trace.orphans).toHaveLength(50);
  });

  test('what came twice is there once', () => {
    const trace = traceOf(segmentDocument(), sentAlone(1), segmentDocument(), sentAlone(1));
    expect(outlines(trace)).toEqual(['api(work)']);
  });

  test('documents that cannot be read are counted, and do no harm', () => {
    const trace = traceOf('nonsense', segmentDocument(), segmentDocument({ id: null }));
    expect(trace.malformed).toBe(2);
    expect(outlines(trace)).toEqual(['api']);
  });

  test('no documents are a trace without segments', () => {
    expect(assembleTrace(TRACE_ID, [])).toEqual({
      id: TRACE_ID,
      segments: [],
      orphans: [],
      malformed: 0,
      limitExceeded: false,
    });
  });

  const forest = fc
    .array(
      fc.record({
        kind: fc.constantFrom('segment', 'alone', 'embedded'),
        parent: fc.nat({ max: 14 }),
        from: fc.nat({ max: 4 }),
        twin: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((entities) =>
      entities.flatMap(({ kind, parent, from, twin }, i): Fields[] => {
        const own = { id: entityId(i + 1), name: `e${i + 1}`, parent_id: entityId(parent), ...ran(from, from + 5) };
        const begun = { ...ran(from), end_time: undefined };
        const each = {
          segment: (fields: Fields) => segmentDocument({ ...own, ...fields }),
          alone: (fields: Fields) => sentAlone(parent, { ...own, ...fields }),
          embedded: (fields: Fields) =>
            sentAlone(parent, {
              ...own,
              subsegments: [subsegmentDocument({ id: entityId(100 + i), name: `in${i}`, ...ran(from, 4) })],
              ...fields,
            }),
        }[kind as 'segment'];
        return twin ? [each({}), each(begun)] : [each({})];
      }),
    );
  const shuffledForest = forest.chain((documents) =>
    fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
  );

  test('the order of documents never matters', () => {
    fc.assert(
      fc.property(shuffledForest, ([documents, shuffled]) => {
        const [one, other] = [traceOf(...documents), traceOf(...shuffled)];
        expect(outlines(other)).toEqual(outlines(one));
        expect(other.segments).toEqual(one.segments);
        expect(new Set(other.orphans.map(({ subsegment }) => subsegment.id))).toEqual(
          new Set(one.orphans.map(({ subsegment }) => subsegment.id)),
        );
        expect(rootOf(other)).toEqual(rootOf(one));
        expect(fingerprint(other)).toBe(fingerprint(one));
        expect(completenessOf(other).complete).toBe(completenessOf(one).complete);
      }),
      { numRuns: 500 },
    );
  });

  test('every entity ends up in exactly one place', () => {
    fc.assert(
      fc.property(forest, (documents) => {
        const trace = traceOf(...documents);
        const placed = trace.segments.flatMap((segment) => [segment, ...subsegmentsBelow(segment)]);
        const orphaned = trace.orphans.flatMap(({ subsegment }) => [subsegment, ...subsegmentsBelow(subsegment)]);
        const ids = [...placed, ...orphaned].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(documents.map(({ id }) => id)));
      }),
    );
  });
});

describe('the root', () => {
  const called = segmentDocument({ id: entityId(3), name: 'callee', parent_id: entityId(2), ...ran(12, 30) });

  test('is the segment without a parent', () => {
    expect(rootOf(traceOf(called, segmentDocument({ subsegments: [subsegmentDocument()] })))?.name).toBe('api');
  });

  test('is the segment whose parent is nobody here, as where the driver minted it', () => {
    const driven = segmentDocument({ parent_id: 'feedfeedfeedfeed', subsegments: [subsegmentDocument()] });
    expect(rootOf(traceOf(called, driven))?.name).toBe('api');
  });

  test('is the one without a parent before one whose parent is missing, even if that started first', () => {
    const early = segmentDocument({ id: entityId(7), name: 'early', parent_id: 'feedfeedfeedfeed', ...ran(-50, 10) });
    expect(rootOf(traceOf(early, segmentDocument()))?.name).toBe('api');
  });

  test('is the earliest of several', () => {
    const trace = traceOf(
      segmentDocument({ id: entityId(8), name: 'later', ...ran(5, 200) }),
      segmentDocument({ id: entityId(7), name: 'earlier', ...ran(1, 10) }),
    );
    expect(rootOf(trace)?.name).toBe('earlier');
  });

  test('is never one that X-Ray inferred', () => {
    expect(rootOf(traceOf(segmentDocument({ inferred: true })))).toBeNull();
  });

  test('is not there in a trace without segments, nor where segments call each other in a circle', () => {
    const circle = traceOf(
      segmentDocument({ id: entityId(1), parent_id: entityId(2) }),
      segmentDocument({ id: entityId(2), parent_id: entityId(1) }),
    );
    expect(rootOf(traceOf())).toBeNull();
    expect(rootOf(circle)).toBeNull();
  });

  test('are several where several requests came from outside', () => {
    const trace = traceOf(
      segmentDocument(),
      segmentDocument({ id: entityId(7), name: 'other', parent_id: entityId(99), ...ran(1, 2) }),
      segmentDocument({ id: entityId(8), name: 'below', parent_id: entityId(1), ...ran(2, 3) }),
      segmentDocument({ id: entityId(9), name: 'guess', inferred: true, ...ran(3, 4) }),
    );
    expect(rootsOf(trace).map(({ name }) => name)).toEqual(['api', 'other']);
  });
});

describe('durations', () => {
  test('are whole microseconds, so that equal ones are equal', () => {
    const [one] = traceOf(segmentDocument({ start_time: 1_795_189_814.508, end_time: 1_795_189_814.526 })).segments;
    expect(durationMs(one!)).toBe(18);
  });

  test('are never negative, and unknown while in progress', () => {
    expect(durationMs(aSegment({ startMs: 10, endMs: 5 }))).toBe(0);
    expect(durationMs(aSegment({ endMs: null }))).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalPath } from '../../src/trace/critical-path.js';
import type { Segment, Subsegment } from '../../src/trace/entity.js';
import { drawnPath, markedIn, traceDrawn } from '../support/drawing.js';
import {
  aSegment,
  aSubsegment,
  aTrace,
  awsCall,
  entityId,
  ran,
  segmentDocument,
  traceOf,
} from '../support/segment-builder.js';

/* On the line `path` stands, for each millisecond of Root, who held the response up: Root itself is a dot. */
const drawings: { name: string; drawing: string }[] = [
  {
    name: 'a request without calls held itself up',
    drawing: `
      Root  |--------|
      path  ..........
    `,
  },
  {
    name: 'while a call runs, the request waits for it',
    drawing: `
      Root  |--------|
        a      |--|
      path  ...aaaa...
    `,
  },
  {
    name: 'of calls that overlap, the one that ended last counts, and the other until it began',
    drawing: `
      Root  |--------------------|
        a       |------|
        b           |--------|
      path  ....aaaabbbbbbbbbb....
    `,
  },
  {
    name: 'a call within the time of another counts for nothing',
    drawing: `
      Root  |--------------|
        a     |--------|
        b       |--|
      path  ..aaaaaaaaaa....
    `,
  },
  {
    name: 'calls that touch follow one another without a gap',
    drawing: `
      Root  |------------|
        a     |--|
        b         |--|
        c             ||
      path  ..aaaabbbbcc..
    `,
  },
  {
    name: 'calls one after another leave the request its own time between them',
    drawing: `
      Root  |------------|
        a     |-|
        b            |--|
      path  ..aaa....bbbb.
    `,
  },
  {
    name: "a call that ends after its caller is cut at its caller's end",
    drawing: `
      Root  |--------|
        a        |---------|
      path  .....aaaaa
    `,
  },
  {
    name: "a call that starts after its caller's end is asynchronous, and left out",
    drawing: `
      Root  |--------|
        a      |--|
        b               |---|
      path  ...aaaa...
    `,
  },
  {
    name: 'a call that starts as its caller ends is asynchronous, too',
    drawing: `
      Root  |--------|
        a             |---|
      path  ..........
    `,
  },
  {
    name: "a call that starts before its caller counts from its caller's start",
    drawing: `
      Root      |--------|
        a    |-----|
      path      aaaa......
    `,
  },
  {
    name: 'a call around its caller takes all of it',
    drawing: `
      Root      |----|
        a    |-----------|
      path      aaaaaa
    `,
  },
  {
    name: 'a call that is still in progress holds its caller up to the end',
    drawing: `
      Root  |--------|
        a       |>
      path  ....aaaaaa
    `,
  },
  {
    name: 'of two calls that end together, the one that began first counts',
    drawing: `
      Root  |--------|
        a       |--|
        b     |----|
      path  ..bbbbbb..
    `,
  },
  {
    name: 'of two calls that outlive their caller, the one that began first counts',
    drawing: `
      Root  |--------|
        a     |----------|
        b        |------------|
      path  ..aaaaaaaa
    `,
  },
  {
    name: 'the path goes down into what a call waited for itself',
    drawing: `
      Root  |------------------|
        call   |-----------|
          Payments |----|
            ledger   |-|
      path  ...ccccPPlllPccc....
    `,
  },
  {
    name: 'a Lambda service segment waits for its function directly',
    drawing: `
      Root     |----------|
        Function  |-----|
          Init     ||
          query       ||
      path     ...FIIFqqF..
    `,
  },
  {
    name: "a queue's consumer that outlives the request is cut, as is what it calls",
    drawing: `
      Root  |----------|
        send     ||
          Consumer |------------|
            work      |------|
      path  .....ss.....
    `,
  },
  {
    name: 'children that overlap one after another are cut into a chain',
    drawing: `
      Root  |----------------|
        a    |-----|
        b         |-----|
        c              |----|
      path  .aaaaabbbbbcccccc.
    `,
  },
  {
    name: 'a child that ends exactly when its sibling starts is kept, also where both end with the request',
    drawing: `
      Root  |----------|
        a   |----|
        b         |----|
      path  aaaaaabbbbbb
    `,
  },
  {
    name: 'what a callee does after its answer, asynchronously, is nothing that the request waited for',
    drawing: `
      Root     |------------|
        call()   |-----|
          Callee   |---|
            work    |-|
            tidy         |-----|
      path     ..ccCwwwC.....
    `,
  },
  {
    name: 'a callee that goes on after its answer is cut where its caller had it',
    drawing: `
      Root     |------------|
        call()   |-----|
          Callee   |--------------|
      path     ..ccCCCCC.....
    `,
  },
  {
    name: 'below a subsegment that was lost, nothing can be placed: the time stays the caller’s',
    drawing: `
      Root     |------------|
        a        |-|
        lost          ?----?
          Callee       |--|
            query       ||
      path     ..aaa.........
    `,
  },
  {
    name: 'what a lost subsegment of its own code did is its own',
    drawing: `
      Root     |------------|
        lost     ?-------?
          query    |---|
      path     ..............
    `,
  },
  {
    name: 'a segment that X-Ray inferred tells of nothing that its caller’s subsegment does not',
    drawing: `
      Root      |------------|
        query     |-----|
          (Table)   |--|
      path      ..qqqqqqq.....
    `,
  },
];

/* Above, all clocks agree. Below, a callee's differs, and `path` is on the clock of Root. */
const skewed: { name: string; drawing: string }[] = [
  {
    name: 'behind its caller’s: the callee lies at the start of the call',
    drawing: `
      Root     |---------------|
        call()     |------|
          Callee  |----|
      path     ....CCCCCCcc.....
    `,
  },
  {
    name: 'ahead of its caller’s: the callee lies at the end of the call',
    drawing: `
      Root     |---------------|
        call()     |------|
          Callee       |----|
      path     ....ccCCCCCC.....
    `,
  },
  {
    name: 'far off: the callee took its time within the call all the same',
    drawing: `
      Root     |---------------|
        call()     |------|
          Callee                       |----|
            query                        ||
      path     ....ccCCqqCC.....
    `,
  },
  {
    name: 'off together with that of whom the callee calls',
    drawing: `
      Root     |---------------|
        call()     |--------|
          Callee |--------|
            ask()  |----|
              Next  |--|
      path     ....CCaNNNNaCC...
    `,
  },
  {
    name: 'off by itself, between two hosts that agree',
    drawing: `
      Root     |---------------|
        call()     |--------|
          Callee |-------|
            ask()  |---|
              Next   |---|
      path     ....CCNNNNNCCc...
    `,
  },
  {
    name: 'off, with a callee that is longer than the call: that is no matter of clocks, and cut',
    drawing: `
      Root     |---------------|
        call()     |----|
          Callee  |-------|
      path     ....CCCCCC.......
    `,
  },
  {
    name: 'off, of a callee below a part of its caller’s code that tells of no call',
    drawing: `
      Root     |---------------|
        part       |------|
          Callee                  |----|
      path     ....ppCCCCCC.....
    `,
  },
  {
    name: 'perhaps off, of a callee directly below a segment, which shows no call to lie in: it is cut',
    drawing: `
      Root     |---------------|
        Callee            |-------|
      path     ...........CCCCCC
    `,
  },
];

describe('the critical path', () => {
  test.each(drawings)('$name', ({ drawing }) => {
    expect(drawnPath(criticalPath(traceDrawn(drawing)))).toBe(markedIn(drawing, 'path'));
  });

  test.each(skewed)('with a clock $name', ({ drawing }) => {
    expect(drawnPath(criticalPath(traceDrawn(drawing)))).toBe(markedIn(drawing, 'path'));
  });

  test.each([
    { way: 'over gRPC, which records no request', namespace: 'remote', path: '....llllFF......' },
    { way: 'through an AWS SDK', namespace: 'aws', path: '....llllFF......' },
  ])('with a clock ahead of its caller’s, of a callee that was called $way', ({ namespace, path }) => {
    const call = aSubsegment({ name: 'link', namespace, startMs: 4, endMs: 10 });
    const ahead = aSegment({ id: entityId(3), name: 'Function', parentId: call.id, startMs: 21, endMs: 23 });
    const root = aSegment({ name: 'Root', endMs: 16, subsegments: [call] });
    expect(drawnPath(criticalPath(aTrace({ segments: [root, ahead] })))).toBe(path);
  });

  test('is the call’s alone where a queue’s consumer was at work before the message was answered for', () => {
    const send = awsCall('SQS', { queue_url: 'https://sqs/1/orders', operation: 'SendMessage' }, ran(10, 40));
    const mailer = segmentDocument({ id: entityId(3), name: 'mailer', parent_id: entityId(2), ...ran(15, 900) });
    expect(
      criticalPath(traceOf(segmentDocument({ subsegments: [send] }), mailer)).map(({ entity, fromMs, toMs }) => [
        entity.name,
        Math.round(toMs - fromMs),
      ]),
    ).toEqual([
      ['api', 10],
      ['SQS', 30],
      ['api', 60],
    ]);
  });

  test('tells by how much a clock was put forward', () => {
    const path = criticalPath(traceDrawn(skewed[3]!.drawing));
    expect(path.map(({ entity, skewMs }) => [entity.name, skewMs])).toEqual([
      ['Root', 0],
      ['Callee', 2],
      ['ask', 2],
      ['Next', 2],
      ['ask', 2],
      ['Callee', 2],
      ['Root', 0],
    ]);
  });

  test('names the segment that each entity belongs to', () => {
    const path = criticalPath(
      traceDrawn(`
        Root     |------------|
          call     |-------|
            Callee   |---|
              inner    ||
      `),
    );
    expect(path.map(({ entity, segment }) => `${entity.name} of ${segment.name}`)).toEqual([
      'Root of Root',
      'call of Root',
      'Callee of Callee',
      'inner of Callee',
      'Callee of Callee',
      'call of Root',
      'Root of Root',
    ]);
  });

  const withoutPath: { name: string; segments: Segment[] }[] = [
    { name: 'no segments', segments: [] },
    { name: 'a root in progress', segments: [aSegment({ endMs: null })] },
    { name: 'a root without duration', segments: [aSegment({ endMs: 0 })] },
    { name: 'a root that ended before it began', segments: [aSegment({ startMs: 10, endMs: 5 })] },
  ];
  test.each(withoutPath)('is empty with $name', ({ segments }) => {
    expect(criticalPath(aTrace({ segments }))).toEqual([]);
  });

  test('leaves out what X-Ray inferred: its caller tells of that time already', () => {
    const call = aSubsegment({ name: 'call' });
    const inferred = aSegment({
      id: entityId(3),
      name: 'guess',
      parentId: call.id,
      startMs: 10,
      endMs: 40,
      inferred: true,
    });
    const segments = [aSegment({ name: 'Root', subsegments: [call] }), inferred];
    expect(criticalPath(aTrace({ segments })).map(({ entity }) => entity.name)).toEqual(['Root', 'call', 'Root']);
  });

  test('ends where segments call each other in a circle', () => {
    const segments = [
      aSegment({ id: entityId(1), name: 'Root' }),
      aSegment({ id: entityId(2), name: 'a', parentId: entityId(1), startMs: 10, endMs: 90 }),
      aSegment({ id: entityId(3), name: 'b', parentId: entityId(2), startMs: 20, endMs: 80 }),
      aSegment({ id: entityId(2), name: 'c', parentId: entityId(3), startMs: 30, endMs: 70 }),
    ];
    expect(lengthOf(criticalPath(aTrace({ segments })))).toBe(100);
  });

  test('goes down a chain of 20,000 segments', () => {
    const segments = Array.from({ length: 20_000 }, (_, i) =>
      aSegment({ id: entityId(i + 1), parentId: i === 0 ? null : entityId(i), startMs: i, endMs: 40_000 }),
    );
    expect(lengthOf(criticalPath(aTrace({ segments })))).toBe(40_000);
  });

  test("is made of stretches that are disjoint, in order, and add up to the root's duration", () => {
    fc.assert(
      fc.property(anyTree, (segments) => {
        const trace = aTrace({ segments: segments.toSorted((a, b) => a.startMs - b.startMs) });
        const path = criticalPath(trace);
        expect(path.every(({ fromMs, toMs }) => fromMs < toMs)).toBe(true);
        path.forEach(({ fromMs }, i) => {
          expect(fromMs).toBe(i === 0 ? 0 : path[i - 1]?.toMs);
        });
        expect(path.at(-1)?.toMs).toBe(100);
        expect(lengthOf(path)).toBe(100);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives an entity no time at which it did not run', () => {
    fc.assert(
      fc.property(anyTree, (segments) => {
        for (const { entity, fromMs, toMs, skewMs } of criticalPath(aTrace({ segments }))) {
          expect(fromMs).toBeGreaterThanOrEqual(entity.startMs + skewMs);
          if (entity.endMs !== null) expect(toMs).toBeLessThanOrEqual(entity.endMs + skewMs);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function lengthOf(path: readonly { readonly fromMs: number; readonly toMs: number }[]): number {
  return path.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

interface Branch {
  readonly startMs: number;
  readonly endMs: number | null;
  readonly segment: boolean;
  readonly below: readonly Branch[];
}

/** Segments of a request from 0 to 100, with calls at any time, some of them to segments of their own. */
const branches = fc.memo((depth): fc.Arbitrary<Branch> => {
  const below = depth <= 1 ? fc.constant([]) : fc.array(branches(), { maxLength: 4 });
  return fc.record({
    startMs: fc.integer({ min: -20, max: 120 }),
    endMs: fc.option(fc.integer({ min: -20, max: 140 }), { freq: 8 }),
    segment: fc.boolean(),
    below,
  });
});
const anyTree = branches(4).map((branch) => {
  const segments: Segment[] = [];
  let ids = 1;
  const grow = ({ startMs, endMs, segment, below }: Branch, parentId: string | null): Subsegment[] => {
    const id = entityId(ids++);
    const common = { id, parentId, startMs, endMs, inProgress: endMs === null };
    const subsegments = below.flatMap((each) => grow(each, id));
    if (!segment) return [aSubsegment({ ...common, subsegments })];
    segments.push(aSegment({ ...common, subsegments }));
    return [];
  };
  grow({ ...branch, startMs: 0, endMs: 100, segment: true }, null);
  return segments;
});

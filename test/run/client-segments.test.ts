import { describe, expect, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import { ClientSegments, putInAll } from '../../src/run/client-segments.js';
import type { PutSegments } from '../../src/run/segment-store.js';
import { EPOCH_MS } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

type Script = (ids: readonly string[], call: number) => PutSegments;

const ALL: PutSegments = { kind: 'put', refused: new Map() };
const BUSY: PutSegments = { kind: 'busy', reason: 'ThrottledException: slow down' };
const refusing = (...ids: string[]): PutSegments => ({
  kind: 'put',
  refused: new Map(ids.map((id) => [id, 'InternalFailure'])),
});

/** Segments over a store that answers as the script says. */
function putting(script: Script = () => ALL) {
  const clock = new VirtualClock();
  const calls: { readonly atMs: number; readonly ids: readonly string[]; readonly bytes: number }[] = [];
  const heard: (readonly [string, boolean])[] = [];
  let underWay = 0;
  const own = new ClientSegments(
    {
      clock,
      randomBytes: (count) => new Uint8Array(count).fill(128),
      segments: {
        assertOpen: async () => {},
        put: async (documents) => {
          underWay += 1;
          expect(underWay).toBe(1);
          const bytes = [...documents.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
          const call = calls.push({ atMs: clock.nowMs() - EPOCH_MS, ids: [...documents.keys()], bytes });
          await clock.after(20);
          underWay -= 1;
          return script([...documents.keys()], call - 1);
        },
      },
    },
    (traceId, taken) => heard.push([traceId, taken]),
  );
  const add = (count: number, sizeBytes = 500) => {
    for (let i = 0; i < count; i++) own.add(`trace ${i}`, `id ${i}`, 'x'.repeat(sizeBytes));
  };
  return { own, clock, calls, heard, add };
}

describe('the gate’s own segments', () => {
  test('are put in batches of at most fifty, one call at a time, and each is heard of', async () => {
    const { own, clock, calls, heard, add } = putting();
    add(120);
    expect(await clock.run(own.finish(60_000))).toEqual({ taken: 120, lost: 0, because: null });
    expect(calls.map(({ ids }) => ids.length)).toEqual([50, 50, 20]);
    expect(heard).toEqual(Array.from({ length: 120 }, (_, i) => [`trace ${i}`, true]));
  });

  test('are put in smaller batches where they are long', async () => {
    const { own, clock, calls, add } = putting();
    add(20, 30_000);
    await clock.run(own.finish(60_000));
    expect(calls.map(({ ids }) => ids.length)).toEqual([4, 4, 4, 4, 4]);
    expect(Math.max(...calls.map(({ bytes }) => bytes))).toBeLessThanOrEqual(128 * 1024);
  });

  test('are gathered while requests are being sent', async () => {
    const { own, clock, calls } = putting();
    own.add('a', '1', '{}');
    await clock.run(clock.after(600));
    own.add('b', '2', '{}');
    await clock.run(clock.after(1000));
    expect(calls).toMatchObject([{ atMs: 1000, ids: ['1', '2'] }]);
  });

  test('are put again where they were not processed, those alone, later each time', async () => {
    const { own, clock, calls, add } = putting((ids, call) => (call < 3 ? refusing(...ids.slice(0, 2)) : ALL));
    add(10);
    expect(await clock.run(own.finish(60_000))).toEqual({ taken: 10, lost: 0, because: null });
    expect(calls.map(({ ids }) => ids.length)).toEqual([10, 2, 2, 2]);
    const pausesMs = calls.slice(1).map(({ atMs }, i) => atMs - calls[i]!.atMs - 20);
    expect(pausesMs).toEqual([50, 100, 200]);
  });

  test('are put again where X-Ray is busy', async () => {
    const { own, clock, heard, add } = putting((_, call) => (call < 4 ? BUSY : ALL));
    add(3);
    expect(await clock.run(own.finish(60_000))).toMatchObject({ taken: 3, lost: 0 });
    expect(heard.every(([, taken]) => taken)).toBe(true);
  });

  test('are put for as long as there is time, however often X-Ray is too busy', async () => {
    const { own, clock, add } = putting(() => (clock.nowMs() - EPOCH_MS < 60_000 ? BUSY : ALL));
    add(120);
    expect(await clock.run(own.finish(120_000))).toEqual({ taken: 120, lost: 0, because: null });
  });

  test('are given up after eight attempts, and counted with the reason', async () => {
    const { own, clock, calls, heard, add } = putting(() => refusing('id 1'));
    add(3);
    expect(await clock.run(own.finish(60_000))).toEqual({ taken: 2, lost: 1, because: 'InternalFailure' });
    expect(calls).toHaveLength(8);
    expect(heard).toContainEqual(['trace 1', false]);
  });

  test('are given up at once where X-Ray refuses for good: the run goes on without', async () => {
    const { own, clock, calls, heard, add } = putting(() => {
      throw new GateError('X-Ray denied access: no.', 'Give permission.');
    });
    add(70);
    await clock.run(clock.after(2000));
    own.add('later', '9', '{}');
    expect(await clock.run(own.finish(60_000))).toEqual({
      taken: 0,
      lost: 71,
      because: 'X-Ray denied access: no.',
    });
    expect(calls).toHaveLength(1);
    expect(heard.filter(([, taken]) => !taken)).toHaveLength(71);
  });

  test('are not waited for beyond the time there is', async () => {
    const { own, clock, add } = putting(() => BUSY);
    add(200);
    const put = await clock.run(own.finish(1000));
    expect(put).toMatchObject({ taken: 0, lost: 200, because: 'ThrottledException: slow down' });
    expect(clock.nowMs() - EPOCH_MS).toBeLessThanOrEqual(1000);
  });

  test('may be none', async () => {
    const { own, clock, calls } = putting();
    expect(await clock.run(own.finish(1000))).toEqual({ taken: 0, lost: 0, because: null });
    expect(calls).toEqual([]);
  });

  test('hide no defect of the gate', async () => {
    const { own, clock, add } = putting(() => {
      throw new TypeError('undefined is not a function');
    });
    add(1);
    await expect(clock.run(own.finish(1000))).rejects.toThrow('undefined is not a function');
  });
});

test('what several stages put is summed up; where none put any, there is nothing to say', () => {
  const stages = [
    { taken: 3, lost: 1, because: 'InternalFailure' },
    { taken: 4, lost: 0, because: null },
  ];
  expect(putInAll(stages)).toEqual({ taken: 7, lost: 1, because: 'InternalFailure' });
  expect(putInAll([])).toBeNull();
});

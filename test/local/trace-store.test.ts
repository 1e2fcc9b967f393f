import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredDocument, TraceStore } from '../../src/local/trace-store.js';
import { EPOCH_S, entityId, segment, separate, subsegment, traceId } from './documents.js';
import { storeOf } from './stored.js';

const ids = (store: TraceStore) => [...store.traces()].map(({ id }) => id);

describe('the limits', () => {
  test('the oldest trace goes when there are more than the limit, and is counted', () => {
    const documents = [1, 2, 3].map((number) => segment(number, { trace_id: traceId(number) }));
    const store = storeOf(documents, { maxTraces: 2 });
    expect(ids(store)).toEqual([traceId(3), traceId(2)]);
    expect(store.evicted).toBe(1);
  });

  test('the oldest traces go when they take more memory than the limit, and no more of them than must', () => {
    const padded = (number: number, sizeBytes = 10_000) =>
      segment(1, { trace_id: traceId(number), metadata: { text: 'x'.repeat(sizeBytes) } });
    const store = storeOf([], { maxBytes: 35_000 });
    for (const number of [1, 2, 3]) store.put(JSON.stringify(padded(number)));
    expect(ids(store)).toEqual([3, 2, 1].map((number) => traceId(number)));
    store.put(JSON.stringify(padded(4, 20_000)));
    expect(ids(store)).toEqual([4, 3].map((number) => traceId(number)));
    expect(store.evicted).toBe(2);
  });

  test('a trace that was heard of first goes first, however much of it came later', () => {
    const store = storeOf([], { maxTraces: 2 });
    for (const number of [1, 2, 1, 3]) store.put(JSON.stringify(segment(1, { trace_id: traceId(number) })));
    expect(ids(store)).toEqual([traceId(3), traceId(2)]);
  });

  test('memory is counted with every document, and given back', () => {
    const store = storeOf([], { maxTraces: 1 });
    const sizes = [1, 2, 3].map((number) => {
      store.put(JSON.stringify(segment(1, { trace_id: traceId(number) })));
      return store.bytes;
    });
    expect(new Set(sizes).size).toBe(1);
    expect(sizes[0]).toBeGreaterThan(JSON.stringify(segment(1)).length);
    store.put(JSON.stringify(segment(2, { trace_id: traceId(3) })));
    expect(store.bytes).toBeGreaterThan(sizes[0]!);
    store.clear();
    expect([store.bytes, store.size, ids(store)]).toEqual([0, 0, []]);
  });

  test('what is set aside makes traces go, until there is no more than it', () => {
    const store = storeOf([segment(1)], { maxBytes: 10_000 });
    expect(store.setAside(10_001)).toBe(false);
    expect(store.size).toBe(1);
    expect(store.setAside(9_900)).toBe(true);
    expect([store.size, store.bytes, store.evicted]).toEqual([0, 9_900, 1]);
  });

  test('what is held is right whatever came and went, and what went is not read as another', () => {
    const documents = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(20_000), fc.constantFrom('x', 'é', '✓'));
    fc.assert(
      fc.property(fc.array(documents, { minLength: 200, maxLength: 300 }), (arrived) => {
        const store = storeOf([], { maxBytes: 2_000_000, maxTraceBytes: 2_000_000 });
        const sent = new Map<string, string[]>();
        const seen = new Map<StoredDocument, string>();
        for (const [number, length, character] of arrived) {
          const id = traceId(number);
          const json = JSON.stringify(segment(1, { trace_id: id, metadata: character.repeat(length) }));
          sent.set(id, [...(store.trace(id) === undefined ? [] : sent.get(id)!), json]);
          store.put(json);
          const last = store.trace(id)?.documents.at(-1);
          if (last !== undefined) seen.set(last, json);
          expect(store.bytes).toBeLessThanOrEqual(2_000_000);
        }
        for (const { id, documents: held } of store.traces()) {
          expect(held.map(({ text }) => text)).toEqual(sent.get(id));
        }
        for (const [document, json] of seen) expect([null, json]).toContain(textOrGone(document));
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

test('traces are newest first, by the start of the document that was heard of first', () => {
  const at = (number: number, seconds: number) =>
    segment(number, { trace_id: traceId(number), start_time: EPOCH_S + seconds });
  const store = storeOf([at(1, 10), at(2, 30), at(3, 20), at(4, 20), { ...at(1, 99), id: entityId(9) }]);
  expect(ids(store)).toEqual([2, 4, 3, 1].map((number) => traceId(number)));
});

test('an array of subsegments is stored under each of their traces', () => {
  const array = [separate(2, 1), separate(3, 1, { trace_id: traceId(7) })];
  expect(ids(storeOf([array]))).toEqual([traceId(7), traceId(1)]);
});

test('W3C and upper-case ids are the same trace as the X-Ray form', () => {
  const w3c = traceId(10).slice(2).replace('-', '');
  const store = storeOf([
    segment(1, { trace_id: traceId(10) }),
    segment(2, { trace_id: w3c }),
    segment(3, { trace_id: w3c.toUpperCase() }),
  ]);
  expect(ids(store)).toEqual([traceId(10)]);
  expect(store.trace(traceId(10))?.documents).toHaveLength(3);
});

test('a trace at its size limit takes no more and says so', () => {
  const store = storeOf([segment(1)], { maxTraceBytes: 300 });
  const refused = store.put(JSON.stringify(segment(2, { metadata: { padding: 'x'.repeat(200) } })));
  expect(refused).toMatchObject({ kind: 'refused', fault: 'TraceLimitExceeded' });
  expect(store.trace(traceId(1))).toMatchObject({ limitExceeded: true });
  expect(store.trace(traceId(1))?.documents).toHaveLength(1);
});

test('a document above 64 kB is refused, by its bytes and not its characters', () => {
  const store = storeOf([]);
  const most = JSON.stringify(segment(1, { metadata: { text: 'é'.repeat(40_000) } }));
  expect(most.length).toBeLessThan(65_536);
  expect(store.put(most)).toMatchObject({ kind: 'refused', fault: 'InvalidSegment' });
});

test('an array of subsegments above 64 kB is refused, however small each of them is', () => {
  const padding = 'x'.repeat(30_000);
  const array = [2, 3, 4].map((number) => separate(number, 1, { metadata: { padding } }));
  expect(storeOf([]).put(JSON.stringify(array))).toMatchObject({ kind: 'refused', fault: 'InvalidSegment' });
  expect(storeOf([]).put(JSON.stringify(array.slice(1)))).toMatchObject({ kind: 'stored' });
});

test('the subsegments of an array count together against the limit of their trace, of a new one too', () => {
  const array = [2, 3, 4].map((number) => separate(number, 1, { metadata: { padding: 'x'.repeat(1000) } }));
  for (const before of [[], [segment(1)]]) {
    const store = storeOf(before, { maxTraceBytes: 2500 });
    expect(store.put(JSON.stringify(array))).toMatchObject({ kind: 'refused', fault: 'TraceLimitExceeded' });
    expect([...store.traces()].map(({ documents, limitExceeded }) => [documents.length, limitExceeded])).toEqual(
      before.map(() => [1, true]),
    );
    const apart = array.map((each, number) => ({ ...each, trace_id: traceId(number + 10) }));
    expect(store.put(JSON.stringify(apart))).toMatchObject({ kind: 'stored' });
  }
});

test.each([
  ['text that is no JSON', '{"id":', 'JSONFormatError', null],
  ['a number', '7', 'InvalidSegment', null],
  ['no id', JSON.stringify({ ...segment(1), id: undefined }), 'MissingId', null],
  ['no trace id', JSON.stringify({ ...segment(1), trace_id: undefined }), 'InvalidTraceId', '0000000000000001'],
  [
    'a subsegment without parent',
    JSON.stringify({ ...separate(2, 1), parent_id: undefined }),
    'MissingParentId',
    '0000000000000002',
  ],
  ['a list without subsegments', '[]', 'InvalidSegment', null],
  ['a null in a list', '[null]', 'InvalidSegment', null],
  ['a subsegment nested 300 deep', JSON.stringify(nested(300)), 'InvalidSegment', '0000000000000001'],
])('%s is refused with a code and, where there is one, its id', (_, text, fault, id) => {
  expect(storeOf([]).put(text)).toMatchObject({ kind: 'refused', fault, id });
});

test('metadata nested so deep that it could not be written again is refused', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const documentOf = (levels: number) =>
    `[${JSON.stringify(separate(2, 1, { metadata: 'HERE' })).replace('"HERE"', deep(levels))}]`;
  expect(storeOf([]).put(documentOf(20_000))).toMatchObject({ kind: 'refused', fault: 'InvalidSegment' });
  expect(storeOf([]).put(documentOf(900))).toMatchObject({ kind: 'stored' });
});

test('brackets in text are no nesting', () => {
  const text = `\\"${'['.repeat(5000)}`;
  expect(storeOf([]).put(JSON.stringify(segment(1, { metadata: { text } })))).toMatchObject({ kind: 'stored' });
});

function nested(levels: number) {
  let inner = subsegment(2);
  for (let level = 0; level < levels; level += 1) inner = subsegment(2, { subsegments: [inner] });
  return segment(1, { subsegments: [inner] });
}

function textOrGone(document: StoredDocument): string | null {
  try {
    return document.text;
  } catch {
    return null;
  }
}

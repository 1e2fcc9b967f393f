import { expect, test } from 'vitest';
import type { TraceStore } from '../../src/local/trace-store.js';
import { segment, separate, subsegment, traceId } from './documents.js';
import { storeOf } from './stored.js';

const ids = (store: TraceStore) => [...store.traces()].map(({ id }) => id);

test('the oldest trace goes when there are more than the limit, and is counted', () => {
  const documents = [1, 2, 3].map((number) => segment(number, { trace_id: traceId(number) }));
  const store = storeOf(documents, { maxTraces: 2 });
  expect(ids(store)).toEqual([traceId(2), traceId(3)]);
  expect(store.evicted).toBe(1);
});

test('an array of subsegments is stored under each of their traces', () => {
  const array = [separate(2, 1), separate(3, 1, { trace_id: traceId(7) })];
  expect(ids(storeOf([array]))).toEqual([traceId(1), traceId(7)]);
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

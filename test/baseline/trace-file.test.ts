import { describe, expect, test } from 'vitest';
import { readTraceFile } from '../../src/baseline/trace-file.js';
import { GateError } from '../../src/errors.js';
import { TRACE_ID } from '../support/segment-builder.js';

const answer = (Id: unknown, Segments: unknown, more: object = {}) => ({ Traces: [{ Id, Segments, ...more }] });
const segments = [
  { Id: '1', Document: '{"a":1}' },
  { Id: '2', Document: '{"b":1}' },
];

describe('a file of traces', () => {
  test('is an answer of BatchGetTraces, its documents unread', () => {
    const file = { ...answer(TRACE_ID, segments, { Duration: 0.1 }), UnprocessedTraceIds: ['x'] };
    expect(readTraceFile(file, 'traces.json')).toEqual([
      { traceId: TRACE_ID, documents: ['{"a":1}', '{"b":1}'], limitExceeded: false },
    ]);
  });

  test('may be a list of answers', () => {
    const file = [answer('1', segments), { Traces: [] }, answer('2', [])];
    expect(readTraceFile(file, 'traces.json').map(({ traceId, documents }) => [traceId, documents.length])).toEqual([
      ['1', 2],
      ['2', 0],
    ]);
  });

  test('says which traces were cut', () => {
    const limits = [true, false, null, 'true'].map((LimitExceeded) => answer('1', [], { LimitExceeded }));
    expect(readTraceFile(limits, 'traces.json').map(({ limitExceeded }) => limitExceeded)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('leaves documents that are missing, or no text, to who reads them', () => {
    const [entry] = readTraceFile(answer('1', [{}, null, { Document: { a: 1 } }]), 'traces.json');
    expect(entry?.documents).toEqual([undefined, undefined, { a: 1 }]);
  });

  test('may be empty', () => {
    expect(readTraceFile({ Traces: [] }, 'traces.json')).toEqual([]);
    expect(readTraceFile([], 'traces.json')).toEqual([]);
  });

  const wrong: { name: string; file: unknown }[] = [
    { name: 'null', file: null },
    { name: 'text', file: 'Traces' },
    { name: 'a number', file: 7 },
    { name: 'an object without traces', file: {} },
    { name: 'summaries', file: { TraceSummaries: [{ Id: TRACE_ID }] } },
    { name: 'traces that are no list', file: { Traces: { 0: {} } } },
    { name: 'a trace that is null', file: { Traces: [null] } },
    { name: 'a trace without id', file: answer(undefined, segments) },
    { name: 'a trace whose id is a number', file: answer(1, segments) },
    { name: 'a trace without segments', file: answer(TRACE_ID, undefined) },
    { name: 'retrieved spans', file: { Traces: [{ Id: TRACE_ID, Spans: [] }] } },
    { name: 'a list of bare traces', file: [{ Id: TRACE_ID, Segments: segments }] },
    { name: 'one answer of several', file: [answer(TRACE_ID, segments), {}] },
  ];
  test.each(wrong)('is not $name', ({ file }) => {
    expect(() => readTraceFile(file, 'traces.json')).toThrow(GateError);
    expect(() => readTraceFile(file, 'traces.json')).toThrow('traces.json holds neither a saved profile nor traces.');
  });
});

import { expect, it } from 'vitest';
import { readRecordings, SEGMENTS_A_TRACE, traceDocuments, traceIdOf } from '../../bench/local/corpus.js';
import { completenessOf } from '../../src/trace/completeness.js';
import { readDocument } from '../../src/trace/segment-document.js';
import { assembleTrace, rootsOf } from '../../src/trace/trace.js';

it('recorded documents become a complete trace of five segments, each called by the one before', () => {
  const startS = 1_800_000_000.25;
  const id = traceIdOf(7, startS);
  const trace = assembleTrace(id, traceDocuments(readRecordings(), 7, startS).map(readDocument));
  expect(trace.segments.map(({ traceId }) => traceId)).toEqual(Array.from({ length: SEGMENTS_A_TRACE }, () => id));
  expect(rootsOf(trace)).toHaveLength(1);
  expect(completenessOf(trace)).toEqual({ complete: true });
  for (const { startMs, endMs } of trace.segments) {
    expect(startMs).toBeGreaterThan(startS * 1000);
    expect(endMs).toBeLessThan((startS + 60) * 1000);
  }
});

it('no two traces share an id', () => {
  expect(new Set([1, 2, 3].map((number) => traceIdOf(number, 1_800_000_000))).size).toBe(3);
});

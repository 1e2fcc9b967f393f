import { describe, expect, test } from 'vitest';
import { JSON_LINES, TEXT_LINES } from '../../src/cli/local-lines.js';
import type { FinishedTrace } from '../../src/local/finished-trace.js';
import type { LocalCounts } from '../../src/local/local-xray.js';

const TRACE: FinishedTrace = {
  traceId: '1-6b006c36-000000000000000000000001',
  waitsFor: null,
  startMs: Date.UTC(2026, 10, 21, 12, 4, 5, 123),
  name: 'api',
  method: 'GET',
  path: '/checkout/42',
  status: 200,
  durationMs: 103.25,
  segments: 3,
  version: 'v2',
  fault: false,
  error: false,
  throttle: false,
};

const COUNTS: LocalCounts = {
  datagrams: 12,
  spans: 0,
  documents: 10,
  waiting: 0,
  dropped: 0,
  rejected: 0,
  rejectedBy: {},
  traces: 4,
  bytes: 5000,
  evictedTraces: 0,
  lostDatagrams: 0,
};

describe('a line about a trace', () => {
  test.each<[string, Partial<FinishedTrace>, string]>([
    ['that is complete', {}, 'GET /checkout/42 200  103 ms  3 segments  v2'],
    ['without a version', { version: null, segments: 1 }, 'GET /checkout/42 200  103 ms  1 segment'],
    ['with a fault', { status: 500, fault: true }, 'GET /checkout/42 500  103 ms  3 segments  v2  fault'],
    [
      'that was throttled',
      { error: true, throttle: true },
      'GET /checkout/42 200  103 ms  3 segments  v2  error, throttle',
    ],
    ['without a request', { method: null, path: null, status: null }, 'api  103 ms  3 segments  v2'],
    [
      'that was given up',
      { durationMs: null, waitsFor: 'end of a segment' },
      'GET /checkout/42 200  – ms  3 segments  v2  incomplete: waits for end of a segment',
    ],
  ])('%s', (_, fields, text) => {
    expect(TEXT_LINES.trace({ ...TRACE, ...fields })).toBe(`12:04:05.123  ${TRACE.traceId}  ${text}`);
  });

  test('without a root segment has neither time nor name', () => {
    const none = { ...TRACE, startMs: null, name: null, method: null, path: null, status: null, durationMs: null };
    expect(TEXT_LINES.trace({ ...none, version: null, segments: 0, waitsFor: 'root segment' })).toBe(
      `--:--:--.---  ${TRACE.traceId}  no root segment  – ms  0 segments  incomplete: waits for root segment`,
    );
  });

  test('is one line, and moves no cursor, whatever an application writes', () => {
    const hostile = { path: '/\u001b[2J\n/x', version: 'v\r1', method: 'G\u0007ET' };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(TEXT_LINES.trace({ ...TRACE, ...hostile })).not.toMatch(/[\u0000-\u001f]/);
  });

  test('is an event for machines', () => {
    expect(JSON.parse(JSON_LINES.trace(TRACE))).toEqual({ event: 'trace', ...TRACE });
  });
});

describe('the last line', () => {
  test('has what came and what was lost', () => {
    expect(TEXT_LINES.ended(COUNTS)).toBe(
      'Ended: 10 documents, 4 traces held; 0 rejected; 0 datagrams lost; 0 traces evicted.',
    );
  });

  test('has the reasons, and what is not known', () => {
    const rejectedBy = { MissingHeader: 2, InvalidId: 1 };
    expect(TEXT_LINES.ended({ ...COUNTS, rejected: 3, rejectedBy, lostDatagrams: null, dropped: 5 })).toBe(
      'Ended: 10 documents, 4 traces held; 3 rejected (2 MissingHeader, 1 InvalidId); unknown datagrams lost; 0 traces evicted; 5 documents dropped on request.',
    );
  });

  test('is an event for machines', () => {
    expect(JSON.parse(JSON_LINES.ended(COUNTS))).toEqual({ event: 'ended', ...COUNTS });
  });
});

import { describe, expect, test } from 'vitest';
import { completenessOf, fingerprint } from '../../src/trace/completeness.js';
import type { Trace } from '../../src/trace/trace.js';
import {
  aTrace,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  sentAlone,
  subsegmentDocument,
  traceOf,
} from '../support/segment-builder.js';

const callee = (overrides: Fields = {}) =>
  segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 35), ...overrides });
const calling = (call: Fields) => segmentDocument({ subsegments: [call] });
const inProgress = { in_progress: true, end_time: undefined };

describe('complete is', () => {
  const cases: { name: string; trace: Trace }[] = [
    { name: 'a segment that ended', trace: traceOf(segmentDocument()) },
    {
      name: 'one whose Parent is nobody, as the driver sends it',
      trace: traceOf(segmentDocument({ parent_id: entityId(99) })),
    },
    {
      name: 'a call whose instrumented callee sent its segment',
      trace: traceOf(calling(remoteCall('payments')), callee()),
    },
    {
      name: 'a call that nobody announced to be traced',
      trace: traceOf(calling(remoteCall('bank', { traced: false }))),
    },
    {
      name: 'a traced call that never reached its callee: it got no response',
      trace: traceOf(
        calling(remoteCall('payments', { fault: true, http: { request: { method: 'GET', url: 'http://payments/' } } })),
      ),
    },
  ];
  test.each(cases)('$name', ({ trace }) => {
    expect(completenessOf(trace)).toEqual({ complete: true });
  });
});

describe('incomplete is', () => {
  const cases: { name: string; trace: Trace; waitsFor: string }[] = [
    { name: 'a trace that X-Ray cut', trace: aTrace({ limitExceeded: true }), waitsFor: 'whole document' },
    { name: 'a trace without segments', trace: traceOf(), waitsFor: 'root segment' },
    {
      name: 'a trace of inferred segments',
      trace: traceOf(segmentDocument({ inferred: true })),
      waitsFor: 'root segment',
    },
    { name: 'a trace of documents that could not be read', trace: traceOf('nonsense'), waitsFor: 'readable document' },
    {
      name: 'a whole segment beside a document that could not be read',
      trace: traceOf(segmentDocument(), 'nonsense'),
      waitsFor: 'readable document',
    },
    { name: 'a subsegment sent alone, without its segment', trace: traceOf(sentAlone(1)), waitsFor: 'root segment' },
    {
      name: 'a subsegment whose parent is missing',
      trace: traceOf(segmentDocument(), sentAlone(9)),
      waitsFor: 'parent segment',
    },
    { name: 'a segment in progress', trace: traceOf(segmentDocument(inProgress)), waitsFor: 'end of a segment' },
    {
      name: 'a callee in progress',
      trace: traceOf(calling(remoteCall('payments')), callee(inProgress)),
      waitsFor: 'end of a segment',
    },
    {
      name: 'a nested subsegment in progress',
      trace: traceOf(
        calling(subsegmentDocument({ subsegments: [subsegmentDocument({ id: entityId(4), ...inProgress })] })),
      ),
      waitsFor: 'end of a segment',
    },
    {
      name: 'a traced call without its callee',
      trace: traceOf(calling(remoteCall('payments'))),
      waitsFor: 'called segment',
    },
    {
      name: 'a traced call of which only X-Ray made a segment',
      trace: traceOf(calling(remoteCall('payments')), callee({ inferred: true })),
      waitsFor: 'called segment',
    },
    {
      name: 'a traced call that says nothing of HTTP, without its callee',
      trace: traceOf(calling(remoteCall('payments', { http: undefined }))),
      waitsFor: 'called segment',
    },
    {
      name: 'a traced call that was answered with 500, without its callee',
      trace: traceOf(calling(remoteCall('payments', { http: { response: { status: 500 } } }))),
      waitsFor: 'called segment',
    },
  ];
  test.each(cases)('$name: it waits for the $waitsFor', ({ trace, waitsFor }) => {
    expect(completenessOf(trace)).toEqual({ complete: false, waitsFor });
  });
});

describe('the fingerprint', () => {
  const base = [calling(remoteCall('payments')), callee()];
  const changed: { name: string; documents: unknown[] }[] = [
    { name: 'a segment arrived', documents: [...base, segmentDocument({ id: entityId(8), parent_id: entityId(3) })] },
    { name: 'a subsegment arrived', documents: [...base, sentAlone(3, { id: entityId(8) })] },
    { name: 'a subsegment arrived whose parent is missing', documents: [...base, sentAlone(77, { id: entityId(8) })] },
    { name: 'a segment ended', documents: [calling(remoteCall('payments')), callee(ran(15, 36))] },
    { name: 'a segment is in progress', documents: [calling(remoteCall('payments')), callee(inProgress)] },
    { name: 'a subsegment ended', documents: [calling(remoteCall('payments', ran(10, 41))), callee()] },
  ];
  test.each(changed)('is another when $name', ({ documents }) => {
    expect(fingerprint(traceOf(...documents))).not.toBe(fingerprint(traceOf(...base)));
  });

  test('is the same whatever the order, and whatever X-Ray inferred', () => {
    const guess = segmentDocument({ id: entityId(9), parent_id: entityId(2), inferred: true });
    expect(fingerprint(traceOf(guess, ...base.toReversed()))).toBe(fingerprint(traceOf(...base)));
  });
});

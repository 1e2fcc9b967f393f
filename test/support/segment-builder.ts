import type { Segment, Subsegment } from '../../src/trace/entity.js';
import { type Observation, TraceObserver } from '../../src/trace/observation.js';
import { type ReadDocument, readDocument } from '../../src/trace/segment-document.js';
import { assembleTrace, type Trace } from '../../src/trace/trace.js';

export type Fields = Readonly<Record<string, unknown>>;

export const EPOCH_S = 1_795_189_814;
export const EPOCH_MS = EPOCH_S * 1000;
export const TRACE_ID = '1-6b006c36-0123456789abcdef01234567';

export function entityId(number: number): string {
  return number.toString(16).padStart(16, '0');
}

/** Epoch seconds, as documents have them, of a time so many milliseconds into the trace. */
export function seconds(ms: number): number {
  return (EPOCH_MS + ms) / 1000;
}

/** `start_time` and `end_time` of what ran between two milliseconds of the trace; without an end, still in progress. */
export function ran(fromMs: number, toMs?: number): Fields {
  return { start_time: seconds(fromMs), ...(toMs === undefined ? { in_progress: true } : { end_time: seconds(toMs) }) };
}

/** A segment document, as an SDK sends it: number 1, `api`, from 0 to 100 ms. */
export function segmentDocument(overrides: Fields = {}): Fields {
  return { trace_id: TRACE_ID, id: entityId(1), name: 'api', ...ran(0, 100), ...overrides };
}

/** A subsegment inside a segment document: number 2, `work`, from 10 to 40 ms. */
export function subsegmentDocument(overrides: Fields = {}): Fields {
  return { id: entityId(2), name: 'work', ...ran(10, 40), ...overrides };
}

/** A subsegment as a document of its own. */
export function sentAlone(parent: number, overrides: Fields = {}): Fields {
  return subsegmentDocument({ trace_id: TRACE_ID, type: 'subsegment', parent_id: entityId(parent), ...overrides });
}

/** A call through an AWS SDK, as a subsegment inside a segment document. */
export function awsCall(name: string, aws: Fields, overrides: Fields = {}): Fields {
  return subsegmentDocument({ name, namespace: 'aws', aws, ...overrides });
}

/** A call over HTTP, as a subsegment inside a segment document; its callee is instrumented unless overridden. */
export function remoteCall(name: string, overrides: Fields = {}): Fields {
  const http = { request: { method: 'GET', url: `http://${name}/` }, response: { status: 200 } };
  return subsegmentDocument({ name, namespace: 'remote', traced: true, http, ...overrides });
}

export function traceOf(...documents: readonly unknown[]): Trace {
  return assembleTrace(TRACE_ID, documents.map(readDocument));
}

/** What a trace tells where the annotation `version` holds the version. */
export function told(trace: Trace): Observation {
  return new TraceObserver('version').observe(trace);
}

/** The segment that a document holds; fails where it holds none. */
export function readSegment(document: unknown): Segment {
  const read = readDocument(document);
  if (read.kind !== 'segment') throw new Error(`no segment: ${describe(read)}`);
  return read.segment;
}

function describe(read: ReadDocument): string {
  return read.kind === 'malformed' ? read.reason : read.kind;
}

const NOTHING = {
  parentId: null,
  error: false,
  fault: false,
  throttle: false,
  http: null,
  aws: null,
  annotations: {},
  exceptions: [],
  links: [],
  subsegments: [],
};

/** A segment that was read already: number 1, `api`, from 0 to 100 ms. */
export function aSegment(overrides: Partial<Segment> = {}): Segment {
  return {
    ...NOTHING,
    kind: 'segment',
    traceId: TRACE_ID,
    id: entityId(1),
    name: 'api',
    startMs: 0,
    endMs: 100,
    inProgress: overrides.endMs === null,
    origin: null,
    sdk: null,
    serviceVersion: null,
    user: null,
    resourceArn: null,
    inferred: false,
    ...overrides,
  };
}

/** A subsegment that was read already: number 2, `work`, from 10 to 40 ms. */
export function aSubsegment(overrides: Partial<Subsegment> = {}): Subsegment {
  return {
    ...NOTHING,
    kind: 'subsegment',
    id: entityId(2),
    name: 'work',
    startMs: 10,
    endMs: 40,
    inProgress: overrides.endMs === null,
    namespace: null,
    traced: false,
    ...overrides,
  };
}

export function aTrace(overrides: Partial<Trace> = {}): Trace {
  return { id: TRACE_ID, segments: [aSegment()], orphans: [], malformed: 0, limitExceeded: false, ...overrides };
}

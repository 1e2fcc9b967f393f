import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/trace/entity.js';
import { versionOf } from '../../src/trace/version.js';
import { aSegment, aSubsegment, aTrace, entityId } from '../support/segment-builder.js';

const other = (overrides: Partial<Segment>) =>
  aSegment({ id: entityId(7), parentId: entityId(1), startMs: 5, ...overrides });
const annotated = (version: string) => ({ annotations: { version } });

describe('the version is', () => {
  const cases: { name: string; segments: Segment[]; version: string | null }[] = [
    { name: "the root's annotation", segments: [aSegment(annotated('v2'))], version: 'v2' },
    {
      name: "a subsegment's annotation, where the root has none",
      segments: [aSegment({ subsegments: [aSubsegment({ subsegments: [aSubsegment(annotated('v2'))] })] })],
      version: 'v2',
    },
    {
      name: "the root's annotation before its subsegments', and before its service.version",
      segments: [
        aSegment({ ...annotated('root'), serviceVersion: 'service', subsegments: [aSubsegment(annotated('sub'))] }),
      ],
      version: 'root',
    },
    {
      name: "a subsegment's annotation before the root's service.version",
      segments: [aSegment({ serviceVersion: 'service', subsegments: [aSubsegment(annotated('sub'))] })],
      version: 'sub',
    },
    {
      name: "the root's service.version before another segment's annotation",
      segments: [aSegment({ serviceVersion: 'service' }), other(annotated('other'))],
      version: 'service',
    },
    {
      name: "another segment's annotation as the last resort",
      segments: [aSegment(), other(annotated('other'))],
      version: 'other',
    },
    {
      name: 'the annotation of the earliest of the others',
      segments: [aSegment(), other(annotated('first')), other({ startMs: 6, ...annotated('second') })],
      version: 'first',
    },
    { name: 'a number as text', segments: [aSegment({ annotations: { version: 42 } })], version: '42' },
    { name: 'false as text', segments: [aSegment({ annotations: { version: false } })], version: 'false' },
    {
      name: 'unknown where nobody says',
      segments: [aSegment(), other({ serviceVersion: 'payments-3' })],
      version: null,
    },
    {
      name: 'unknown where another annotation is set',
      segments: [aSegment({ annotations: { Version: 'v2' } })],
      version: null,
    },
    { name: 'unknown without segments', segments: [], version: null },
    {
      name: 'said by a segment even where none is the root',
      segments: [aSegment({ inferred: true, ...annotated('v2') })],
      version: 'v2',
    },
  ];
  test.each(cases)('$name', ({ segments, version }) => {
    expect(versionOf(aTrace({ segments }), 'version')).toBe(version);
  });

  test('read from the annotation that is asked for', () => {
    const segments = [aSegment({ annotations: { version: 'a', 'otel.resource.service.version': 'b' } })];
    expect(versionOf(aTrace({ segments }), 'otel.resource.service.version')).toBe('b');
  });

  test('read from the key as older SDKs write it, where nobody wrote it as it is', () => {
    const written = { service_version: 'a' };
    const both = { ...written, 'service.version': 'b' };
    expect(versionOf(aTrace({ segments: [aSegment({ annotations: written })] }), 'service.version')).toBe('a');
    expect(versionOf(aTrace({ segments: [aSegment({ annotations: both })] }), 'service.version')).toBe('b');
  });

  test.each(['constructor', 'toString', '__proto__'])('not what every object has: %s', (key) => {
    expect(versionOf(aTrace(), key)).toBeNull();
  });
});

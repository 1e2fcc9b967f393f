import { describe, expect, test } from 'vitest';
import { otelSpans } from '../../src/local/retrieval/otel-spans.js';
import { apartFromClient } from '../../src/trace/client-segment.js';
import { completenessOf } from '../../src/trace/completeness.js';
import { readAnyDocument } from '../../src/trace/span-document.js';
import { assembleTrace, rootOf } from '../../src/trace/trace.js';
import {
  entityId,
  type Fields,
  remoteCall,
  segmentDocument,
  sentAlone,
  TRACE_ID,
  told,
  traceOf,
} from '../support/segment-builder.js';

const PARENT = entityId(99);

/** The gate's own segment: from before the application's root until after it. */
const own = (annotations: Fields = { version: 'v2', xray_gate_run: '0a1b2c3d', xray_gate_side: 'candidate' }) =>
  segmentDocument({
    id: PARENT,
    name: 'xray-gate',
    start_time: 1_795_189_813.9,
    fault: true,
    annotations,
    http: {
      request: { method: 'GET', url: 'https://shop.example.com/orders', user_agent: 'xray-gate/1.0.0' },
      response: { status: 200 },
    },
  });

/** An application that annotates nothing, below the Parent that its request carried. */
const application = (overrides: Fields = {}) => [
  segmentDocument({
    parent_id: PARENT,
    http: { request: { method: 'GET', url: 'http://api/orders' }, response: { status: 200 } },
    subsegments: [remoteCall('stock')],
    ...overrides,
  }),
  segmentDocument({ id: entityId(3), parent_id: entityId(2), name: 'stock' }),
];

describe('a trace with the gate’s own segment', () => {
  test('tells exactly what it tells without', () => {
    const { application: apart } = apartFromClient(traceOf(own(), ...application()), 'version');
    expect(told(apart!)).toEqual(told(traceOf(...application())));
    expect(rootOf(apart!)?.name).toBe('api');
    expect(completenessOf(apart!)).toEqual({ complete: true });
  });

  test('keeps which run sent it, and which version was to answer', () => {
    const { client } = apartFromClient(traceOf(own(), ...application()), 'version');
    expect(client).toEqual({ run: '0a1b2c3d', version: 'v2' });
  });

  test('is known again where it is kept as a span, as Transaction Search does', () => {
    const spans = otelSpans(traceOf(own(), ...application())).map(([, span]) => span);
    const trace = assembleTrace(TRACE_ID, spans.map(readAnyDocument));
    expect(trace.segments).toHaveLength(3);
    const apart = apartFromClient(trace, 'version');
    expect(apart.client).toEqual({ run: '0a1b2c3d', version: 'v2' });
    expect(apart.application?.segments.map(({ name }) => name)).toEqual(['api', 'stock']);
  });

  test.each([
    { key: 'service.version', annotations: { service_version: 'v2' }, version: 'v2' },
    { key: 'version', annotations: {}, version: null },
  ])('of the key $key says $version', ({ key, annotations, version }) => {
    const trace = traceOf(own({ xray_gate_run: '0a1b2c3d', ...annotations }), ...application());
    expect(apartFromClient(trace, key).client?.version).toBe(version);
  });

  test('is none of the application’s, where that left nothing', () => {
    expect(apartFromClient(traceOf(own()), 'version').application).toBeNull();
  });

  test.each([
    ['a subsegment that came alone', sentAlone(7)],
    ['a document that cannot be read', {}],
  ])('is the application’s, where that left %s', (_, document) => {
    expect(apartFromClient(traceOf(own(), document), 'version').application).not.toBeNull();
  });
});

test.each([
  ['of that name without the gate’s annotations', { name: 'xray-gate' }],
  ['of another name with them', { annotations: { xray_gate_run: '0a1b2c3d' } }],
])('a segment %s is the application’s', (_, overrides) => {
  const trace = traceOf(...application(overrides));
  expect(apartFromClient(trace, 'version')).toEqual({ application: trace, client: null });
});

import { BatchGetTracesCommand } from '@aws-sdk/client-xray';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalXRay } from '../../../src/local/local-xray.js';
import { clientOf, localXRay } from '../harness.js';
import { type Json, PARENT_ID, TRACE_ID } from './spans.js';

const EXPORTERS = { protobuf: ProtobufExporter, json: JsonExporter };

/** A server's span and one below it, recorded with OpenTelemetry's SDK, sent with its exporter. */
async function sendSpans(
  xray: LocalXRay,
  encoding: keyof typeof EXPORTERS,
  compression: 'gzip' | 'none',
): Promise<void> {
  const exporter = new EXPORTERS[encoding]({
    url: `${xray.otlpUrl}/v1/traces`,
    compression: compression as never, // an enum of the exporter's base package
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'api', 'service.version': 'v2' }),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  onTestFinished(() => provider.shutdown());
  const remote = { traceId: TRACE_ID, spanId: PARENT_ID, traceFlags: TraceFlags.SAMPLED, isRemote: true };
  const tracer = provider.getTracer('test');
  const server = tracer.startSpan(
    'GET',
    {
      kind: SpanKind.SERVER,
      startTime: [1_795_189_814, 5_000_000],
      links: [{ context: { ...remote, spanId: '1111111111111111' }, attributes: { why: 'queue' } }],
      attributes: {
        'http.request.method': 'GET',
        'url.full': 'http://shop/orders/7?ünïcode=✓',
        'http.response.status_code': 503,
        integer: 9_007_199_254_740_991,
        negative: -7,
        double: 0.1,
        flag: true,
        list: ['a', 'b'],
        'aws.xray.annotations': ['integer', 'flag'],
      },
    },
    trace.setSpanContext(ROOT_CONTEXT, remote),
  );
  const work = tracer.startSpan('work', { startTime: [1_795_189_814, 6_000_000] }, trace.setSpan(ROOT_CONTEXT, server));
  work.recordException(new TypeError('no such order'), [1_795_189_814, 7_000_000]);
  work.setStatus({ code: SpanStatusCode.ERROR, message: 'failed' });
  work.end([1_795_189_814, 8_000_000]);
  server.end([1_795_189_814, 105_250_000]);
  await provider.forceFlush();
}

async function documentsIn(xray: LocalXRay): Promise<Json[]> {
  const id = `1-${TRACE_ID.slice(0, 8)}-${TRACE_ID.slice(8)}`;
  const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds: [id] }));
  return (Traces?.[0]?.Segments ?? []).map(({ Document }) => JSON.parse(Document ?? ''));
}

test.each([
  ['protobuf', 'none'],
  ['protobuf', 'gzip'],
  ['json', 'none'],
  ['json', 'gzip'],
] as const)(
  'spans that the SDK exports as %s (compression: %s) are read back as segments',
  async (encoding, compression) => {
    const xray = await localXRay({ otlpPort: 0 });
    await sendSpans(xray, encoding, compression);
    expect(xray.counts()).toMatchObject({ spans: 2, documents: 2, rejected: 0, traces: 1 });
    const documents = await documentsIn(xray);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      name: 'api',
      parent_id: PARENT_ID,
      start_time: 1_795_189_814.005,
      end_time: 1_795_189_814.10525,
      fault: true,
      service: { version: 'v2' },
      http: { request: { method: 'GET', url: 'http://shop/orders/7?ünïcode=✓' }, response: { status: 503 } },
      annotations: { integer: 9_007_199_254_740_991, flag: true },
      metadata: { default: { negative: -7, double: 0.1, list: ['a', 'b'], 'otel.resource.service.name': 'api' } },
      links: [{ id: '1111111111111111', attributes: { why: 'queue' } }],
      subsegments: [
        {
          name: 'work',
          fault: true,
          start_time: 1_795_189_814.006,
          cause: { exceptions: [{ type: 'TypeError', message: 'no such order', remote: false }] },
        },
      ],
    });
  },
);

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { BatchGetTracesCommand } from '@aws-sdk/client-xray';
import { SpanKind } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, onTestFinished, test } from 'vitest';
import { clientOf, localXRay, sendDatagrams, spansOf } from './harness.js';

/** What OpenTelemetry's exporter sends for one span, and the id of its trace. */
async function exportedSpan(): Promise<{ readonly body: Buffer; readonly traceId: string }> {
  const bodies: Buffer[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await buffer(request));
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'function', 'service.version': 'v2' }),
    spanProcessors: [new SimpleSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  onTestFinished(() => provider.shutdown());
  const span = provider
    .getTracer('test')
    .startSpan('handler', { kind: SpanKind.SERVER, attributes: { 'team.name': 'shop' } });
  span.end();
  await provider.forceFlush();
  const { traceId } = span.spanContext();
  return { body: bodies[0]!, traceId: `1-${traceId.slice(0, 8)}-${traceId.slice(8)}` };
}

test('spans in a datagram, as in AWS Lambda, are stored as segments; those that were not sampled are counted', async () => {
  const xray = await localXRay({ indexedAttributes: ['team.name'] });
  const { body, traceId } = await exportedSpan();
  const sampled = spansOf(body);
  await sendDatagrams(xray, [sampled, sampled.replace('\nT1S', '\nT1U')]);
  await expect.poll(() => xray.counts().documents).toBe(1);
  expect(xray.counts()).toMatchObject({ datagrams: 2, spans: 1, rejectedBy: { UnsampledSpans: 1 } });
  const { Traces } = await clientOf(xray).send(new BatchGetTracesCommand({ TraceIds: [traceId] }));
  const documents = Traces?.[0]?.Segments?.map(({ Document }) => JSON.parse(Document ?? ''));
  expect(documents).toMatchObject([{ name: 'function', annotations: { 'team.name': 'shop' }, trace_id: traceId }]);
});

test('spans that came last are stored before it stops, and their trace is told', async () => {
  const told: string[] = [];
  const xray = await localXRay({ onFinished: ({ traceId: id }) => told.push(id) });
  const { body, traceId } = await exportedSpan();
  const [address, port] = xray.daemonAddress.split(':');
  const socket = createSocket('udp4');
  await new Promise((sent) => socket.send(spansOf(body), Number(port), address, sent));
  socket.close();
  await xray.stop();
  expect(xray.counts()).toMatchObject({ datagrams: 1, spans: 1, documents: 1 });
  expect(told).toEqual([traceId]);
});

import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalXRay } from '../../../src/local/local-xray.js';
import { localXRay } from '../harness.js';
import { type Json, PARENT_ID, SPAN_ID, TRACE_ID } from './spans.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const PROTOBUF_TYPE = { 'content-type': 'application/x-protobuf' };

const jsonSpan = (fields: Json = {}): Json => ({
  traceId: TRACE_ID,
  spanId: SPAN_ID,
  name: 'GET',
  kind: 2,
  startTimeUnixNano: '1795189814000000000',
  endTimeUnixNano: '1795189814100000000',
  ...fields,
});

const jsonRequest = (...spans: Json[]): string =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'api' } }] },
        scopeSpans: [{ scope: { name: 'test' }, spans }],
      },
    ],
  });

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly json: () => Json;
}

async function send(
  xray: LocalXRay,
  body: string | Buffer,
  headers: Record<string, string> = JSON_TYPE,
  { path = '/v1/traces', method = 'POST' } = {},
): Promise<Reply> {
  const content = method === 'GET' ? {} : { body: new Uint8Array(Buffer.from(body)) };
  const reply = await fetch(`${xray.otlpUrl}${path}`, { method, headers, ...content });
  const bytes = Buffer.from(await reply.arrayBuffer());
  return { status: reply.status, headers: reply.headers, bytes, json: () => JSON.parse(bytes.toString('utf8')) };
}

const otlp = () => localXRay({ otlpPort: 0 });

describe('an accepted request', () => {
  test('is answered in its own encoding, with nothing in it', async () => {
    const xray = await otlp();
    const json = await send(xray, jsonRequest(jsonSpan()));
    expect([json.status, json.headers.get('content-type'), json.json()]).toEqual([200, 'application/json', {}]);
    const protobuf = await send(xray, '', PROTOBUF_TYPE);
    expect([protobuf.status, protobuf.headers.get('content-type'), protobuf.bytes.length]).toEqual([
      200,
      'application/x-protobuf',
      0,
    ]);
  });

  test('may say more of its content type, and have fields that are not known', async () => {
    const xray = await otlp();
    const body = jsonRequest(jsonSpan({ flags: 257, future: { a: [1] }, kind: 'SPAN_KIND_SERVER' }));
    expect((await send(xray, body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect(xray.counts()).toMatchObject({ spans: 1, documents: 1 });
  });

  test('holds spans of several resources', async () => {
    const xray = await otlp();
    const one = JSON.parse(jsonRequest(jsonSpan({ spanId: PARENT_ID })));
    const other = JSON.parse(
      jsonRequest(jsonSpan(), jsonSpan({ spanId: '1111111111111111', parentSpanId: SPAN_ID, kind: 1 })),
    );
    const body = JSON.stringify({ resourceSpans: [...one.resourceSpans, ...other.resourceSpans] });
    expect((await send(xray, body)).status).toBe(200);
    expect(xray.counts()).toMatchObject({ spans: 3, documents: 3, traces: 1 });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['identity', Buffer.from],
  ] as const)('may be packed with %s', async (encoding, pack) => {
    const xray = await otlp();
    const packed = pack(Buffer.from(jsonRequest(jsonSpan())));
    expect((await send(xray, packed, { ...JSON_TYPE, 'content-encoding': encoding })).status).toBe(200);
    expect(xray.counts().spans).toBe(1);
  });
});

describe('a request that is accepted in part', () => {
  test('says how many spans were rejected, and why; the others are stored', async () => {
    const xray = await otlp();
    const spans = [
      jsonSpan(),
      jsonSpan({ traceId: '00'.repeat(16) }),
      jsonSpan({ spanId: 'abcd' }),
      jsonSpan({ spanId: 'abcd' }),
      jsonSpan({ kind: 3, name: '', attributes: [{ key: 'peer.service', value: { stringValue: 'x'.repeat(201) } }] }),
    ];
    const { status, json } = await send(xray, jsonRequest(...spans));
    expect(status).toBe(200);
    expect(json().partialSuccess).toEqual({
      rejectedSpans: '4',
      errorMessage:
        '4 of 5 spans were rejected. traceId must not be all zeros. spanId must have 8 bytes; got 2. ' +
        `The name of ${SPAN_ID} is longer than 200 characters.`,
    });
    expect(xray.counts()).toMatchObject({
      spans: 5,
      documents: 1,
      rejected: 4,
      rejectedBy: { InvalidSpan: 3, InvalidName: 1 },
    });
  });

  test('is answered in protobuf where it came so', async () => {
    const xray = await otlp();
    // resource_spans (1) { scope_spans (2) { spans (2) { name (5): "a" } } }: a span without ids.
    const { status, bytes } = await send(xray, Buffer.from('0a07120512032a0161', 'hex'), PROTOBUF_TYPE);
    expect(status).toBe(200);
    // partial_success (1) { rejected_spans (1): 1, error_message (2): … }
    expect(bytes.subarray(0, 1).toString('hex')).toBe('0a');
    expect(bytes.subarray(2, 4).toString('hex')).toBe('0801');
    expect(bytes.toString('utf8')).toContain('1 of 1 spans were rejected. traceId must have 16 bytes; got 0.');
  });

  test('refuses a span whose document is too large', async () => {
    const xray = await otlp();
    const large = { key: 'large', value: { stringValue: 'x'.repeat(70_000) } };
    const { json } = await send(xray, jsonRequest(jsonSpan({ attributes: [large] })));
    expect(json().partialSuccess.errorMessage).toMatch(/The document has 7\d{4} bytes; the most is 65536/);
  });
});

describe('a refused request', () => {
  const nested = (depth: number) => `${'{"arrayValue":{"values":['.repeat(depth)}${']}}'.repeat(depth)}`;

  test.each<[string, string | Buffer, Record<string, string>, number, RegExp]>([
    ['JSON that is none', '{', JSON_TYPE, 400, /no ExportTraceServiceRequest/],
    ['another JSON', '[1]', JSON_TYPE, 400, /no ExportTraceServiceRequest/],
    ['a field of the wrong type', '{"resourceSpans":{}}', JSON_TYPE, 400, /resourceSpans|resource_spans/],
    [
      'an id in base64',
      jsonRequest(jsonSpan({ spanId: 'U5lcP0LNitg=' })),
      JSON_TYPE,
      400,
      /spanId must be hexadecimal/,
    ],
    ['protobuf that is none', Buffer.from('0aff', 'hex'), PROTOBUF_TYPE, 400, /no ExportTraceServiceRequest/],
    ['JSON said to be protobuf', jsonRequest(jsonSpan()), PROTOBUF_TYPE, 400, /no ExportTraceServiceRequest/],
    [
      'values nested without end',
      jsonRequest(jsonSpan({ attributes: [{ key: 'deep', value: 0 }] })).replace(
        '"value":0',
        `"value":${nested(20_000)}`,
      ),
      JSON_TYPE,
      400,
      /no ExportTraceServiceRequest/,
    ],
    ['gzip that is none', 'nonsense', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400, /cannot be unpacked/],
    [
      'another compression',
      '',
      { ...JSON_TYPE, 'content-encoding': 'br' },
      415,
      /gzip, deflate or identity; got \\"br/,
    ],
    [
      'another content type',
      '',
      { 'content-type': 'text/plain' },
      415,
      /application\/x-protobuf or application\/json; got text/,
    ],
    [
      'a bomb',
      gzipSync(Buffer.alloc(64 * 1024 * 1024)),
      { ...PROTOBUF_TYPE, 'content-encoding': 'gzip' },
      413,
      /more than 20971520 bytes when unpacked/,
    ],
  ])('%s', async (_, body, headers, status, message) => {
    const xray = await otlp();
    const reply = await send(xray, body, headers);
    expect(reply.status).toBe(status);
    expect(reply.bytes.toString('utf8')).toMatch(message);
    expect(xray.counts()).toMatchObject({ spans: 0, documents: 0 });
    expect((await send(xray, jsonRequest(jsonSpan()))).status).toBe(200);
  });

  test('has a Status in its body, as JSON or as protobuf', async () => {
    const xray = await otlp();
    expect((await send(xray, '{')).json()).toEqual({ code: 3, message: expect.any(String) });
    const { bytes, headers } = await send(xray, Buffer.from('0aff', 'hex'), PROTOBUF_TYPE);
    expect(headers.get('content-type')).toBe('application/x-protobuf');
    expect(bytes.subarray(0, 3).toString('hex')).toBe('080312'); // code (1): 3, message (2): …
  });

  test('another path is not found, with the remedy; another method is not allowed', async () => {
    const xray = await otlp();
    const metrics = await send(xray, '{}', JSON_TYPE, { path: '/v1/metrics' });
    expect(metrics.status).toBe(404);
    expect(metrics.json().message).toContain('OTEL_METRICS_EXPORTER');
    const got = await send(xray, '', JSON_TYPE, { method: 'GET' });
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a body without end is cut off', async () => {
    const xray = await otlp();
    const request = httpRequest(`${xray.otlpUrl}/v1/traces`, { method: 'POST', headers: PROTOBUF_TYPE });
    onTestFinished(() => void request.destroy());
    request.on('error', () => {});
    const chunk = Buffer.alloc(1024 * 1024);
    for (let sent = 0; sent < 22; sent += 1) request.write(chunk);
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
  });
});

import { describe, expect, test } from 'vitest';
import { type ClientAnnotations, clientSegment } from '../../src/drive/client-segment.js';
import type { Exchange } from '../../src/drive/exchange.js';
import type { OutgoingRequest } from '../../src/drive/transport.js';
import { keepSecret } from '../../src/scenario/secret.js';
import { apartFromClient } from '../../src/trace/client-segment.js';
import { anExchange, answered, failed, parentIdOf, timedOut, traceIdOf } from '../support/exchange-builder.js';
import { EPOCH_MS, EPOCH_S, readSegment, traceOf } from '../support/segment-builder.js';

const SAID: ClientAnnotations = {
  run: '0a1b2c3d',
  versionAnnotation: 'version',
  versions: { baseline: null, candidate: 'v2' },
  secrets: [],
};

function request(url: string, overrides: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    url: new URL(url),
    method: 'POST',
    headers: { 'user-agent': 'xray-gate/1.0.0 run-0a1b2c3d', authorization: 'Bearer s3cret' },
    body: '{"card":"4111"}',
    timeoutMs: 10_000,
    keepsAnswer: false,
    ...overrides,
  };
}

const SENT = request('https://shop.example.com/orders');

function segmentOf(exchange: Partial<Exchange> = {}, sent = SENT, said: Partial<ClientAnnotations> = {}) {
  return JSON.parse(clientSegment(anExchange(7, exchange), sent, { ...SAID, ...said }));
}

describe('the gate’s own segment', () => {
  test('is the Parent that the request carried, from departure to end, as a root', () => {
    expect(segmentOf()).toEqual({
      trace_id: traceIdOf(7),
      id: parentIdOf(7),
      name: 'xray-gate',
      start_time: EPOCH_S,
      end_time: EPOCH_S + 0.08,
      http: {
        request: { method: 'POST', url: 'https://shop.example.com/orders', user_agent: 'xray-gate/1.0.0 run-0a1b2c3d' },
        response: { status: 200, content_length: 2 },
      },
      annotations: { version: 'v2', xray_gate_run: '0a1b2c3d', xray_gate_side: 'candidate' },
    });
  });

  test('is read as one, and known again', () => {
    const document = clientSegment(anExchange(7), SENT, SAID);
    expect(readSegment(document)).toMatchObject({ id: parentIdOf(7), parentId: null, endMs: EPOCH_MS + 80 });
    expect(apartFromClient(traceOf(document), 'version')).toEqual({
      application: null,
      client: { run: '0a1b2c3d', version: 'v2' },
    });
  });

  test('names no version of a side whose version is not known', () => {
    expect(segmentOf({ side: 'baseline' }).annotations).toEqual({
      xray_gate_run: '0a1b2c3d',
      xray_gate_side: 'baseline',
    });
  });

  test('has keys that X-Ray allows', () => {
    const { annotations } = segmentOf({}, SENT, { versionAnnotation: 'otel.resource:service.version' });
    expect(annotations).toMatchObject({ otel_resource_service_version: 'v2' });
    for (const key of Object.keys(annotations)) expect(key).toMatch(/^[A-Za-z0-9_]+$/);
  });

  test.each([
    ['an answer', answered(201), {}],
    ['a 404', answered(404), { error: true }],
    ['a 429', answered(429), { error: true, throttle: true }],
    ['a 503', answered(503), { fault: true }],
    ['no answer in time', timedOut(10_000), { fault: true }],
    ['a broken connection', failed(), { fault: true }],
  ])('marks %s as X-Ray does', (_, outcome, flags) => {
    const { error, fault, throttle, ...segment } = segmentOf({ outcome });
    expect({ error, fault, throttle }).toEqual({ ...flags });
    expect(segment.end_time).toBe(outcome.endedMs / 1000);
    expect(segment.http.response?.status).toBe(outcome.kind === 'answered' ? outcome.status : undefined);
  });

  test.each([
    ['https://me:pass@shop.example.com/orders?token=s3cret#top', 'https://shop.example.com/orders'],
    ['https://shop.example.com/hooks/s3cret/run', 'https://shop.example.com/hooks/***/run'],
    ['lambda:checkout:live', 'lambda:checkout:live'],
    [`https://shop.example.com/${'a'.repeat(300)}`, `https://shop.example.com/${'a'.repeat(225)}`],
  ])('of the URL %s tells %s', (url, shown) => {
    const segment = segmentOf({}, request(url), { secrets: ['s3cret'] });
    expect(segment.http.request.url).toBe(shown);
    expect(JSON.stringify(segment)).not.toContain('s3cret');
  });

  test.each([
    ['/t/tok-123-live', ['tok-1', 'tok-123-live'], '/t/***'],
    ['/t/tok-123-live', ['tok-123-live', 'tok-1'], '/t/***'],
    ['/t/p%c3%a4ss%2fword', ['päss/word'], '/t/***'],
    ['/t/a^b|c{d}', ['a^b|c{d}'], '/t/***'],
  ])('of the path %s nothing of the secrets %j is told', (path, kept, shown) => {
    const secrets = new Set<string>();
    for (const secret of kept) keepSecret(secret, secrets);
    const { http } = segmentOf({}, request(`https://shop.example.com${path}`), { secrets: [...secrets] });
    expect(http.request.url).toBe(`https://shop.example.com${shown}`);
  });
});

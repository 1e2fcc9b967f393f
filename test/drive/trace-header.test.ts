import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mintTraceContext, traceHeaders } from '../../src/drive/trace-header.js';
import { canonicalTraceId } from '../../src/trace/segment-document.js';
import { EPOCH_MS } from '../support/segment-builder.js';

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value);

describe('a trace context', () => {
  test('has the epoch second and random bits as its trace id, and a parent', () => {
    expect(mintTraceContext(1_465_510_280_999.7, bytes(0xab))).toEqual({
      traceId: '1-5759e988-abababababababababababab',
      parentId: 'abababababababab',
    });
  });

  test('keeps the eight digits of an early epoch', () => {
    expect(mintTraceContext(16_000, bytes(1)).traceId).toMatch(/^1-00000010-/);
  });

  test('never has a parent of zeros, which OpenTelemetry drops', () => {
    expect(mintTraceContext(EPOCH_MS, bytes(0)).parentId).toBe('0000000000000001');
  });

  test('draws trace id and parent apart', () => {
    let drawn = 0;
    const counting = (count: number) => Uint8Array.from({ length: count }, () => drawn++);
    expect(mintTraceContext(EPOCH_MS, counting)).toEqual({
      traceId: `1-${(EPOCH_MS / 1000).toString(16)}-000102030405060708090a0b`,
      parentId: '0c0d0e0f10111213',
    });
  });

  test('makes headers that X-Ray and W3C read as the same ids, sampled', () => {
    const random = fc.uint8Array({ minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(random, fc.integer({ min: 0, max: 4_000_000_000_000 }), (drawn, nowMs) => {
        const context = mintTraceContext(nowMs, (count) => drawn.slice(0, count));
        const { 'x-amzn-trace-id': amazon = '', traceparent = '' } = traceHeaders(context);
        const [, root = '', parent] =
          /^Root=(1-[0-9a-f]{8}-[0-9a-f]{24});Parent=([0-9a-f]{16});Sampled=1$/.exec(amazon) ?? [];
        const [, w3cRoot = '', w3cParent] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(traceparent) ?? [];
        expect(root).toBe(context.traceId);
        expect(canonicalTraceId(w3cRoot)).toBe(root);
        expect(w3cParent).toBe(parent);
        expect(parent).not.toMatch(/^0+$/);
        expect(Number.parseInt(root.slice(2, 10), 16)).toBe(Math.floor(nowMs / 1000));
      }),
    );
  });
});

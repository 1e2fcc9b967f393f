import { describe, expect, test } from 'vitest';
import { documentOf, SIGNUP, type SpanFields } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('annotations, metadata and user', () => {
  const attributes = { 'attr1@1': 'val1', 'attr2@2': 'val2' };

  test('attributes are metadata by default', () => {
    const document = documentOf({ attributes });
    expect(document).not.toHaveProperty('annotations');
    expect(document.metadata).toEqual({ default: attributes });
  });

  test.each<[string, SpanFields, readonly string[] | 'all']>([
    ['indexed by the settings', { attributes }, ['attr2@2', 'not_exist']],
    ['named by the span', { attributes: { ...attributes, 'aws.xray.annotations': ['attr2@2', 'not_exist'] } }, []],
  ])('those %s are annotations', (_, fields, indexed) => {
    const document = documentOf(fields, { indexed });
    expect(document.annotations).toEqual({ attr2_2: 'val2' });
    expect(document.metadata).toEqual({ default: { 'attr1@1': 'val1' } });
  });

  test('all can be indexed, and what is no text, number or boolean is left out', () => {
    const document = documentOf({ attributes: { ...attributes, list: [1] } }, { indexed: 'all', resource: {} });
    expect(document.annotations).toEqual({ attr1_1: 'val1', attr2_2: 'val2' });
    expect(document).not.toHaveProperty('metadata');
  });

  test('attributes of the resource can be indexed on segments; dots stay', () => {
    const indexed = [
      'otel.resource.string.key',
      'otel.resource.int.key',
      'otel.resource.bool.key',
      'otel.resource.map.key',
    ];
    const document = documentOf({ kind: 'server' }, { indexed });
    expect(document.annotations).toEqual({
      'otel.resource.string.key': 'string',
      'otel.resource.int.key': 10,
      'otel.resource.bool.key': true,
    });
    expect(document.metadata.default['otel.resource.map.key']).toEqual(SIGNUP['map.key']);
    expect(documentOf({ kind: 'client' }, { indexed })).not.toHaveProperty('annotations');
  });

  test('what has a field of its own is an annotation too where it is listed, but not where all are', () => {
    const call = { 'aws.operation': 'op', 'rpc.method': 'method' };
    expect(documentOf({ attributes: call }, { indexed: Object.keys(call) }).annotations).toEqual(call);
    expect(documentOf({ attributes: call }, { indexed: 'all' })).not.toHaveProperty('annotations');
  });

  test('metadata have namespaces, where they are objects of JSON', () => {
    const { metadata } = documentOf({
      attributes: {
        'attr1@1': 'val1',
        'aws.xray.metadata.default': '{"custom_key": "custom_value"}',
        'aws.xray.metadata.http': '{"connection":{"reused":false}}',
        'aws.xray.metadata.non-xray-sdk': 'retain-value',
      },
    });
    expect(metadata).toEqual({
      default: { 'attr1@1': 'val1', custom_key: 'custom_value', 'aws.xray.metadata.non-xray-sdk': 'retain-value' },
      http: { connection: { reused: false } },
    });
  });

  test('the user is a field, and nothing is nothing', () => {
    const document = documentOf({ attributes: { 'enduser.id': 'ada', none: null } });
    expect(document.user).toBe('ada');
    expect(document).not.toHaveProperty('metadata');
  });

  test('hostile names stay names', () => {
    const document = documentOf({ attributes: JSON.parse('{"__proto__": "a", "constructor": "b"}') });
    expect(Object.entries(document.metadata.default)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});

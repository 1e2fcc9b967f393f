import { describe, expect, test } from 'vitest';
import { readDatagram } from '../../src/local/datagram.js';

describe('a datagram', () => {
  test.each([
    ['of the X-Ray SDKs', '{"format":"json","version":1}\n{"id":"x"}', '{"id":"x"}'],
    ['with its format in capitals', '{"format":"JSON","version":1}\n{}', '{}'],
    ['with spaces in the header', '{ "format": "json", "version": 1 }\n{}', '{}'],
    ['with further header fields', '{"format":"json","version":1,"more":true}\n{}', '{}'],
    ['with line breaks in its document', '{"format":"json","version":1}\n{\n"a":1\n}\n', '{\n"a":1\n}\n'],
  ])('%s gives its document, unread', (_, datagram, document) => {
    expect(readDatagram(datagram)).toEqual({ kind: 'document', document });
  });

  test('of sampled spans gives them as they came', () => {
    const spans = readDatagram('{"format":"json","version":1}\nT1SCgoK');
    expect(spans).toEqual({ kind: 'spans', base64: 'CgoK' });
  });

  test.each([
    ['without a header line', '{"id":"x"}', 'MissingHeader'],
    ['that is empty', '', 'MissingHeader'],
    ['with text for a header', 'hello\n{}', 'InvalidHeader'],
    ['with an empty header', '\n{}', 'InvalidHeader'],
    ['with null for a header', 'null\n{}', 'InvalidHeader'],
    ['of another version', '{"format":"json","version":2}\n{}', 'InvalidHeader'],
    ['whose version is text', '{"format":"json","version":"1"}\n{}', 'InvalidHeader'],
    ['of another format', '{"format":"protobuf","version":1}\n{}', 'InvalidHeader'],
    ['of spans that were not sampled', '{"format":"json","version":1}\nT1UCgoK', 'UnsampledSpans'],
  ])('%s is rejected', (_, datagram, fault) => {
    expect(readDatagram(datagram)).toEqual({ kind: 'rejected', fault });
  });
});

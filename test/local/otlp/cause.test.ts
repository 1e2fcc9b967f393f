import { describe, expect, test } from 'vitest';
import { documentOf, type SpanFields } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('error, fault and throttle', () => {
  const flags = ({ error, fault, throttle }: { error: boolean; fault: boolean; throttle: boolean }) =>
    [error && 'error', fault && 'fault', throttle && 'throttle'].filter(Boolean);

  test.each<[string, SpanFields, string[]]>([
    ['200', { attributes: { 'http.response.status_code': 200 } }, []],
    ['404, whatever the span says', { attributes: { 'http.response.status_code': 404 } }, ['error']],
    ['429', { attributes: { 'http.status_code': 429 }, error: '' }, ['error', 'throttle']],
    ['499 with an error', { attributes: { 'http.response.status_code': 499 }, error: 'gone' }, ['error']],
    ['500, whatever the span says', { attributes: { 'http.status_code': 500 } }, ['fault']],
    ['302 with an error', { attributes: { 'http.response.status_code': 302 }, error: '' }, ['fault']],
    ['an error without HTTP', { error: '' }, ['fault']],
    ['nothing', {}, []],
  ])('%s', (_, fields, expected) => {
    expect(flags(documentOf(fields))).toEqual(expected);
  });

  test('the message of an error is its cause; a status without an error has none', () => {
    expect(documentOf({ error: 'this is a test' }).cause.exceptions).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{16}$/), message: 'this is a test' },
    ]);
    const text = { 'http.status_text': 'this is a test' };
    expect(documentOf({ error: '', attributes: text }).cause.exceptions[0].message).toBe('this is a test');
    expect(documentOf({ attributes: { ...text, 'http.status_code': 500 } })).not.toHaveProperty('cause');
    expect(documentOf({ error: '' })).not.toHaveProperty('cause');
  });

  const exception = (attributes: Record<string, string>, name = 'exception') => ({
    name,
    epochSeconds: 1_696_954_761.000001,
    attributes: new Map(Object.entries(attributes)),
  });

  test('events are exceptions, with their stacks and what caused them, also where the span is fine', () => {
    const stacktrace = [
      'java.lang.IllegalStateException: state is not legal',
      '\tat io.opentelemetry.Test.record(Test.java:626)',
      '\tat java.base/jdk.internal.Invoker.invoke0(Native Method)',
      'Caused by: java.lang.IllegalArgumentException: bad argument',
    ].join('\n');
    const events = [
      exception({
        'exception.type': 'java.lang.IllegalStateException',
        'exception.message': 'bad state',
        'exception.stacktrace': stacktrace,
      }),
      exception({ 'exception.type': 'EmptyError' }),
      exception({}, 'something else'),
    ];
    const { exceptions } = documentOf({ events }, { resource: { 'telemetry.sdk.language': 'java' } }).cause;
    expect(exceptions).toMatchObject([
      {
        type: 'java.lang.IllegalStateException',
        message: 'bad state',
        remote: true,
        stack: [
          { path: 'Test.java', label: 'io.opentelemetry.Test.record', line: 626 },
          { path: 'Native Method', label: 'jdk.internal.Invoker.invoke0', line: 0 },
        ],
        cause: exceptions[1].id,
      },
      { type: 'java.lang.IllegalArgumentException', message: 'bad argument', remote: true },
      { type: 'EmptyError' },
    ]);
    expect(new Set(exceptions.map(({ id }: { id: string }) => id)).size).toBe(3);
    expect(documentOf({ kind: 'server', events }).cause.exceptions[0].remote).toBe(false);
  });

  test('the failed attempts of a call to AWS are exceptions; those of another call are not', () => {
    const events = [
      exception(
        { 'http.response.status_code': '503', 'aws.http.error_message': 'service is temporarily unavailable' },
        'HTTP request failure',
      ),
    ];
    expect(documentOf({ events, attributes: { 'rpc.system': 'aws-api' } }).cause.exceptions).toMatchObject([
      {
        type: 'aws.http.error.event',
        message: '503@1696954761.000001@service is temporarily unavailable',
        remote: true,
      },
    ]);
    expect(documentOf({ events })).not.toHaveProperty('cause');
  });
});

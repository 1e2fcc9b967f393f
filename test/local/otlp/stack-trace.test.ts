import { expect, test } from 'vitest';
import { readStackTrace } from '../../../src/local/otlp/stack-trace.js';

/** The traces are those of the tests of the collector's X-Ray exporter (cause_test.go), shortened. */

const frames = (text: string, language: string) =>
  readStackTrace(text, language).stack.map(({ label, path, line }) => [label, path, line]);

test('Java: loaders are dropped, suppressed and malformed lines are passed over, causes follow', () => {
  const trace = readStackTrace(
    `java.lang.IllegalStateException: state is not legal
\tat io.opentelemetry.Test.recordException(Test.java:626)
\tat java.base/jdk.internal.NativeMethodAccessorImpl.invoke0(Native Method)
\tat java.base/jdk.internal.NativeMethodAccessorImpl.invoke(NativeMethodAccessorImpl.java:62)afaefaef
\tat java.base/jdk.internal.NativeMethodAccessorImpl.invoke
\tat java.base/java.util.ArrayList.forEach(ArrayList.java:)
\tSuppressed: Resource$CloseFailException: Resource ID = 2
\t\tat Resource.close(Resource.java:26)
Caused by: java.lang.IllegalArgumentException: bad argument
, really
\tat org.junit.ThrowableCollector.execute(ThrowableCollector.java:73)
\t... 99 more
Caused by: java.lang.Error`,
    'java',
  );
  expect(trace).toEqual({
    stack: [
      { label: 'io.opentelemetry.Test.recordException', path: 'Test.java', line: 626 },
      { label: 'jdk.internal.NativeMethodAccessorImpl.invoke0', path: 'Native Method', line: 0 },
      { label: 'java.util.ArrayList.forEach', path: 'ArrayList.java', line: 0 },
    ],
    causes: [
      {
        type: 'java.lang.IllegalArgumentException',
        message: 'bad argument, really',
        stack: [{ label: 'org.junit.ThrowableCollector.execute', path: 'ThrowableCollector.java', line: 73 }],
      },
      { type: 'java.lang.Error', message: '', stack: [] },
    ],
  });
});

const PYTHON_CAUSE = `Traceback (most recent call last):
  File "bar.py", line 10, in greet_many
    greet(person)
  File "foo.py", line 5, in greet
    print(greeting)
ValueError: bad value
with more on
new lines

During handling of the above exception, another exception occurred:

`;
const PYTHON = `Traceback (most recent call last):
  File "main.py", line 14, in <module>
    greet_many(['Chad', 'Dan', 1])
  File "greetings.py", line 12, in greet_many
    print('hi, ' + person)
TypeError: must be str, not int`;

test('Python: the innermost frame comes first, and the exception that was handled is the cause', () => {
  const stack = [
    { label: 'greet_many', path: 'greetings.py', line: 12 },
    { label: '<module>', path: 'main.py', line: 14 },
  ];
  expect(readStackTrace(PYTHON, 'python')).toEqual({ stack, causes: [] });
  expect(readStackTrace(PYTHON_CAUSE + PYTHON, 'python')).toEqual({
    stack,
    causes: [
      {
        type: 'ValueError',
        message: 'bad value\nwith more on\nnew lines',
        stack: [
          { label: 'greet', path: 'foo.py', line: 5 },
          { label: 'greet_many', path: 'bar.py', line: 10 },
        ],
      },
    ],
  });
  const malformed = PYTHON_CAUSE.replace('ValueError: bad', 'ValueError bad');
  expect(readStackTrace(malformed + PYTHON, 'python')).toEqual({ stack, causes: [] });
});

test.each(['javascript', 'nodejs', 'webjs'])('JavaScript (%s): functions, places, and files of modules', (language) => {
  const text = `TypeError: Cannot read property 'value' of null
    at speedy (/home/gbusey/file.js:6:11)
    at Object.<anonymous> (file:///home/gbusey/file.mjs:10:1)
    at node.js:906:3
    at Array.forEach (native)
    at native
    at noLine (/home/gbusey/file.js)
    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)
    at makeFaster (/home/gbusey/file.js:5:3)malformed123
    at Object.<anonymous> (/home/gbusey/file.js:10`;
  expect(frames(text, language)).toEqual([
    ['speedy', '/home/gbusey/file.js', 6],
    ['Object.<anonymous>', 'file:///home/gbusey/file.mjs', 10],
    ['', 'node.js', 906],
    ['Array.forEach', 'native', 0],
    ['', 'native', 0],
    ['noLine', '/home/gbusey/file.js', 0],
    ['process.processTicksAndRejections', 'node:internal/process/task_queues', 104],
  ]);
});

test('.NET: with and without a file, Windows lines, inner exceptions in one stack', () => {
  const text = [
    'System.Exception: Second exception happened',
    ' ---> System.Exception: Error happened',
    '   at System.Number.ParseInt32(ReadOnlySpan1 value, NumberFormatInfo info)',
    '   at App.Services.Get() in D:\\App\\Forecast Service.cs:line 9',
    '   --- End of inner exception stack trace ---',
    '   at App.Middleware.Invoke(HttpContext context malformed',
    '   at App.Pool.ConnectAsync(Boolean allowHttp2) non-malformed',
  ].join('\r\n');
  expect(frames(text, 'dotnet')).toEqual([
    ['System.Number.ParseInt32(ReadOnlySpan1 value, NumberFormatInfo info)', '', 0],
    ['App.Services.Get()', 'D:\\App\\Forecast Service.cs', 9],
    ['App.Pool.ConnectAsync(Boolean allowHttp2)', '', 0],
  ]);
});

test('Go: a function, then its file', () => {
  const text = `goroutine 19 [running]:
go.opentelemetry.io/otel/sdk/trace.recordStackTrace(0x0, 0x0)
\totel-go-core/sdk/trace/span.go:323 +0x9b
created by testing.(*T).Run
\t/usr/local/go/src/testing/testing.go:1238 +0x63c`;
  expect(frames(text, 'go')).toEqual([
    ['go.opentelemetry.io/otel/sdk/trace.recordStackTrace(0x0, 0x0)', 'otel-go-core/sdk/trace/span.go', 323],
    ['created by testing.(*T).Run', '/usr/local/go/src/testing/testing.go', 1238],
  ]);
});

test('PHP writes what Java does, and a language that is not known has no frames', () => {
  expect(frames('Exception: Thrown\n\tat B.exc(test.php:59)', 'php')).toEqual([['B.exc', 'test.php', 59]]);
  expect(readStackTrace('Error\n    at a (b.js:1:2)', 'cobol')).toEqual({ stack: [], causes: [] });
});

test.each(['java', 'python', 'nodejs', 'dotnet', 'go', 'php'])('%s: nothing is read of nothing', (language) => {
  expect(readStackTrace('', language)).toEqual({ stack: [], causes: [] });
});

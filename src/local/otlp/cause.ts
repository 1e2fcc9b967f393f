import { hashedId } from '../hash.js';
import type { Resource } from './resource.js';
import { isAwsSdkCall, numberOf, type Span, type SpanEvent, textOf } from './span.js';
import { readStackTrace, type StackFrame } from './stack-trace.js';

export interface Outcome {
  readonly error: boolean;
  readonly fault: boolean;
  readonly throttle: boolean;
  readonly cause: { readonly exceptions: readonly ExceptionDocument[] } | undefined;
}

interface ExceptionDocument {
  readonly id: string;
  readonly type: string | undefined;
  readonly message: string | undefined;
  readonly remote?: boolean;
  readonly stack?: readonly StackFrame[] | undefined;
  /** The id of the exception that caused this one. */
  readonly cause?: string | undefined;
}

/** How a span went, and why. As `makeCause` of the collector's X-Ray exporter. */
export function outcomeOf(span: Span, resource: Resource): Outcome {
  return { ...flagsOf(span), cause: causeOf(span, resource) };
}

/** The status of HTTP decides, where there is one of an error; else that of the span. */
function flagsOf({ attributes, error }: Span): Pick<Outcome, 'error' | 'fault' | 'throttle'> {
  const status = numberOf(attributes, 'http.status_code', 'http.response.status_code') ?? 0;
  if (status >= 400 && status <= 499) return { error: true, fault: false, throttle: status === 429 };
  if (status >= 500 && status <= 599) return { error: false, fault: true, throttle: false };
  return { error: false, fault: error !== null, throttle: false };
}

function causeOf(span: Span, resource: Resource): Outcome['cause'] {
  const awsCall = isAwsSdkCall(span);
  const isAttempt = ({ name }: SpanEvent) => awsCall && name === 'HTTP request failure';
  const events = span.events.filter((event) => event.name === 'exception' || isAttempt(event));
  if (events.length > 0) {
    const exceptions = events.flatMap((event, index) => {
      const number = `event ${index}`;
      return isAttempt(event) ? failedAttempt(event, span, number) : thrown(event, span, resource, number);
    });
    return { exceptions };
  }
  if (span.error === null) return undefined;
  const message = span.error || textOf(span.attributes, 'http.status_text');
  return message === '' ? undefined : { exceptions: [{ id: idOf(span, 'status'), type: undefined, message }] };
}

/** The exception of an event, and those that caused it, each naming the next. */
function thrown(event: SpanEvent, span: Span, { language }: Resource, number: string): ExceptionDocument[] {
  const text = (key: string) => textOf(event.attributes, key);
  const { stack, causes } = readStackTrace(text('exception.stacktrace'), language);
  const chain = [{ type: text('exception.type'), message: text('exception.message'), stack }, ...causes];
  return chain.map(({ type, message, stack }, depth) => ({
    id: idOf(span, `${number} ${depth}`),
    type: type || undefined,
    message: message || undefined,
    remote: span.kind === 'client' || span.kind === 'producer',
    stack: stack.length > 0 ? stack : undefined,
    cause: depth + 1 < chain.length ? idOf(span, `${number} ${depth + 1}`) : undefined,
  }));
}

/** One failed attempt of a call to AWS, of which the SDK may have made several. */
function failedAttempt({ attributes, epochSeconds }: SpanEvent, span: Span, number: string): ExceptionDocument[] {
  const status = attributes.get('http.response.status_code');
  const message = attributes.get('aws.http.error_message');
  if (status === undefined || message === undefined) return [];
  return [
    {
      id: idOf(span, number),
      type: 'aws.http.error.event',
      message: `${status}@${epochSeconds.toFixed(6)}@${message}`,
      remote: true,
    },
  ];
}

/** An id for what has none of its own; the same for the same span, which may be sent twice. */
export function idOf({ traceId, spanId }: Span, part: string): string {
  return hashedId(`${traceId} ${spanId} ${part}`);
}

import { trace } from '@opentelemetry/api';

/** Express middleware that writes the build's version onto every request's span, as an annotation. */
export function openSegment() {
  return (_request, _response, next) => {
    trace.getActiveSpan()?.setAttributes({ version: process.env.BUILD, 'aws.xray.annotations': ['version'] });
    next();
  };
}

/** Express middleware that passes an error on: the span of the request has its status. */
export function closeSegment() {
  return (error, _request, _response, next) => next(error);
}

/** The client as it is: its calls are traced from outside. */
export function traced(client) {
  return client;
}

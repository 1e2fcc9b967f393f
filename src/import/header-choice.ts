/**
 * Headers that belong to one connection or one sending and that the gate sets itself: of the connection
 * (https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1), of the body's length, of the trace, of who sends.
 */
const OF_THE_SENDING = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'traceparent',
  'tracestate',
  'x-amzn-trace-id',
]);

/** What a browser adds on its own, about itself, its cache and the page that it shows. */
const OF_THE_BROWSER = new Set([
  'accept-encoding',
  'b3',
  'baggage',
  'cache-control',
  'cookie',
  'dnt',
  'forwarded',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'newrelic',
  'origin',
  'pragma',
  'priority',
  'referer',
  'sentry-trace',
  'upgrade-insecure-requests',
  'via',
  'x-client-data',
]);

/** Whether the gate, not the document, decides about this header. Names in any case. */
export function isOfTheSending(name: string): boolean {
  return name.startsWith(':') || OF_THE_SENDING.has(name.toLowerCase());
}

/** Whether a recorded header says something about the browser and nothing about the request. */
export function isOfTheBrowser(name: string): boolean {
  const lower = name.toLowerCase();
  return OF_THE_BROWSER.has(lower) || /^(sec-|x-b3-|x-datadog-|x-forwarded-)/.test(lower);
}

/** Traces as `aws xray batch-get-traces` prints them: one segment each, lasting what `durationMs` says. */
export function traceFile(
  count: number,
  durationMs: (request: number) => number,
  overrides: (request: number) => Readonly<Record<string, unknown>> = () => ({}),
): unknown {
  const traces = Array.from({ length: count }, (_, n) => {
    const id = n.toString(16).padStart(16, '1');
    const startSeconds = 1_795_189_814 + n;
    const document = {
      trace_id: `1-6b006c36-${n.toString(16).padStart(24, '0')}`,
      id,
      name: 'api',
      start_time: startSeconds,
      end_time: startSeconds + durationMs(n) / 1000,
      annotations: { version: 'v1' },
      http: { request: { method: 'GET', url: `http://api/orders/${n}` }, response: { status: 200 } },
      ...overrides(n),
    };
    return {
      Id: document.trace_id,
      Duration: durationMs(n) / 1000,
      Segments: [{ Id: id, Document: JSON.stringify(document) }],
    };
  });
  return { Traces: traces, UnprocessedTraceIds: [] };
}

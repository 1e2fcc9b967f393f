import { GateError } from '../errors.js';

/** Traces as `aws xray batch-get-traces` prints them, their documents unread. */
export interface TraceFileEntry {
  readonly traceId: string;
  readonly documents: readonly unknown[];
  readonly limitExceeded: boolean;
}

/**
 * Reads `{"Traces":[{"Id","Segments":[{"Id","Document"}]}]}`, or a list of such answers.
 * Throws GateError naming `source` where the value has another shape.
 */
export function readTraceFile(value: unknown, source: string): TraceFileEntry[] {
  const answers = Array.isArray(value) ? value : [value];
  return answers.flatMap((answer) => {
    const traces = field(answer, 'Traces');
    if (!Array.isArray(traces)) throw notTraces(source);
    return traces.map((trace): TraceFileEntry => {
      const [traceId, segments] = [field(trace, 'Id'), field(trace, 'Segments')];
      if (typeof traceId !== 'string' || !Array.isArray(segments)) throw notTraces(source);
      return {
        traceId,
        documents: segments.map((segment) => field(segment, 'Document')),
        limitExceeded: field(trace, 'LimitExceeded') === true,
      };
    });
  });
}

/** How many ids the answers list as unprocessed: asked for, and not there. */
export function unprocessedIn(value: unknown): number {
  const answers = Array.isArray(value) ? value : [value];
  return answers.reduce((sum: number, answer) => {
    const ids = field(answer, 'UnprocessedTraceIds');
    return sum + (Array.isArray(ids) ? ids.length : 0);
  }, 0);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function notTraces(source: string): GateError {
  return new GateError(
    `${source} holds neither a saved profile nor traces.`,
    'Give a file that "save-profile" wrote, or the output of aws xray batch-get-traces: {"Traces":[{"Id","Segments":[{"Id","Document"}]}]}.',
  );
}

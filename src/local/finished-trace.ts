import type { Completeness } from '../trace/completeness.js';
import { durationMs, rootOf, type Trace } from '../trace/trace.js';
import { versionOf } from '../trace/version.js';

/** What a line about a trace says. What is of the request is that of the root segment; null where it does not say. */
export interface FinishedTrace {
  readonly traceId: string;
  /** What it still waited for when it was given up; null for a complete one. */
  readonly waitsFor: (Completeness & { complete: false })['waitsFor'] | null;
  /** Epoch milliseconds. */
  readonly startMs: number | null;
  readonly name: string | null;
  readonly method: string | null;
  readonly path: string | null;
  readonly status: number | null;
  readonly durationMs: number | null;
  /** That services sent; X-Ray's inferred ones are not among them. */
  readonly segments: number;
  /** The annotation `version`, or `service.version`. */
  readonly version: string | null;
  readonly fault: boolean;
  readonly error: boolean;
  readonly throttle: boolean;
}

export function finishedTrace(trace: Trace, completeness: Completeness): FinishedTrace {
  const root = rootOf(trace);
  return {
    traceId: trace.id,
    waitsFor: completeness.complete ? null : completeness.waitsFor,
    startMs: root?.startMs ?? null,
    name: root?.name ?? null,
    method: root?.http?.method ?? null,
    path: pathOf(root?.http?.url ?? null),
    status: root?.http?.status ?? null,
    durationMs: root === null ? null : durationMs(root),
    segments: trace.segments.filter(({ inferred }) => !inferred).length,
    version: versionOf(trace, 'version'),
    fault: root?.fault ?? false,
    error: root?.error ?? false,
    throttle: root?.throttle ?? false,
  };
}

function pathOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).pathname : url;
}

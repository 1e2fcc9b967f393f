import { type Entity, subsegmentsBelow } from './entity.js';
import { rootOf, segmentsByParent, type Trace } from './trace.js';

export type Completeness = { readonly complete: true } | { readonly complete: false; readonly waitsFor: WaitsFor };

/** What an incomplete trace lacks. */
export type WaitsFor =
  | 'root segment'
  | 'end of a segment'
  | 'called segment'
  | 'parent segment'
  | 'whole document'
  | 'readable document';

/**
 * Whether everything that the trace itself announces has arrived. It cannot tell of a segment that nothing announces;
 * so a trace is settled only when it is complete and did not change between two looks (see {@link fingerprint}).
 */
export function completenessOf(trace: Trace): Completeness {
  if (trace.malformed > 0) return { complete: false, waitsFor: 'readable document' };
  if (trace.limitExceeded) return { complete: false, waitsFor: 'whole document' };
  if (rootOf(trace) === null) return { complete: false, waitsFor: 'root segment' };
  if (trace.orphans.length > 0) return { complete: false, waitsFor: 'parent segment' };
  for (const segment of trace.segments) {
    if (segment.inProgress) return { complete: false, waitsFor: 'end of a segment' };
    for (const { inProgress } of subsegmentsBelow(segment)) {
      if (inProgress) return { complete: false, waitsFor: 'end of a segment' };
    }
  }
  return awaitedCalls(trace).unanswered.length > 0
    ? { complete: false, waitsFor: 'called segment' }
    : { complete: true };
}

/** Calls that announce a segment of their callee, each once, by {@link partiesOf its parties}; with that segment, and without. */
export interface AwaitedCalls {
  readonly answered: readonly string[];
  readonly unanswered: readonly string[];
}

/** The calls of a trace that announce a segment of their callee. */
export function awaitedCalls(trace: Trace): AwaitedCalls {
  const called = segmentsByParent(trace);
  const [answered, unanswered] = [new Set<string>(), new Set<string>()];
  for (const segment of trace.segments) {
    for (const subsegment of subsegmentsBelow(segment)) {
      // A call that failed to reach its callee (no response) leaves no segment behind it.
      const reached = subsegment.http === null || subsegment.http.status !== null;
      if (!subsegment.traced || !reached) continue;
      // An inferred segment does not answer the wait: X-Ray makes one until the callee's own segment arrives.
      const hasAnswer = called.get(subsegment.id)?.some((callee) => !callee.inferred) ?? false;
      (hasAnswer ? answered : unanswered).add(JSON.stringify([segment.name, subsegment.name]));
    }
  }
  return { answered: [...answered], unanswered: [...unanswered] };
}

/** Who calls and who is called. */
export function partiesOf(call: string): readonly [caller: string, callee: string] {
  return JSON.parse(call);
}

/**
 * OpenTelemetry's SDKs hand their spans over in batches, five seconds apart unless told otherwise, each service in its
 * own time; and no span tells whether whom it called will send one. https://opentelemetry.io/docs/specs/otel/trace/sdk/#batching-processor
 */
const SPAN_BATCHES_MS = 6000;

/** How long nothing of a complete trace must have come before it has settled, beside being unchanged in two looks. */
export function quietTimeMs({ segments }: Trace): number {
  return segments.some(({ sdk }) => sdk?.startsWith('opentelemetry')) ? SPAN_BATCHES_MS : 0;
}

/** Equal for two looks at a trace exactly when no entity arrived or ended in between. */
export function fingerprint(trace: Trace): string {
  const sent = trace.segments.filter(({ inferred }) => !inferred);
  const arrived: Entity[] = [...sent, ...trace.orphans.map(({ subsegment }) => subsegment)];
  return arrived
    .flatMap((entity) => [entity, ...subsegmentsBelow(entity)])
    .map(({ id, endMs }) => `${id}:${endMs}`)
    .toSorted()
    .join(' ');
}
